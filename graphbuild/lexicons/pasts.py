"""Irregular past forms that are no base form of any verb, kept in ``pasts.csv``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graphbuild.lexicons.rows import rows

__all__ = ["pasts"]

_FILE = Path(__file__).with_name("pasts.csv")


@cache
def pasts() -> dict[str, str]:
    """Past form to its verb: taggers that take "retook" for a present would have it a verb of its own.

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> pasts()["retook"], pasts()["overthrown"], "shed" in pasts()
    ('retake', 'overthrow', False)
    """
    return {row["past"]: row["verb"] for _, row in rows(_FILE, ["past", "verb"])}
