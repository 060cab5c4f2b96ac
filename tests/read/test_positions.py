"""Places of nodes out of files that other programs saved."""

from pathlib import Path

import pytest

from graphbuild.errors import InputError
from graphbuild.read.positions import positions

GEPHI = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key attr.name="label" attr.type="string" for="node" id="label"/>
<key attr.name="x" attr.type="float" for="edge" id="e0"/>
<key attr.name="X" attr.type="float" for="node" id="d5"/>
<key attr.name="y" attr.type="float" for="node" id="d6"/>
<graph edgedefault="directed">
<node id="é"><data key="label">x</data><data key="d5">-1.5</data><data key="d6">2e2</data></node>
<node id="b"><data key="d5">1</data></node>
<node id="c"><data key="d5">nan</data><data key="d6">1</data></node>
<edge source="b" target="c"><data key="e0">9</data></edge>
</graph></graphml>"""


def test_graphml_by_the_names_of_its_keys(tmp_path: Path) -> None:
    (tmp_path / "g.graphml").write_text(GEPHI, "utf-8")
    assert positions(tmp_path / "g.graphml") == {"é": (-1.5, 200.0)}


@pytest.mark.parametrize("version", ["http://www.gexf.net/1.1draft", "http://gexf.net/1.3"])
def test_gexf_of_any_version(tmp_path: Path, version: str) -> None:
    text = (
        f'<gexf xmlns="{version}" xmlns:viz="{version}/viz"><graph><nodes>'
        '<node id="1" label="a"><attvalues/><viz:position x="3" y="4" z="0"/>'
        '<viz:color hex="#FF0000"/></node><node id="2"/></nodes></graph></gexf>'
    )
    (tmp_path / "g").write_text(text)
    assert positions(tmp_path / "g") == {"1": (3.0, 4.0)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nodes,x,y\n", "no graph"),
        ("<gexf><graph><nodes><node id='a'/></nodes></graph></gexf>", "no node where"),
        ("<graph><nodes><node id='a'>", "no graph"),
        ("<graph><node id='a'><position x='left' y='1'/></node></graph>", "no graph"),
        ('<!DOCTYPE g [<!ENTITY a "aaaa">]><graph><node id="a"/></graph>', "entities of its own"),
    ],
)
def test_what_is_no_such_file_is_said_with_the_remedy(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "g.gexf").write_text(text)
    with pytest.raises(InputError, match=rf"(?s)g\.gexf.*{told}.*Gephi"):
        positions(tmp_path / "g.gexf")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.gexf cannot be read"):
        positions(tmp_path / "nothing.gexf")
