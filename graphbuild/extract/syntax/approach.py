"""What one only came close to: "came near to attacking", "on the verge of attacking", "within days of it"."""

from __future__ import annotations

from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.complement_verbs import BRINK, MARGINS, NEARING, REACHING
from graphbuild.lexicons.en.function_words import INFINITIVE_MARK
from graphbuild.lexicons.en.prepositions import GENITIVE, INSIDE, ON_POINT

__all__ = ["approached"]


def approached(parse: Parse, verb: int) -> bool:
    """Whether a gerund tells what one only came close to.

    Parameters
    ----------
    parse : Parse
    verb : int

    Returns
    -------
    bool

    Examples
    --------
    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/2/GPE came=come/VBD/root/0 close/RB/advmod/2 to/IN/mark/5 "
    ...       "attacking=attack/VBG/advcl/2 Chad/NNP/obj/5/GPE")
    ['attack: possible']
    """
    head = parse.heads[verb]
    if not parse.gerund(verb) or head == verb:
        return False
    marks = parse.marks(verb)
    if INFINITIVE_MARK in marks:
        return any(parse.lemmas[k] in NEARING for k in (head, *parse.kids(head, "advmod", "xcomp")))
    return GENITIVE in marks and _nearby(parse, head)


def _nearby(parse: Parse, noun: int) -> bool:
    """Whether a noun tells how near a deed is: "is on the verge of", "came within days of".

    Whoever is arrested "within days of attacking" did attack.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Kenya/NNP/nsubj/5/GPE is=be/VBZ/cop/5 on/IN/case/5 the/DT/det/5 verge/NN/root/0 of/IN/mark/7 "
    ...       "attacking=attack/VBG/acl/5 Chad/NNP/obj/7/GPE")
    ['Kenya attack Chad']
    """
    if not parse.kids(noun, "cop") and parse.lemmas[parse.heads[noun]] not in REACHING:
        return False
    preposition, lemma = parse.preposition(noun), parse.lemmas[noun]
    return (preposition in ON_POINT and lemma in BRINK) or (preposition in INSIDE and lemma in MARGINS)
