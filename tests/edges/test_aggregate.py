import tempfile
from pathlib import Path

import pandas as pd
import pytest
from corpus import article, network
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.edges.aggregate import aggregate, aggregate_to
from graphbuild.tables import check

STATUSES = ["asserted", "negated", "possible", "intended"]
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "doc_id": st.sampled_from("xyz"),
            "sentence": st.integers(0, 2),
            "date": st.sampled_from(["", "2020-01-01", "2021-06-30"]),
            "kind": st.sampled_from(["verb", "affiliation"]),
            "source": st.sampled_from("AB"),
            "target": st.sampled_from("CD"),
            "relation": st.sampled_from(["meet", "attack"]),
            "polarity": st.sampled_from([-1.0, -0.35, 0.0, 0.1, 0.7]),
            "status": st.sampled_from(STATUSES),
        }
    ),
    max_size=25,
)
DOCUMENTS = pd.DataFrame({"doc_id": ["x", "y", "z"], "story_id": ["s1", "s1", "s2"]})


def _relations(rows):
    columns = ["doc_id", "sentence", "date", "kind", "source", "target", "relation", "polarity", "status"]
    table = pd.DataFrame(rows, columns=columns)
    names = {"source_name": "name of " + table["source"], "target_name": "name of " + table["target"]}
    return table.assign(**names).astype({c: "str" for c in columns if c not in ("sentence", "polarity")})


@settings(max_examples=30, deadline=None)
@given(ROWS, st.sets(st.sampled_from(["asserted", "possible", "intended"])))
def test_edges_are_sums_over_their_evidence(rows, statuses):
    edges = aggregate(_relations(rows), DOCUMENTS, statuses=statuses)
    story = dict(zip(DOCUMENTS["doc_id"], DOCUMENTS["story_id"], strict=True))
    behind = {}
    for row in rows:
        if row["status"] in statuses:
            key = row["source"], row["target"], row["kind"], row["relation"]
            behind.setdefault(key, []).append(row)
    assert len(edges) == len(behind)
    for edge in edges.itertuples():
        found = behind[edge.source, edge.target, edge.kind, edge.relation]
        dates = [row["date"] for row in found if row["date"]]
        assert edge.weight == len({(row["doc_id"], row["sentence"]) for row in found}) > 0
        assert edge.n_relations == len(found)
        assert edge.n_documents == len({row["doc_id"] for row in found})
        assert edge.n_stories == len({story[row["doc_id"]] for row in found})
        assert edge.polarity == pytest.approx(sum(row["polarity"] for row in found) / len(found), abs=1e-6)
        assert (edge.first_date, edge.last_date) == (min(dates, default=""), max(dates, default=""))
    check(edges, "edges")
    assert edges["edge_id"].is_unique
    assert edges["weight"].is_monotonic_decreasing


@settings(max_examples=12, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(rows, random):
    shuffled = random.sample(rows, len(rows))
    pd.testing.assert_frame_equal(
        aggregate(_relations(rows), DOCUMENTS), aggregate(_relations(shuffled), DOCUMENTS)
    )


def test_what_is_only_denied_is_no_edge():
    denied = article("d", "[Ann] never met [Ben].", relations=[(0, "Ann", "meet", "Ben", 0.5, "negated")])
    net = network(denied)
    assert set(net.edges["kind"]) == {"cooccurrence"}
    assert "negated" in set(net.relations["status"])


def test_a_status_that_cannot_count_is_refused():
    with pytest.raises(ValueError, match="negated"):
        aggregate(_relations([]), DOCUMENTS, statuses=["asserted", "negated"])


@settings(max_examples=12, deadline=None)
@given(ROWS, st.integers(1, 4))
def test_parts_in_files_give_the_edges_of_one_table(rows, parts):
    relations = _relations(rows)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.parquet") for number in range(parts)]
        for number, file in enumerate(files):
            relations.iloc[number::parts].to_parquet(file)
        DOCUMENTS.to_parquet(documents := Path(folder, "documents.parquet"))
        whole = aggregate(relations, DOCUMENTS)
        pd.testing.assert_frame_equal(aggregate(files, documents), whole)
        aggregate_to(written := Path(folder, "edges.parquet"), files, documents)
        pd.testing.assert_frame_equal(check(pd.read_parquet(written), "edges"), whole)


def test_more_rows_than_memory_holds_are_summed_on_disk(tmp_path, monkeypatch):
    rows = 200_000
    relations = pd.DataFrame(
        {
            "doc_id": [f"d{i % 5000}" for i in range(rows)],
            "sentence": [i % 7 for i in range(rows)],
            "date": [f"2020-01-{i % 28 + 1:02}" for i in range(rows)],
            "kind": "cooccurrence",
            "source": [f"a{i * 7919 % 3001}" for i in range(rows)],
            "target": [f"b{i * 104729 % 2003}" for i in range(rows)],
            "relation": "",
            "polarity": 0.0,
            "status": "asserted",
        }
    )
    relations = relations.assign(source_name=relations["source"], target_name=relations["target"])
    relations.to_parquet(tmp_path / "relations.parquet")
    documents = pd.DataFrame({"doc_id": [f"d{i}" for i in range(5000)], "story_id": "s"})
    whole = aggregate(relations, documents)
    monkeypatch.setattr("graphbuild.disk.database._MEMORY", "80MB")
    pd.testing.assert_frame_equal(aggregate(tmp_path / "relations.parquet", documents), whole)
    assert whole["n_relations"].sum() == rows
