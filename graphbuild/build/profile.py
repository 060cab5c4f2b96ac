"""What a build took: seconds of each stage, words, and the most memory."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter

import psutil

from graphbuild.records import Document

__all__ = ["Profile"]

_LOG = logging.getLogger(__name__)


class Profile:
    """Seconds of the stages of a build; each is told to the log when it ends.

    Examples
    --------
    >>> profile = Profile()
    >>> documents = list(profile.counted([Document("a", "Rain fell.")]))
    >>> with profile.stage("tables"):
    ...     pass
    >>> told = profile.told()
    >>> told["words"], list(told["seconds"])
    (2, ['tables'])
    """

    def __init__(self) -> None:
        self._words = 0
        self._seconds: dict[str, float] = {}

    def counted(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents, whose words are counted as they go by."""
        for document in documents:
            self._words += len(document.text.split())
            yield document

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what is done inside."""
        began = perf_counter()
        try:
            yield
        finally:
            self._seconds[name] = round(perf_counter() - began, 2)
        _LOG.info("%s done", name, extra={"stage": name, "seconds": self._seconds[name]})

    def told(self) -> dict[str, object]:
        """What is known so far, for a manifest: ``words, seconds`` by stage, ``peak_megabytes``."""
        return {"words": self._words, "seconds": dict(self._seconds), "peak_megabytes": _peak()}


def _peak() -> int:
    """The most memory of this process, or of one that read articles for it, if that was more."""
    if sys.platform == "win32":
        return round(psutil.Process().memory_info().peak_wset / 1e6)
    import resource

    unit = 1e6 if sys.platform == "darwin" else 1e3
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return round(max(resource.getrusage(one).ru_maxrss for one in whose) / unit)
