"""Dates as the page counts them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["NO_DAY", "days"]

NO_DAY = -1_000_000


def days(dates: pd.Series) -> npt.NDArray[np.int64]:
    """Days since 1970 of ISO dates; a year or a month alone stands for its first day.

    Parameters
    ----------
    dates : pandas.Series of str

    Returns
    -------
    ndarray of int
        `NO_DAY` where there is no date, or none that can be read.

    Examples
    --------
    >>> days(pd.Series(["1970-01-02", "1970-02", "soon", ""])).tolist()
    [1, 31, -1000000, -1000000]
    """
    codes, words = pd.factorize(dates)
    return np.array([_day(str(word)) for word in words] or [NO_DAY], dtype=np.int64)[codes]


def _day(date: str) -> int:
    try:
        return int(np.datetime64(date[:10], "D").astype(np.int64)) if date else NO_DAY
    except ValueError:
        return NO_DAY
