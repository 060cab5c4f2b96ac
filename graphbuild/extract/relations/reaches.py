"""Whom an act reaches of those whom its object or place leads to.

Who attacks Kenyan interests attacks Kenya, but who meets Kenyan needs does not meet Kenya.
"""

from __future__ import annotations

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.relations.constructions import Construction
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.types import PERSONS, PLACED
from graphbuild.lexicons.en.action_verbs import APPOINTING, HOLDING_OFFICE, OBJECT_SENSITIVE
from graphbuild.lexicons.en.pronouns import REFLEXIVE_ENDINGS

__all__ = ["reaches"]

_PERSONS = PERSONS | {""}

_DIRECT = 0.9
_OWNED = 0.8
_IN_PERSON = frozenset({"ally", "discuss", "lead", "say", "trade"})


def reaches(block: Block, candidate: Construction, target: Mention, share: float) -> bool:
    """Whether a relation holds with an actor in the place of its target.

    Parameters
    ----------
    block : Block
    candidate : Construction
    target : Mention
    share : float
        How directly the actor fills the place: 1 if it heads the phrase, less if it only owns it.

    Returns
    -------
    bool

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> tokens = "Kenya/NNP/nsubj/2/GPE {}/VBD/root/0 Chadian/JJ/amod/4/NORP needs=need/NNS/obj/2"
    >>> told(tokens.format("met=meet"), verbs), told(tokens.format("ignored=ignore"), verbs)
    ([], ['Kenya -reject-> Chadian'])
    """
    relation = candidate.pattern.relation
    if relation == "located_in" and target.type not in PLACED:
        return False  # "came under fire from critics"
    if candidate.rule == "locative" and target.type not in PLACED:
        return False  # "eradicated malaria in Chadian communities"
    if candidate.words in HOLDING_OFFICE and target.kind == "nominal" and target.type in _PERSONS:
        return False  # "served as the president of"
    if candidate.words in APPOINTING and target.type not in _PERSONS:
        return False  # "a warship named Kenya"
    if _own(block.parse, target):
        return False
    if share >= _DIRECT:
        return True
    if relation == "visit":
        return share >= _OWNED and target.type in PLACED  # "visited a Chadian town"
    return relation not in _IN_PERSON and candidate.words not in OBJECT_SENSITIVE


def _own(parse: Parse, target: Mention) -> bool:
    """Whether a pronoun only leads back to who acts: "defended itself", "kept their promise".

    >>> from graphbuild.extract.testing import told
    >>> from graphbuild.extract.relations.verbs import verbs
    >>> told("Kenya/NNP/nsubj/2/GPE defended=defend/VBD/root/0 its/PRP$/nmod:poss/4 "
    ...      "policy/NN/obj/2", verbs)
    []
    """
    if target.kind != "pronoun" or target.antecedent is not None:
        return False
    return parse.deps[target.head] == "nmod:poss" or parse.lower[target.head].endswith(REFLEXIVE_ENDINGS)
