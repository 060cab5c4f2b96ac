"""One name, one kind: where a document calls a name mostly a body, the odd mention as a place is one, too."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from graphbuild.extract.annotations import Block, Mention
from graphbuild.names import fold, gender_of

__all__ = ["consistent"]

_TYPES = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}
_COARSE = {"PER": "PERSON", "LOC": "GPE", "FAC": "GPE"}
_LEAST = 2


def consistent(blocks: Sequence[Block]) -> None:
    """Give the names that no word list knows the kind that most of their mentions have.

    Parameters
    ----------
    blocks : sequence of Block
        All blocks of one document, each with its named mentions; the odd ones are changed.

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> block = example("Zyx/NNP/nsubj/2/ORG sued=sue/VBD/root/0 Zyx/NNP/obj/2/PERSON and/CC/cc/5 "
    ...                 "Zyx/NNP/conj/3/ORG")
    >>> consistent([block])
    >>> [found.type for found in block.mentions]
    ['organization', 'organization', 'organization']
    """
    named: defaultdict[str, list[Mention]] = defaultdict(list)
    for block in blocks:
        for found in block.mentions:
            if not (found.role or found.country) and found.label in (*_TYPES, *_COARSE, "NORP"):
                named[fold(found.text)].append(found)
    for same in named.values():
        votes = Counter(_COARSE.get(found.label, found.label) for found in same)
        (label, most), *others = votes.most_common()
        if not others or most < _LEAST or 2 * most <= len(same) or label not in _TYPES:
            continue
        shown = next(found.label for found in same if _COARSE.get(found.label, found.label) == label)
        for found in same:
            if _COARSE.get(found.label, found.label) != label:
                found.label, found.type, found.name = shown, _TYPES[label], found.text
                found.gender = gender_of(found.text) if label == "PERSON" else "n"
                found.number = "s"
