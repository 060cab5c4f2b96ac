"""How likely a pronoun stands for each of the referents that it agrees with.

A linear model over a few properties of the pair, after the salience factors of Lappin and Leass (1994,
aclanthology.org/J94-4002): recency, grammatical role, parallelism, repetition. Its weights are in
``lexicons/salience.csv``; ``training/coreference.py`` fits them.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log2
from operator import mul
from typing import NamedTuple

from graphbuild.extract.attribution import Quotes
from graphbuild.extract.found import Block, Found
from graphbuild.extract.grammar import SUBJECTS
from graphbuild.extract.referents import PERSONS, Referent
from graphbuild.lexicons.salience import FEATURES, Weights, salience_weights

__all__ = ["ACTING", "Candidate", "features", "salience"]

_OBJECTS = frozenset({"obj", "iobj", "obl:agent"})
_MODIFIERS = frozenset({"compound", "amod", "flat", "nmod:desc"})
ACTING = frozenset("GOV MIL REB OPP PTY LEG JUD COP SPY CRM UAF PRM IGO NGO JRN MED BUS".split())
_MOST = 5


class Candidate(NamedTuple):
    """A referent that a pronoun agrees with, and where it was mentioned last.

    ``ahead`` marks a mention that follows the pronoun in its sentence.
    """

    referent: Referent
    last: Found
    ahead: bool = False


def salience(pronoun: Found, rows: Sequence[Sequence[float]]) -> tuple[list[float], float]:
    """Probability of each candidate, and the least that makes it worth a link.

    Parameters
    ----------
    pronoun : Found
    rows : sequence of sequence of float
        One row of `features` for each candidate.

    Returns
    -------
    tuple of (list of float, float)
        The probabilities, which leave room for "none of these", and the threshold.
    """
    weights = _weights(pronoun)
    strengths = [exp(sum(map(mul, weights.values, row))) for row in rows]
    total = 1.0 + sum(strengths)
    return [strength / total for strength in strengths], weights.threshold


def _weights(pronoun: Found) -> Weights:
    table = salience_weights()
    if pronoun.gender in ("m", "f"):
        return table["person"]
    return table["it" if pronoun.gender == "n" else "they"]


def features(
    block: Block, marks: Quotes, pronoun: Found, candidates: Sequence[Candidate], before: Referent | None
) -> list[tuple[float, ...]]:
    """Properties of a pronoun with each of its candidates.

    Parameters
    ----------
    block : Block
        Of the pronoun.
    marks : Quotes
    pronoun : Found
    candidates : sequence of Candidate
    before : Referent or None
        What the pronoun of this kind before it stood for.

    Returns
    -------
    list of tuple of float
        A row for each candidate, in the order of `FEATURES`.
    """
    most = max((c.referent.total for c in candidates), default=1) or 1
    order = sorted(candidates, key=lambda c: (c.ahead, -c.last.sentence, -_position(c.last)))
    rank = {id(c): k for k, c in enumerate(order)}
    first: dict[int, int] = {}
    for c in candidates:
        if not c.ahead:
            first[c.last.sentence] = min(first.get(c.last.sentence, c.last.start), c.last.start)
    rows = []
    for c in candidates:
        row = dict.fromkeys(FEATURES, 0.0)
        row |= _of_mention(block, marks, pronoun, c)
        row |= _of_referent(pronoun, c)
        row["always"] = 1.0
        row["others since"] = min(rank[id(c)], _MOST) / _MOST
        row["prominent"] = c.referent.total / most
        row["first in sentence"] = float(first.get(c.last.sentence) == c.last.start)
        row["same as before"] = float(c.referent is before)
        row["ahead"] = float(c.ahead)
        row["alone"] = float(len(candidates) == 1)
        rows.append(tuple(row.values()))
    return rows


def _position(found: Found) -> int:
    return found.start


def _of_mention(block: Block, marks: Quotes, pronoun: Found, c: Candidate) -> dict[str, float]:
    """Where the last mention stands, seen from the pronoun."""
    last, parse = c.last, block.parse
    distance = abs(pronoun.sentence - last.sentence)
    found = {_DISTANCE[min(distance, len(_DISTANCE) - 1)]: 1.0} if distance else {}
    role, own = _role(last), _role(pronoun)
    found[role] = 1.0
    found["same role"] = float(role == own != "other")
    found["pronoun"] = float(last.kind == "pronoun")
    if last.parse is not parse:
        found["other paragraph"] = 1.0
        return found
    if distance == 0 and role == "subject":
        above = list(parse.ancestors(pronoun.head))
        clause = next((k for k in above if parse.pos[k] in ("VERB", "AUX") or parse.kids(k, "cop")), -1)
        found["subject above"] = float(parse.heads[last.head] in above)
        found["own subject"] = float(own != "subject" and parse.heads[last.head] == clause)
    found["quote between"] = float(marks.inside[last.head] != marks.inside[pronoun.head])
    return found


_DISTANCE = ("", "sentence before", "two before", "few before", "few before", "far before")


def _role(found: Found) -> str:
    dep = found.parse.deps[found.head]
    if dep in SUBJECTS:
        return "subject"
    if dep in _OBJECTS:
        return "object"
    if dep == "nmod:poss":
        return "owner"
    return "modifier" if dep in _MODIFIERS else "other"


def _of_referent(pronoun: Found, c: Candidate) -> dict[str, float]:
    """What is known of the referent itself, and whether it was last called by a plural."""
    referent, kind = c.referent, c.referent.kind
    found = {
        "mentions so far": min(log2(1 + len(referent.mentions)), _MOST) / _MOST,
        "gender known": float(pronoun.gender in ("m", "f") and referent.gender == pronoun.gender),
        "in title": float(referent.in_title),
        "unnamed": float(kind == "nominal"),
        "acting": float(kind == "nominal" and referent.role in ACTING),
        "thing": float(kind == "thing"),
        "several": float(kind == "several"),
    }
    if referent.type not in PERSONS and kind in ("name", "nominal"):
        found["plural"] = float("p" in (referent.number, c.last.number))
        if referent.type in ("country", "organization", "group", "place"):
            found[referent.type] = 1.0
    return found
