"""What makes a referent likely to be meant by a pronoun, kept in ``salience.csv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graphbuild.errors import LexiconError
from graphbuild.lexicons.rows import rows

__all__ = ["CLASSES", "FEATURES", "Weights", "salience_weights"]

CLASSES = ("person", "it", "they")
FEATURES = (
    "always", "sentence before", "two before", "few before", "far before", "other paragraph", "others since",
    "ahead", "subject", "object", "owner", "modifier", "other", "same role", "subject above",
    "own subject",
    "first in sentence", "pronoun", "same as before", "mentions so far", "prominent", "in title", "alone",
    "quote between", "gender known", "unnamed", "acting", "thing", "several", "plural", "country",
    "organization", "group", "place",
)  # fmt: skip
_THRESHOLD = "threshold"
_FILE = Path(__file__).with_name("salience.csv")


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each of `FEATURES`, and the least probability that makes a link."""

    values: dict[str, float]
    threshold: float


@cache
def salience_weights(path: Path = _FILE) -> dict[str, Weights]:
    """Weights for each class of pronouns: ``person`` (he, she), ``it`` and ``they``.

    Parameters
    ----------
    path : pathlib.Path
        A CSV of columns ``feature,person,it,they``: a row for each of `FEATURES`, and one called
        ``threshold``.

    Returns
    -------
    dict of str to Weights

    Raises
    ------
    LexiconError
        If a row is missing, unknown or no number.

    Examples
    --------
    >>> 0 < salience_weights()["they"].threshold < 1
    True
    """
    found: dict[str, list[float]] = {}
    for line, row in rows(path, ["feature", *CLASSES]):
        if row["feature"] not in (*FEATURES, _THRESHOLD):
            raise LexiconError(f"{path}: line {line}: {row['feature']!r} is no feature of salience")
        try:
            found[row["feature"]] = [float(row[name]) for name in CLASSES]
        except ValueError as exc:
            raise LexiconError(f"{path}: line {line}: a weight is no number ({exc})") from exc
    missing = [name for name in (*FEATURES, _THRESHOLD) if name not in found]
    if missing:
        raise LexiconError(f"{path}: no row for {', '.join(missing)}")
    return {
        name: Weights({feature: found[feature][k] for feature in FEATURES}, found[_THRESHOLD][k])
        for k, name in enumerate(CLASSES)
    }
