"""Transcripts: who speaks in which block, by the labels that turns begin with ("MS HOLM: ...", "Q: ...")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graphbuild.extract.annotations import Block, Mention, Quotes
from graphbuild.extract.types import PERSONS

__all__ = ["Turn", "spoken", "turns"]

_FEWEST = 2  # labels that make a transcript
_LABEL = re.compile(
    r"(?P<name>[^\W\d_a-z][^\W\d_a-z.'’-]*(?:[ ,.'’-]+[^\W\d_a-z.'’-]+){0,6}"  # MS HOLM, THE CHAIR
    r"|[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,4}|Q|A)"  # Ada Holm
    r"\.?(?: ?\([^()\n]{1,60}\)| ?\[[^\[\]\n]{1,60}\])? ?:(?= |\Z)"
)
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Turn:
    """What is spoken in a block: from which token on, and by whom, where a name tells."""

    begin: int
    speaker: Mention | None


def turns(blocks: Sequence[Block]) -> list[Turn | None]:
    """Follow the turns of a transcript through its blocks; a turn goes on until the next label.

    Parameters
    ----------
    blocks : sequence of Block
        With the names in them.

    Returns
    -------
    list of Turn or None
        One for each block; none at all where fewer than two labels are there, as in other texts.

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> label = "MS/NNP/nmod/1 {}/NNP/nsubj/3/PERSON :/:/punct/3 "
    >>> holm = example(label.format("HOLM") + "Rain/NN/nsubj/4 fell=fall/VBD/root/0")
    >>> roe = example(label.format("ROE") + "It/PRP/nsubj/4 did=do/VBD/root/0")
    >>> [(turn.begin, turn.speaker.name) for turn in turns([holm, roe])]
    [(3, 'HOLM'), (3, 'ROE')]
    """
    labels = [_labelled(block) for block in blocks]
    if sum(label is not None for label in labels) < _FEWEST:
        return [None] * len(blocks)
    found: list[Turn | None] = []
    speaking: Turn | None = None
    for label in labels:
        found.append(label or speaking)
        speaking = Turn(0, label.speaker) if label else speaking
    return found


def spoken(marks: Quotes, block: Block, turn: Turn | None) -> Quotes:
    """The quotes of a block that is a turn of a transcript: all of it is said by its speaker.

    Parameters
    ----------
    marks : Quotes
        By its quotation marks.
    block : Block
    turn : Turn or None

    Returns
    -------
    Quotes
    """
    if turn is None or turn.speaker is None:
        return marks
    inside = [quoted or k >= turn.begin for k, quoted in enumerate(marks.inside)]
    whole = [k for k, (a, b) in enumerate(block.parse.sentences) if not any(marks.inside[a:b])]
    return replace(marks, inside=inside, speakers={**marks.speakers, **dict.fromkeys(whole, turn.speaker)})


def _labelled(block: Block) -> Turn | None:
    """The turn that a block begins, if it begins with a label: a name, or one in capitals."""
    text = block.parse.text
    label = _LABEL.match(text, 0, _LONGEST)
    if not label:
        return None
    end = block.parse.offset + label.end()
    begin = next((k for k in range(len(block.parse.words)) if block.parse.begin(k) >= end), None)
    if begin is None:
        return None
    named = [m for m in block.mentions if m.last <= begin and m.type in PERSONS and m.kind == "name"]
    capitals = label["name"].isupper()
    return Turn(begin, named[-1] if named else None) if named or capitals else None
