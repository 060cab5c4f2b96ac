"""How likely a pronoun stands for each of the referents that it agrees with.

A linear model over a few properties of the pair, after the salience factors of Lappin and Leass (1994,
aclanthology.org/J94-4002): recency, grammatical role, parallelism, repetition. Its weights are in
``lexicons/salience.csv``; ``training/coreference.py`` fits them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log2
from typing import NamedTuple

from graphbuild.extract.annotations import Block, Mention, Quotes
from graphbuild.extract.coreference.entities import Referent
from graphbuild.extract.syntax.relations import ATTRIBUTES, SUBJECTS
from graphbuild.extract.types import ACTING, PERSONS
from graphbuild.lexicons.salience import Weights, salience_weights

__all__ = ["Antecedent", "features", "salience"]

_OBJECTS = frozenset({"obj", "iobj", "obl:agent"})
_MOST = 5


class Antecedent(NamedTuple):
    """A referent that a pronoun agrees with, and where it was mentioned last.

    ``ahead`` marks a mention that follows the pronoun in its sentence.
    """

    referent: Referent
    last: Mention
    ahead: bool = False


def salience(pronoun: Mention, rows: Sequence[Mapping[str, float]]) -> tuple[list[float], float]:
    """Probability of each candidate, and the least that makes it worth a link.

    Parameters
    ----------
    pronoun : Mention
    rows : sequence of mapping of str to float
        The `features` of each candidate.

    Returns
    -------
    tuple of (list of float, float)
        The probabilities, which leave room for "none of these", and the threshold.
    """
    weights = _weights(pronoun)
    value = weights.values
    strengths = [exp(sum([value[name] * x for name, x in row.items()])) for row in rows]
    total = 1.0 + sum(strengths)
    return [strength / total for strength in strengths], weights.threshold


def _weights(pronoun: Mention) -> Weights:
    table = salience_weights()
    if pronoun.gender in ("m", "f"):
        return table["person"]
    return table["it" if pronoun.gender == "n" else "they"]


def features(
    block: Block, marks: Quotes, pronoun: Mention, candidates: Sequence[Antecedent], before: Referent | None
) -> list[dict[str, float]]:
    """Properties of a pronoun with each of its candidates.

    Parameters
    ----------
    block : Block
        Of the pronoun.
    marks : Quotes
    pronoun : Mention
    candidates : sequence of Antecedent
    before : Referent or None
        What the pronoun of this kind before it stood for.

    Returns
    -------
    list of dict of str to float
        For each candidate the properties that it has, of `graphbuild.lexicons.salience.FEATURES`.
    """
    most = max((c.referent.total for c in candidates), default=1) or 1
    order = sorted(candidates, key=lambda c: (c.ahead, -c.last.sentence, -c.last.start))
    rank = {id(c): k for k, c in enumerate(order)}
    first: dict[int, int] = {}
    for c in candidates:
        if not c.ahead:
            first[c.last.sentence] = min(first.get(c.last.sentence, c.last.start), c.last.start)
    rows = []
    for c in candidates:
        row = {"always": 1.0, "others since": min(rank[id(c)], _MOST) / _MOST}
        row["prominent"] = c.referent.total / most
        if first.get(c.last.sentence) == c.last.start:
            row["first in sentence"] = 1.0
        if c.referent is before:
            row["same as before"] = 1.0
        if c.ahead:
            row["ahead"] = 1.0
        if len(candidates) == 1:
            row["alone"] = 1.0
        _add_mention(row, block, marks, pronoun, c)
        _add_referent(row, pronoun, c)
        rows.append(row)
    return rows


def _add_mention(row: dict[str, float], block: Block, marks: Quotes, pronoun: Mention, c: Antecedent) -> None:
    """Where the last mention stands, seen from the pronoun."""
    last, parse = c.last, block.parse
    distance = abs(pronoun.sentence - last.sentence)
    if distance:
        row[_DISTANCE[min(distance, len(_DISTANCE) - 1)]] = 1.0
    role, own = _role(last), _role(pronoun)
    row[role] = 1.0
    if role == own != "other":
        row["same role"] = 1.0
    if last.kind == "pronoun":
        row["pronoun"] = 1.0
    if last.parse is not parse:
        if not _asked_before(block, last):
            row["other paragraph"] = 1.0
        return
    if distance == 0 and role == "subject":
        above = list(parse.ancestors(pronoun.head))
        clause = next((k for k in above if parse.pos[k] in ("VERB", "AUX") or parse.kids(k, "cop")), -1)
        if parse.heads[last.head] in above:
            row["subject above"] = 1.0
        if own != "subject" and parse.heads[last.head] == clause:
            row["own subject"] = 1.0
    if marks.inside[last.head] != marks.inside[pronoun.head]:
        row["quote between"] = 1.0


def _asked_before(block: Block, last: Mention) -> bool:
    """Whether a mention is in the question that the paragraph answers, which goes on from it."""
    parse = last.parse
    begin = last.sentence - parse.sentence[last.head]
    return parse.words[-1:] == ["?"] and begin + len(parse.sentences) == block.before


_DISTANCE = ("", "sentence before", "two before", "few before", "few before", "far before")


def _role(found: Mention) -> str:
    dep = found.parse.deps[found.head]
    if dep in SUBJECTS:
        return "subject"
    if dep in _OBJECTS:
        return "object"
    if dep == "nmod:poss":
        return "owner"
    return "modifier" if dep in ATTRIBUTES else "other"


def _add_referent(row: dict[str, float], pronoun: Mention, c: Antecedent) -> None:
    """What is known of the referent itself, and whether it was last called by a plural."""
    referent, kind = c.referent, c.referent.kind
    row["mentions so far"] = min(log2(1 + len(referent.mentions)), _MOST) / _MOST
    if pronoun.gender in ("m", "f") and referent.gender == pronoun.gender:
        row["gender known"] = 1.0
    if referent.in_title:
        row["in title"] = 1.0
    if kind == "nominal":
        row["unnamed"] = 1.0
        if referent.role in ACTING:
            row["acting"] = 1.0
    elif kind != "name":
        row[kind] = 1.0  # a thing, or several
    if referent.type not in PERSONS and kind in ("name", "nominal"):
        if "p" in (referent.number, c.last.number):
            row["plural"] = 1.0
        if referent.type in ("country", "organization", "group", "place"):
            row[referent.type] = 1.0
