"""The learned reader: for each ordered pair of mentions of a sentence, how likely what is said of them is.

A small network (`reader.onnx`) reads the encoder's vectors of the words, the way from one mention to the other
through the tree, and what the rules propose. It says which act or affiliation the sentence states, with which
status and whose word it is; sums over the acts of one sign are calibrated on articles kept out of training.
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

__all__ = ["Pair", "Passage", "Reader", "Reading", "reader_of"]

_MOST = 40  # mentions of a sentence; pairs grow with their square
_CHUNK = 1500  # pairs read in one call
_OUTPUTS = ("acts", "affiliations", "status", "asks", "answers", "shares")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: its parse, its mentions, and the proposals between them."""

    parse: Parse
    parties: Sequence[Party]
    proposals: Sequence[Proposal] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """What the reader makes of an ordered pair of mentions.

    Attributes
    ----------
    act : str
        The likeliest class among those of the likeliest sign.
    sign : int
    confidence : float
        Calibrated: how likely an act of this sign from source to target is stated.
    by_sign : tuple of float
        The same for -1, 0 and 1.
    affiliation : str
    affiliation_confidence : float
        How likely that affiliation is stated, in this direction; 0 to 1.
    status : str
    speaker : int or None
        Place of the mention whose word it is; None for the writer.
    acts, affiliations : numpy.ndarray
        Probabilities of the classes, not calibrated, in the order of `Reader.acts` and `Reader.affiliations`.
    """

    act: str
    sign: int
    confidence: float
    by_sign: tuple[float, float, float]
    affiliation: str
    affiliation_confidence: float
    status: str
    speaker: int | None
    acts: np.ndarray
    affiliations: np.ndarray


Reading = Mapping[tuple[int, int], Pair]
"""By the places of source and target among the mentions of a passage."""


@dataclass(frozen=True)
class Reader:
    """The network and what is told about it; opened in each process when first used.

    Attributes
    ----------
    model : bytes
        `reader.onnx`.
    facts : mapping
        `reader.json`: ``index`` of the features, ``acts`` with their ``signs``, ``affiliations``,
        ``statuses``, and the ``calibration`` of either kind as points (score, probability).
    """

    model: bytes = field(repr=False)
    facts: Mapping[str, Any] = field(repr=False)

    def __getstate__(self) -> dict[str, Any]:
        return {"model": self.model, "facts": self.facts}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    def __call__(self, passages: Iterable[Passage]) -> Iterator[Reading]:
        """A reading of each passage, in order; empty where fewer than two mentions or no vectors are given."""
        waiting: list[tuple[Passage, Rows | None]] = []
        pairs = 0
        for passage in passages:
            parties = passage.parties[:_MOST]
            made = None
            if len(parties) > 1 and passage.parse.vectors is not None:
                kept = [p for p in passage.proposals if max(p.source, p.target) < len(parties)]
                made = rows(passage.parse, parties, kept, self.facts["index"])
                pairs += len(made.pairs)
            waiting.append((passage, made))
            if pairs >= _CHUNK:
                yield from self._read(waiting)
                waiting, pairs = [], 0
        yield from self._read(waiting)

    def _read(self, waiting: Sequence[tuple[Passage, Rows | None]]) -> Iterator[Reading]:
        told = [(passage, made) for passage, made in waiting if made is not None]
        found = iter(self._scored(told)) if told else iter(())
        for _, made in waiting:
            yield next(found) if made is not None else {}

    def _scored(self, told: Sequence[tuple[Passage, Rows]]) -> Iterator[Reading]:
        tables: dict[int, int] = {}
        vectors: list[np.ndarray] = []
        starts, size = [], 0
        for passage, _ in told:
            table = passage.parse.vectors
            assert table is not None
            if id(table) not in tables:
                tables[id(table)] = size
                vectors.append(table)
                size += len(table)
            starts.append(tables[id(table)])
        inputs = columns([made for _, made in told], starts, size)
        inputs["words"] = np.concatenate([*vectors, np.zeros_like(vectors[0][:1])])
        outputs = dict(zip(_OUTPUTS, self._session.run(_OUTPUTS, inputs), strict=True))
        pair, party = 0, 0
        for _, made in told:
            ends = pair + len(made.pairs), party + len(made.tokens)
            part = {name: values[pair : ends[0]] for name, values in outputs.items() if name != "answers"}
            yield self._reading(made, part, outputs["answers"][party : ends[1]])
            pair, party = ends

    def _reading(self, made: Rows, part: Mapping[str, np.ndarray], answers: np.ndarray) -> Reading:
        acts, ties = _shares(part["acts"]), _shares(part["affiliations"])
        by_sign = np.stack([self._calibrated("acts", acts[:, group].sum(1)) for group in self._groups], 1)
        best = by_sign.argmax(1)
        of_tie = ties[:, 1:-1].argmax(1) + 1
        tie = self._calibrated("affiliations", np.take_along_axis(ties, of_tie[:, None], 1)[:, 0])
        status = part["status"].argmax(1)
        speakers = _speakers(np.array(made.pairs), part, answers)
        return {
            ends: Pair(
                act=self.acts[self._groups[best[n]][acts[n, self._groups[best[n]]].argmax()]],
                sign=int(best[n]) - 1,
                confidence=float(by_sign[n, best[n]]),
                by_sign=(float(by_sign[n, 0]), float(by_sign[n, 1]), float(by_sign[n, 2])),
                affiliation=self.affiliations[of_tie[n]],
                affiliation_confidence=float(tie[n]),
                status=self.facts["statuses"][status[n]],
                speaker=int(speakers[n]) if speakers[n] >= 0 else None,
                acts=acts[n],
                affiliations=ties[n],
            )
            for n, ends in enumerate(made.pairs)
        }

    @property
    def acts(self) -> Sequence[str]:
        """The classes of acts; the first is none."""
        names: Sequence[str] = self.facts["acts"]
        return names

    @property
    def affiliations(self) -> Sequence[str]:
        """The classes of affiliations; the first is none, the last the same actor."""
        names: Sequence[str] = self.facts["affiliations"]
        return names

    @cached_property
    def _groups(self) -> list[np.ndarray]:
        """The places of the acts of each sign."""
        signs = self.facts["signs"]
        return [np.array([n for n, a in enumerate(self.acts) if n and signs[a] == s]) for s in (-1, 0, 1)]

    def _calibrated(self, kind: str, scores: np.ndarray) -> np.ndarray:
        points = np.array(self.facts["calibration"][kind])
        return np.interp(scores, points[:, 0], points[:, 1])

    @property
    def _session(self) -> Any:
        """The onnxruntime session of this process."""
        held = self.__dict__.get("_open")
        if held is None or held[0] != os.getpid():
            held = os.getpid(), _opened(self.model)
            self.__dict__["_open"] = held
        return held[1]


def reader_of(nlp: Language) -> Reader | None:
    """The reader of a loaded pipeline; None where it has none.

    Examples
    --------
    >>> import spacy
    >>> reader_of(spacy.blank("en")) is None
    True
    """
    files = next((found for _, part in nlp.pipeline if (found := getattr(part, "reader", None))), None)
    return None if files is None else Reader(files[0], json.loads(files[1]))


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


def _shares(scores: np.ndarray) -> np.ndarray:
    """Softmax of each row."""
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True))


def _speakers(pairs: np.ndarray, part: Mapping[str, np.ndarray], answers: np.ndarray) -> np.ndarray:
    """Place of the likeliest speaker of each pair, -1 for the writer."""
    scores = part["asks"] @ answers.T / 8.0
    every = np.arange(len(pairs))
    scores[every, pairs[:, 0]] += part["shares"][:, 1]
    scores[every, pairs[:, 1]] += part["shares"][:, 2]
    return np.concatenate([part["shares"][:, :1], scores], 1).argmax(1) - 1
