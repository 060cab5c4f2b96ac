"""Words that judge what they are said of: "a liar", "incompetent", "betrayed", "a hero".

Kept in ``evaluations.csv``; of common knowledge. Whoever says such a word of someone criticises, accuses or
supports them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graphbuild.lexicons.rows import one_of, rows

__all__ = ["evaluations"]

_FILE = Path(__file__).with_name("evaluations.csv")
_COLUMNS = ("word", "pos", "relation")
_POS = frozenset({"ADJ", "NOUN", "VERB"})
_RELATIONS = frozenset({"criticize", "accuse", "support"})


@cache
def evaluations() -> dict[tuple[str, str], str]:
    """Relation class of whoever says a word towards the one of whom it is said, by lemma and part of speech.

    Returns
    -------
    dict of (str, str) to str
        ``criticize``, ``accuse`` or ``support``. Read it, never write to it.

    Raises
    ------
    LexiconError
        If ``evaluations.csv`` has a bad row.

    Examples
    --------
    >>> evaluations()["liar", "NOUN"], evaluations()["brave", "ADJ"], evaluations()["betray", "VERB"]
    ('criticize', 'support', 'accuse')
    """
    found: dict[tuple[str, str], str] = {}
    for line, row in rows(_FILE, _COLUMNS):
        one_of(row["pos"], _POS, _FILE, line, "pos")
        one_of(row["relation"], _RELATIONS, _FILE, line, "relation")
        found[row["word"], row["pos"]] = row["relation"]
    return found
