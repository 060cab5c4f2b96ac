import pandas as pd
import pytest
from corpus import article, network

import graphbuild as gb
from graphbuild.errors import InputError, TableError
from graphbuild.network import load
from graphbuild.write import write

NET = network(article("a", "[Ann] met [Ben].", date="2020-01-01", relations=[(0, "Ann", "meet", "Ben")]))


def test_a_network_comes_back_from_its_folder(tmp_path):
    write(NET, tmp_path, title="", manifest={})
    back = load(tmp_path)
    for name in ("documents", "mentions", "actors", "relations", "edges", "merges"):
        pd.testing.assert_frame_equal(getattr(back, name), getattr(NET, name))
    assert dict(back.graph.nodes(data=True)) == dict(NET.graph.nodes(data=True))
    assert list(back.graph.edges(data=True, keys=True)) == list(NET.graph.edges(data=True, keys=True))


def test_a_broken_table_is_named(tmp_path):
    write(NET, tmp_path, title="", manifest={})
    (tmp_path / "edges.parquet").write_bytes(b"no parquet")
    with pytest.raises(InputError, match=r"edges\.parquet cannot be read"):
        load(tmp_path)
    NET.edges.drop(columns="weight").to_parquet(tmp_path / "edges.parquet")
    with pytest.raises(TableError, match="weight"):
        load(tmp_path)


def test_it_says_what_it_holds():
    assert repr(NET) == "<Network: 1 documents, 2 mentions, 2 actors, 2 relations, 2 edges, 2 merges>"


def test_a_cell_shows_the_page_and_drops_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "<iframe" in NET._repr_html_()
    shown = NET.show(height=321)
    assert 'height="321"' in shown._repr_html_()
    assert "Ann" in shown.html
    assert len(repr(shown)) < 100
    assert list(tmp_path.iterdir()) == []


def test_the_package_offers_functions_not_modules():

    assert {name for name in gb.__all__ if not hasattr(gb, name)} == set()
    assert callable(gb.build)
    assert callable(gb.export)
    with pytest.raises(AttributeError, match="nothing"):
        _ = gb.nothing
