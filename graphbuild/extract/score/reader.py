"""The learned reader: for each ordered pair of mentions of a sentence, how likely what is said of them is.

A small network (`reader.onnx`) reads the encoder's vectors of the words, the way from one mention to the
other through the tree, and what the rules propose. It says which act or affiliation the sentence states, with
which status and whose word it is. How likely an act of some sign is, and an affiliation, is calibrated on
articles kept out of training.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from spacy.language import Language

from graphbuild.errors import ModelError
from graphbuild.extract.score.pairs import Party, Proposal, Rows, columns, rows
from graphbuild.extract.syntax.parse import Parse

__all__ = ["Classes", "Passage", "Reader", "Reading", "reader"]

_MODEL, _FACTS = "reader.onnx", "reader.json"
_MOST = 40  # mentions of a sentence; pairs grow with their square
_CHUNK = 1000  # pairs read in one call
_OUTPUTS = ("acts", "affiliations", "status", "asks", "answers", "shares")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: its parse, its mentions, and the proposals between them."""

    parse: Parse
    parties: Sequence[Party]
    proposals: Sequence[Proposal] = ()


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes in the order of the columns.

    The first act and the first affiliation are none, the last affiliation is the same actor.

    ``groups`` has the columns of the acts of sign -1, 0 and 1; ``trust`` what the word of a rule adds to the
    probability of its class of act, and of its status.
    """

    acts: Sequence[str]
    affiliations: Sequence[str]
    statuses: Sequence[str]
    groups: Sequence[np.ndarray]
    trust: tuple[float, float] = (1.0, 1.0)

    def sign(self, act: str) -> int:
        """The sign of a class of act; 0 of one that the reader does not know."""
        column = self.acts.index(act) if act in self.acts else -1
        signs = (sign for sign, group in zip((-1, 0, 1), self.groups, strict=True) if column in group)
        return next(signs, 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader makes of the ordered pairs of a passage: an array with a row for each pair.

    Attributes
    ----------
    classes : Classes
    size : int
        How many mentions were read; of the others nothing is known.
    signs : numpy.ndarray, shape (pairs, 3)
        Calibrated: how likely an act of sign -1, 0 or 1 from source to target is stated.
    tie : numpy.ndarray, shape (pairs,)
        Calibrated: how likely the likeliest affiliation is stated in this direction.
    acts, affiliations, status : numpy.ndarray, shape (pairs, classes)
        Probabilities as the network gives them.
    """

    classes: Classes
    size: int
    signs: np.ndarray
    tie: np.ndarray
    acts: np.ndarray
    affiliations: np.ndarray
    status: np.ndarray
    _asks: np.ndarray
    _answers: np.ndarray
    _shares: np.ndarray

    def knows(self, source: int, target: int) -> bool:
        """Whether a pair was read."""
        return source != target and max(source, target) < self.size

    def acting(self, least: float) -> list[tuple[int, int]]:
        """Pairs for which an act of some sign is at least so likely."""
        return [self._ends(int(n)) for n in np.flatnonzero(self.signs.max(1, initial=0.0) >= least)]

    def tied(self, least: float) -> list[tuple[int, int]]:
        """Pairs for which an affiliation is at least so likely."""
        return [self._ends(int(n)) for n in np.flatnonzero(self.tie >= least)]

    def sign(self, source: int, target: int) -> int:
        """The likeliest sign of an act between them."""
        return int(self.signs[self._row(source, target)].argmax()) - 1

    def confidence(self, source: int, target: int, sign: int) -> float:
        """How likely an act of that sign from source to target is stated."""
        return float(self.signs[self._row(source, target), sign + 1])

    def act(self, source: int, target: int, sign: int, told: str = "") -> str:
        """The likeliest class of that sign; that which a rule has told of is so much the likelier."""
        group = self.classes.groups[sign + 1]
        scores = self.acts[self._row(source, target), group]
        return _likeliest([self.classes.acts[n] for n in group], scores, told, self.classes.trust[0])

    def affiliation(self, source: int, target: int) -> tuple[str, float]:
        """The likeliest affiliation, and how likely it is stated in this direction."""
        row = self._row(source, target)
        best = int(self.affiliations[row, 1:-1].argmax()) + 1
        return self.classes.affiliations[best], float(self.tie[row])

    def same(self, source: int, target: int) -> float:
        """How likely the two are one actor, as the network gives it."""
        return float(self.affiliations[self._row(source, target), -1])

    def factuality(self, source: int, target: int, told: str = "") -> str:
        """The likeliest status of the act between them; that which a rule has told of is the likelier."""
        scores = self.status[self._row(source, target)]
        return _likeliest(self.classes.statuses, scores, told, self.classes.trust[1])

    def speaker(self, source: int, target: int) -> int | None:
        """The mention whose word it is; None for the writer."""
        row = self._row(source, target)
        scores = self._answers @ self._asks[row] / 8.0
        scores[source] += self._shares[row, 1]
        scores[target] += self._shares[row, 2]
        best = int(scores.argmax())
        return best if scores[best] > self._shares[row, 0] else None

    def _row(self, source: int, target: int) -> int:
        return source * (self.size - 1) + target - (target > source)

    def _ends(self, row: int) -> tuple[int, int]:
        source, rest = divmod(row, self.size - 1)
        return source, rest + (rest >= source)


@dataclass(frozen=True)
class Reader:
    """The network and what is told about it; opened in each process when first used.

    Attributes
    ----------
    model : bytes
        `reader.onnx`.
    facts : mapping
        `reader.json`: ``index`` of the features, ``acts`` with their ``signs``, ``affiliations``,
        ``statuses``, what the word of a rule counts (``trust``), and the ``calibration`` of each kind as
        points (score, probability): of ``acts`` and ``affiliations`` that a rule proposes, and of others
        (``added``).
    """

    model: bytes = field(repr=False)
    facts: Mapping[str, Any] = field(repr=False)

    def __getstate__(self) -> dict[str, Any]:
        return {"model": self.model, "facts": self.facts}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    def __call__(self, passages: Iterable[Passage]) -> Iterator[Reading | None]:
        """A reading of each passage, in order; None where fewer than two mentions or no vectors are given."""
        waiting: list[tuple[Passage, Rows | None]] = []
        pairs = 0
        for passage in passages:
            parties = passage.parties[:_MOST]
            made = None
            if len(parties) > 1 and passage.parse.vectors is not None:
                kept = [p for p in passage.proposals if max(p.source, p.target) < len(parties)]
                made = rows(passage.parse, parties, kept, self.facts["index"])
                pairs += len(parties) * (len(parties) - 1)
            waiting.append((passage, made))
            if pairs >= _CHUNK:
                yield from self._read(waiting)
                waiting, pairs = [], 0
        yield from self._read(waiting)

    def _read(self, waiting: Sequence[tuple[Passage, Rows | None]]) -> Iterator[Reading | None]:
        told = [(passage, made) for passage, made in waiting if made is not None]
        found = self._scored(told) if told else iter(())
        for _, made in waiting:
            yield next(found) if made is not None else None

    def _scored(self, told: Sequence[tuple[Passage, Rows]]) -> Iterator[Reading]:
        outputs = dict(zip(_OUTPUTS, self._session.run(_OUTPUTS, _inputs(told)), strict=True))
        acts, ties, status = (_softmax(outputs[name]) for name in _OUTPUTS[:3])
        ruled, tied = (np.concatenate(part) for part in zip(*map(self._told, told), strict=True))
        by_sign = [self._calibrated("acts", acts[:, group].sum(1), ruled) for group in self.classes.groups]
        tie = self._calibrated("affiliations", ties[:, 1:-1].sum(1), tied)
        signs, asks, shares = np.stack(by_sign, 1), outputs["asks"], outputs["shares"]
        pair, party = 0, 0
        for _, made in told:
            part, own = (
                slice(pair, pair + len(made.tokens) * (len(made.tokens) - 1)),
                slice(party, party + len(made.tokens)),
            )
            yield Reading(
                self.classes,
                len(made.tokens),
                signs[part],
                tie[part],
                acts[part],
                ties[part],
                status[part],
                asks[part],
                outputs["answers"][own],
                shares[part],
            )
            pair, party = part.stop, own.stop

    @cached_property
    def classes(self) -> Classes:
        """The classes of the network's columns."""
        names, signs = self.facts["acts"], self.facts["signs"]
        groups = [np.array([n for n, a in enumerate(names) if n and signs[a] == s]) for s in (-1, 0, 1)]
        trust = self.facts["trust"]
        return Classes(
            names,
            self.facts["affiliations"],
            self.facts["statuses"],
            groups,
            (float(trust["class"]), float(trust["status"])),
        )

    def _told(self, told: tuple[Passage, Rows]) -> tuple[np.ndarray, np.ndarray]:
        """Of each pair, whether rules propose an act, and whether they propose an affiliation."""
        passage, made = told
        known = set(self.facts["affiliations"])
        acts = {(p.source, p.target) for p in passage.proposals if p.relation not in known}
        ties = {(p.source, p.target) for p in passage.proposals if p.relation in known}
        pairs = made.pairs
        return np.array([pair in acts for pair in pairs]), np.array([pair in ties for pair in pairs])

    def _calibrated(self, kind: str, scores: np.ndarray, told: np.ndarray) -> np.ndarray:
        """How likely what has such scores is right, where a rule proposes it and where none does."""
        ruled, added = (np.array(self.facts["calibration"][name]) for name in (kind, f"added {kind}"))
        sure = np.interp(scores, ruled[:, 0], ruled[:, 1]), np.interp(scores, added[:, 0], added[:, 1])
        return np.asarray(np.where(told, *sure))

    @property
    def _session(self) -> Any:
        """The onnxruntime session of this process."""
        held = self.__dict__.get("_open")
        if held is None or held[0] != os.getpid():
            held = os.getpid(), _opened(self.model)
            self.__dict__["_open"] = held
        return held[1]


def reader(nlp: Language) -> Reader | None:
    """The reader that comes with a pipeline; None if none does.

    Parameters
    ----------
    nlp : spacy.language.Language
    """
    for _, part in getattr(nlp, "pipeline", ()):
        files = getattr(part, "files", {})
        if _MODEL in files:
            return Reader(files[_MODEL], json.loads(files[_FACTS].decode("utf-8")))
    return None


def _likeliest(names: Sequence[str], scores: np.ndarray, told: str, trust: float) -> str:
    """The name of the highest score, where that which is told of has so much added to its own."""
    ranked = (
        (score + trust * (name == told), name == told, name)
        for name, score in zip(names, scores, strict=True)
    )
    return max(ranked)[-1]


def _opened(model: bytes) -> Any:
    try:
        import onnxruntime
    except (ImportError, OSError) as exc:
        raise ModelError(
            f"the default pipeline needs onnxruntime, which cannot be loaded here ({exc})"
        ) from exc
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _inputs(told: Sequence[tuple[Passage, Rows]]) -> dict[str, np.ndarray]:
    """The inputs of the network; passages of one parse share its vectors."""
    places: dict[int, int] = {}
    vectors: list[np.ndarray] = []
    starts, size = [], 0
    for passage, _ in told:
        table = passage.parse.vectors
        if table is not None and id(table) not in places:
            places[id(table)] = size
            vectors.append(table)
            size += len(table)
        starts.append(places[id(table)])
    inputs = columns([made for _, made in told], starts, size)
    inputs["words"] = np.concatenate([*vectors, np.zeros_like(vectors[0][:1])])
    return inputs


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True))
