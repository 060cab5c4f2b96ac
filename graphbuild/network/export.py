"""A network in the format that a path names."""

from __future__ import annotations

from pathlib import Path

from graphbuild.errors import InputError
from graphbuild.exports import FORMATS, chosen
from graphbuild.exports.writing import write
from graphbuild.network.choice import STANDS_OUT, reduced
from graphbuild.network.network import Network
from graphbuild.vocabulary import GRAPH_FILES

__all__ = ["export"]


def export(
    network: Network,
    path: str | Path,
    *,
    format: str = "",
    top: int | None = None,
    backbone: float | None = None,
    min_weight: int = 1,
    max_q: float | None = None,
    min_stories: int | None = None,
) -> Path:
    """Write a network in the format that the ending of the path, or ``format``, names.

    Parameters
    ----------
    network : Network
    path : str or Path
        Ends as one of `graphbuild.exports.FORMATS`: a graph, such as ``.gexf`` for Gephi, a table, such as
        ``.csv``, or all there is, such as ``.xlsx``. Some formats are folders of files.
    format : str
        Name of the format, such as ``ftm``, whatever the path ends in.
    top, backbone, min_weight, max_q
        What enters a graph or the table of edges, as `reduced` takes them; other formats have all there is.
        If `max_q` is not given, co-occurrence enters GraphML and GEXF where it stands out from chance
        (q < 0.05), and of it what two stories have (see `graphbuild.analysis.selection.stories_needed`); and
        other formats always.

    Returns
    -------
    Path
        The file or folder written; an earlier one is replaced only when the new one is complete.

    Raises
    ------
    InputError
        If there is no such format, a library that it needs is not installed, the path cannot be written, or a
        folder is to be replaced that was not written so.

    Examples
    --------
    >>> export(None, "graph.docx")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    graphbuild.errors.InputError: graph.docx: no such format; the name must end in .graphml, .gexf, ...
    """
    path = Path(path)
    made = chosen(path, format)
    if not path.parent.is_dir():
        raise InputError(f"{path} cannot be written: there is no folder {path.parent}; choose another place")
    if made.summed:
        drawn = made in [FORMATS[Path(name).suffix] for name in GRAPH_FILES]
        q = (STANDS_OUT if drawn else 1.0) if max_q is None else max_q
        told = (None if drawn else 1) if min_stories is None else min_stories
        network = reduced(
            network, top=top, backbone=backbone, min_weight=min_weight, max_q=q, min_stories=told
        )
    elif (top, backbone, min_weight, max_q, min_stories) != (None, None, 1, None, None):
        raise InputError(
            f"{path} has all there is: top, backbone, min_weight, max_q and min_stories are for graphs"
        )
    write(made, network, path)
    return path
