"""From which confidence on a relation is stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graphbuild.extract.annotations import Candidate
from graphbuild.extract.score.reader import Reader
from graphbuild.extract.score.select import Rejection, Selection

__all__ = ["above", "thresholds"]

CHARGED = 0.8
"""Confidence from which it is stated as a fact that a named person or body did another harm."""

_CHARGES = frozenset("abuse accuse attack detain dismiss expel kill restrict sanction seize threaten".split())


def thresholds(reader: Reader | None, least: float | None) -> Mapping[str, float]:
    """The least confidence of either kind of relation: what is asked for, else what the reader was tuned to.

    Examples
    --------
    >>> thresholds(None, None), thresholds(None, 0.5)
    ({'verb': 0.0, 'affiliation': 0.0}, {'verb': 0.5, 'affiliation': 0.5})
    """
    if least is None and reader is not None:
        return {kind: float(reader.facts["thresholds"][kind]) for kind in ("verb", "affiliation")}
    return dict.fromkeys(("verb", "affiliation"), least or 0.0)


def above(selection: Selection, least: Mapping[str, float]) -> Selection:
    """What is sure enough; that somebody named did harm is asserted only where it is very sure.

    Parameters
    ----------
    selection : Selection
    least : mapping of str to float
        By kind of relation.

    Returns
    -------
    Selection
    """
    sure = [one for one in selection.accepted if one.confidence >= least[one.kind]]
    unsure = [
        Rejection(one, f"confidence {one.confidence:.2f} is below {least[one.kind]:.2f}")
        for one in selection.accepted
        if one.confidence < least[one.kind]
    ]
    return Selection(tuple(map(_careful, sure)), (*selection.rejected, *unsure))


def _careful(one: Candidate) -> Candidate:
    charges = one.pattern.relation in _CHARGES and one.source.kind == "name" and one.source.type != "country"
    doubtful = charges and one.status == "asserted" and one.confidence < CHARGED
    return replace(one, status="possible") if doubtful else one
