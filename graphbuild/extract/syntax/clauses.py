"""Who takes part in a clause: subjects, objects and prepositional objects of every verb.

What a clause leaves unsaid is filled in: the subject that coordinated verbs, controlled infinitives,
participles and relative clauses share with the clause above them, and the logical object of a passive.
"""

from __future__ import annotations

from typing import NamedTuple

from graphbuild.extract.annotations import Clause
from graphbuild.extract.syntax.approach import approached
from graphbuild.extract.syntax.attachment import (
    object_after_terms,
    object_astray,
    object_below,
    object_beside,
)
from graphbuild.extract.syntax.control import asked
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import CLIMB, PREDICATES
from graphbuild.extract.syntax.relative_clauses import (
    gap,
    gap_above,
    harming,
    participle_doer,
    referent,
    relative_subject,
    so_called,
)
from graphbuild.extract.types import LIVING, RULING
from graphbuild.lexicons.en.complement_verbs import ARBITRARY_CONTROL, OBJECT_CONTROL_WITH, SUBJECT_CONTROL
from graphbuild.lexicons.en.function_words import DEFINITE_ARTICLE
from graphbuild.lexicons.en.prepositions import ADJUNCT_OF_OBJECT, AGENTIVE, NESTING, SOCIATIVE
from graphbuild.lexicons.en.pronouns import FUSED_RELATIVE
from graphbuild.lexicons.roles import roles
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["clauses"]


def clauses(parse: Parse, lexicon: Lexicon) -> dict[int, Clause]:
    """The clauses of a parse.

    Parameters
    ----------
    parse : Parse
    lexicon : Lexicon

    Returns
    -------
    dict of int to Clause
        By verb token, in order of the text.

    Examples
    --------
    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> from graphbuild.extract.syntax.parse import view
    >>> doc = Doc(Vocab(), words=["Rebels", "plan", "to", "attack", "Aleppo"], heads=[1, 1, 3, 1, 3],
    ...           deps=["nsubj", "ROOT", "mark", "xcomp", "obj"],
    ...           pos=["NOUN", "VERB", "PART", "VERB", "PROPN"])
    >>> from graphbuild.lexicons.verbs import lexicon
    >>> found = clauses(view(doc), lexicon())
    >>> found[3].subjects, found[3].objects
    ((0,), (4,))
    """
    memory: dict[int, Clause] = {}
    for i, pos in enumerate(parse.pos):
        if pos == "VERB" and parse.deps[i] not in ("aux", "aux:pass", "cop"):
            _clause(parse, i, lexicon, memory, 0)
    return dict(sorted(memory.items()))


def _clause(parse: Parse, verb: int, lexicon: Lexicon, memory: dict[int, Clause], depth: int) -> Clause:
    if verb in memory:
        return memory[verb]
    particle = parse.particle(verb)
    dep = parse.deps[verb]
    grammatical, demoted, own, receivers, governed, placed, helped, helped_passive = _below(
        parse, verb, lexicon
    )
    obliques, agents = [], []
    for c in placed:
        preposition = parse.preposition(c)
        agent = parse.deps[c] == "obl:agent"
        c = so_called(parse, c) if parse.lower[c] == FUSED_RELATIVE else c
        if agent or (preposition == AGENTIVE and (demoted or parse.past_participle(verb))):
            agents.append(c)
        elif preposition:
            obliques.append((preposition, c))
    own += object_below(parse, verb)
    objects = tuple(own or object_after_terms(parse, verb) or object_beside(parse, verb))
    passive = bool(demoted) or helped_passive
    if not passive and parse.past_participle(verb) and not objects:
        passive = (dep in ("acl", "acl:relcl", "advcl") and not helped) or _joins_passive(parse, verb)
    subjects, inherited = tuple(grammatical), False
    if passive and not agents:
        agents = _agent_further_on(parse, verb)
    if passive and demoted and own:  # "Chad was given aid": it is Chad that gets it
        subjects, receivers = tuple(agents or _agent_below(parse, own[-1])), [*receivers, *demoted]
    elif passive:
        subjects, objects = tuple(agents), (tuple(demoted) or objects)
    else:
        obliques += [(AGENTIVE, c) for c in agents]
    if depth < 6 and not (demoted if passive else grammatical):
        shared, shared_objects = _from_above(parse, verb, lexicon, memory, depth, passive, bool(objects))
        inherited = bool(shared or shared_objects)
        subjects = subjects or shared
        objects = objects or shared_objects
    if not objects and dep == "acl:relcl" and grammatical and not relative_subject(parse, verb):
        objects = gap(parse, verb, obliques)
    elif not objects and not passive and dep == "xcomp":
        objects = gap_above(parse, verb, obliques, lexicon)
    if not objects and not obliques:
        objects = _right_neighbour(parse, verb)
    memory[verb] = Clause(
        verb=verb,
        lemma=f"{parse.lemmas[verb]} {particle}" if particle else parse.lemmas[verb],
        passive=passive,
        subjects=subjects,
        objects=objects,
        receivers=tuple(receivers),
        obliques=tuple(obliques),
        complements=tuple(c for c in governed if parse.pos[c] == "VERB"),
        inherited=inherited,
        urged=_is_urged(parse, verb, subjects, memory),
    )
    return memory[verb]


class _Below(NamedTuple):
    """What hangs below a verb, as the parse has it; ``placed`` stands after a preposition."""

    grammatical: list[int]
    demoted: list[int]
    own: list[int]
    receivers: list[int]
    governed: list[int]
    placed: list[int]
    helped: bool
    helped_passive: bool


def _below(parse: Parse, verb: int, lexicon: Lexicon) -> _Below:
    """Sort the dependents of a verb in one pass, for this is asked of every verb.

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Chad/NNP/nsubj:pass/3/GPE was=be/VBD/aux:pass/3 given=give/VBN/root/0 aid/NN/obj/3 "
    ...                 "by/IN/case/6 Kenya/NNP/obl:agent/3/GPE").parse
    >>> from graphbuild.lexicons.verbs import lexicon
    >>> found = _below(parse, 2, lexicon())
    >>> found.demoted, found.own, found.placed, found.helped_passive
    ([0], [3], [5], True)
    """
    found = _Below([], [], [], [], [], [], False, False)
    helped = helped_passive = False
    astray = object_astray(parse, verb)
    for c in parse.children[verb]:
        d = parse.deps[c]
        if d in ("obl", "obl:agent", "nmod"):
            found.placed.append(c)
        elif d == "nsubj" or d == "nsubj:outer":
            if c != astray:
                found.grammatical.append(referent(parse, verb, c, lexicon))
        elif d == "obj":
            found.own.append(referent(parse, verb, c, lexicon))
        elif d == "nsubj:pass":
            found.demoted.append(referent(parse, verb, c, lexicon))
        elif d == "iobj":
            found.receivers.append(c)
        elif d in ("xcomp", "ccomp"):
            found.governed.append(c)
        helped = helped or d == "aux"
        helped_passive = helped_passive or d == "aux:pass"
    return found._replace(helped=helped, helped_passive=helped_passive)


def _is_urged(parse: Parse, verb: int, subjects: tuple[int, ...], memory: dict[int, Clause]) -> bool:
    """Whether a clause above puts the deed on its own object: "urged Chad *to leave*".

    >>> from graphbuild.extract.testing import example
    >>> urged = example("Kenya/NNP/nsubj/2/GPE urged=urge/VBD/root/0 Chad/NNP/obj/2/GPE to/TO/mark/5 "
    ...                 "leave/VB/xcomp/2")
    >>> wanted = example("Kenya/NNP/nsubj/2/GPE wanted=want/VBD/root/0 to/TO/mark/4 leave/VB/xcomp/2")
    >>> from graphbuild.lexicons.verbs import lexicon
    >>> clauses(urged.parse, lexicon())[4].urged, clauses(wanted.parse, lexicon())[3].urged
    (True, False)
    """
    above = memory.get(parse.heads[verb]) if parse.deps[verb] in ("xcomp", "advcl") else None
    if asked(parse, verb) is not None:
        return True
    return above is not None and bool(subjects) and subjects in (above.objects, above.receivers)


def _joins_passive(parse: Parse, verb: int) -> bool:
    """A participle that shares the auxiliary of the one before: "were arrested and jailed by police".

    >>> from graphbuild.extract.testing import acted
    >>> acted("Rebels=rebel/NNS/nsubj:pass/3/group were=be/VBD/aux:pass/3 arrested=arrest/VBN/root/0 "
    ...       "and/CC/cc/5 jailed=jail/VBN/conj/3 by/IN/case/7 police/NNS/obl/5/group")
    ['police arrest Rebels', 'police jail Rebels']
    """
    return (
        parse.deps[verb] == "conj"
        and parse.past_participle(verb)
        and not parse.kids(verb, "aux", "nsubj", "nsubj:pass")
        and bool(parse.kids(parse.heads[verb], "aux:pass"))
    )


def _agent_further_on(parse: Parse, verb: int) -> list[int]:
    """The agent that follows the last of several participles: "was arrested and jailed by *police*".

    >>> from graphbuild.extract.testing import acted
    >>> acted("Chad/NNP/nsubj:pass/3/GPE was=be/VBD/aux:pass/3 attacked=attack/VBN/root/0 and/CC/cc/5 "
    ...       "looted=loot/VBN/conj/3 by/IN/case/7 rebels=rebel/NNS/obl:agent/5/group")
    ['rebels attack Chad', 'rebels loot Chad']
    """
    for c in reversed(parse.kids(verb, "conj")):
        if parse.past_participle(c) and not parse.kids(c, "aux", "aux:pass", "nsubj", "nsubj:pass", "obj"):
            by = [k for k in parse.kids(c, "obl", "obl:agent") if parse.preposition(k) == AGENTIVE]
            if by:
                return by
    return []


def _agent_below(parse: Parse, thing: int) -> list[int]:
    """The agent that a parser hangs on what was given: "was denied entry to the summit by *Kenya*".

    >>> from graphbuild.extract.testing import acted
    >>> acted("Chad/NNP/nsubj:pass/3/GPE was=be/VBD/aux:pass/3 sent=send/VBN/root/0 aid/NN/obj/3 "
    ...       "by/IN/case/6 Kenya/NNP/nmod/4/GPE")
    ['Kenya send aid']
    """
    below = [thing, *parse.kids(thing, "nmod")]
    return [c for k in below for c in parse.kids(k, "nmod") if parse.preposition(c) == AGENTIVE][:1]


def _right_neighbour(parse: Parse, verb: int) -> tuple[int, ...]:
    """The object that a coordinated verb just to the right shares: "arrested and jailed two men".

    >>> from graphbuild.extract.testing import acted
    >>> acted("Police/NNS/nsubj/2/group arrested=arrest/VBD/root/0 and/CC/cc/4 jailed=jail/VBD/conj/2 "
    ...       "rebels=rebel/NNS/obj/4/group")
    ['Police arrest rebels', 'Police jail rebels']
    """
    for c in parse.children[verb]:
        if parse.deps[c] == "conj" and parse.pos[c] == "VERB" and 0 < c - verb <= 3:
            return tuple(parse.kids(c, "obj"))
    return ()


def _from_above(
    parse: Parse,
    verb: int,
    lexicon: Lexicon,
    memory: dict[int, Clause],
    depth: int,
    passive: bool,
    has_object: bool,
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Subjects and objects that a verb without its own subject takes from the clause above.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Kenya/NNP/nsubj/2/GPE planned=plan/VBD/root/0 to/TO/mark/4 attack/VB/xcomp/2 "
    ...       "Chad/NNP/obj/4/GPE")
    ['Kenya plan -', 'Kenya attack Chad']
    """
    head, dep = parse.heads[verb], parse.deps[verb]
    if head == verb:
        return (), ()
    shared: tuple[int, ...] = ()
    above: Clause | None = None
    if dep == "acl:relcl" or (dep == "acl" and parse.participle(verb) and not approached(parse, verb)):
        shared = (harming(parse, verb, participle_doer(parse, verb, head), lexicon),)
    elif dep == "acl":
        shared = _owner(parse, head, lexicon, memory, depth)
    elif parse.pos[head] in PREDICATES and parse.deps[head] != "aux":
        above = _clause(parse, head, lexicon, memory, depth + 1)
        doer = above.objects if above.passive else above.subjects
        whom = asked(parse, verb)
        if whom is not None:
            shared = (whom,)
        elif dep == "conj":
            shared = doer
            if (
                above.passive
                and not passive
                and not parse.kids(verb, "aux:pass")
                and parse.past_participle(verb)
            ):
                return above.subjects, above.objects
        elif dep == "xcomp" and above.lemma in ARBITRARY_CONTROL:
            shared = ()
        elif dep == "xcomp":
            controlled = above.lemma not in SUBJECT_CONTROL and (above.objects or above.receivers)
            shared = doer if above.passive or not controlled else (above.receivers or above.objects)
        elif dep in ("advcl", "obl"):
            marks = set(parse.marks(verb))
            charged = above.objects or above.receivers
            of_object = marks & ADJUNCT_OF_OBJECT or (
                SOCIATIVE in marks and above.lemma in OBJECT_CONTROL_WITH
            )
            shared = charged if of_object and charged and not above.passive else doer
    elif dep in ("conj", "xcomp", "advcl", "ccomp"):
        while not parse.kids(head, "nsubj", "nsubj:pass") and parse.deps[head] in ("xcomp", "conj"):
            head = parse.heads[head]  # "Kenya remains ready to help"
        shared = tuple(referent(parse, head, s, lexicon) for s in parse.kids(head, "nsubj", "nsubj:pass"))
    if passive:
        agents = above.subjects if dep == "conj" and above is not None and above.passive else ()
        return agents, () if has_object else shared
    return shared, ()


def _is_agent(parse: Parse, noun: int) -> bool:
    """Whether a noun names someone who can act, rather than a plan or a means.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Kenya/NNP/nsubj/2/GPE told=tell/VBD/root/0 the/DT/det/4 regime/NN/obj/2 to/TO/mark/6 "
    ...       "leave/VB/acl/4")
    ['Kenya tell regime', 'regime leave -']
    """
    role = roles().get(parse.lemmas[noun])
    if role is None:
        return parse.pos[noun] == "PROPN"
    known = not parse.common_singular(noun) or (
        noun > 0 and DEFINITE_ARTICLE in parse.lower[max(0, noun - 2) : noun]
    )
    return role.type in LIVING or (role.type == "organization" and role.role in RULING and known)


def _owner(
    parse: Parse, noun: int, lexicon: Lexicon, memory: dict[int, Clause], depth: int
) -> tuple[int, ...]:
    """Whose plan it is in "Iran's plan to attack" or "Iran made a plan to attack".

    Also "a plan by Iran to attack", "Iran's hand in plans to attack", "it is Iran's duty to help", "Iran is
    under pressure to help"; but who "urged the regime to help" leaves it to the regime.

    >>> from graphbuild.extract.testing import acted
    >>> acted("Plans=plan/NNS/nsubj/7 by/IN/case/3 Kenya/NNP/nmod/1/GPE to/TO/mark/5 help/VB/acl/1 "
    ...       "Chad/NNP/obj/5/GPE failed=fail/VBD/root/0")
    ['Kenya help Chad', 'Plans fail -']
    >>> acted("Kenya/NNP/nsubj/4/GPE is=be/VBZ/cop/4 under/IN/case/4 pressure/NN/root/0 to/TO/mark/6 "
    ...       "help/VB/acl/4 Chad/NNP/obj/6/GPE")
    ['Kenya help Chad']
    """
    if _is_agent(parse, noun):
        return (noun,)
    for _ in range(CLIMB):
        possessors = parse.kids(noun, "nmod:poss")
        if possessors:
            return tuple(possessors)
        makers = [c for c in parse.kids(noun, "nmod") if parse.preposition(c) == AGENTIVE]
        if makers:
            return tuple(makers)
        owners = [c for c in parse.kids(noun, "compound", "amod") if parse.words[c][:1].isupper()]
        if owners and noun != parse.sentences[parse.sentence[noun]][0]:
            return tuple(owners[-1:])
        head, dep = parse.heads[noun], parse.deps[noun]
        if parse.kids(noun, "cop"):
            return tuple(parse.kids(noun, "nsubj"))
        if dep in ("obj", "obl", "nsubj:pass") and parse.pos[head] == "VERB":
            return _clause(parse, head, lexicon, memory, depth + 1).subjects
        if dep == "obl":
            return tuple(parse.kids(head, "nsubj"))
        if dep != "nmod" or parse.preposition(noun) not in NESTING:
            break
        noun = head
    return ()
