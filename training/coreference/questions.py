"""What extraction asks at each pronoun and description, with the annotators' answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graphbuild.extract.annotations import Mention
from graphbuild.extract.coreference.antecedents import Choice
from graphbuild.extract.coreference.entities import Referent
from graphbuild.extract.coreference.salience import Antecedent
from graphbuild.extract.coreference.scorer import Asked, asked, kind_of
from graphbuild.extract.models.loading import load
from graphbuild.extract.pipeline import contexts, parsed_blocks
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.salience import FEATURES
from graphbuild.lexicons.verbs import lexicon
from training.coreference.chains import Chained

__all__ = ["Question", "questions"]


@dataclass(frozen=True, slots=True)
class Question:
    """A pronoun or description: a row of features for each candidate, and which candidates are right.

    Attributes
    ----------
    doc_id : str
    kind : str
        One of `graphbuild.extract.coreference.scorer.KINDS`.
    rows : numpy.ndarray
        In the order of `graphbuild.lexicons.salience.FEATURES`.
    right : numpy.ndarray of bool
    asked : Asked, optional
        What the network is told; None where the pipeline has no vectors.
    named : numpy.ndarray of bool
        Which candidates have a name.
    """

    doc_id: str
    kind: str
    rows: np.ndarray
    right: np.ndarray
    asked: Asked | None = None
    named: np.ndarray | None = None


def questions(documents: Sequence[Chained], model: str, answers: Choice | None = None) -> list[Question]:
    """What extraction asks, in order.

    Parameters
    ----------
    documents : sequence of Chained
    model : str
        Pipeline by name or folder.
    answers : callable, optional
        Whose answers later questions build on; those of the annotators if not given.

    Returns
    -------
    list of Question
        Without the pronouns that have no candidate.
    """
    known = patterns(lexicon(None))
    by_id = {c.document.doc_id: c for c in documents}
    found: list[Question] = []
    for document, parses in parsed_blocks([c.document for c in documents], load(model), known):
        contexts(parses, known, _asking(by_id[document.doc_id], answers, found))
    return found


def _asking(chained: Chained, answers: Choice | None, found: list[Question]) -> Choice:
    exact = {(start, end): chain for start, end, _, chain in chained.mentions}
    by_head: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for start, end, heads, chain in chained.mentions:
        for head in heads:
            by_head[head].append((start, end, chain))

    def chain_of(one: Mention) -> str | None:
        if one.kind == "pronoun":
            return exact.get((one.start, one.end))
        tokens = range(one.first, one.last) if one.kind in ("name", "several") else (one.head,)
        spans = [m for k in tokens for m in by_head.get(one.parse.starts[k], ())]
        if one.kind == "several":
            spans = [m for m in spans if m[1] >= one.end]
        if not spans:
            return None
        pick = max if one.kind == "several" else min
        return pick(spans, key=lambda m: (m[1] - m[0], m))[2]

    def is_right(candidate: Antecedent, chain: str) -> bool:
        named = [
            f for f in (*candidate.referent.mentions, candidate.last) if not answers or f.kind != "pronoun"
        ]
        return any(chain_of(f) == chain for f in named[-8:])

    def choose(
        phrase: Mention, candidates: Sequence[Antecedent], rows: Sequence[Mapping[str, float]]
    ) -> Referent | None:
        chain = chain_of(phrase)
        right = np.array([chain is not None and is_right(c, chain) for c in candidates])
        table = np.array([[row.get(feature, 0.0) for feature in FEATURES] for row in rows])
        told = None if phrase.parse.vectors is None else asked(phrase, candidates, rows)
        named = np.array([c.referent.kind == "name" for c in candidates])
        found.append(Question(chained.document.doc_id, kind_of(phrase), table, right, told, named))
        if answers is not None:
            return answers(phrase, candidates, rows)
        return candidates[int(right.argmax())].referent if right.any() else None

    return choose
