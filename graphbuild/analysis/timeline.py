"""When two actors have to do with each other: series of reports, and when these change."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from graphbuild.analysis.uncertainty import undirected
from graphbuild.vocabulary import NEGATED, VERB

__all__ = ["PERIODS", "changes", "timeline"]

PERIODS = {"day": 10, "week": 10, "month": 7, "year": 4}
"""Periods of a series, each with the characters that a date must have to fall into one."""

_BINS = 60
_LEAST_IN_BIN = 5  # stories of the corpus
_LEAST_SIDE = 3
_PENALTY_OFTEN, _PENALTY_TONE = 2.0, 4.5  # of a change, in units of the noise; see the tests


def timeline(
    relations: pd.DataFrame, documents: pd.DataFrame, *, by: str = "month", directed: bool = False
) -> pd.DataFrame:
    """Series of reports per two actors.

    Parameters
    ----------
    relations : DataFrame
        Columns of ``SCHEMAS["relations"]``; what is negated does not count.
    documents : DataFrame
        With ``doc_id, story_id``.
    by : str
        One of `PERIODS`.
    directed : bool
        Whether what A does to B and what B does to A are two series.

    Returns
    -------
    DataFrame
        ``source, target, source_name, target_name, period, reports, stories, polarity, tone``: by pair, then
        period, only those with a report. ``period`` is ``2020-05-04``, the Monday of the week, ``2020-05`` or
        ``2020``; a relation whose date is less exact than that is left out. ``reports`` are sentences,
        ``polarity`` is the mean and ``tone`` the sum over verbs, 0.0 where there is none.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["d"], "story_id": ["s"]})
    >>> relations = pd.DataFrame({"doc_id": "d", "sentence": [0, 1, 2], "kind": "verb", "status": "asserted",
    ...     "date": ["2020-05-06", "2020-05-30", "2020"], "source": "A", "target": "B", "source_name": "Ann",
    ...     "target_name": "Ben", "polarity": [1.0, -0.5, 1.0]})
    >>> timeline(relations, documents)[["period", "reports", "stories", "polarity", "tone"]].values.tolist()
    [['2020-05', 2, 1, 0.25, 0.5]]
    """
    counted = relations[relations["status"] != NEGATED]
    counted = counted[counted["date"].str.len() >= PERIODS[by]]
    if not directed:
        counted = undirected(counted)
    verbs = counted["kind"] == VERB
    keys = ["source", "target", "period"]
    parts = counted.assign(
        period=_period(counted["date"], by),
        story=counted["doc_id"].map(documents.set_index("doc_id")["story_id"]),
        polarity=counted["polarity"].where(verbs),
    )
    groups = parts.groupby(keys, sort=True)
    series = groups.agg(
        source_name=("source_name", "first"),
        target_name=("target_name", "first"),
        stories=("story", "nunique"),
        polarity=("polarity", "mean"),
        tone=("polarity", "sum"),
    )
    reports = parts.drop_duplicates([*keys, "doc_id", "sentence"]).groupby(keys, sort=True).size()
    series = series.assign(reports=reports).reset_index()
    series = series.assign(polarity=series["polarity"].fillna(0.0).round(6), tone=series["tone"].round(6))
    columns = ["source", "target", "source_name", "target_name", "period", "reports", "stories", "polarity"]
    return series[[*columns, "tone"]]


def changes(
    relations: pd.DataFrame, documents: pd.DataFrame, *, least: int = 8, directed: bool = False
) -> pd.DataFrame:
    """When two actors begin to be told of more or less often, or in another tone.

    Change points are found by PELT (Killick et al. 2012, https://doi.org/10.1080/01621459.2012.737745;
    library ruptures, Truong et al. 2020, https://doi.org/10.1016/j.sigpro.2019.107299) with the mean as
    model. How often: the stories of the corpus, in order of date, are cut into bins of one size, so that a
    month with more news is no change; of each bin the number of stories that tell of the two is counted, and
    its square root taken, which makes its noise alike (Anscombe 1948,
    https://doi.org/10.1093/biomet/35.3-4.246). Tone: the mean polarity of verbs in each story that tells of
    the two, in order of date.

    Parameters
    ----------
    relations, documents : DataFrame
        As for `timeline`; documents with ``date`` too. What has no day does not count.
    least : int
        How many stories must tell of two actors.
    directed : bool
        As for `timeline`.

    Returns
    -------
    DataFrame
        ``source, target, source_name, target_name, what`` (``reports`` or ``tone``), ``date`` (of the first
        story after the change), ``before`` and ``after`` (of 100 stories so many tell of them; or the mean
        polarity), ``n_before`` and ``n_after`` (stories that tell of the two). The largest changes of tone
        first, then of reports.

    Examples
    --------
    >>> days = [f"2020-{month:02}-{day:02}" for month in range(1, 10) for day in range(1, 11)]
    >>> ids = [f"d{i}" for i in range(90)]
    >>> documents = pd.DataFrame({"doc_id": ids, "story_id": ids, "date": days})
    >>> relations = pd.DataFrame({"doc_id": ids[60:], "sentence": 0, "kind": "verb", "status": "asserted",
    ...     "date": days[60:], "source": "A", "target": "B", "source_name": "Ann", "target_name": "Ben",
    ...     "polarity": 0.5})
    >>> changes(relations, documents)[["what", "date", "before", "after"]].values.tolist()
    [['reports', '2020-07-01', 0.0, 100.0]]
    """
    dated = documents[documents["date"].str.len() >= PERIODS["day"]]
    stories = dated.groupby("story_id")["date"].min().sort_values(kind="stable")
    counted = relations[(relations["status"] != NEGATED) & relations["doc_id"].isin(dated["doc_id"])]
    if not directed:
        counted = undirected(counted)
    order = pd.Series(range(len(stories)), index=stories.index)
    story = counted["doc_id"].map(dated.set_index("doc_id")["story_id"]).map(order)
    polarity = counted["polarity"].where(counted["kind"] == VERB)
    cells = (
        counted.assign(story=story, polarity=polarity)
        .groupby(["source", "target", "story"], sort=True)
        .agg(
            source_name=("source_name", "first"),
            target_name=("target_name", "first"),
            tone=("polarity", "mean"),
        )
        .reset_index()
    )
    dates = stories.to_numpy()
    enough = cells.groupby(["source", "target"])["story"].transform("size") >= least
    rows: list[tuple[object, ...]] = []
    for (source, target), pair in cells[enough].groupby(["source", "target"], sort=True):
        who = (source, target, pair["source_name"].iloc[0], pair["target_name"].iloc[0])
        told = pair["story"].to_numpy()
        rows += [(*who, "reports", *found) for found in _how_often(told, dates)]
        toned = pair.dropna(subset="tone")
        if len(toned) >= least:
            found_tones = _how_toned(toned["story"].to_numpy(), toned["tone"].to_numpy(), dates)
            rows += [(*who, "tone", *found) for found in found_tones]
    columns = ["source", "target", "source_name", "target_name", "what", "date", "before", "after"]
    table = pd.DataFrame(rows, columns=[*columns, "n_before", "n_after"])
    table = table.assign(size=-(table["after"] - table["before"]).abs())
    table = table.sort_values(["size", "source", "target", "date"])
    table = table.sort_values("what", ascending=False, kind="stable", ignore_index=True)
    return table.drop(columns="size")


_Found = tuple[str, float, float, int, int]


def _how_often(told: npt.NDArray[np.int64], dates: npt.NDArray[np.object_]) -> list[_Found]:
    n_bins = min(_BINS, len(dates) // _LEAST_IN_BIN)
    if n_bins < 2 * _LEAST_SIDE:
        return []
    bounds = np.linspace(0, len(dates), n_bins + 1).round().astype(int)
    counts = np.histogram(told, bounds)[0]
    level = 2 * np.sqrt(counts + 3 / 8)
    found = []
    for first, at, last in _segments(level, _PENALTY_OFTEN):
        before, after = counts[first:at].sum(), counts[at:last].sum()
        rates = (100 * before / (bounds[at] - bounds[first]), 100 * after / (bounds[last] - bounds[at]))
        start, (rate, later) = str(dates[bounds[at]]), (round(float(r), 2) for r in rates)
        found.append((start, rate, later, int(before), int(after)))
    return found


def _how_toned(
    told: npt.NDArray[np.int64], tone: npt.NDArray[np.float64], dates: npt.NDArray[np.object_]
) -> list[_Found]:
    noise = max(float(np.var(np.diff(tone))) / 2, 0.02)
    found = []
    for first, at, last in _segments(tone, _PENALTY_TONE * noise):
        before, after = (round(float(part.mean()), 3) for part in (tone[first:at], tone[at:last]))
        found.append((str(dates[told[at]]), before, after, int(at - first), int(last - at)))
    return found


def _segments(values: npt.NDArray[np.float64], price: float) -> list[tuple[int, int, int]]:
    """For each change where the segment before begins, where it changes and where the segment after ends."""
    from ruptures import KernelCPD

    if len(values) < 2 * _LEAST_SIDE:
        return []
    penalty = price * np.log(len(values))
    ends = KernelCPD(kernel="linear", min_size=_LEAST_SIDE).fit(values.reshape(-1, 1)).predict(pen=penalty)
    bounds = [0, *ends]
    return list(zip(bounds[:-2], bounds[1:-1], bounds[2:], strict=True))


def _period(dates: pd.Series, by: str) -> pd.Series:
    if by != "week":
        return dates.str[: PERIODS[by]]
    days = pd.to_datetime(dates.str[:10], format="%Y-%m-%d")
    return (days - pd.to_timedelta(days.dt.day_of_week, unit="D")).dt.strftime("%Y-%m-%d").astype("str")
