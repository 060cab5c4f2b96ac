"""Blocks: paragraphs, headlines and list items; wrapped lines joined; never a character changed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.extract.text.blocks import blocks
from graphbuild.records import Document


def cut(text: str, *furniture: tuple[int, int]) -> list[str]:
    return [block for _, block in blocks(Document("d", text, furniture=furniture))]


@pytest.mark.parametrize("line", ["\n", "\r\n", "\r"])
def test_an_empty_line_ends_a_block(line: str) -> None:
    assert cut(f"Talks fail{line}{line}Envoys left{line} {line}\tThe end.") == [
        "Talks fail",
        "Envoys left",
        "The end.",
    ]


@pytest.mark.parametrize("line", ["\n", "\r\n", "\r"])
def test_a_wrapped_line_is_joined_again(line: str) -> None:
    text = f"The ministry of foreign affairs of the island state{line}Nauru said nothing."
    assert cut(text) == [text.replace("\r", " ").replace("\n", " ")]


def test_a_line_that_goes_on_in_lower_case_or_after_a_comma_is_joined() -> None:
    assert cut("They met\nin June,\nMarch and May.") == ["They met in June, March and May."]


def test_a_headline_stands_alone() -> None:
    assert cut("Rebels leave\nThe last of them left on Sunday.") == [
        "Rebels leave",
        "The last of them left on Sunday.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He was shot at dawn. The West\nSudland Times had the story",  # the line has begun a sentence
        "Envoys of Norland and of the\nSudland Union met",  # "the" ends nothing
        "An envoy of the West\nSudland Union met the\nking and left him.",  # a narrow column
        "It was told by Ada Holm-\nDahl of Norland",
    ],
)
def test_a_name_over_the_end_of_a_narrow_line_is_joined(text: str) -> None:
    assert cut(text) == [text.replace("\n", " ")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Gen. Dahl quits", "Norland sues Sudland", "Ada Holm resigns"],
        ["Norland sues Sudland over a river", "Sudland sues Norland", "Talks are off"],
        ["Envoys leave", "The last of them left on Sunday and", "went home."],
    ],
)
def test_headlines_are_not_joined(lines: list[str]) -> None:
    assert cut("\n".join(lines))[0] == lines[0]


def test_a_full_line_that_ends_a_sentence_is_not_joined() -> None:
    first = "The delegation arrived by train on the second of May."
    assert cut(f"{first}\nTalks began.") == [first, "Talks began."]


@pytest.mark.parametrize("bullet", ["-", "*", "•", "–", "1.", "12)"])
def test_list_items_stand_alone(bullet: str) -> None:
    items = [f"{bullet} a first thing that is long enough to wrap around", f"{bullet} a second thing"]
    assert cut("\n".join(items)) == items


@pytest.mark.parametrize("mark", ["\f", "\v", "\u2028", "\u2029"])
def test_page_and_paragraph_marks_end_a_block(mark: str) -> None:
    assert cut(f"one page{mark}another") == ["one page", "another"]


def test_furniture_on_lines_of_its_own_ends_a_block() -> None:
    assert cut("Published: today\nTalks were held.", (0, 17)) == ["Talks were held."]
    assert cut("Talks failed.\nShare this\nEnvoys left.", (14, 25)) == ["Talks failed.", "Envoys left."]


def test_furniture_inside_a_line_is_blank() -> None:
    (block,) = cut("Talks <b>were</b> held.", (6, 9), (13, 17))
    assert block == "Talks    were     held."


def test_a_running_head_between_two_pages_does_not_part_a_sentence() -> None:
    (block,) = cut("Talks between the\nPage 3\nparties failed.", (18, 24))
    assert block.split() == "Talks between the parties failed.".split()
    (block,) = cut("Talks between the\nPage 3\nparties failed.", (18, 24), (24, 32))
    assert block == "Talks between the" + 16 * " " + "failed."


def test_a_document_of_furniture_or_spaces_has_no_block() -> None:
    assert cut("Share this", (0, 10)) == cut(" \n\t\r\n ") == cut("") == []


def test_a_very_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "The council met again. " * 2000
    pieces = cut(text)
    assert len(pieces) > 1
    assert all(len(piece) <= 20_000 and piece.rstrip().endswith(".") for piece in pieces)
    assert "".join(pieces) == text.rstrip()


def test_a_very_long_ruler_is_blank() -> None:
    for sign in ("—", "_", "=-"):
        ruler = sign * 300
        assert cut(f"Talks {ruler} failed") == [f"Talks {' ' * len(ruler)} failed"]
        assert cut(f"Talks {sign * 20} failed") == [f"Talks {sign * 20} failed"]


def test_a_very_long_word_is_cut_anyhow() -> None:
    assert "".join(cut("x" * 50_000)) == "x" * 50_000


@pytest.mark.parametrize("unit", [" ", "\n", "\n \t", "\r", '"', ".)", "a\n", ", \n", "- \n"])
def test_time_grows_with_the_length_only(unit: str) -> None:
    begun = time.process_time()
    cut("x" + unit * (300_000 // len(unit)) + "y")
    assert time.process_time() - begun < 3


def test_time_grows_with_the_length_of_words_only() -> None:
    begun = time.process_time()
    cut(("N" * 30_000 + "7\n") * 3)
    assert time.process_time() - begun < 3


def test_time_grows_with_the_furniture_only() -> None:
    furniture = tuple((k, k + 1) for k in range(0, 60_000, 4))
    begun = time.process_time()
    list(blocks(Document("d", "<ab " * 15_000, furniture=furniture)))
    assert time.process_time() - begun < 3


_texts = st.text(st.sampled_from("ab Z.,\"'”-1)\n\r\t \u00a0\u200b\u2028\fé\udc00"), max_size=200)


@given(_texts, st.lists(st.integers(0, 200), max_size=6))
def test_blocks_cover_all_prose_and_never_change_a_character(text: str, cuts: list[int]) -> None:
    edges = sorted({min(c, len(text)) for c in cuts})
    furniture = tuple(zip(edges[::2], edges[1::2], strict=False))
    covered = [False] * len(text)
    for start, block in blocks(Document("d", text, furniture=furniture)):
        stretch = text[start : start + len(block)]
        assert len(stretch) == len(block) > 0
        for k, (was, now) in enumerate(zip(stretch, block, strict=True), start):
            outside = not any(a <= k < b for a, b in furniture)
            readable = "\ufffd" if was == "\udc00" else " " if was.isspace() else was
            assert now == (readable if outside else " ")
            assert not covered[k], "blocks overlap"
            covered[k] = True
    for k, character in enumerate(text):
        blank = character.isspace() or character == "\u200b"  # which has no width
        if not blank and not any(a <= k < b for a, b in furniture):
            assert covered[k], "prose is in no block"


def test_headlines_one_a_line_are_blocks_and_a_wrapped_paragraph_is_one() -> None:
    headlines = "Norland summons Sudland envoy over the lake dispute, again\nPolice arrest mayor\nRain ends"
    assert [text for _, text in blocks(Document("d", headlines))] == headlines.split("\n")
    wrapped = "The minister of the republic of\nNorland left on Monday, and the president of\nSudland stayed."
    assert [text for _, text in blocks(Document("d", wrapped))] == [wrapped.replace("\n", " ")]
