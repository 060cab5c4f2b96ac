"""Offices in bodies that are not the state's: "the gang's boss", "head of the Lutheran Church".

A noun such as "leader" or "spokeswoman" is a public office by itself; in a union, a church or a militia it
has the role of that body, and whoever holds it is a private person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphbuild.extract.annotations import Block
from graphbuild.extract.syntax.relations import PREMODIFIERS
from graphbuild.extract.types import COLLECTIVES, NOT_PUBLIC
from graphbuild.lexicons.en.body_nouns import LEGAL_FORMS
from graphbuild.lexicons.en.person_nouns import DIRECTING, OF_ANY_BODY, SERVANTS
from graphbuild.lexicons.en.prepositions import GENITIVE
from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.roles import roles

__all__ = ["body_in_title", "body_led"]

_LONGEST = 3
_PRIVATE = frozenset("BUS MED EDU".split())


def body_led(block: Block, i: int) -> str | None:
    """The role of the body, none of the state's, in which a noun names an office; None if there is none.

    Parameters
    ----------
    block : Block
    i : int
        The noun.

    Returns
    -------
    str or None
        PLOVER role; empty where nothing is known of the body.

    Examples
    --------
    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/2 gang/NN/nmod:poss/4 's/POS/case/2 boss/NN/nsubj/5 left=leave/VBD/root/0")
    ['The gang: group CRM', "The gang's boss: person CRM"]
    >>> described("The=the/DT/det/2 leader/NN/nsubj/6 of/IN/case/5 the/DT/det/5 rebels=rebel/NNS/nmod/2 "
    ...           "left=leave/VBD/root/0")
    ['The leader: person REB', 'the rebels: group REB']
    >>> described("The=the/DT/det/2 leader/NN/nsubj/6 of/IN/case/5 the/DT/det/5 army/NN/nmod/2 "
    ...           "left=leave/VBD/root/0")
    ['The leader: official GOV', 'the army: organization MIL']
    >>> described("An=a/DT/det/2 officer/NN/nsubj/6 of/IN/case/5 the/DT/det/5 bank/NN/nmod/2 "
    ...           "left=leave/VBD/root/0")
    ['An officer: person BUS', 'the bank: organization BUS']
    """
    parse = block.parse
    servant = parse.lemmas[i] in SERVANTS
    directing = parse.lemmas[i] in DIRECTING
    if parse.lemmas[i] not in OF_ANY_BODY and not servant:
        return None
    for c in (*_of(block, i), *parse.kids(i, "nmod:poss", *PREMODIFIERS)):
        named = block.by_head.get(c)
        if named is not None and named.kind == "name":
            role = named.role or (
                _body(parse.lower[named.first : named.last]) if named.label == "ORG" else ""
            )
        else:
            role = _body([*(parse.lemmas[k] for k in range(parse.left_edge(c), c)), parse.lemmas[c]])
        if role in NOT_PUBLIC or (servant and role in _PRIVATE):
            return role
        if named is not None and named.label == "ORG" and named.kind == "name" and (directing or not role):
            company = parse.lower[named.last - 1].rstrip(".") in LEGAL_FORMS
            return "BUS" if company else None if named.country and not directing else ""
        if servant and not role and named is not None and named.label == "ORG":
            return ""
    return None


def _of(block: Block, i: int) -> Iterator[int]:
    """The body after "of": a certain one, or several, not a field ("minister of industry")."""
    parse = block.parse
    for c in parse.kids(i, "nmod"):
        certain = c in block.by_head or parse.plural(c) or bool(parse.kids(c, "det", "nmod:poss"))
        if parse.preposition(c) == GENITIVE and certain:
            yield c


def _body(words: Sequence[str]) -> str:
    """The role of a body by its last words, else by its first: "Chamber of Commerce and Industry"."""
    parts = [words[-size:] for size in range(_LONGEST, 0, -1)]
    parts += [words[:size] for size in range(_LONGEST, 1, -1)]
    for part in parts:
        noun = roles().get(fold(" ".join(part)))
        if noun is not None:
            return noun.role if noun.type in COLLECTIVES else ""
    return ""


def body_in_title(words: Sequence[str], office: str) -> str:
    """The role of the body that a title names before the office: "Dockers' Union President".

    Parameters
    ----------
    words : sequence of str
        Folded words before the office.
    office : str
        Folded.

    Returns
    -------
    str
        PLOVER role of a body that is not the state's, else empty.

    Examples
    --------
    >>> body_in_title(["dockers", "union"], "president"), body_in_title(["union"], "minister")
    ('LAB', '')
    """
    role = _body(words) if words and office.split()[-1] in OF_ANY_BODY else ""
    return role if role in NOT_PUBLIC else ""
