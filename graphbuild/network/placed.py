"""A network with its actors where another program has put them."""

from __future__ import annotations

from pathlib import Path

from graphbuild.errors import InputError
from graphbuild.network.network import Network

__all__ = ["placed"]


def placed(network: Network, file: str | Path) -> Network:
    """The network with its actors where another program has put them, for its page and its graph files.

    Parameters
    ----------
    network : Network
    file : str or Path
        GEXF or GraphML, such as Gephi saves of a graph that `export` wrote.

    Returns
    -------
    Network

    Raises
    ------
    InputError
        The file cannot be read, or has places of none of the actors.

    Examples
    --------
    >>> net = placed(load("output"), "arranged.gexf")         # doctest: +SKIP
    """
    from graphbuild.read.positions import positions

    found = positions(file)
    known = {name: found[name] for name in network.actors["actor_id"].tolist() if name in found}
    if not known:
        raise InputError(
            f"{file} has places of {len(found):,} nodes, none of which is an actor here: "
            "save the graph that graphbuild exported, with the ids that it has"
        )
    return network.but(positions=known)
