import pytest

from graphbuild.read.prose.furniture import furniture
from graphbuild.read.prose.head import head

BODY = "The transport minister of Norland resigned on Thursday after a dispute over a harbour contract."


def of(text: str) -> tuple[str, str]:
    return head(text, furniture(text))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_title_and_date_from_the_head(end: str) -> None:
    text = end.join(["", "  Minister quits", "", "By Ada Holm", "Published: 6 August 2019", "", BODY])
    assert of(text) == ("Minister quits", "2019-08-06")


@pytest.mark.parametrize(
    "title", ["Will Norland sue?", "“We are leaving”", "北国起诉南国", "Norland: a history"]
)
def test_titles(title: str) -> None:
    assert of(f"{title}\n\n{BODY}")[0] == title


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Minister quits",
        f"Minister quits.\n\n{BODY}",
        f"Minister quits:\n\n{BODY}",
        f"Minister quits\n{BODY}",
        f"{BODY}\n\n{BODY}",
        f"{'Minister quits ' * 12}\n\n{BODY}",
        f"12\n\n{BODY}",
        f"By Ada Holm\n\n{BODY}",
        "Minister quits\n\nShare\n\n* * *",
    ],
)
def test_no_title(text: str) -> None:
    assert of(text)[0] == ""


def test_a_byline_sets_the_title_apart() -> None:
    assert of(f"Minister quits\nBy Ada Holm\n{BODY}")[0] == "Minister quits"


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["Updated: 8 August 2019", "Published: 6 August 2019"], "2019-08-06"),
        (["Updated: 8 August 2019"], "2019-08-08"),
        (["Tuesday, August 6, 2019"], "2019-08-06"),
        (["By Ada Holm | 6 August 2019"], "2019-08-06"),
        (["NORBURG, August 6, 2019 (Reuters) - The minister left."], "2019-08-06"),
        (["NORBURG, August 6 (Reuters) - The minister left."], ""),
        (["Published: Updated:"], ""),
        (["Published: 03/04/2019"], ""),
        (["Published today"], ""),
        (["The truce of 6 August 2019 was over."], ""),
        ([BODY] * 12 + ["Published: 6 August 2019"], ""),
    ],
)
def test_dates(lines: list[str], date: str) -> None:
    assert of("\n\n".join(["Minister quits", *lines, BODY]))[1] == date
