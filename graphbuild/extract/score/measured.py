"""How sure a relation is: how often its rule was right on annotated sentences.

``confidence.csv`` beside this module has a row for each rule, and one for each status and kind of subject of
a rule that made enough relations to tell. ``training/calibrate.py`` counts and writes it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graphbuild.extract.annotations import Candidate
from graphbuild.extract.syntax.clauses import Clause
from graphbuild.lexicons.rows import rows

__all__ = ["COLUMNS", "FILE", "confidence", "subject"]

FILE = Path(__file__).parent / "confidence.csv"
COLUMNS = ("rule", "status", "subject", "confidence", "n")


def confidence(stated: Candidate, clause: Clause | None) -> float:
    """Share of relations like this one that are right.

    Parameters
    ----------
    stated : Candidate
        With its final status.
    clause : Clause, optional
        That of its verb, where it has one.

    Returns
    -------
    float
        0 to 1; what the rule itself trusts it where the rule was never counted.

    Examples
    --------
    >>> from graphbuild.lexicons.verbs import Pattern
    >>> attack = Pattern("attack", "ASSAULT", -1.0, "")
    >>> sure, unsure = (Candidate(None, None, "verb", attack, "attack", 0, rule, 0.5)
    ...                 for rule in ("light_verb", "adjunct"))
    >>> confidence(sure, None) > confidence(unsure, None)
    True
    """
    known = _counted()
    found = known.get((stated.rule, stated.status, subject(clause)), known.get((stated.rule, "", "")))
    return stated.confidence if found is None else found


def subject(clause: Clause | None) -> str:
    """``shared`` where a verb has its subject from another clause, which is often wrong, else ``own``."""
    return "shared" if clause is not None and clause.inherited else "own"


@cache
def _counted() -> dict[tuple[str, str, str], float]:
    return {
        (row["rule"], row["status"], row["subject"]): float(row["confidence"])
        for _, row in rows(FILE, COLUMNS)
    }
