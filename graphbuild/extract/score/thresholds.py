"""From which confidence on a relation is stated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from graphbuild.extract.annotations import Candidate
from graphbuild.extract.score.reader import Reader
from graphbuild.extract.score.select import Rejection, Selection
from graphbuild.vocabulary import AFFILIATION, READER

__all__ = ["NONE", "above", "needed", "thresholds"]

CHARGED = 0.8
"""Confidence from which it is stated as a fact that a named person or body did another harm."""

_KINDS = ("ruled", "added", AFFILIATION, "added affiliation")
NONE: Mapping[str, float] = dict.fromkeys(_KINDS, 0.0)
"""Thresholds that all pass."""

_CHARGES = frozenset("abuse accuse attack detain dismiss expel kill restrict sanction seize threaten".split())


def thresholds(reader: Reader | None, least: float | None) -> Mapping[str, float]:
    """The least confidence of what is stated: what is asked for, else what the reader was tuned to.

    Returns
    -------
    mapping of str to float
        ``ruled`` for acts that a rule proposes, ``added`` for those that the reader alone saw, which are
        right less often; ``affiliation`` and ``added affiliation`` likewise.

    Examples
    --------
    >>> thresholds(None, None)["ruled"], thresholds(None, 0.5)["ruled"]
    (0.0, 0.5)
    """
    if least is None and reader is not None:
        return {kind: float(reader.facts["thresholds"][kind]) for kind in _KINDS}
    return dict.fromkeys(_KINDS, least or 0.0)


def above(selection: Selection, least: Mapping[str, float]) -> Selection:
    """What is sure enough; where that is asked, harm by somebody named is asserted only if very sure.

    Parameters
    ----------
    selection : Selection
    least : mapping of str to float
        As `thresholds` gives it.

    Returns
    -------
    Selection
    """
    sure, unsure = [], []
    for one in selection.accepted:
        enough = needed(one, least)
        if one.confidence >= enough:
            sure.append(_careful(one) if enough else one)
        else:
            unsure.append(Rejection(one, f"confidence {one.confidence:.2f} is below {enough:.2f}"))
    return Selection(tuple(sure), (*selection.rejected, *unsure))


def needed(one: Candidate, least: Mapping[str, float]) -> float:
    """The confidence that a relation needs to be stated.

    Parameters
    ----------
    one : Candidate
    least : mapping of str to float
        As `thresholds` gives it.
    """
    if one.kind == AFFILIATION:
        return least["added affiliation" if one.rule == READER else AFFILIATION]
    return least["added" if one.rule == READER else "ruled"]


def _careful(one: Candidate) -> Candidate:
    charges = one.pattern.relation in _CHARGES and one.source.kind == "name" and one.source.type != "country"
    doubtful = charges and one.status == "asserted" and one.confidence < CHARGED
    return replace(one, status="possible") if doubtful else one
