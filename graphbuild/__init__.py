"""News text in, a graph of who does what to whom out, with the sentence behind every edge.

>>> import graphbuild as gb
>>> net = gb.build("seeds")                     # doctest: +SKIP
>>> net.edges, net.graph                        # doctest: +SKIP

`build` does the whole way. Whoever needs more calls the stages: ``graphbuild.read.read``,
``graphbuild.extract.extract``, ``graphbuild.resolve.resolve``, ``graphbuild.build.assemble``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphbuild.build import build
from graphbuild.network import Network, explorer, load
from graphbuild.version import __version__

if TYPE_CHECKING:
    from graphbuild.exports import export

__all__ = ["Network", "__version__", "build", "explorer", "export", "load"]


def __getattr__(name: str) -> object:
    if name == "export":  # loads NetworkX and pandas, for which `import graphbuild` need not wait
        from graphbuild.exports import export

        return export
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
