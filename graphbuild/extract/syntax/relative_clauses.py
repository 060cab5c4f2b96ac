"""Whom a relative clause or a participle is about: "rebels *who* fled", "*what* it called an attack"."""

from __future__ import annotations

from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import CLIMB
from graphbuild.extract.types import HARM, LIVING
from graphbuild.lexicons.en.prepositions import ESSIVE, LOCATIVE_BELOW_NOUN, LOW_ATTACHING
from graphbuild.lexicons.en.pronouns import FUSED_RELATIVE, RELATIVE, RELATIVE_ADVERBS
from graphbuild.lexicons.en.speech_verbs import SO_CALLING
from graphbuild.lexicons.roles import roles
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["gap", "gap_above", "harming", "participle_doer", "referent", "relative_subject", "so_called"]


def referent(parse: Parse, verb: int, token: int, lexicon: Lexicon) -> int:
    """The noun that a relative pronoun or "what he called" stands for; any other token itself.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Rebels=rebel/NNS/nsubj/5/group who/WP/nsubj/3 attacked=attack/VBD/acl:relcl/1 "
    ...       "Chad/NNP/obj/3/GPE fled=flee/VBD/root/0")
    ['Rebels attack Chad', 'Rebels flee -']
    """
    if parse.lower[token] == FUSED_RELATIVE:
        return so_called(parse, token)
    if parse.lower[token] in RELATIVE:
        for k in (verb, *parse.ancestors(verb)):
            if parse.deps[k] == "acl:relcl":
                acts = parse.deps[token] == "nsubj"
                return harming(parse, verb, parse.heads[k], lexicon) if acts else parse.heads[k]
            if parse.deps[k] not in ("conj", "xcomp", "ccomp"):
                break
    return token


def harming(parse: Parse, verb: int, noun: int, lexicon: Lexicon) -> int:
    """The attack of "an attack in a town that killed ten", where the parse has the town kill.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Raids=raid/NNS/nsubj/7 in/IN/case/3 Lagos/NNP/nmod/1/GPE that/WDT/nsubj/5 "
    ...       "killed=kill/VBD/acl:relcl/3 rebels=rebel/NNS/obj/5/group failed=fail/VBD/root/0")
    ['Raids kill rebels', 'Raids fail -']
    """
    k = noun
    act = lexicon.verbs.get((parse.lemmas[verb], "", ""))
    role = roles().get(parse.lemmas[noun])
    if act is None or act.relation not in HARM or (role is not None and role.type in LIVING):
        return noun
    for _ in range(CLIMB):
        if parse.deps[k] != "nmod" or parse.preposition(k) not in LOCATIVE_BELOW_NOUN:
            break
        k = parse.heads[k]
        event = lexicon.nouns.get((parse.lemmas[k], "on"))
        if event is not None and event.relation in HARM and event.role == "target":
            return k
    return noun


def so_called(parse: Parse, what: int) -> int:
    """What something is called: "condemned what he described as *an attack*"; else "what" itself.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Kenya/NNP/nsubj/2/GPE condemned=condemn/VBD/root/0 what/WP/obj/2 it/PRP/nsubj/5 "
    ...       "called=call/VBD/acl:relcl/3 an/DT/det/7 attack/NN/xcomp/5")
    ['Kenya condemn attack', 'it call -']
    """
    for verb in parse.kids(what, "acl:relcl"):
        if parse.lemmas[verb] in SO_CALLING:
            named = parse.kids(verb, "xcomp", "ccomp", "obj")
            named += [c for c in parse.kids(verb, "obl", "advcl") if parse.preposition(c) == ESSIVE]
            return next((c for c in named if c > verb and parse.pos[c] in ("NOUN", "PROPN")), what)
    return what


def relative_subject(parse: Parse, verb: int) -> bool:
    """Whether a relative pronoun is the subject: "rebels *who* fled".

    >>> from graphbuild.extract.testing import acted
    >>> acted("Chad/NNP/nsubj/2/GPE met=meet/VBD/root/0 rebels=rebel/NNS/obj/2/group who/WP/nsubj/5 "
    ...       "fled=flee/VBD/acl:relcl/3")
    ['Chad meet rebels', 'rebels flee -']
    """
    return any(parse.lower[s] in RELATIVE for s in parse.kids(verb, "nsubj", "nsubj:outer"))


def gap(parse: Parse, verb: int, obliques: list[tuple[str, int]]) -> tuple[int, ...]:
    """The noun before a relative clause without object: "the town (that) rebels seized".

    >>> from graphbuild.extract.testing import acted
    >>> acted("Chad/NNP/nsubj/2/GPE seized=seize/VBD/root/0 towns=town/NNS/obj/2 "
    ...       "rebels=rebel/NNS/nsubj/5/group left=leave/VBD/acl:relcl/3")
    ['Chad seize towns', 'rebels leave towns']
    """
    if any(parse.lower[c] in RELATIVE for _, c in obliques) or parse.kids(verb, "ccomp", "xcomp"):
        return ()
    if any(parse.lower[c] in RELATIVE_ADVERBS for c in parse.children[verb]):
        return ()
    return (parse.heads[verb],)


def gap_above(parse: Parse, verb: int, obliques: list[tuple[str, int]], lexicon: Lexicon) -> tuple[int, ...]:
    """The noun before a relative clause whose last verb lacks an object: "guards they planned to *arrest*".

    >>> from graphbuild.extract.testing import acted
    >>> acted("Guards=guard/NNS/nsubj/6/group rebels=rebel/NNS/nsubj/3/group planned=plan/VBD/acl:relcl/1 "
    ...       "to/TO/mark/5 arrest/VB/xcomp/3 fled=flee/VBD/root/0")
    ['rebels plan -', 'rebels arrest Guards', 'Guards flee -']
    """
    act = lexicon.verbs.get((parse.lemmas[verb], "", ""))
    k = parse.heads[verb]
    while parse.deps[k] == "xcomp" and not parse.kids(k, "obj", "iobj"):
        k = parse.heads[k]
    takes_object = act is not None and bool(act.relation) and not obliques
    unfilled = parse.deps[k] == "acl:relcl" and not parse.kids(k, "obj", "iobj", "nsubj:pass", "aux:pass")
    if not (takes_object and unfilled) or parse.kids(verb, "ccomp", "xcomp", "iobj"):
        return ()
    if not parse.kids(k, "nsubj") or relative_subject(parse, k):
        return ()
    marks = {parse.lower[c] for c in parse.children[k]}
    return (parse.heads[k],) if marks.isdisjoint(RELATIVE_ADVERBS) else ()


def participle_doer(parse: Parse, verb: int, head: int) -> int:
    """The noun that a participle right after it describes: "the envoy to the coalition *fighting* them".

    A participle attaches to the nearest noun unless that noun only says where ("people in Mali fleeing");
    after "of" the parse decides.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Envoys=envoy/NNS/nsubj/6 to/IN/case/3 forces=force/NNS/nmod/1 fighting=fight/VBG/acl/1 "
    ...       "Chad/NNP/obj/4/GPE fled=flee/VBD/root/0")
    ['forces fight Chad', 'Envoys flee -']
    """
    nearest = verb - 1
    if not parse.gerund(verb) or nearest == head or parse.pos[nearest] not in ("NOUN", "PROPN"):
        return head
    below = nearest
    while below != head and parse.deps[below] in ("flat", "compound", "conj"):
        below = parse.heads[below]
    inside = parse.deps[below] == "nmod" and parse.heads[below] == head
    return below if inside and parse.preposition(below) in LOW_ATTACHING else head
