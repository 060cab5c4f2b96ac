import time
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.read.formats.markdown import markdown
from graphbuild.read.prose.lines import blanked
from graphbuild.read.source import Source
from graphbuild.records import Document


def read(content: str) -> Document:
    (document,) = markdown(Source(BytesIO(content.encode()), "a.md", None, {}))
    assert document.text == content
    return document


def prose(content: str) -> str:
    return " ".join(blanked(content, read(content).furniture).split())


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("# Minister quits #\n\nHe left.", "Minister quits He left."),
        ("**Norland** sued *Sudland* and __won__ _it_ ***all***.", "Norland sued Sudland and won it all ."),
        ('The [minister](https://n.example/a_(b) "x") left.', "The minister left."),
        ("The [minister][1] left.[^2]\n\n[1]: https://n.example", "The minister left."),
        ("![The harbour](harbour.jpg)\nNorland won.", "Norland won."),
        ("**[Norland](https://n.example/a_b)** sued *the [minister][1]*.", "Norland sued the minister ."),
        ("[Norland](n.md)*s* __![x](y.png) won__.", "Norland s won."),
        ("***[Ada](a.md) Holm***, _[Dahl](d.md)_ and [*Per*](p.md) met.", "Ada Holm , Dahl and Per met."),
        ("- Norland won.\n2. Sudland lost.\n> It was late.", "Norland won. Sudland lost. It was late."),
        ("Before.\n\n```py\nx = Norland()\n```\n\nAfter.", "Before. After."),
        ("Before.\n\n~~~\nx\n~~~\nAfter.", "Before. After."),
        ("Before.\n```\nNever closed.", "Before. Never closed."),
        ("Call `port()` <b>now</b>.<!-- not\nthis -->", "Call port() now ."),
        ("```\n<!--\n```\nNorland won.\n\n-->", "Norland won. -->"),
        ("See <https://n.example>.", "See ."),
        ("2 * 3 * 4 and snake_case_name and 5*", "2 * 3 * 4 and snake_case_name and 5*"),
        ("In 2019. Norland won.", "In 2019. Norland won."),
        ("A \\*star.", "A *star."),
        ("---\ntitle: X\n---\nNorland won.", "Norland won."),
        ("Norland won.\n\n---\n\nSudland lost.", "Norland won. --- Sudland lost."),
    ],
)
def test_markup_is_furniture_and_prose_is_not(content: str, left: str) -> None:
    assert prose(content).replace(" .", ".") == left.replace(" .", ".")


def test_front_matter_gives_what_is_known() -> None:
    found = read('---\r\ntitle: "Minister: quits"\r\ndate: 6 August 2019\r\nsource: Norland Times\r\n'
                 "url: https://n.example/1\r\n---\r\n# Other\r\n\r\nHe left.")  # fmt: skip
    assert (found.title, found.date, found.source, found.url) == (
        "Minister: quits", "2019-08-06", "Norland Times", "https://n.example/1",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("# A [new](x) *minister* #\n\nText.", "A new minister"),
        ("A new minister\n===\n\nText.", "A new minister"),
        ("```\n# no title\n```\n# Title\n", "Title"),
        ("## Second level\n\nText.", ""),
    ],
)
def test_title_from_the_first_heading(content: str, title: str) -> None:
    assert read(content).title == title


@settings(deadline=None)
@given(st.text(st.sampled_from("aB.*_`[]()#>!-~\\<\n\r 1:="), max_size=80))
def test_spans_are_sorted_and_apart_whatever_the_markup(content: str) -> None:
    if content.strip():
        spans = [(0, 0), *read(content).furniture, (len(content), len(content) + 1)]
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert all(a < b for a, b in spans[1:])


@pytest.mark.parametrize(
    "piece", ["*a ", "[a", "![a", "[a](", "`", "```x\n", "<!--", "<script ", "# ", "> ", "_a_", "[^"]
)
def test_marks_that_are_never_closed_cost_little(piece: str) -> None:
    started = time.process_time()
    read(piece * 30_000)
    assert time.process_time() - started < 10  # under 1 s each; minutes, if the cost grew with the square
