"""Relations that a user says are wrong, taken out of the table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from graphbuild.records import Correction

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["dropped"]

_ID_LENGTH = 12
_ROUNDED = re.compile(r"\d[.,]?\d*E\+?\d+")


def dropped(
    relations: pd.DataFrame, corrections: Iterable[Correction], known: Collection[str]
) -> tuple[pd.DataFrame, tuple[Correction, ...]]:
    """The relations without those that rows of a corrections file ``drop``.

    Parameters
    ----------
    relations : DataFrame
        With ``relation_id``.
    corrections : iterable of Correction
        All rows; those of other actions are passed on as they are.
    known : collection of str
        Ids of all relations that were found, those too that the table leaves out.

    Returns
    -------
    tuple of (DataFrame, tuple of Correction)
        The rows that stay, numbered from 0, and the corrections, each that drops what is not there with its
        ``problem``.

    Examples
    --------
    >>> import pandas as pd
    >>> found = pd.DataFrame({"relation_id": ["a", "b"]})
    >>> rest, rows = dropped(found, [Correction("drop", "a"), Correction("drop", "z")], {"a", "b"})
    >>> rest["relation_id"].tolist(), [row.problem for row in rows]
    (['b'], ['', 'no relation has the id "z"'])
    """
    rows = tuple(_found(row, known) for row in corrections)
    gone = {row.subject for row in rows if row.action == "drop"}
    return relations[~relations["relation_id"].isin(gone)].reset_index(drop=True), rows


def _found(row: Correction, known: Collection[str]) -> Correction:
    """A row with its problem, if it drops a relation that is not there."""
    if row.action != "drop" or row.subject in known:
        return row
    if (digits := row.subject.zfill(_ID_LENGTH)) in known:  # a spreadsheet takes an id of digits for a number
        return replace(row, subject=digits)
    hint = ", which looks rounded by a spreadsheet: format the column as text"
    rounded = hint if _ROUNDED.fullmatch(row.subject) else ""
    return replace(row, problem=f'no relation has the id "{row.subject}"{rounded}')
