import math
import tempfile
import tracemalloc
from pathlib import Path

import pandas as pd
import pytest
from corpus import article, network
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from graphbuild.analysis.association import association, association_to, likelihood
from graphbuild.edges.aggregate import aggregate, aggregate_to
from graphbuild.tables import check

NAMES = ["Ann", "Ben", "Cem"]


def _net(sentences, window=0):
    marked = (", ".join(f"[{name}]" for name in sentence) + "." for sentence in sentences)
    return network(article("d", *marked), window=window)


def _hypergeometric_tail(k, total, a, b):
    ways = sum(math.comb(a, i) * math.comb(total - a, b - i) for i in range(k, min(a, b) + 1))
    return ways / math.comb(total, b)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sets(st.sampled_from(NAMES)), min_size=1, max_size=12), st.integers(0, 2))
def test_figures_are_those_of_the_definition(sentences, window):
    net = _net(sentences, window)
    trials = [set().union(*sentences[max(0, s - window) : s + 1]) for s in range(len(sentences))]
    total = len(trials)
    p_values = {}
    for edge in net.edges.itertuples():
        a = sum(edge.source_name in trial for trial in trials)
        b = sum(edge.target_name in trial for trial in trials)
        k = sum({edge.source_name, edge.target_name} <= trial for trial in trials)
        expected = 0.0 if k == total else math.log(k * total / (a * b)) / -math.log(k / total)
        assert edge.association == pytest.approx(expected, abs=1e-6)
        assert -1 <= edge.association <= 1 + 1e-12
        p_values[edge.edge_id] = _hypergeometric_tail(k, total, a, b)
    # Benjamini and Hochberg, step up
    ranked = sorted(p_values.values())
    for edge in net.edges.itertuples():
        adjusted = min(
            p * len(ranked) / (rank + 1)
            for rank, p in enumerate(ranked)
            if p >= p_values[edge.edge_id] - 1e-12
        )
        assert edge.q_value == pytest.approx(min(adjusted, 1.0), rel=1e-5)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sets(st.sampled_from(NAMES)), max_size=12), st.integers(0, 2))
def test_tables_in_files_are_measured_as_in_memory(sentences, window):
    net = _net(sentences, window)
    relations = pd.concat([net.relations, net.relations.assign(kind="verb")], ignore_index=True)
    edges = association(aggregate(relations, net.documents), net.mentions, net.documents, window=window)
    with tempfile.TemporaryDirectory() as folder:
        files = {name: Path(folder, f"{name}.parquet") for name in ("edges", "mentions", "documents", "out")}
        aggregate_to(files["edges"], relations, net.documents)
        net.mentions.to_parquet(files["mentions"])
        net.documents.to_parquet(files["documents"])
        association_to(files["out"], files["edges"], [files["mentions"]], files["documents"], window=window)
        found = check(pd.read_parquet(files["out"]), "edges")
    pd.testing.assert_frame_equal(found, edges)


def test_never_apart_is_one_and_never_together_is_minus_one():
    net = _net([["Ann", "Ben"], ["Ann", "Ben"], ["Cem"], [], []])
    edge = net.edges.iloc[[0]]
    assert edge["association"].item() == pytest.approx(1.0)
    ids = net.actors.set_index("name")["actor_id"]
    apart = edge.assign(source=ids["Ann"], target=ids["Cem"])
    assert association(apart, net.mentions, net.documents)["association"].item() == -1.0


def test_no_claim_is_made_about_what_a_sentence_says():
    net = network(article("d", "[Ann] met [Ben].", "[Cem] sat.", relations=[(0, "Ann", "meet", "Ben")]))
    verb = net.edges[net.edges["kind"] == "verb"]
    assert (verb["association"].item(), verb["q_value"].item()) == (0.0, 1.0)


def test_pronouns_that_stand_for_nobody_are_no_actor():
    net = _net([["Ann", "Ben"], ["Ann"], ["Ben"], []])
    ids = net.actors.set_index("name")["actor_id"]
    unlinked = net.mentions.assign(actor_id=net.mentions["actor_id"].where(net.mentions["sentence"] == 0, ""))
    edges = association(net.edges, unlinked, net.documents)
    assert edges["association"].item() == pytest.approx(1.0)
    assert {edges["source"].item(), edges["target"].item()} == set(ids)


def test_lists_count_as_empty_and_cost_nothing():
    names = [f"N{i}" for i in range(3000)]
    net = _net([["Ann", "Ben"], ["Ann", "Ben", *names], ["Ann"], []])
    edge = net.edges.squeeze()
    assert edge["weight"] == 1
    assert edge["association"] == pytest.approx(math.log(1 * 4 / (2 * 1)) / math.log(4), abs=1e-6)


def test_an_actor_in_every_sentence_takes_no_memory():
    others = [f"N{i}" for i in range(5000)]
    edges = pd.DataFrame({"source": "Ann", "target": others, "kind": "cooccurrence"})
    mentions = pd.DataFrame(
        {"doc_id": "d", "sentence": [*range(5000)] * 2, "actor_id": ["Ann"] * 5000 + others}
    )
    documents = pd.DataFrame({"doc_id": ["d"], "sentences": [5000]})
    tracemalloc.start()
    association(edges.assign(association=0.0, q_value=1.0), mentions, documents)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50e6  # a row of 5,000 sentences for each of 5,000 edges would take 400 MB


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sets(st.sampled_from(NAMES)), min_size=2, max_size=12))
def test_the_log_likelihood_is_that_of_scipy(sentences):
    net = _net(sentences)
    found = dict(likelihood(net.edges, net.mentions, net.documents).itertuples(index=False))
    assert found.keys() == set(net.edges["edge_id"])
    for edge in net.edges.itertuples():
        first = [edge.source_name in sentence for sentence in sentences]
        second = [edge.target_name in sentence for sentence in sentences]
        table = pd.crosstab(first, second).reindex(index=[True, False], columns=[True, False], fill_value=0)
        if (table.sum(axis=0) == 0).any() or (table.sum(axis=1) == 0).any():
            assert found[edge.edge_id] == 0
            continue
        tested = chi2_contingency(table, correction=False, lambda_="log-likelihood")
        less = table.loc[True, True] < tested.expected_freq[0, 0]
        assert found[edge.edge_id] == pytest.approx(-tested.statistic if less else tested.statistic, abs=1e-3)


def test_pairs_without_a_verb_alone_have_a_log_likelihood():
    net = network(article("d", "[Ann] met [Ben].", "[Cem] sat.", relations=[(0, "Ann", "meet", "Ben")]))
    found = likelihood(net.edges, net.mentions, net.documents)
    assert len(found) == 1
    assert likelihood(net.edges[net.edges["kind"] == "verb"], net.mentions, net.documents).empty


def test_a_window_wider_than_any_document_is_as_wide_as_the_longest():
    told = [{"Ann", "Ben"}, {"Cem"}, {"Ann"}, {"Ben", "Cem"}]
    net = _net(told, 10**20)
    pd.testing.assert_frame_equal(net.edges, _net(told, 4).edges)
