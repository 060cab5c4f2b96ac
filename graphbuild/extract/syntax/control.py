"""Whom a verb asks through a preposition, and events that are only asked for.

"Kenya called on Chad to leave", "Kenya pressed for sanctions on Chad", "Kenya rejected calls for talks".
"""

from __future__ import annotations

from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.complement_verbs import DESIDERATIVE, OBJECT_CONTROL_THROUGH
from graphbuild.lexicons.en.prepositions import CONTENT
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["asked", "asked_for"]


def asked(parse: Parse, verb: int) -> int | None:
    """Whom the verb above an infinitive asks through a preposition: "called on *Chad* to leave".

    Parameters
    ----------
    parse : Parse
    verb : int
        The infinitive.

    Returns
    -------
    int or None
        The token that the preposition governs; None where nobody is asked.

    Examples
    --------
    >>> from graphbuild.extract.testing import acted, example
    >>> tokens = ("Kenya/NNP/nsubj/2/GPE called=call/VBD/root/0 on/IN/case/4 Chad/NNP/obl/2/GPE "
    ...           "to/TO/mark/6 leave/VB/advcl/2")
    >>> asked(example(tokens).parse, 5)
    3
    >>> acted(tokens)
    ['Kenya call -', 'Chad leave -']
    """
    head = parse.heads[verb]
    if parse.deps[verb] not in ("advcl", "xcomp") or not parse.infinitive(verb):
        return None
    if not parse.to_infinitive(verb):
        return None
    prepositions = OBJECT_CONTROL_THROUGH.get(parse.lemmas[head], ())
    between = [
        c
        for c in parse.kids(head, "obl")
        if head < c < verb and parse.preposition(c) in prepositions and parse.pos[c] != "VERB"
    ]
    return between[-1] if between else None


def asked_for(parse: Parse, noun: int, lexicon: Lexicon) -> str:
    """What the word above an event noun says of it, where it is only asked for, planned or missing.

    Parameters
    ----------
    parse : Parse
    noun : int
    lexicon : Lexicon

    Returns
    -------
    str
        ``intended`` below a verb that asks for it; below a noun, by "of" or "for", what that noun says ("a
        *call* for talks", "the *threat* of war", "a *lack* of support"); else ``asserted``.

    Examples
    --------
    >>> from graphbuild.extract.testing import heard
    >>> heard("Kenya/NNP/nsubj/2/GPE rejected=reject/VBD/root/0 calls=call/NNS/obj/2 for/IN/case/5 "
    ...       "talks=talk/NNS/nmod/3 with/IN/case/7 Chad/NNP/nmod/5/GPE")[1:]
    ['talk: negated']
    """
    head, dep = parse.heads[noun], parse.deps[noun]
    preposition = parse.preposition(noun)
    if dep == "nmod" and parse.pos[head] == "NOUN" and preposition in CONTENT:
        return lexicon.status.get((parse.lemmas[head], "NOUN"), "asserted")
    wants = parse.pos[head] == "VERB" and preposition in DESIDERATIVE.get(parse.lemmas[head], ())
    return "intended" if wants and dep == ("obl" if preposition else "obj") else "asserted"
