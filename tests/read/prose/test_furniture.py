import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.read.prose.furniture import _address, furniture

BODY = "The transport minister of Norland resigned on Thursday after a dispute over a harbour contract."


@pytest.mark.parametrize(
    "heading", ["Related stories", "MOST READ:", "More from Norland", "You may also like"]
)
@pytest.mark.parametrize("mark", ["", "- ", "1. "])
def test_a_list_of_other_stories_is_furniture_up_to_prose(heading: str, mark: str) -> None:
    above = "Norland sued Sudland over the river on Monday, an envoy said."
    listed = [f"{mark}Ada Holm quits", f"{mark}Ostland thanks Westland for a loan of ships"]
    text = "\n\n".join([above, heading, *listed, "Talks went on.", "- Envoys met"])
    assert [text[start:end] for start, end in furniture(text, titled=True)] == [heading, *listed]


@pytest.mark.parametrize("heading", ["What is related", "The most read book in Norland", "Key points"])
def test_a_list_below_another_heading_is_prose(heading: str) -> None:
    text = f"Norland sued Sudland on Monday.\n\n{heading}\n\n- Ada Holm quits\n\n- Ostland thanks Westland"
    assert furniture(text, titled=True) == ()


def marked(text: str, *, titled: bool = False) -> list[str]:
    return [text[start:end] for start, end in furniture(text, titled=titled)]


@pytest.mark.parametrize(
    "line",
    [
        "Published: 6 August 2019",
        "(Reporting by Ada Holm in Norburg; Editing by Per Dahl)",
        "Reporting by Ada Holm; Additional reporting by Per Dahl",
        "(This article was written by Ada Holm and Per Dahl.)",
        "Photo: Ada Holm / Norland Press",
        "Image source, Norland Press",
        "Source: Norland Press",
        "© 2019 Norland Times",
        "Copyright 2019 Norland Press. All rights reserved. Reprints need our consent.",
        "All rights reserved.",
        "Share",
        "Facebook Twitter WhatsApp",
        "Share on Facebook",
        "ADVERTISEMENT",
        "Sign up for our newsletter",
        "Read more: Sudland sues Norland over port",
        "READ ALSO | What we know",
        "More from Norland: the harbour files",
        "Length: 345 words",
        "Tags: Norland, harbour",
        "3 min read",
        "https://norland.example/a?b=1",
        "ada@norland.example, @adaholm",
        "&pagetype=home",
        "Home > World > Norland",
        "News | Sport | Weather",
        "Page 3 of 10",
        "- 3 -",
        "* * *",
        "--------",
    ],
)
def test_lines_that_are_not_prose(line: str) -> None:
    text = f"Minister quits\r\n\r\n{BODY}\r\n\r\n{line}\r\n\r\nHe left."
    assert marked(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell after Norland shut the port.",
        "Shares of Facebook and Twitter fell.",
        "Home at last",
        "More than a hundred people died.",
        "Read more books, the minister said.",
        "Read: the minister's letter",
        "Copyright law divides Norland and Sudland.",
        "Copyright 2019 rules divide the court.",
        "Reporting by the Norland Times showed that the port was sold.",
        "Editing by hand is slow.",
        "Photo: the minister leaves the court on Thursday after the hearing",
        "Sources: minister to quit",
        "Norland (Sudland's rival) - won the case.",
        "Related: the two ministers are cousins, and neither of them ever made a secret of that.",
        "Tags: they were found on every crate in the harbour.",
        "The pages 3 of 10 were missing.",
        "Norland | Sudland",
        "1,200",
        "Ends and means",
        "北国起诉南国",
        "هاجمت نورلاند",
        "By Ada Holm",
    ],
)
def test_prose_below_the_first_paragraph_stays_prose(line: str) -> None:
    assert marked(f"Minister quits\n\n{BODY}\n\n{line}\n\nHe left.") == []


def test_long_lines_are_never_furniture_as_a_whole() -> None:
    assert marked("Copyright 2019 Norland. " + BODY * 4) == []


def test_bylines_are_looked_for_above_the_first_paragraph_only() -> None:
    assert marked(f"Minister quits\nBy Ada Holm\n{BODY}\nBy Land and Law") == ["By Ada Holm"]


@pytest.mark.parametrize("line", ["By Royal Command", "Watch: minister quits", "Source: Minister To Quit"])
def test_the_first_line_may_be_the_headline(line: str) -> None:
    text = f"{line}\n\nSecond headline\n\n{BODY}"
    assert marked(text) == []
    assert marked(text, titled=True) == [line]


def test_a_byline_opens_the_text_if_the_first_paragraph_follows() -> None:
    assert marked(f"By Ada Holm\n\n{BODY}") == ["By Ada Holm"]
    assert marked("By Royal Command") == []


def test_of_a_dateline_only_the_agency_is_furniture() -> None:
    assert marked("NORBURG, Norland (Reuters) - The minister left.") == ["(Reuters)"]
    assert marked("NORBURG (AP) — The minister left (AP) - he said.") == ["(AP)"]
    assert marked("The minister told Norland Radio (AP) that he left.") == []


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["Published: Updated:", "", BODY, "Share", " By Ada Holm ", "x\x00\u202e", "* *"])
    )
)
def test_spans_are_sorted_apart_and_trimmed_whatever_the_lines(parts: list[str]) -> None:
    for end in ("\n", "\r\n"):
        text = end.join(parts)
        spans = furniture(text)
        assert list(spans) == sorted(spans)
        assert all(a < b <= len(text) for a, b in spans)
        assert all(b <= c for (_, b), (c, _) in pairwise(spans))
        assert all(text[a:b] == text[a:b].strip() and BODY not in text[a:b] for a, b in spans)


def test_time_grows_with_the_length_of_addresses_only() -> None:
    begun = time.process_time()
    assert not _address("ada@" * 25_000 + "\x01")
    assert _address("ada@norland.example @ada@norland.example")
    assert time.process_time() - begun < 3
