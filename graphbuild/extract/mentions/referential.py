"""Whether a noun that may name an actor does so where it stands.

"Prosecution" in "faced prosecution" is a matter, "rebel" in "rebel flag" tells of a flag, airstrikes that
somebody conducts are his means; but "rebel attacks", "the militant" and "airstrikes killed" have actors.
"""

from __future__ import annotations

from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import PREMODIFIERS
from graphbuild.extract.types import BODIES, COLLECTIVES, HARM, PERSONS
from graphbuild.lexicons.en.action_verbs import ENGAGING, FIRING
from graphbuild.lexicons.en.body_nouns import CORPSES
from graphbuild.lexicons.en.function_words import STANCE_PREFIXES
from graphbuild.lexicons.en.person_nouns import AMBIGUOUS_OFFICES
from graphbuild.lexicons.en.prepositions import AGENTIVE, GENITIVE
from graphbuild.lexicons.en.thing_nouns import FIRE, FOR_THE_PRESS, MEANS_OF_WAR
from graphbuild.lexicons.patterns import Patterns
from graphbuild.lexicons.roles import roles
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["referential"]

_HARM = HARM | {"restrict", "seize"}


def referential(parse: Parse, i: int, kind: str, patterns: Patterns) -> bool:
    """Whether a noun of the role list refers to an actor here, rather than to a matter or a means.

    Parameters
    ----------
    parse : Parse
    i : int
        The noun, or an adjective used as one.
    kind : str
        Type of actor that the noun names.
    patterns : Patterns

    Returns
    -------
    bool

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> from graphbuild.lexicons.patterns import patterns
    >>> from graphbuild.lexicons.verbs import lexicon
    >>> parse = example("The=the/DT/det/3 rebel/NN/compound/3 flag/NN/nsubj/4 fell=fall/VBD/root/0").parse
    >>> referential(parse, 1, "group", patterns(lexicon()))
    False
    """
    if parse.pos[i] == "ADJ" and not _stands_alone(parse, i):
        return False
    if parse.deps[i] in PREMODIFIERS and not _acts_before(parse, i, kind, patterns):
        return False
    if _is_mass(parse, i, kind) or _wielded(parse, i):
        return False
    return parse.lemmas[i] not in FIRE or _hits(parse, i, patterns.lexicon)


def _stands_alone(parse: Parse, i: int) -> bool:
    """Whether an adjective stands for those whom it describes: "the militant fled".

    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/2 militant/JJ/nsubj/3 fled=flee/VBD/root/0")
    ['The militant: group REB']
    """
    return (
        parse.deps[i] in ("nsubj", "obj", "obl", "nsubj:pass", "obl:agent")
        and parse.lower[i] == parse.lemmas[i]
    )


def _acts_before(parse: Parse, i: int, kind: str, patterns: Patterns) -> bool:
    """Whether a noun that modifies another acts: "rebel attack", "anti-government", "Coalition aid".

    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/3 rebel/NN/compound/3 attack/NN/nsubj/4 failed=fail/VBD/root/0")
    ['rebel: group REB']
    >>> described("The=the/DT/det/3 rebel/NN/compound/3 flag/NN/nsubj/4 fell=fall/VBD/root/0")
    []
    """
    if kind not in COLLECTIVES:
        return False
    if _like_a_name(parse, i):
        return True
    if i >= 2 and parse.words[i - 1] == "-" and parse.lower[i - 2] in STANCE_PREFIXES:
        return True
    head, noun = parse.heads[i], roles().get(parse.lemmas[i])
    if noun is not None and noun.role == "JRN" and parse.lemmas[head] in FOR_THE_PRESS:
        return False
    return (
        head in (i + 1, i + 2) and parse.lemmas[head] in patterns.events and parse.lemmas[head] not in roles()
    )


def _like_a_name(parse: Parse, i: int) -> bool:
    """A capital inside a sentence, before a noun without one: the one coalition or council that is known.

    >>> from graphbuild.extract.testing import described
    >>> described("Then=then/RB/advmod/5 the/DT/det/4 Coalition=coalition/NN/compound/4 "
    ...           "aircraft/NN/nsubj/5 left=leave/VBD/root/0")
    ['the Coalition aircraft: group MIL', 'Coalition: group ']
    """
    head = parse.heads[i]
    inside = i > 0 and parse.sentence[i - 1] == parse.sentence[i] and parse.words[i - 1].islower()
    return inside and parse.words[i].istitle() and head == i + 1 and parse.lower[head] == parse.words[head]


def _is_mass(parse: Parse, i: int, kind: str) -> bool:
    """A bare singular that names an activity or a matter, not an actor: "to face prosecution", "in court".

    >>> from graphbuild.extract.testing import described
    >>> described("Kenya/NNP/nsubj/2/GPE faced=face/VBD/root/0 prosecution/NN/obj/2")
    []
    """
    if parse.lower[i] == CORPSES and parse.left_edge(i) in (i, i - 1) and _of_people(parse, i):
        return True
    matter = kind in BODIES or (kind == "official" and parse.lemmas[i] in AMBIGUOUS_OFFICES)
    bare = matter and parse.common_singular(i) and parse.left_edge(i) == i
    return bare and parse.deps[i] not in ("nsubj", "nsubj:pass", "obl:agent", "root", "conj", "compound")


def _of_people(parse: Parse, i: int) -> bool:
    """Whether bodies are corpses: "the bodies of two soldiers".

    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/2 bodies=body/NNS/nsubj/5 of/IN/case/4 sailors=sailor/NNS/nmod/2 "
    ...           "sank=sink/VBD/root/0")
    ['sailors: group MIL']
    """
    owners = [roles().get(parse.lemmas[c]) for c in parse.kids(i, "nmod") if parse.preposition(c) == GENITIVE]
    return any(noun is not None and noun.type in (*PERSONS, "group") for noun in owners)


def _wielded(parse: Parse, i: int) -> bool:
    """Whether the text says who fired a means of war, whose deed is then his: "a rocket fired by Kenya".

    >>> from graphbuild.extract.testing import described
    >>> described("Rockets=rocket/NNS/nsubj/5 fired=fire/VBN/acl/1 by/IN/case/4 Kenya/NNP/obl:agent/2/GPE "
    ...           "killed=kill/VBD/root/0 Roe/NNP/obj/5/PERSON")
    []
    """
    if parse.lemmas[i] not in MEANS_OF_WAR:
        return False
    fired = [verb for verb in parse.kids(i, "acl", "acl:relcl") if parse.lemmas[verb] in FIRING]
    return any(
        parse.deps[c] == "obl:agent" or parse.preposition(c) == AGENTIVE or parse.deps[c] == "nsubj"
        for verb in fired
        for c in parse.kids(verb, "obl:agent", "obl", "nsubj")
    )


def _hits(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """Whether fire does harm by itself in the text: "airstrikes killed", not "conducted airstrikes".

    >>> from graphbuild.extract.testing import described
    >>> described("Airstrikes=airstrike/NNS/nsubj/2 killed=kill/VBD/root/0 Roe/NNP/obj/2/PERSON")
    ['Airstrikes: group MIL']
    >>> described("Kenya/NNP/nsubj/2/GPE conducted=conduct/VBD/root/0 airstrikes=airstrike/NNS/obj/2")
    []
    """
    dep, verb = parse.deps[i], parse.heads[i]
    if dep == "obl:agent" or (dep == "obl" and parse.preposition(i) == AGENTIVE) or dep == "compound":
        return dep != "compound"
    act = lexicon.verbs.get((parse.lemmas[verb], "", ""))
    harms = parse.lemmas[verb] in ENGAGING or (act is not None and act.relation in _HARM)
    return dep == "nsubj" and parse.pos[verb] == "VERB" and harms
