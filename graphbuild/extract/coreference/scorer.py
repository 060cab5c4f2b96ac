"""Learned: how likely a pronoun or description stands for each of the referents that it may stand for.

A small network (`coreference.npz`) reads the encoder's vectors of the phrase, and of last mention and
name of each candidate, and what `salience.features` says of the two. Pairs of mentions: Soon, Ng and
Lim (2001, doi:10.1162/089120101753342653); "none of these" as one more answer: Lee et al. (2017,
doi:10.18653/v1/D17-1018).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

import numpy as np
from spacy.language import Language

from graphbuild.extract.annotations import Mention
from graphbuild.extract.coreference.antecedents import likeliest
from graphbuild.extract.coreference.entities import Referent
from graphbuild.extract.coreference.salience import Antecedent
from graphbuild.lexicons.en.function_words import DEFINITE_ARTICLE
from graphbuild.lexicons.en.pronouns import OWNERS, POSSESSIVE
from graphbuild.lexicons.salience import FEATURES
from graphbuild.vocabulary import ACTOR_TYPES

__all__ = ["KINDS", "LEARNED", "PAIRED", "SLOTS", "Asked", "Scorer", "asked", "kind_of", "scorer"]

KINDS = ("person", "it", "they", "description")
"""Classes of what is asked for; each has a threshold of its own."""
LEARNED = frozenset({"it", "description"})
"""Where the network is right more often than the fitted weights, in documents that neither learned from."""
SLOTS = 4
"""Vectors of a candidate: first word and head of its last mention, first word and head of its name."""
PAIRED = (
    *FEATURES, *(f"type {name}" for name in ACTOR_TYPES), "the", "owned", "ours", "other pointer",
    "plural phrase", "called so", "in name", "nominal", "distance",
)  # fmt: skip
"""What is told of a candidate beside its vectors."""
_FILE = "coreference.npz"
_FAR = 6.0
_LEAST_UNNAMED = 0.7  # an unnamed actor must be surer than a name: less is lost where it is left out


class Asked(NamedTuple):
    """What the network is told of one phrase with its candidates.

    Attributes
    ----------
    kind : int
        Place in `KINDS`.
    phrase : numpy.ndarray, shape (size,)
        The vector of its head.
    words : numpy.ndarray, shape (candidates, SLOTS, size)
    pairs : numpy.ndarray, shape (candidates, len(PAIRED))
    """

    kind: int
    phrase: np.ndarray
    words: np.ndarray
    pairs: np.ndarray


@dataclass(frozen=True)
class Scorer:
    """The network: call it with a phrase, its candidates and their features, as `antecedents` does.

    Attributes
    ----------
    weights : mapping of str to numpy.ndarray
    """

    weights: Mapping[str, np.ndarray]

    def __call__(
        self, found: Mention, candidates: Sequence[Antecedent], rows: Sequence[Mapping[str, float]]
    ) -> Referent | None:
        """The likeliest candidate, if it is likely enough; by the fitted weights where these are as good."""
        if kind_of(found) not in LEARNED:
            return likeliest(found, candidates, rows)
        told = asked(found, candidates, rows)
        shares = self.shares(told)
        best = int(shares.argmax())
        referent, least = candidates[best].referent, float(self.weights["least"][told.kind])
        if referent.kind == "nominal":
            least = max(least, _LEAST_UNNAMED)
        return referent if shares[best] >= least else None

    def shares(self, told: Asked) -> np.ndarray:
        """The probability of each candidate; what is left is that of none of them."""
        w = self.weights
        phrase = np.tanh(told.phrase @ w["phrase"] + w["phrase bias"])
        words = np.tanh(told.words @ w["words"] + w["words bias"])
        kind = w["kinds"][told.kind]
        size = len(told.pairs)
        table = np.concatenate(
            [
                np.tile(phrase, (size, 1)),
                words.reshape(size, -1),
                phrase * words[:, 1],
                phrase * words[:, 3],
                told.pairs,
                np.tile(kind, (size, 1)),
            ],
            1,
        )
        hidden = np.maximum(table @ w["hidden"] + w["hidden bias"], 0.0)
        scores = hidden @ w["score"] + told.pairs @ w["plain"][told.kind]
        alone = np.concatenate([phrase, kind])
        none = np.maximum(alone @ w["none"] + w["none bias"], 0.0) @ w["none score"]
        powers = np.exp(np.append(scores, none) - max(scores.max(), none))
        return np.asarray((powers / powers.sum())[:-1])


def scorer(nlp: Language) -> Scorer | None:
    """The scorer that comes with a pipeline; None if none does.

    Parameters
    ----------
    nlp : spacy.language.Language

    Examples
    --------
    >>> import spacy
    >>> scorer(spacy.blank("en")) is None
    True
    """
    for _, part in getattr(nlp, "pipeline", ()):
        files = getattr(part, "files", {})
        if _FILE in files:
            with np.load(BytesIO(files[_FILE]), allow_pickle=False) as table:
                return Scorer({name: table[name].astype(np.float32) for name in table.files})
    return None


def kind_of(found: Mention) -> str:
    """Which of `KINDS` a phrase is of."""
    if found.kind != "pronoun":
        return "description"
    return {"m": "person", "f": "person", "n": "it"}.get(found.gender, "they")


def asked(found: Mention, candidates: Sequence[Antecedent], rows: Sequence[Mapping[str, float]]) -> Asked:
    """What the network is told of a phrase.

    Parameters
    ----------
    found : Mention
        Of a parse with vectors.
    candidates : sequence of Antecedent
    rows : sequence of mapping of str to float
        `salience.features` of each.

    Returns
    -------
    Asked
    """
    own = _own(found)
    lemma = found.parse.lemmas[found.head]
    pairs = np.zeros((len(candidates), len(PAIRED)), np.float32)
    for k, (one, row) in enumerate(zip(candidates, rows, strict=True)):
        for name, value in (*row.items(), *own, *_beside(found, lemma, one)):
            pairs[k, _PLACE[name]] = value
    words = np.stack([_vectors(one) for one in candidates])
    return Asked(KINDS.index(kind_of(found)), _vector(found, found.head), words, pairs)


_PLACE = {name: k for k, name in enumerate(PAIRED)}


def _own(found: Mention) -> list[tuple[str, float]]:
    """How a description points, and its number."""
    parse, told = found.parse, []
    if found.number == "p":
        told.append(("plural phrase", 1.0))
    if found.kind != "pronoun":
        before = [parse.lower[c] for c in parse.children[found.head] if c < found.head]
        owners = [w for w in before if w in OWNERS]
        if owners:
            told.append(("owned" if owners[0] in POSSESSIVE else "ours", 1.0))
        else:
            told.append(("the" if DEFINITE_ARTICLE in before else "other pointer", 1.0))
        told.append(("nominal", float(found.kind == "nominal")))
    return told


def _beside(found: Mention, lemma: str, one: Antecedent) -> list[tuple[str, float]]:
    """What a candidate is, how far off, and whether it is called by the noun of the description."""
    referent = one.referent
    told = [("distance", min(np.log2(1 + abs(found.sentence - one.last.sentence)), _FAR) / _FAR)]
    if referent.type in ACTOR_TYPES:
        told.append((f"type {referent.type}", 1.0))
    if found.kind != "pronoun":
        others = [f for f in referent.mentions if f.kind == "nominal"]
        told.append(("called so", float(any(f.parse.lemmas[f.head] == lemma for f in others))))
        name = _name(one)
        told.append(("in name", float(lemma in name.parse.lower[name.first : name.last])))
    return told


def _name(one: Antecedent) -> Mention:
    """The last name of a candidate; its last mention if it has none."""
    named = (f for f in reversed(one.referent.mentions) if f.kind != "pronoun")
    return next((f for f in named if f.kind == "name" or one.referent.kind != "name"), one.last)


def _vectors(one: Antecedent) -> np.ndarray:
    last, name = one.last, _name(one)
    return np.stack(
        [
            _vector(last, last.first),
            _vector(last, last.head),
            _vector(name, name.first),
            _vector(name, name.head),
        ]
    )


def _vector(found: Mention, token: int) -> np.ndarray:
    table = found.parse.vectors
    if table is None:
        raise ValueError("a parse without vectors of words")
    return np.asarray(table[token], np.float32)
