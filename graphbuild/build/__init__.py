"""From articles to a network and its files: the only place where the stages are put together."""

from __future__ import annotations

from graphbuild.build.assemble import assemble
from graphbuild.build.build import build
from graphbuild.build.make import make

__all__ = ["assemble", "build", "make"]
