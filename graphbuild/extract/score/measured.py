"""How sure a relation is: how often its rule was right on annotated sentences.

``confidence.csv`` beside this module has a row for each rule, and one for each status and kind of subject of
a rule that made enough relations to tell. ``training/calibrate.py`` counts and writes it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from graphbuild.extract.annotations import Candidate, Clause
from graphbuild.lexicons.rows import rows

__all__ = ["COLUMNS", "FILE", "confidence", "measured", "subject"]

FILE = Path(__file__).parent / "confidence.csv"
ALL = "*"
COLUMNS = ("rule", "status", "subject", "confidence", "n")


def confidence(rule: str, status: str, subject: str) -> float:
    """Share of relations like this one that are right.

    Parameters
    ----------
    rule : str
    status : str
    subject : str
        ``own`` or ``shared``, as `subject` tells.

    Returns
    -------
    float
        0 to 1; the mean of all rules where the rule was never counted.

    Examples
    --------
    >>> confidence("light_verb", "asserted", "own") > confidence("agent_noun", "asserted", "own")
    True
    """
    known = _counted()
    cells = ((rule, status, subject), (rule, "", ""), (ALL, "", ""))
    return next(known[cell] for cell in cells if cell in known)


def measured(one: Candidate, clause: Clause | None = None) -> Candidate:
    """A candidate with its confidence; ``clause`` is that of its verb, where it has one."""
    return replace(one, confidence=confidence(one.rule, one.status, subject(clause)))


def subject(clause: Clause | None) -> str:
    """``shared`` where a verb has its subject from another clause, which is often wrong, else ``own``."""
    return "shared" if clause is not None and clause.inherited else "own"


@cache
def _counted() -> dict[tuple[str, str, str], float]:
    return {
        (row["rule"], row["status"], row["subject"]): float(row["confidence"])
        for _, row in rows(FILE, COLUMNS)
    }
