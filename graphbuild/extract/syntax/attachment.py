"""Objects that parsers commonly attach to the wrong word, and how grammar tells."""

from __future__ import annotations

from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.event_nouns import TERMS
from graphbuild.lexicons.en.prepositions import GERUND_OF_OBJECT

__all__ = ["object_after_terms", "object_astray", "object_below", "object_beside"]

_NEAR = 8


def object_astray(parse: Parse, verb: int) -> int:
    """A noun taken for the subject of a gerund though it stands before the gerund's own mark, or -1.

    "Accused *Chad* of lying": only what follows "of" can belong to the gerund; Chad is who was accused.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Kenya/NNP/nsubj/2/GPE accused=accuse/VBD/root/0 Chad/NNP/nsubj/5/GPE of/IN/mark/5 "
    ...       "lying=lie/VBG/advcl/2")
    ['Kenya accuse Chad', 'Chad lie -']
    """
    if not parse.gerund(verb) or parse.deps[verb] not in ("advcl", "ccomp", "xcomp", "obl"):
        return -1
    marks = [m for m in parse.kids(verb, "mark", "case") if parse.lower[m] in GERUND_OF_OBJECT]
    early = [s for s in parse.kids(verb, "nsubj") if marks and parse.heads[verb] < s < marks[0]]
    return early[0] if early else -1


def object_below(parse: Parse, verb: int) -> list[int]:
    """The object that went astray to a gerund below the verb.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Kenya/NNP/nsubj/2/GPE thanked=thank/VBD/root/0 Chad/NNP/nsubj/5/GPE for/IN/mark/5 "
    ...       "helping=help/VBG/advcl/2")
    ['Kenya thank Chad', 'Chad help -']
    """
    below = parse.kids(verb, "advcl", "ccomp", "xcomp", "obl")
    return [astray for c in below if (astray := object_astray(parse, c)) >= 0]


def object_after_terms(parse: Parse, verb: int) -> list[int]:
    """The object that a set phrase parts from its verb: "condemned in the strongest terms *the attack*".

    A parser takes it for an apposition, which would need a comma.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Kenya/NNP/nsubj/2/GPE condemned=condemn/VBD/root/0 in/IN/case/5 strong/JJ/amod/5 "
    ...       "terms=term/NNS/obl/2 the/DT/det/7 raids=raid/NNS/appos/5")
    ['Kenya condemn raids']
    """
    for c in parse.kids(verb, "obl"):
        if parse.lemmas[c] in TERMS:
            return [a for a in parse.kids(c, "appos") if "," not in parse.lower[c:a]]
    return []


def object_beside(parse: Parse, verb: int) -> list[int]:
    """The name right after a verb that a parser made anything but its object: "freed *Ann Roe* from prison".

    A name that nothing marks cannot modify a noun further on, nor be the complement of a verb without object.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Kenya/NNP/nsubj/2/GPE freed=free/VBD/root/0 Roe/NNP/nmod/5/PERSON from/IN/case/5 "
    ...       "prison/NN/obl/2")
    ['Kenya free Roe']
    """
    if parse.kids(verb, "iobj", "ccomp", "aux:pass", "nsubj:pass"):
        return []
    for j in range(verb + 1, min(verb + _NEAR, len(parse.words))):
        if parse.pos[j] not in ("PROPN", "ADJ", "NOUN", "DET", "PUNCT", "PART"):
            break
        stray = parse.deps[j] == "xcomp" or (parse.deps[j] == "nmod" and parse.heads[j] > j)
        if parse.pos[j] == "PROPN" and stray and not parse.kids(j, "case", "mark"):
            return [j] if parse.left_edge(j) == verb + 1 else []
    return []
