"""Rows put into a corrections file that may be there, and taken out where the new ones contradict them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from graphbuild.disk.atomic import whole
from graphbuild.errors import InputError
from graphbuild.read.corrections import corrections
from graphbuild.records import Correction

__all__ = ["amended"]

_COLUMNS = ("action", "subject", "object")
_MORE = ("relation", "evidence")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PAIRS = ("merge", "different")
_ANSWERS = ("drop", "confirm")


def amended(path: str | Path, rows: Sequence[Correction]) -> tuple[Correction, ...]:
    """Write answers into a corrections file.

    Parameters
    ----------
    path : str or Path
        The file; made where there is none. It is written anew as a whole, in UTF-8, with commas and the
        columns ``action, subject, object, relation, evidence``; other columns and comments are not kept.
    rows : sequence of Correction
        To be added at the end. A row that stands already goes there, and of two answers to one question
        (``merge`` and ``different`` of two actors, ``drop`` and ``confirm`` of a relation) the later stays.

    Returns
    -------
    tuple of Correction
        The rows that the file has now.

    Raises
    ------
    LexiconError
        The file that is there cannot be understood.
    InputError
        It cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "corrections.csv")
    ...     _ = amended(file, [Correction("merge", "a", "b"), Correction("drop", "0a1b")])
    ...     _ = amended(file, [Correction("different", "b", "a")])
    ...     print(file.read_text("utf-8-sig"))
    action,subject,object,relation,evidence
    drop,0a1b,,,
    different,b,a,,
    <BLANKLINE>
    """
    path = Path(path)
    kept = list(corrections(path)) if path.exists() else []
    for row in rows:
        kept = [other for other in kept if _asked(other) != _asked(row)] + [row]
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*_COLUMNS, *_MORE])
    writer.writerows([_guarded(getattr(row, name)) for name in (*_COLUMNS, *_MORE)] for row in kept)
    try:
        with whole(path) as part:
            part.write_text(out.getvalue(), encoding="utf-8-sig", newline="")
    except OSError as exc:
        raise InputError(f"{path} cannot be written: {exc.strerror or exc}; choose another place") from exc
    return tuple(kept)


def _asked(row: Correction) -> tuple[str, ...]:
    """What a row answers."""
    if row.action in _PAIRS:
        return ("one", *sorted((row.subject, row.object)))
    if row.action in _ANSWERS:
        return ("right", row.subject)
    return row.action, row.subject, row.object, row.relation, row.evidence


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
