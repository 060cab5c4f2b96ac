"""Fit the weights of pronoun resolution: `python -m training.coreference CORPORA`.

Reads the coreference chains of GUM (``parse/gum_*.conllu``, column MISC), lets extraction propose candidates
for each pronoun, and fits a logistic model over them and "none of these", one for each class of pronouns.
Writes ``graphbuild/lexicons/salience.csv``. Every fifth document of ``pronouns/gum_dev.jsonl`` is left out.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from graphbuild.extract.annotations import Mention
from graphbuild.extract.coreference.antecedents import Choice, likeliest
from graphbuild.extract.coreference.entities import Referent
from graphbuild.extract.coreference.salience import Antecedent
from graphbuild.extract.models.loading import load
from graphbuild.extract.pipeline import contexts, parsed_blocks
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.salience import CLASSES, FEATURES
from graphbuild.lexicons.verbs import lexicon
from graphbuild.records import Document

__all__ = ["Chained", "Question", "chained", "fit", "questions"]

_MARK = re.compile(r"\(([^()]+?)\)|\(([^()]+)|([^()]+)\)")
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_FILE = Path(__file__).resolve().parent.parent / "graphbuild" / "lexicons" / "salience.csv"
_THRESHOLDS = {"person": 0.3, "it": 0.35, "they": 0.5}
_PENALTY = 2.0


@dataclass(slots=True)
class Chained:
    """A document with the chains of its mentions: (start, end, starts of the head words, chain)."""

    document: Document
    mentions: list[tuple[int, int, frozenset[int], str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Question:
    """A pronoun: its class, a row of features for each candidate, and which candidates are right."""

    doc_id: str
    kind: str
    rows: np.ndarray
    right: np.ndarray


def chained(path: Path) -> Iterator[Chained]:
    """Documents of a GUM file in CoNLL-U, as text with paragraphs parted by an empty line.

    Parameters
    ----------
    path : Path

    Yields
    ------
    Chained
    """
    doc_id, rows, paragraph = "", [], False
    with path.open(encoding="utf-8") as lines:
        for line in (line.rstrip("\n") for line in lines):
            if line.startswith("# newdoc"):
                if doc_id:
                    yield _document(doc_id, rows)
                doc_id, rows = line.partition("= ")[2], []
            elif line.startswith("# newpar"):
                paragraph = True
            elif line and line[0] != "#":
                columns = line.split("\t")
                gap = "" if columns[0] not in ("1", "1-2", "1-3") else "\n\n" if paragraph else " "
                paragraph = paragraph and not gap
                rows.append((gap, columns))
    if doc_id:
        yield _document(doc_id, rows)


def _document(doc_id: str, rows: Iterable[tuple[str, list[str]]]) -> Chained:
    text, joined, pending = "", {}, ""
    opened: defaultdict[str, list[tuple[str, list[tuple[int, int]]]]] = defaultdict(list)
    mentions = []
    for gap, columns in rows:
        pending = pending or gap
        if "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            joined = dict.fromkeys(range(first, last), False)
            joined[last] = "SpaceAfter=No" not in columns[9]
            continue
        if not columns[0].isdigit():
            continue
        if pending:
            text, pending = text.rstrip(" ") + (pending if text else ""), ""
        start = len(text)
        text += columns[1]
        span = (start, len(text))
        text += " " if joined.pop(int(columns[0]), "SpaceAfter=No" not in columns[9]) else ""
        entity = _ENTITY.search(columns[9])
        closing = []
        for whole, begun, ended in _MARK.findall(entity[1]) if entity else ():
            if whole or begun:
                chain = (whole or begun).partition("-")[0]
                opened[chain].append((whole or begun, []))
            if whole or ended:
                closing.append((whole or ended).partition("-")[0])
        for stack in opened.values():
            for _, words in stack:
                words.append(span)
        for chain in closing:
            if opened[chain]:
                mentions.append(_mention(chain, *opened[chain].pop()))
    return Chained(Document(doc_id, text.rstrip()), mentions)


def _mention(
    chain: str, marks: str, words: Sequence[tuple[int, int]]
) -> tuple[int, int, frozenset[int], str]:
    heads = marks.split("-")[5].split(",") if marks.count("-") > 5 else ["1"]
    starts = {words[int(k) - 1][0] for k in heads if k.isdigit() and int(k) <= len(words)}
    return words[0][0], words[-1][1], frozenset(starts), chain


def questions(documents: Sequence[Chained], model: str, own: bool) -> list[Question]:
    """What extraction asks at each third-person pronoun, with the annotators' answer.

    Parameters
    ----------
    documents : sequence of Chained
    model : str
        Pipeline by name or folder.
    own : bool
        Whether later questions build on extraction's own earlier answers, not on the annotators'.

    Returns
    -------
    list of Question
        Without the pronouns that have no candidate.
    """
    known = patterns(lexicon(None))
    by_id = {c.document.doc_id: c for c in documents}
    found: list[Question] = []
    for document, parses in parsed_blocks([c.document for c in documents], load(model), known):
        contexts(parses, known, _asking(by_id[document.doc_id], own, found))
    return found


def _asking(chained: Chained, own: bool, found: list[Question]) -> Choice:
    exact = {(start, end): chain for start, end, _, chain in chained.mentions}
    by_head: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for start, end, heads, chain in chained.mentions:
        for head in heads:
            by_head[head].append((start, end, chain))

    def chain_of(one: Mention) -> str | None:
        if one.kind == "pronoun":
            return exact.get((one.start, one.end))
        spans = [m for k in range(one.first, one.last) for m in by_head.get(one.parse.starts[k], ())]
        if one.kind == "several":
            spans = [m for m in spans if m[1] >= one.end]
        if not spans:
            return None
        pick = max if one.kind == "several" else min
        return pick(spans, key=lambda m: (m[1] - m[0], m))[2]

    def is_right(candidate: Antecedent, chain: str) -> bool:
        named = [f for f in (*candidate.referent.mentions, candidate.last) if f.kind != "pronoun" or not own]
        return any(chain_of(f) == chain for f in named[-8:])

    def choose(
        pronoun: Mention, candidates: Sequence[Antecedent], rows: Sequence[Mapping[str, float]]
    ) -> Referent | None:
        chain = exact.get((pronoun.start, pronoun.end))
        right = np.array([chain is not None and is_right(c, chain) for c in candidates])
        kind = "person" if pronoun.gender in ("m", "f") else "it" if pronoun.gender == "n" else "they"
        table = np.array([[row.get(feature, 0.0) for feature in FEATURES] for row in rows])
        found.append(Question(chained.document.doc_id, kind, table, right))
        if own:
            return likeliest(pronoun, candidates, rows)
        return candidates[int(right.argmax())].referent if right.any() else None

    return choose


def fit(asked: Sequence[Question], penalty: float = _PENALTY) -> np.ndarray:
    """Weights that make the right answers likeliest, "none of these" (strength 1) among the answers.

    Parameters
    ----------
    asked : sequence of Question
        Of one class.
    penalty : float
        Of squared weights.

    Returns
    -------
    numpy.ndarray
        In the order of `FEATURES`.
    """

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = penalty / 2 * float(weights @ weights), penalty * weights
        for question in asked:
            strengths = np.append(question.rows @ weights, 0.0)
            likely = np.exp(strengths - strengths.max())
            likely /= likely.sum()
            right = np.append(question.right, not question.right.any())
            mass = float(likely[right].sum())
            total -= np.log(max(mass, 1e-12))
            wanted = np.where(right, likely / max(mass, 1e-12), 0.0)
            slope = slope + question.rows.T @ (likely - wanted)[:-1]
        return total, slope

    return minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B").x


def write(weights: dict[str, np.ndarray], path: Path = _FILE) -> None:
    """Write the table that extraction reads."""
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow(["feature", *CLASSES])
        table.writerow(["threshold", *(_THRESHOLDS[kind] for kind in CLASSES)])
        for k, feature in enumerate(FEATURES):
            table.writerow([feature, *(f"{weights[kind][k] + 0.0:.2f}" for kind in CLASSES)])


def _held(path: Path) -> Collection[str]:
    with path.open(encoding="utf-8") as rows:
        return {json.loads(row)["id"] for k, row in enumerate(rows) if k % 5 == 4}


def main() -> None:
    """Fit, write, and say how often the likeliest answer is right on the documents left out."""
    parser = argparse.ArgumentParser(prog="python -m training.coreference", description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder of corpora")
    parser.add_argument("--model", default="", help="pipeline whose parses to fit to")
    options = parser.parse_args()
    documents = [
        c for name in ("train", "dev") for c in chained(options.corpora / f"parse/gum_{name}.conllu")
    ]
    held = _held(options.corpora / "pronouns/gum_dev.jsonl")
    asked = questions(documents, options.model, own=False)
    weights = {}
    for kind in CLASSES:
        weights[kind] = fit([q for q in asked if q.kind == kind and q.doc_id not in held])
        rest = [q for q in asked if q.kind == kind and q.doc_id in held]
        hits = sum(_answer(q, weights[kind]) for q in rest)
        print(f"{kind}: right {hits} of {len(rest)} held out")
    write(weights)


def _answer(question: Question, weights: np.ndarray) -> bool:
    strengths = np.append(question.rows @ weights, 0.0)
    return bool(np.append(question.right, not question.right.any())[int(strengths.argmax())])


if __name__ == "__main__":
    main()
