"""What a build gives: the tables and the graph of one corpus, shown, written and loaded."""

from __future__ import annotations

from graphbuild.network.choice import MOST, STANDS_OUT, bounded, entered, reduced
from graphbuild.network.export import export
from graphbuild.network.load import load, opened
from graphbuild.network.narrowed import WEIGHTS, narrowed
from graphbuild.network.network import Frame, Network
from graphbuild.network.pages import explorer, page
from graphbuild.network.placed import placed
from graphbuild.network.unread import Unread

__all__ = [
    "MOST",
    "STANDS_OUT",
    "WEIGHTS",
    "Frame",
    "Network",
    "Unread",
    "bounded",
    "entered",
    "explorer",
    "export",
    "load",
    "narrowed",
    "opened",
    "page",
    "placed",
    "reduced",
]
