"""Where actors stand in a graph file that another program saved: GEXF or GraphML, as Gephi writes them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from graphbuild.errors import InputError

__all__ = ["positions"]

_HEAD = 1 << 16  # bytes in which a document type stands
_REMEDY = "save the graph as GEXF or GraphML with its positions (Gephi: File, Export, Graph file)"


def positions(path: str | Path) -> dict[str, tuple[float, float]]:
    """The places of the nodes of a graph.

    Parameters
    ----------
    path : str or Path
        GEXF of any version (``viz:position``) or GraphML (data named ``x`` and ``y``).

    Returns
    -------
    dict of str to (float, float)
        By the ids of the nodes, which in what graphbuild exports are those of the actors: x to the right and
        y up. Nodes without a place are not among them.

    Raises
    ------
    InputError
        The file cannot be read, is no such graph, or no node has a place.

    Examples
    --------
    >>> import tempfile
    >>> text = ('<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"><graph><nodes>'
    ...         '<node id="a"><viz:position x="1.5" y="-2"/></node></nodes></graph></gexf>')
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "g.gexf")
    ...     _ = file.write_text(text)
    ...     positions(file)
    {'a': (1.5, -2.0)}
    """
    from lxml import etree

    path = Path(path)
    try:
        with path.open("rb") as stream:
            if b"<!ENTITY" in stream.read(_HEAD).upper():
                raise InputError(f"{path} declares entities of its own, as no graph file does: {_REMEDY}")
            stream.seek(0)
            found = {name: place for name, place in _nodes(stream) if all(map(math.isfinite, place))}
    except OSError as exc:
        raise InputError(f"{path} cannot be read: {exc.strerror or exc}; check the name of the file") from exc
    except (etree.XMLSyntaxError, ValueError) as exc:
        raise InputError(f"{path} is no graph that can be read ({str(exc)[:100]}): {_REMEDY}") from exc
    if not found:
        raise InputError(f"{path} tells of no node where it stands: {_REMEDY}")
    return found


def _nodes(stream: Any) -> Iterator[tuple[str, tuple[float, float]]]:
    from lxml import etree

    keys: dict[str, str] = {}
    walk = etree.iterparse(
        stream, events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    for _, element in walk:
        name = etree.QName(element).localname
        if name == "key" and element.get("for") in ("node", "all"):
            keys[element.get("id", "")] = element.get("attr.name", element.get("id", ""))
        if name == "node":
            place: dict[str, float] = {}
            for part in element:
                what = etree.QName(part).localname
                if what == "position":
                    place = {axis: float(part.get(axis, "nan")) for axis in ("x", "y")}
                axis = keys.get(part.get("key", ""), "").lower() if what == "data" else ""
                if axis in ("x", "y"):
                    place[axis] = float(part.text or "nan")
            if len(place) == 2:
                yield element.get("id", ""), (place["x"], place["y"])
        if name in ("node", "edge"):
            element.clear()
