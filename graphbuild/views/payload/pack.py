"""Columns as the page unpacks them."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import numpy as np
import pandas as pd

__all__ = ["pack"]


def pack(values: Any) -> dict[str, Any]:
    """A column as the narrowest little-endian integers that hold it, in base64.

    Parameters
    ----------
    values : ndarray of int, or pandas.Series of str
        Text is packed as codes of its distinct words.

    Returns
    -------
    dict
        ``type`` and ``data``; of text also its ``words``, the most frequent first.

    Examples
    --------
    >>> pack(np.array([1, 2, 300]))
    {'type': 'u2', 'data': 'AQACACwB'}
    >>> pack(pd.Series(["b", "a", "b"]))
    {'type': 'u1', 'data': 'AAEA', 'words': ['b', 'a']}
    """
    if isinstance(values, pd.Series) and not pd.api.types.is_integer_dtype(values):
        counts = values.value_counts(sort=False)
        words = sorted(counts.index, key=lambda word: (-int(counts[word]), word))
        return pack(pd.Index(words, dtype=object).get_indexer(values)) | {"words": words}
    values = np.asarray(values, dtype=np.int64)
    low, high = int(values.min(initial=0)), int(values.max(initial=0))
    types = ("u1", "u2", "u4") if low >= 0 else ("i1", "i2", "i4")
    fits = [name for name in types if np.iinfo(name).min <= low and high <= np.iinfo(name).max]
    packed = np.ascontiguousarray(values.astype("<" + fits[0]))
    return {"type": fits[0], "data": b64encode(packed.tobytes()).decode("ascii")}
