"""The page: one HTML file that opens offline and leads from every line to its sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pandas as pd
import pyvis
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from pyvis.network import Network

from graphbuild.views.bundle import bundle, csp_hash
from graphbuild.views.communities import communities
from graphbuild.views.kept import Kept, kept
from graphbuild.views.languages import language as spoken
from graphbuild.views.languages import without_script
from graphbuild.views.opening import LINES, opening
from graphbuild.views.payload import Payload, payload
from graphbuild.views.places import LETTERS, VIEW, places

__all__ = ["explorer"]

_ASSETS = Path(str(files("graphbuild.views") / "assets"))
_VIS = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_NARROW = 30  # actors, whose names have room on a telephone
_NARROW_VIEW = (310.0, 460.0)
_OPTIONS: dict[str, Any] = {
    "physics": {
        "enabled": False,
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {
            "gravitationalConstant": -90,
            "springLength": 120,
            "avoidOverlap": 0.6,
            "damping": 0.55,
        },
        "maxVelocity": 40,
    },
    "layout": {"improvedLayout": False, "randomSeed": 0},
    "interaction": {"hover": False, "selectConnectedEdges": False, "multiselect": False, "keyboard": False},
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0},
    "nodes": {"borderWidth": 1.5, "labelHighlightBold": False},
}


def explorer(
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    actors: pd.DataFrame,
    relations: pd.DataFrame,
    edges: pd.DataFrame,
    *,
    title: str = "graphbuild",
    seed: int = 0,
    limit: int = 80,
    ego: str | None = None,
    language: str = "en",
    texts: Mapping[str, str] | None = None,
    apart: Collection[frozenset[str]] = frozenset(),
    whole: bool = True,
    embed: bool = False,
    positions: Mapping[str, tuple[float, float]] | None = None,
) -> str:
    """The tables as one self-contained page.

    Nothing is loaded from anywhere: vis-network (as pyvis bundles it), the page's own script and style and
    all data are inside, under a Content-Security-Policy that allows exactly these. Text from the corpus is
    data to the page, never markup.

    Parameters
    ----------
    documents, mentions, actors, relations, edges : pandas.DataFrame
        With the columns of `graphbuild.tables.SCHEMAS`. Filtered `actors` and `edges` give a filtered page.
    title : str
        Heading of the page.
    seed : int
        Of the positions; the same tables, title and seed give the same page.
    limit : int
        Actors drawn at first, at most: those of whom most is stated, none that only one of several documents
        speaks of and that has no name. The rest is in the page and comes on demand.
    ego : str, optional
        Id of an actor; the page opens on it and those linked to it.
    language : str
        Of the page's own texts, one of `graphbuild.views.languages.LANGUAGES`; text from the corpus stays as
        it is.
    texts : mapping of str to str, optional
        The text of each document, by id. An article whose text is not given, or has no room (see
        `graphbuild.views.payload.texts`), is read by its sentences that are behind relations.
    positions : mapping of str to (float, float), optional
        Where actors stand, by their ids: x to the right and y up. They stand so to each other in the page
        too, and who is not among them beside whom it is linked to.

    apart : collection of frozenset of str
        Pairs of ids of actors that are known to be different: the page does not ask of them.
    whole : bool
        Whether the page has all that there is room for, or, much smaller, only `limit` actors, the most
        linked or those around `ego`, with what is between them.
    embed : bool
        Whether it is to stand in another page: the drawing and its cards, without bar, filters and time line.

    Returns
    -------
    str
        HTML, to be written as UTF-8.

    Raises
    ------
    TableError
        A table lacks a column.
    InputError
        There are no texts in this language.

    Examples
    --------
    >>> from graphbuild.tables import SCHEMAS
    >>> empty = [pd.DataFrame(columns=list(SCHEMAS[name])) for name in
    ...          ("documents", "mentions", "actors", "relations", "edges")]
    >>> explorer(*empty, title="Nothing yet").splitlines()[0]
    '<!doctype html>'
    """
    instead = {"texts/en": f"texts/{spoken(language)}"}
    most = None if whole else limit
    data = payload(documents, mentions, actors, relations, edges, texts, apart=apart, most=most, centre=ego)
    more = {"communities": _communities(data, seed), "drawn": LINES | {"letters": LETTERS}}
    data = replace(data, core=data.core | more)
    network = Network(
        directed=True, cdn_resources="in_line", heading=title.encode("utf-8", "replace").decode("utf-8")
    )
    network.set_template_dir(str(_ASSETS), "explorer.html")
    network.options = _OPTIONS
    usual = _view(data, limit, VIEW, seed)
    held = _held(data, positions, usual) if positions else None
    usual = _moved(data, usual, held)
    for node in usual["nodes"]:
        network.add_node(node["id"], label=" ", x=node["x"], y=node["y"])
    for edge in usual["edges"]:
        source, target, weight = data.lines.loc[edge["id"], ["source", "target", "weight"]]
        network.add_edge(int(source), int(target), id=edge["id"], value=int(weight))
    vis = _referable(re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", _VIS.read_text(encoding="utf-8")))
    script = bundle(_ASSETS, "main", instead)
    style = (_ASSETS / "explorer.css").read_text(encoding="utf-8")
    network.templateEnv = Environment(loader=FileSystemLoader(_ASSETS), autoescape=True)
    network.templateEnv.filters["data"] = _json
    network.templateEnv.globals.update(
        policy=(
            f"default-src 'none'; script-src {csp_hash(vis)} {csp_hash(script)}; "
            f"style-src {csp_hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'"
        ),
        language=language,
        no_script=without_script(language),
        vis=Markup(vis),
        script=Markup(script),
        style=Markup(style),
        payload=data,
        among=usual["among"],
        embed=embed,
        narrow=_moved(data, _view(data, min(limit, _NARROW), _NARROW_VIEW, seed), held),
        elsewhere=held.nodes if held else None,
        start=urlencode({"ego": f"{ego} 1", "actor": ego}) if ego else "",
    )
    return str(network.generate_html())


def _json(value: object) -> Markup:
    """JSON that can stand in a script element: no tag, no line separator, no lone surrogate."""
    if isinstance(value, str):
        value = json.loads(value)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    text = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Markup(_referable(re.sub("[\ud800-\udfff]", "\ufffd", text)))


def _referable(script: str) -> str:
    """The script without C1 controls: HTML has no character reference for them, and a cell needs one."""
    return re.sub("[\x80-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", script)


def _plain(value: Any) -> Any:
    return value.item()


def _communities(data: Payload, seed: int) -> list[int]:
    """The community of each actor, by all that is said and counted."""
    said = data.lines[(data.lines["weight"] > 0) & (data.lines["source"] != data.lines["target"])]
    ends = said[["source", "target"]].to_numpy(np.int64)
    found = communities(len(data.actors), ends, said["strength"].to_numpy(np.float64), seed=seed)
    return [int(one) for one in found]


def _view(data: Payload, limit: int, room: tuple[float, float], seed: int) -> dict[str, Any]:
    """The most linked actors, where they stand, the strongest lines between them, and of how many."""
    chosen, shown, among = opening(data.actors["degree"], data.lines, data.core["actors"]["minor"], limit)
    where = places(data.actors, data.lines, chosen, shown, view=room, seed=seed).tolist()
    nodes = [{"id": actor, "x": x, "y": y} for actor, (x, y) in zip(chosen, where, strict=True)]
    return {"nodes": nodes, "edges": [{"id": int(line)} for line in shown], "among": among}


def _held(data: Payload, positions: Mapping[str, tuple[float, float]], view: Mapping[str, Any]) -> Kept:
    where = np.array([(node["x"], node["y"]) for node in view["nodes"]], dtype=np.float64)
    return kept(data, positions, [node["id"] for node in view["nodes"]], where.reshape(-1, 2))


def _moved(data: Payload, view: dict[str, Any], held: Kept | None) -> dict[str, Any]:
    """The view with its actors where they are kept."""
    if held is None:
        return view
    chosen = [node["id"] for node in view["nodes"]]
    where = held.settled(chosen, data.lines.loc[[edge["id"] for edge in view["edges"]]]).tolist()
    nodes = [{"id": actor, "x": x, "y": y} for actor, (x, y) in zip(chosen, where, strict=True)]
    return {**view, "nodes": nodes}
