"""Who is called upon to speak: "Mr. Roe?", "Ambassador Lee, please go ahead." at the end of a paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.types import PERSONS
from graphbuild.lexicons.en.speech_verbs import THANKING, YIELDING

__all__ = ["floor"]

_LONGEST = 9  # words of a call
_ASIDE = frozenset({"PUNCT", "INTJ", "ADV", "CCONJ"})


def floor(blocks: Iterable[Block]) -> dict[int, Mention]:
    """Who has been called upon last before each paragraph, if anybody.

    Parameters
    ----------
    blocks : iterable of Block
        Of one document, in order.

    Returns
    -------
    dict of int to Mention
        By the ``id`` of the block, a name.

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> calling = example("Ambassador/NNP/nmod:desc/2 Lee/NNP/root/0/PERSON ?/./punct/2")
    >>> calling.mentions[0].title = "Ambassador"
    >>> speaking = example("I/PRP/nsubj/2 agree/VBP/root/0")
    >>> [name.name for name in floor([calling, speaking]).values()]
    ['Lee']
    """
    found: dict[int, Mention] = {}
    holder: Mention | None = None
    for block in blocks:
        if holder is not None:
            found[id(block)] = holder
        holder = _called(block) or holder
    return found


def _called(block: Block) -> Mention | None:
    """The one whom the last sentence of a paragraph names with a title, and says hardly more."""
    parse = block.parse
    begin, end = parse.sentences[-1]
    if end - begin > _LONGEST or not THANKING.isdisjoint(parse.lemmas[begin:end]):
        return None
    named = [f for f in block.mentions if f.kind == "name" and f.first >= begin]
    if len(named) != 1 or named[0].type not in PERSONS or not named[0].title:
        return None
    (name,) = named
    rest = (k for k in range(begin, end) if block.by_token.get(k) is not name)
    alone = all(parse.pos[k] in _ASIDE or parse.heads[k] == name.head for k in rest)
    return name if alone or not YIELDING.isdisjoint(parse.lemmas[begin:end]) else None
