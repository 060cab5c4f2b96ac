"""Who takes part in a clause: subjects, objects and prepositional objects of every verb.

What a clause leaves unsaid is filled in: the subject that coordinated verbs, controlled infinitives,
participles and relative clauses share with the clause above them, and the logical object of a passive.
"""

from __future__ import annotations

from dataclasses import dataclass

from graphbuild.extract.grammar import Parse
from graphbuild.lexicons.roles import roles
from graphbuild.lexicons.verbs import lexicon

__all__ = ["Clause", "clauses"]

_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_OBJECT_MARKS = frozenset({"of", "from", "for", "into"})
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge"})
_IMPERSONAL = frozenset({"mean", "involve", "entail", "require", "include"})
_WITHIN = frozenset({"of", "in", "for"})
_LIVING = frozenset({"person", "official", "group", "country"})
_ARMED = frozenset({"GOV", "MIL", "REB", "COP"})
_HARM = frozenset({"attack", "kill", "abuse"})
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "of"})
_CLIMB = 4
_LOW = frozenset({"to", "for", "with", "against", "by"})
_CALLING = frozenset(
    "call describe view see regard label term deem consider characterize characterise brand dub say".split()
)
_PREDICATES = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and its participants, as tokens.

    Attributes
    ----------
    verb : int
    lemma : str
        With its particle: "carry out".
    passive : bool
    subjects : tuple of int
        Who acts: grammatical subjects, or the agent of a passive.
    objects : tuple of int
        Who or what is acted on: direct objects, or the grammatical subject of a passive.
    receivers : tuple of int
        Indirect objects.
    obliques : tuple of (str, int)
        Preposition and its object.
    complements : tuple of int
        Verbs of the clauses that the verb governs ("refused to *allow*", "demanded that they *resign*").
    inherited : bool
        Whether the subject was taken over from another clause.
    urged : bool
        Whether that subject is the object of the clause above: "urged *Y* to leave".
    """

    verb: int
    lemma: str
    passive: bool
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    receivers: tuple[int, ...]
    obliques: tuple[tuple[str, int], ...]
    complements: tuple[int, ...]
    inherited: bool
    urged: bool


def clauses(parse: Parse) -> dict[int, Clause]:
    """The clauses of a parse.

    Parameters
    ----------
    parse : Parse

    Returns
    -------
    dict of int to Clause
        By verb token, in order of the text.

    Examples
    --------
    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> from graphbuild.extract.grammar import view
    >>> doc = Doc(Vocab(), words=["Rebels", "plan", "to", "attack", "Aleppo"], heads=[1, 1, 3, 1, 3],
    ...           deps=["nsubj", "ROOT", "mark", "xcomp", "obj"],
    ...           pos=["NOUN", "VERB", "PART", "VERB", "PROPN"])
    >>> found = clauses(view(doc))
    >>> found[3].subjects, found[3].objects
    ((0,), (4,))
    """
    memory: dict[int, Clause] = {}
    for i, pos in enumerate(parse.pos):
        if pos == "VERB" and parse.deps[i] not in ("aux", "aux:pass", "cop"):
            _clause(parse, i, memory, 0)
    return dict(sorted(memory.items()))


def _clause(parse: Parse, verb: int, memory: dict[int, Clause], depth: int) -> Clause:
    if verb in memory:
        return memory[verb]
    particle = parse.particle(verb)
    dep = parse.deps[verb]
    astray = _object_astray(parse, verb)
    grammatical = tuple(
        _referent(parse, verb, s) for s in parse.kids(verb, "nsubj", "nsubj:outer") if s != astray
    )
    demoted = tuple(_referent(parse, verb, s) for s in parse.kids(verb, "nsubj:pass"))
    obliques, agents, own = [], [], []
    for c in parse.children[verb]:
        d = parse.deps[c]
        if d in ("obl", "obl:agent", "nmod"):
            preposition = parse.preposition(c)
            c = _so_called(parse, c) if parse.lower[c] == "what" else c
            if d == "obl:agent" or (preposition == "by" and (demoted or parse.tags[verb] == "VBN")):
                agents.append(c)
            elif preposition:
                obliques.append((preposition, c))
        elif d == "obj":
            own.append(_referent(parse, verb, c))
    own += _object_below(parse, verb)
    objects = tuple(own or _object_after_terms(parse, verb))
    receivers = tuple(parse.kids(verb, "iobj"))
    passive = bool(demoted or parse.kids(verb, "aux:pass")) or (
        parse.tags[verb] == "VBN"
        and dep in ("acl", "acl:relcl", "advcl")
        and not parse.kids(verb, "aux")
        and not objects
    )
    passive = passive or (_joins_passive(parse, verb) and not objects)
    subjects, inherited = grammatical, False
    if passive and not agents:
        agents = _agent_further_on(parse, verb)
    if passive:
        subjects, objects = tuple(agents), (demoted or objects)
    else:
        obliques += [("by", c) for c in agents]
    if depth < 6 and not (demoted if passive else grammatical):
        shared, shared_objects = _from_above(parse, verb, memory, depth, passive, bool(objects))
        inherited = bool(shared or shared_objects)
        subjects = subjects or shared
        objects = objects or shared_objects
    if not objects and dep == "acl:relcl" and grammatical and not _relative_subject(parse, verb):
        objects = _gap(parse, verb, obliques)
    if not objects and not obliques:
        objects = _right_neighbour(parse, verb)
    memory[verb] = Clause(
        verb=verb,
        lemma=f"{parse.lemmas[verb]} {particle}" if particle else parse.lemmas[verb],
        passive=passive,
        subjects=subjects,
        objects=objects,
        receivers=receivers,
        obliques=tuple(obliques),
        complements=tuple(c for c in parse.kids(verb, "xcomp", "ccomp") if parse.pos[c] == "VERB"),
        inherited=inherited,
        urged=_is_urged(parse, verb, subjects, memory),
    )
    return memory[verb]


def _is_urged(parse: Parse, verb: int, subjects: tuple[int, ...], memory: dict[int, Clause]) -> bool:
    above = memory.get(parse.heads[verb]) if parse.deps[verb] in ("xcomp", "advcl") else None
    return above is not None and bool(subjects) and subjects in (above.objects, above.receivers)


def _joins_passive(parse: Parse, verb: int) -> bool:
    """A participle that shares the auxiliary of the one before: "were arrested and jailed by police"."""
    return (
        parse.deps[verb] == "conj"
        and parse.tags[verb] == "VBN"
        and not parse.kids(verb, "aux", "nsubj", "nsubj:pass")
        and bool(parse.kids(parse.heads[verb], "aux:pass"))
    )


def _agent_further_on(parse: Parse, verb: int) -> list[int]:
    """The agent that follows the last of several participles: "was arrested and jailed by *police*"."""
    for c in reversed(parse.kids(verb, "conj")):
        if parse.tags[c] == "VBN" and not parse.kids(c, "aux", "aux:pass", "nsubj", "nsubj:pass", "obj"):
            by = [k for k in parse.kids(c, "obl", "obl:agent") if parse.preposition(k) == "by"]
            if by:
                return by
    return []


def _referent(parse: Parse, verb: int, token: int) -> int:
    """The noun that a relative pronoun or "what he called" stands for; any other token itself."""
    if parse.lower[token] == "what":
        return _so_called(parse, token)
    if parse.lower[token] in _RELATIVE:
        for k in (verb, *parse.ancestors(verb)):
            if parse.deps[k] == "acl:relcl":
                acts = parse.deps[token] == "nsubj"
                return _harming(parse, verb, parse.heads[k]) if acts else parse.heads[k]
            if parse.deps[k] not in ("conj", "xcomp", "ccomp"):
                break
    return token


def _harming(parse: Parse, verb: int, noun: int) -> int:
    """The attack of "an attack in a town that killed ten", where the parse has the town kill."""
    known, k = lexicon(), noun
    act = known.verbs.get((parse.lemmas[verb], "", ""))
    role = roles().get(parse.lemmas[noun])
    if act is None or act.relation not in _HARM or (role is not None and role.type in _LIVING):
        return noun
    for _ in range(_CLIMB):
        if parse.deps[k] != "nmod" or parse.preposition(k) not in _WHERE:
            break
        k = parse.heads[k]
        event = known.nouns.get((parse.lemmas[k], "on"))
        if event is not None and event.relation in _HARM and event.role == "target":
            return k
    return noun


def _so_called(parse: Parse, what: int) -> int:
    """What something is called: "condemned what he described as *an attack*"; else "what" itself."""
    for verb in parse.kids(what, "acl:relcl"):
        if parse.lemmas[verb] in _CALLING:
            named = parse.kids(verb, "xcomp", "ccomp", "obj")
            named += [c for c in parse.kids(verb, "obl", "advcl") if parse.preposition(c) == "as"]
            return next((c for c in named if c > verb and parse.pos[c] in ("NOUN", "PROPN")), what)
    return what


def _relative_subject(parse: Parse, verb: int) -> bool:
    """Whether a relative pronoun is the subject: "rebels *who* fled"."""
    return any(parse.lower[s] in _RELATIVE for s in parse.kids(verb, "nsubj", "nsubj:outer"))


def _gap(parse: Parse, verb: int, obliques: list[tuple[str, int]]) -> tuple[int, ...]:
    """The noun before a relative clause without object: "the town (that) rebels seized"."""
    if any(parse.lower[c] in _RELATIVE for _, c in obliques) or parse.kids(verb, "ccomp", "xcomp"):
        return ()
    if any(parse.lower[c] in ("where", "when", "why") for c in parse.children[verb]):
        return ()
    return (parse.heads[verb],)


def _object_astray(parse: Parse, verb: int) -> int:
    """A noun taken for the subject of a gerund though it stands before the gerund's own mark, or -1.

    "Accused *Chad* of lying": only what follows "of" can belong to the gerund; Chad is who was accused.
    """
    if parse.tags[verb] != "VBG" or parse.deps[verb] not in ("advcl", "ccomp", "xcomp", "obl"):
        return -1
    marks = [m for m in parse.kids(verb, "mark", "case") if parse.lower[m] in _OBJECT_MARKS]
    early = [s for s in parse.kids(verb, "nsubj") if marks and parse.heads[verb] < s < marks[0]]
    return early[0] if early else -1


def _object_below(parse: Parse, verb: int) -> list[int]:
    """The object that went astray to a gerund below the verb."""
    below = parse.kids(verb, "advcl", "ccomp", "xcomp", "obl")
    return [astray for c in below if (astray := _object_astray(parse, c)) >= 0]


def _object_after_terms(parse: Parse, verb: int) -> list[int]:
    """The object that a set phrase parts from its verb: "condemned in the strongest terms *the attack*".

    A parser takes it for an apposition, which would need a comma.
    """
    for c in parse.kids(verb, "obl"):
        if parse.lemmas[c] == "term":
            return [a for a in parse.kids(c, "appos") if "," not in parse.lower[c:a]]
    return []


def _right_neighbour(parse: Parse, verb: int) -> tuple[int, ...]:
    """The object that a coordinated verb just to the right shares: "arrested and jailed two men"."""
    for c in parse.children[verb]:
        if parse.deps[c] == "conj" and parse.pos[c] == "VERB" and 0 < c - verb <= 3:
            return tuple(parse.kids(c, "obj"))
    return ()


def _from_above(
    parse: Parse, verb: int, memory: dict[int, Clause], depth: int, passive: bool, has_object: bool
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Subjects and objects that a verb without its own subject takes from the clause above."""
    head, dep = parse.heads[verb], parse.deps[verb]
    if head == verb:
        return (), ()
    shared: tuple[int, ...] = ()
    above: Clause | None = None
    if dep == "acl:relcl" or (dep == "acl" and parse.tags[verb] in ("VBG", "VBN")):
        shared = (_harming(parse, verb, _doer_before(parse, verb, head)),)
    elif dep == "acl":
        shared = _owner(parse, head, memory, depth)
    elif parse.pos[head] in _PREDICATES and parse.deps[head] != "aux":
        above = _clause(parse, head, memory, depth + 1)
        doer = above.objects if above.passive else above.subjects
        if dep == "conj":
            shared = doer
            if (
                above.passive
                and not passive
                and not parse.kids(verb, "aux:pass")
                and parse.tags[verb] == "VBN"
            ):
                return above.subjects, above.objects
        elif dep == "xcomp" and above.lemma in _IMPERSONAL:
            shared = ()
        elif dep == "xcomp":
            controlled = above.lemma not in _SUBJECT_CONTROL and (above.objects or above.receivers)
            shared = doer if above.passive or not controlled else (above.receivers or above.objects)
        elif dep in ("advcl", "obl"):
            marks = {parse.lower[m] for m in parse.kids(verb, "mark", "case")}
            to_object = bool(marks & _OBJECT_MARKS) and bool(above.objects) and not above.passive
            shared = above.objects if to_object else doer
    elif dep in ("conj", "xcomp", "advcl", "ccomp"):
        while not parse.kids(head, "nsubj", "nsubj:pass") and parse.deps[head] in ("xcomp", "conj"):
            head = parse.heads[head]  # "Kenya remains ready to help"
        shared = tuple(_referent(parse, head, s) for s in parse.kids(head, "nsubj", "nsubj:pass"))
    if passive:
        agents = above.subjects if dep == "conj" and above is not None and above.passive else ()
        return agents, () if has_object else shared
    return shared, ()


def _doer_before(parse: Parse, verb: int, head: int) -> int:
    """The noun that a participle right after it describes: "the envoy to the coalition *fighting* them".

    A participle attaches to the nearest noun unless that noun only says where ("people in Mali fleeing");
    after "of" the parse decides.
    """
    nearest = verb - 1
    if parse.tags[verb] != "VBG" or nearest == head or parse.pos[nearest] not in ("NOUN", "PROPN"):
        return head
    below = nearest
    while below != head and parse.deps[below] in ("flat", "compound", "conj"):
        below = parse.heads[below]
    inside = parse.deps[below] == "nmod" and parse.heads[below] == head
    return below if inside and parse.preposition(below) in _LOW else head


def _is_agent(parse: Parse, noun: int) -> bool:
    """Whether a noun names someone who can act, rather than a plan or a means."""
    role = roles().get(parse.lemmas[noun])
    if role is None:
        return parse.pos[noun] == "PROPN"
    known = parse.tags[noun] != "NN" or (noun > 0 and "the" in parse.lower[max(0, noun - 2) : noun])
    return role.type in _LIVING or (role.type == "organization" and role.role in _ARMED and known)


def _owner(parse: Parse, noun: int, memory: dict[int, Clause], depth: int) -> tuple[int, ...]:
    """Whose plan it is in "Iran's plan to attack" or "Iran made a plan to attack".

    Also "a plan by Iran to attack", "Iran's hand in plans to attack", "it is Iran's duty to help", "Iran is
    under pressure to help"; but who "urged the regime to help" leaves it to the regime.
    """
    if _is_agent(parse, noun):
        return (noun,)
    for _ in range(_CLIMB):
        possessors = parse.kids(noun, "nmod:poss")
        if possessors:
            return tuple(possessors)
        makers = [c for c in parse.kids(noun, "nmod") if parse.preposition(c) == "by"]
        if makers:
            return tuple(makers)
        owners = [c for c in parse.kids(noun, "compound", "amod") if parse.words[c][:1].isupper()]
        if owners and noun != parse.sentences[parse.sentence[noun]][0]:
            return tuple(owners[-1:])
        head, dep = parse.heads[noun], parse.deps[noun]
        if parse.kids(noun, "cop"):
            return tuple(parse.kids(noun, "nsubj"))
        if dep in ("obj", "obl", "nsubj:pass") and parse.pos[head] == "VERB":
            return _clause(parse, head, memory, depth + 1).subjects
        if dep == "obl":
            return tuple(parse.kids(head, "nsubj"))
        if dep != "nmod" or parse.preposition(noun) not in _WITHIN:
            break
        noun = head
    return ()
