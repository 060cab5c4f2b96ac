"""What a build gives: the tables and the graph of one corpus, shown, written and loaded."""

from __future__ import annotations

from graphbuild.network.network import STANDS_OUT, Frame, Network, entered, export, load, placed, reduced
from graphbuild.network.pages import explorer, page

__all__ = [
    "STANDS_OUT",
    "Frame",
    "Network",
    "entered",
    "explorer",
    "export",
    "load",
    "page",
    "placed",
    "reduced",
]
