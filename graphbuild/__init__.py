"""News text in, a graph of who does what to whom out, with the sentence behind every edge.

>>> import graphbuild as gb
>>> net = gb.build("seeds")                     # doctest: +SKIP
>>> net.edges, net.graph                        # doctest: +SKIP

`build` does the whole way. Whoever needs more calls the stages: ``graphbuild.read.read``,
``graphbuild.extract.extract``, ``graphbuild.resolve.resolve``, ``graphbuild.build.assemble``.
"""

from __future__ import annotations

from graphbuild.build import build
from graphbuild.findings.analyses import analyze, diff
from graphbuild.findings.questions import show
from graphbuild.findings.report import report
from graphbuild.network import Network, explorer, export, load, narrowed
from graphbuild.update import add, remove
from graphbuild.version import __version__

__all__ = [
    "Network",
    "__version__",
    "add",
    "analyze",
    "build",
    "diff",
    "explorer",
    "export",
    "load",
    "narrowed",
    "remove",
    "report",
    "show",
]
