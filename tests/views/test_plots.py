"""Figures: what they show is what the tables say."""

from types import SimpleNamespace

import news
import numpy as np
import pytest

pytest.importorskip("matplotlib", reason='matplotlib is not installed: pip install "graphbuild[plots]"')

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot

from graphbuild.errors import InputError
from graphbuild.views import plots


@pytest.fixture
def network():
    documents, mentions, actors, relations, edges = news.news()
    yield SimpleNamespace(
        documents=documents, mentions=mentions, actors=actors, relations=relations, edges=edges
    )
    pyplot.close("all")


def test_timeline_adds_up_conflict_and_cooperation(network):
    ax = plots.timeline(network, "Veranian army", "the rebels")
    down = sum(bar.get_height() for bar in ax.patches)
    assert down == -3  # a shelling one way, two attacks the other
    assert ax.get_title() == "Veranian army and Red Valley Front"
    ax = plots.timeline(network, "Verania", "Kastoria", every="W")
    assert sorted(bar.get_height() for bar in ax.patches if bar.get_height()) == [-1, 1]


def test_timeline_takes_months_and_years_among_days(network):
    before = plots.timeline(network, "Veranian army", "the rebels")
    bars = [bar.get_height() for bar in before.patches if bar.get_height()]
    said = network.relations
    network.relations = said.assign(date=said["date"].str[:7].where(said.index % 2 == 0, said["date"]))
    after = plots.timeline(network, "Veranian army", "the rebels")
    assert [bar.get_height() for bar in after.patches if bar.get_height()] == bars


def test_timeline_of_an_unknown_actor_or_of_strangers(network):
    with pytest.raises(InputError, match="no actor is called 'Nobody'"):
        plots.timeline(network, "Nobody", "Verania")
    with pytest.raises(InputError, match="nothing dated is said of"):
        plots.timeline(network, "fishermen", "Kastoria")


def test_top_actors_are_those_with_most_sentences(network):
    ax = plots.top_actors(network, 5)
    stated = network.edges[network.edges["kind"] == "verb"]
    sums = (
        stated.groupby("source_name")["weight"]
        .sum()
        .add(stated.groupby("target_name")["weight"].sum(), fill_value=0)
    )
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert sorted(sums[names], reverse=True) == sorted(sums, reverse=True)[:5]
    longest = max(bar.get_x() + bar.get_width() for bar in ax.patches)
    assert longest == sums.max()


def test_types_counts_the_sentences_of_each_cell(network):
    ax = plots.types(network)
    numbers = [float(text.get_text()) for text in ax.texts]
    assert sum(numbers) == network.edges.loc[network.edges["kind"] == "verb", "weight"].sum()


def test_degrees_begin_with_every_linked_actor(network):
    ax = plots.degrees(network)
    _, y = ax.lines[0].get_data()
    linked = set(network.edges["source"]) | set(network.edges["target"])
    assert max(y) == len(linked)
    assert (np.diff(y) <= 0).all()


def test_adjacency_names_every_actor_once(network):
    ax = plots.adjacency(network, 12)
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert len(names) == len(set(names)) == 12
    again = plots.adjacency(network, 12)
    assert names == [label.get_text() for label in again.get_yticklabels()]


def test_they_draw_where_they_are_told(network):
    _, axes = pyplot.subplots(1, 2)
    assert plots.degrees(network, ax=axes[1]) is axes[1]
