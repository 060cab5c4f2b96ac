import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.analysis.discourse import NORMS, STANCES, coalitions, discourse, dna, statements
from graphbuild.lexicons.verbs import lexicon

_SAID = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz"), st.sampled_from([1, -1])),
    min_size=1,
    max_size=20,
)


def _table(rows, dates=None):
    said = pd.DataFrame(rows, columns=["speaker", "concept", "agree"])
    return said.assign(
        speaker_name=said["speaker"].str.upper(), about=said["concept"].str.upper(), date=dates or ""
    )


@settings(max_examples=60, deadline=None)
@given(_SAID, st.sampled_from(NORMS))
def test_congruence_and_conflict_are_those_found_by_trying_all(rows, norm):
    found = discourse(_table(rows), norm=norm)
    held = {who: {(c, s) for w, c, s in rows if w == who} for who in {row[0] for row in rows}}
    expected = {}
    for first in held:
        for second in held:
            alike = held[first] & held[second]
            against = {(c, s) for c, s in held[first] if (c, -s) in held[second]}
            if first < second and (alike or against):
                size = len(held[first]), len(held[second])
                divisor = {"average": sum(size) / 2, "jaccard": len(held[first] | held[second]), "none": 1}[
                    norm
                ]
                expected[first, second] = (len(alike) / divisor, len(against) / divisor, alike, against)
    assert set(zip(found["first"], found["second"], strict=True)) == set(expected)
    for row in found.itertuples():
        congruence, conflict, alike, against = expected[row.first, row.second]
        assert row.congruence == pytest.approx(congruence, abs=1e-6)
        assert row.conflict == pytest.approx(conflict, abs=1e-6)
        assert set(filter(None, row.agree_on.split(" | "))) == {c.upper() for c, _ in alike}
        assert set(filter(None, row.differ_on.split(" | "))) == {c.upper() for c, _ in against}
        if norm != "none":
            assert row.congruence <= 1
        assert row.shared == len(alike) + len(against)
    assert found["shared"].is_monotonic_decreasing
    assert discourse(_table(rows), norm=norm, most=2).equals(found.head(2))


def _relation(
    relation="criticize", polarity=-0.2, source="a", target="b", speaker="", status="asserted", kind="verb"
):
    names = {
        f"{end}_name": who.upper()
        for end, who in (("source", source), ("target", target), ("speaker", speaker))
    }
    told = {
        "relation_id": "r",
        "doc_id": "d",
        "date": "2020",
        "kind": kind,
        "relation": relation,
        "evidence": ".",
    }
    return {**told, **names, "polarity": polarity, "source": source, "target": target, "speaker": speaker,
            "status": status}  # fmt: skip


DOCUMENTS = pd.DataFrame({"doc_id": ["d"], "story_id": ["s"], "title": ["News"], "source": ["Post"]})


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (_relation(), [("A", "B", -1)]),
        (_relation("support", 0.5), [("A", "B", 1)]),
        (_relation("support", 0.5, status="negated"), [("A", "B", -1)]),
        (_relation(speaker="a"), [("A", "B", -1)]),
        (_relation(speaker="c"), [("C", "A to B", -1)]),
        (_relation("attack", -1.0, speaker="b"), [("B", "A to B", -1)]),
        (_relation("attack", -1.0, speaker="c", status="negated"), [("C", "A to B", 1)]),
        (_relation("attack", -1.0), []),
        (_relation("say", 0.0, speaker="c"), []),
        (_relation("lead", 0.0, speaker="c", kind="affiliation"), []),
    ],
)
def test_what_is_a_statement(relation, expected):
    said = statements(pd.DataFrame([relation]), DOCUMENTS)
    assert list(zip(said["speaker_name"], said["about"], said["agree"], strict=True)) == expected


def test_stances_are_classes_that_there_are():
    assert lexicon().classes.keys() >= STANCES


def test_coalitions_keep_their_number_and_show_who_changes_sides():
    camps = {"2020": ("abc", "def"), "2021": ("abcd", "ef")}
    rows, dates = [], []
    for year, (first, second) in camps.items():
        for side, sign in ((first, 1), (second, -1)):
            for who in side:
                for concept in "xyz":
                    rows.append((who, concept, sign))
                    dates.append(f"{year}-06-01")
    found = coalitions(_table(rows, dates))
    members = found.groupby(["period", "coalition"])["actor_id"].agg("".join).to_dict()
    assert members == {("2020", 0): "abc", ("2020", 1): "def", ("2021", 0): "abcd", ("2021", 1): "ef"}
    assert (found["statements"] == 3).all()
    assert coalitions(_table(rows)).empty


def test_the_table_for_the_discourse_network_analyzer_has_its_columns():
    said = statements(pd.DataFrame([_relation(), _relation(speaker="c")]), DOCUMENTS)
    actors = pd.DataFrame({"actor_id": ["a", "c"], "type": ["official", "country"]})
    found = dna(said, actors, DOCUMENTS)
    assert list(found)[:8] == ["title", "text", "date", "author", "source", "section", "type", "notes"]
    assert found[["date", "person", "organization", "concept", "agreement"]].values.tolist() == [
        ["2020-01-01", "A", "", "B", 0],
        ["2020-01-01", "", "C", "A to B", 0],
    ]
    assert dna(said.iloc[:0], actors, DOCUMENTS).empty


def test_an_unknown_norm_is_refused():
    with pytest.raises(ValueError, match="'cosine' is none of average"):
        discourse(_table([("a", "x", 1)]), norm="cosine")
