import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.analysis.timeline import PERIODS, changes, timeline

_DATES = ["", "2020", "2020-05", "2020-05-04", "2020-05-10", "2020-05-11", "2020-12-31", "2021-01-01"]
_ROW = st.tuples(
    st.sampled_from(["d0", "d1", "d2"]),
    st.integers(0, 2),
    st.sampled_from(["verb", "affiliation", "cooccurrence"]),
    st.sampled_from(["asserted", "negated"]),
    st.sampled_from(_DATES),
    st.sampled_from(["ab", "ba", "ac"]),
    st.sampled_from([-1.0, 0.25, 0.5]),
)


def _relations(rows):
    names = ["doc_id", "sentence", "kind", "status", "date", "pair", "polarity"]
    table = pd.DataFrame(rows, columns=names)
    ends = {"source": table["pair"].str[:1], "target": table["pair"].str[1:]}
    return table.assign(
        **ends, source_name=ends["source"].str.upper(), target_name=ends["target"].str.upper()
    )


def _fall(date, by):
    if by != "week":
        return date[: PERIODS[by]]
    day = dt.date.fromisoformat(date)
    return dt.date.fromisocalendar(*day.isocalendar()[:2], 1).isoformat()


@settings(max_examples=60, deadline=None)
@given(st.lists(_ROW, min_size=1, max_size=20), st.sampled_from(list(PERIODS)), st.booleans())
def test_series_are_the_sums_of_the_definition(rows, by, directed):
    documents = pd.DataFrame({"doc_id": ["d0", "d1", "d2"], "story_id": ["s", "s", "t"]})
    story = dict(zip(documents["doc_id"], documents["story_id"], strict=True))
    found = timeline(_relations(rows), documents, by=by, directed=directed)
    kept = {}
    for doc, sentence, kind, status, date, pair, polarity in rows:
        if status != "negated" and len(date) >= PERIODS[by]:
            key = (*(pair if directed else sorted(pair)), _fall(date, by))
            kept.setdefault(key, []).append((doc, sentence, kind, polarity))
    assert [tuple(row) for row in found[["source", "target", "period"]].values] == sorted(kept)
    for row in found.itertuples():
        mine = kept[row.source, row.target, row.period]
        verbs = [polarity for *_, kind, polarity in mine if kind == "verb"]
        assert row.reports == len({part[:2] for part in mine})
        assert row.stories == len({story[part[0]] for part in mine})
        assert row.tone == pytest.approx(sum(verbs))
        assert row.polarity == pytest.approx(np.mean(verbs) if verbs else 0.0, abs=1e-6)
        assert (row.source_name, row.target_name) == (row.source.upper(), row.target.upper())


def _world(rng, often, hostile, *, crowd=None):
    """A year and more of stories; each day's chance to tell of the two, and of that to be hostile."""
    days = [(dt.date(2020, 1, 1) + dt.timedelta(i)).isoformat() for i in range(400)]
    dates = [day for i, day in enumerate(days) for _ in range(crowd(i) if crowd else 1)]
    ids = [f"d{i:05}" for i in range(len(dates))]
    rows = [
        (doc, 0, "verb", "asserted", day, "ab", -0.6 if rng.random() < hostile(day) else 0.4)
        for doc, day in zip(ids, dates, strict=True)
        if rng.random() < often(day)
    ]
    return _relations(rows), pd.DataFrame({"doc_id": ids, "story_id": ids, "date": dates})


def _in_days(found, planted):
    return abs((dt.date.fromisoformat(found) - dt.date.fromisoformat(planted)).days)


@pytest.mark.parametrize("seed", range(5))
def test_a_planted_change_is_found_near_its_day(seed):
    rng = np.random.default_rng(seed)
    planted = "2020-08-01"
    found = changes(*_world(rng, lambda day: 0.15 if day < planted else 0.7, lambda day: 0.5))
    often = found[found["what"] == "reports"]
    assert len(often) == 1
    assert _in_days(often["date"].item(), planted) <= 30
    assert often["before"].item() == pytest.approx(15, abs=8)
    assert often["after"].item() == pytest.approx(70, abs=12)
    found = changes(*_world(rng, lambda day: 0.2, lambda day: 0.05 if day < planted else 0.95))
    tone = found[found["what"] == "tone"]
    assert len(tone) == 1
    assert _in_days(tone["date"].item(), planted) <= 45
    assert tone["before"].item() > 0.2 > -0.3 > tone["after"].item()


def test_where_nothing_changes_nothing_is_found():
    rng = np.random.default_rng(0)
    chances = [(often, hostile) for often in (0.05, 0.3, 0.8) for hostile in (0.1, 0.5)] * 30
    worlds = [_world(rng, lambda day, p=p: p, lambda day, h=h: h) for p, h in chances]
    counts = [changes(*world)["what"].value_counts() for world in worlds]
    assert np.mean([count.get("reports", 0) > 0 for count in counts]) <= 0.05
    assert np.mean([count.get("tone", 0) > 0 for count in counts]) <= 0.05


def test_more_news_of_everything_is_no_change():
    rng = np.random.default_rng(1)
    found = changes(*_world(rng, lambda day: 0.2, lambda day: 0.5, crowd=lambda i: 1 if i < 200 else 8))
    assert (found["what"] != "reports").all()


def test_few_stories_are_no_series_and_dates_without_a_day_do_not_count():
    rng = np.random.default_rng(2)
    relations, documents = _world(rng, lambda day: 0.01 if day < "2020-12-01" else 0.1, lambda day: 0.5)
    assert changes(relations, documents, least=50).empty
    assert changes(relations, documents.assign(date="2020-05")).empty
    assert list(changes(relations.iloc[:0], documents).columns)[:5] == [
        "source", "target", "source_name", "target_name", "what",
    ]  # fmt: skip
