"""The texts of the articles, compressed in chunks that the page unpacks when one is read or searched."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from graphbuild.views.payload.pack import pack

__all__ = ["MOST", "texts"]

MOST = 12_000_000
"""Characters of text that a page has room for: some 4,000 articles, six megabytes compressed."""

_CHUNK = 100_000  # characters


def texts(
    given: Mapping[str, str],
    doc_ids: Sequence[str],
    relations: npt.NDArray[np.int64],
    *,
    most: int = MOST,
) -> tuple[dict[str, Any], list[str]]:
    """The texts that have room, and where the page finds them.

    Parameters
    ----------
    given : mapping of str to str
        Text by document.
    doc_ids : sequence of str
        The documents, as the page numbers them.
    relations : ndarray of int
        How many relations each has: where there is no room for all texts, those with most go first.
    most : int
        Characters that there is room for.

    Returns
    -------
    core : dict
        ``chunk`` and ``place`` in it by document, chunk -1 for one whose text is not in the page, and how
        many were ``left`` out for want of room.
    chunks : list of str
        Base64 of zlib-compressed JSON: a list of texts.

    Examples
    --------
    >>> from base64 import b64decode
    >>> core, chunks = texts({"a": "Rain fell."}, ["a", "b"], np.array([1, 0]))
    >>> core["left"], json.loads(zlib.decompress(b64decode(chunks[0])))
    (0, ['Rain fell.'])
    """
    known = [at for at, doc_id in enumerate(doc_ids) if given.get(doc_id)]
    order = sorted(known, key=lambda at: (-int(relations[at]), at))
    room = np.cumsum([len(given[doc_ids[at]]) for at in order]) <= most
    kept = sorted(at for at, fits in zip(order, room, strict=True) if fits)
    chunk, place = np.full(len(doc_ids), -1, dtype=np.int64), np.zeros(len(doc_ids), dtype=np.int64)
    chunks: list[list[str]] = []
    size = _CHUNK
    for at in kept:
        if size >= _CHUNK:
            chunks.append([])
            size = 0
        text = given[doc_ids[at]]
        chunk[at], place[at] = len(chunks) - 1, len(chunks[-1])
        chunks[-1].append(text)
        size += len(text)
    core = {"chunk": pack(chunk), "place": pack(place), "left": len(known) - len(kept)}
    return core, [_packed(one) for one in chunks]


def _packed(some: list[str]) -> str:
    written = json.dumps(some, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return b64encode(zlib.compress(written, 9)).decode("ascii")
