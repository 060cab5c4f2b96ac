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
from graphbuild.views.languages import language as spoken
from graphbuild.views.languages import without_script
from graphbuild.views.layout import layout
from graphbuild.views.opening import LINES, opening
from graphbuild.views.payload import Payload, payload

__all__ = ["explorer"]

_ASSETS = Path(str(files("graphbuild.views") / "assets"))
_VIS = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
_NAMED = 80
_LETTERS = 26  # of a name, that are drawn
_VIEW = np.array([640.0, 640.0])  # pixels of the canvas in a usual window
_NARROW = 30  # actors, whose names have room on a telephone
_NARROW_VIEW = np.array([310.0, 460.0])
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
    more = {"communities": _communities(data, seed), "drawn": LINES | {"letters": _LETTERS}}
    data = replace(data, core=data.core | more)
    network = Network(
        directed=True, cdn_resources="in_line", heading=title.encode("utf-8", "replace").decode("utf-8")
    )
    network.set_template_dir(str(_ASSETS), "explorer.html")
    network.options = _OPTIONS
    usual = _view(data, limit, _VIEW, seed)
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
        narrow=_view(data, min(limit, _NARROW), _NARROW_VIEW, seed),
        embed=embed,
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


def _view(data: Payload, limit: int, room: Any, seed: int) -> dict[str, Any]:
    """The most linked actors, where they stand, the strongest lines between them, and of how many."""
    chosen, shown, among = opening(data, limit)
    where = _places(data, chosen, shown, room, seed).tolist()
    nodes = [{"id": actor, "x": x, "y": y} for actor, (x, y) in zip(chosen, where, strict=True)]
    return {"nodes": nodes, "edges": [{"id": int(line)} for line in shown], "among": among}


def _places(data: Payload, chosen: list[int], lines: list[int], view: Any, seed: int) -> Any:
    """Positions with room for the names, where there are few enough actors to show every name."""
    place = {actor: number for number, actor in enumerate(chosen)}
    drawn = data.lines.loc[lines]
    apart = drawn[drawn["source"] != drawn["target"]]
    ends = np.sort(
        np.column_stack([apart[end].map(place).to_numpy(np.int64) for end in ("source", "target")]), axis=1
    )
    pairs, belongs = np.unique(ends.astype(np.int64), axis=0, return_inverse=True)
    strength = apart["strength"].to_numpy(np.float64)
    weights = np.bincount(belongs, weights=strength, minlength=len(pairs)).astype(np.float64)
    people = data.actors.loc[chosen]
    radius = people["radius"].to_numpy(float)

    def placed(width: Any, height: Any) -> Any:
        boxes, shape = np.column_stack([width, height]), float(view[0] / view[1])
        return layout(len(people), pairs, weights, boxes, seed=seed, shape=shape)

    if len(people) > _NAMED:
        return placed(2 * radius + 14, 2 * radius + 18)
    names = people["name"].str.len().clip(upper=_LETTERS).to_numpy(float)
    scale = 1.0
    for _ in range(2):  # the larger the picture, the more room a name takes in it
        wide = 2 * radius / scale**0.75  # as the page draws them at this scale
        where = placed(np.maximum(wide, names * 7.0 / scale) + 30, wide + 46 / scale)
        scale = float(min(1.0, (view / np.maximum(np.ptp(where, axis=0), 1.0)).min())) if len(where) else 1.0
    return where
