import pytest

from graphbuild.read.prose.bylines import byline, stamp


@pytest.mark.parametrize(
    "line",
    [
        "Published: Updated:",
        "Published: 6 August 2019",
        "PUBLISHED 06:30 GMT",
        "First published on Tue 6 Aug 2019 06.30 BST",
        "Last updated on Tuesday at 10:30 a.m. ET",
        "Updated 3 hours ago",
        "Published: Aug 6, 2019 | Updated: Aug 7, 2019 5:36:50 pm",
        "Posted by Ada Holm on 6 August 2019",
        "Published 6 August 2019 by Ada Holm and Per Dahl",
        "Date: 2019-08-06",
        "Load-Date: August 6, 2019",
        "6 August 2019",
        "Tuesday, August 6, 2019 10:30 GMT",
        "2019-08-06T10:30:00Z",
    ],
)
def test_lines_of_dates(line: str) -> None:
    assert stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "Published accounts say that twenty people died.",
        "Updated: Norland attacks Sudland",
        "UPDATED: Norland attacks Sudland on Tuesday",
        "The minister resigned on 6 August 2019.",
        "On 6 August 2019, Norland attacked.",
        "Posted to Sudland, he died.",
        "Time: the great healer",
        "May Day in March",
        "May 2019",
        "Tuesday",
        "March on Sunday",
        "1914",
        "",
    ],
)
def test_prose_with_dates_is_prose(line: str) -> None:
    assert not stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Holm",
        "by ADA HOLM",
        "BY ADA HOLM AND PER DAHL",
        "By Ada van Holm in Norburg and Per Dahl in Sudburg",
        "By: Ada Holm, Norland Times",
        "By Ada Holm, chief diplomatic correspondent",
        "By Ada Holm | 6 August 2019",
        "By April O'Neill",
        "By Reuters Staff",
        "By 王小明",
    ],
)
def test_bylines(line: str) -> None:
    assert byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, Troops Had Left",
        "By Monday Troops Had Left",
        "By Any Means Necessary",
        "By Land and Sea",
        "By Christmas It Was Over",
        "By Norland's own account, it lost",
        "By Ada Holm's count twelve people died.",
        "By Tuesday evening",
        "By attacking Sudland, Norland broke the truce.",
        "By the River Nor",
        "By 2020",
        "By",
        "Bystanders Ada Holm and Per Dahl",
        "Ada Holm",
    ],
)
def test_prose_that_begins_with_by_is_prose(line: str) -> None:
    assert not byline(line)
