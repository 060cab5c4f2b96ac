"""For whom "we" of an official speaks: the side that he is on, not himself."""

from __future__ import annotations

from collections.abc import Mapping

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.coreference.entities import Referent, resolved
from graphbuild.extract.syntax.relations import SUBJECTS
from graphbuild.extract.types import BODIES, FORCE, PERSONS
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["of_a_side", "side"]


def of_a_side(block: Block, pronoun: Mention, said: Mention, lexicon: Lexicon) -> bool:
    """Whether "we" of a person is the side that he speaks for, not himself.

    "Chad attacked us", "we hit Chad": nobody attacked the minister who says so, nor did he hit anybody. But
    what "we" say and think ("we condemn Chad") he says and thinks himself.
    """
    if pronoun.number != "p" or said.type not in PERSONS:
        return False
    parse = block.parse
    act = lexicon.verbs.get((parse.lemmas[parse.heads[pronoun.head]], "", ""))
    forceful = act is not None and act.relation in FORCE
    return parse.deps[pronoun.head] not in SUBJECTS or forceful


def side(said: Mention, found: Mapping[Mention, Referent]) -> Mention | None:
    """The body or country that an official speaks for, if the text names it.

    Parameters
    ----------
    said : Mention
        The official's name.
    found : mapping of Mention to Referent
        The mentions of the document.

    Returns
    -------
    Mention or None
        The body in a description of him ("a spokesman for *Zyx*"), else the country that he is of.
    """
    described = [f for f in found if f.kind == "nominal" and f.antecedent is not None and resolved(f) is said]
    bodies = [f for f in found if f.kind == "name" and f.type in BODIES]
    for one in described:
        for name in bodies:
            if name.parse is one.parse and one.head in name.parse.ancestors(name.head):
                return name
    if said.type != "official" or not said.country:
        return None
    own = (f for f in found if f.kind == "name" and f.type == "country" and f.country == said.country)
    return next(own, None)
