"""Antecedents of pronouns and of definite nominals ("the group", "the ambassador").

A candidate must agree in number, gender and animacy; among those that do, subjects, recent mentions and
often-mentioned actors win (salience after Lappin and Leass 1994, aclanthology.org/J94-4002). A pronoun
without a good candidate stays unlinked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from graphbuild.extract.annotations import Block, Mention, Quotes
from graphbuild.extract.coreference.candidates import candidates, joined, subjects
from graphbuild.extract.coreference.descriptions import defined, descriptions
from graphbuild.extract.coreference.distribution import two_named
from graphbuild.extract.coreference.entities import Referent, referents, resolved
from graphbuild.extract.coreference.first_person import of_a_side, side
from graphbuild.extract.coreference.memory import Memory
from graphbuild.extract.coreference.narrated import narrated
from graphbuild.extract.coreference.predicates import said_of
from graphbuild.extract.coreference.salience import Antecedent, features, salience
from graphbuild.extract.qualify.accusations import answers_for
from graphbuild.extract.syntax.relations import SUBJECTS
from graphbuild.extract.types import ACTING, PERSONS
from graphbuild.lexicons.en.function_words import DEFINITE
from graphbuild.lexicons.en.person_nouns import REPRESENTATIVES
from graphbuild.lexicons.en.pronouns import EMPHATIC, OWNERS
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["Choice", "antecedents", "likeliest"]

_DISPOSING = frozenset("aid ally dismiss mobilize trade yield other".split())
"""What one does with one's own: sends, trains, arms, withdraws, sells it, and dismisses whom one employs."""
_POINTING = DEFINITE | OWNERS

Choice = Callable[[Mention, Sequence[Antecedent], Sequence[Mapping[str, float]]], Referent | None]
"""Which of the candidates, with the features of each, a pronoun or description stands for."""


def antecedents(
    blocks: Sequence[tuple[Block, Quotes]], lexicon: Lexicon, choose: Choice | None = None
) -> None:
    """Link the pronouns and definite nominals of a document to what they refer back to.

    Parameters
    ----------
    blocks : sequence of (Block, Quotes)
        All blocks of one document, in order.
    lexicon : Lexicon
    choose : callable, optional
        Picks the referent of a pronoun from its candidates; the most salient one where this is sure enough
        if not given. Training gives what annotators picked.
    """
    memory = Memory(referents([block for block, _ in blocks], everywhere=choose is not None))
    inside: defaultdict[int, list[Mention]] = defaultdict(list)
    for found in memory.of:
        inside[id(found.parse)].append(found)
    told = narrated(blocks, memory.of)
    memory.tellers = {key: memory.of[resolved(name)] for key, name in told.tellers.items()}
    for block, marks in blocks:
        spoken = [f for f in block.mentions if f.kind == "pronoun"]
        spoken += told.pronouns.get(id(block), ())
        for found in sorted((*inside[id(block.parse)], *spoken), key=lambda f: (f.first, -f.last)):
            if found.kind == "pronoun":
                referent = _link_pronoun(block, marks, found, memory, lexicon, choose or likeliest)
                if referent is not None:
                    memory.pass_by(found, referent)
                continue
            if found.kind == "nominal" and found.antecedent is None:
                described = _described(block, found, memory)
                if described is not None:
                    memory.pass_by(found, described)
                if described is not None or block.parse.kids(found.head, "cop"):
                    continue
                found.antecedent = descriptions(block, found, memory.earlier, memory.of)
                if found.antecedent is not None:
                    memory.of[found] = memory.of[resolved(found)]
                    if defined(block, found):  # '"Acme" or the "Company"' only says what it is called
                        memory.earlier.append(found)
                        continue
                else:
                    found.members = two_named(block, found)
            if choose is not None and found.antecedent is None and _pointing(found):
                _link_description(block, marks, found, memory, choose)
            memory.pass_by(found, memory.of[found])


def _pointing(found: Mention) -> bool:
    """Whether a phrase says that it is known, and nothing of which one it is: "the town", "its port"."""
    parse, head = found.parse, found.head
    if found.kind not in ("nominal", "thing") or found.members or parse.kids(head, "cop"):
        return False
    if any(c > head for c in parse.kids(head, "nmod", "acl", "acl:relcl")):
        return False
    return any(
        parse.lower[c] in DEFINITE or parse.lower[c] in OWNERS for c in parse.children[head] if c < head
    )


def _link_description(block: Block, marks: Quotes, found: Mention, memory: Memory, choose: Choice) -> None:
    """Link a description that no rule has tied to a name; a thing that is one becomes a mention."""
    options = list(candidates(block, found, memory))
    referent = choose(found, options, features(block, marks, found, options, None)) if options else None
    if referent is None:
        return
    end = resolved(_fullest(referent.mentions) or referent.mentions[0])
    memory.of[found], found.antecedent = referent, end
    if found.kind == "thing":
        found.kind, found.type, found.label = "nominal", referent.type, referent.type
        found.first = min(
            c for c in found.parse.children[found.head] if found.parse.pos[c] in ("DET", "PRON")
        )
        found.name = found.parse.slice(found.head, found.last)
        block.add(found)


def _described(block: Block, nominal: Mention, memory: Memory) -> Referent | None:
    """Whom a predicate is said of ("she was the envoy"), and the link of it to the name, if it has one."""
    subject = said_of(block, nominal.head)
    if subject is None or subject is nominal or subject.number != nominal.number:
        return None
    referent = next((r for r in memory.recent if subject in r.mentions), None)
    if referent is None or (referent.type in PERSONS) != (nominal.type in PERSONS):
        return None
    if referent.kind == "name":
        nominal.antecedent = resolved(subject)
    return referent


def likeliest(
    pronoun: Mention, candidates: Sequence[Antecedent], rows: Sequence[Mapping[str, float]]
) -> Referent | None:
    shares, least = salience(pronoun, rows)
    best = max(range(len(rows)), key=lambda k: shares[k])
    return candidates[best].referent if shares[best] >= least else None


def _link_pronoun(
    block: Block, marks: Quotes, pronoun: Mention, memory: Memory, lexicon: Lexicon, choose: Choice
) -> Referent | None:
    """Link a pronoun; what it stands for, if anything."""
    said = marks.speakers.get(block.parse.sentence[pronoun.head]) if marks.inside[pronoun.head] else None
    if pronoun.antecedent is not None:  # "I" of whoever tells the text
        block.add(pronoun)
        return memory.of[resolved(pronoun)]
    if pronoun.gender == "1":
        if said is None or said is pronoun or resolved(said) is pronoun:
            return None
        if of_a_side(block, pronoun, resolved(said), lexicon):
            said = side(resolved(said), memory.of)
            if said is None:
                return None
        pronoun.antecedent = said
        return memory.of.get(resolved(said))
    speaker = memory.of.get(resolved(said)) if said is not None else None
    teller = None if marks.inside[pronoun.head] else memory.tellers.get(id(block))
    options = [c for c in candidates(block, pronoun, memory) if c.referent not in (speaker, teller)]
    if not options:
        return None
    owner = (
        _judged(block, pronoun, memory, lexicon)
        or _own_subject(block, pronoun, memory, lexicon)
        or _spoken_for(block, pronoun, memory, lexicon)
    )
    if owner is not None:
        options = [c for c in options if c.referent is owner] or options
    before = memory.before.get((pronoun.number, pronoun.gender))
    referent = choose(pronoun, options, features(block, marks, pronoun, options, before))
    if referent is None:
        return None
    memory.before[pronoun.number, pronoun.gender] = referent
    last = next(c.last for c in options if c.referent is referent)
    if referent.kind == "name" or (referent.kind == "nominal" and referent.role in ACTING):
        pronoun.antecedent = resolved(_called(pronoun, referent) or last)
    elif referent.kind == "several":
        pronoun.members = joined(referent)
    if pronoun.gender in ("m", "f"):
        referent.gender = referent.gender or pronoun.gender
    return referent


def _judged(block: Block, pronoun: Mention, memory: Memory, lexicon: Lexicon) -> Referent | None:
    """Whom a verb judges for a deed that the pronoun is part of: "criticised *Chad* for *its* raids"."""
    parse, k = block.parse, pronoun.head
    for above in parse.ancestors(pronoun.head):
        if answers_for(parse, k, lexicon):
            for c in parse.kids(above, "obj", "iobj"):
                whom = block.by_head.get(c)
                if whom is not None and whom.kind == "name":
                    return memory.of.get(resolved(whom))
        k = above
    return None


def _own_subject(block: Block, pronoun: Mention, memory: Memory, lexicon: Lexicon) -> Referent | None:
    """The named subject of the clause whose object "its" owns: "Chad moved *its* troops".

    One disposes of what is one's own, so nothing is said here of verbs that judge or harm their object ("Chad
    jailed its leader"), unless by "own".
    """
    parse, noun = block.parse, block.parse.heads[pronoun.head]
    verb = parse.heads[noun]
    if pronoun.gender != "n" or parse.deps[pronoun.head] != "nmod:poss" or parse.deps[noun] != "obj":
        return None
    act = lexicon.verbs.get((f"{parse.lemmas[verb]} {parse.particle(verb)}".strip(), "", ""))
    stressed = any(parse.lower[c] in EMPHATIC for c in parse.kids(noun, "amod"))
    if not stressed and act is not None and act.relation and act.relation not in _DISPOSING:
        return None
    for c in subjects(parse, verb):
        subject = block.by_head.get(c)
        if subject is not None and subject.kind == "name" and c < pronoun.head:
            return memory.of.get(resolved(subject))
    return None


def _spoken_for(block: Block, pronoun: Mention, memory: Memory, lexicon: Lexicon) -> Referent | None:
    """The person for whom others say what the pronoun is part of: "lawyers for *Roe* said that *he* left"."""
    parse, k = block.parse, pronoun.head
    if pronoun.gender not in ("m", "f"):
        return None
    for above in parse.ancestors(pronoun.head):
        if parse.deps[k] in ("ccomp", "parataxis") and parse.lemmas[above] in lexicon.speech:
            for who in parse.kids(above, *SUBJECTS):
                for one in _represented(block, who):
                    return memory.of.get(resolved(one))
        k = above
    return None


def _represented(block: Block, who: int) -> Iterator[Mention]:
    """Persons whom the lawyer, spokesman or relative that a noun names belongs to or speaks for."""
    parse = block.parse
    if parse.lemmas[who] not in REPRESENTATIVES:
        return
    below = [c for c in parse.kids(who, "nmod", "nmod:poss") if parse.deps[c] == "nmod:poss" or c > who]
    for c in (*below, *(k for b in below for k in parse.kids(b, "appos", "flat"))):
        one = block.by_head.get(c)
        if one is not None and one.kind == "name" and one.type in PERSONS:
            yield one


def _called(pronoun: Mention, referent: Referent) -> Mention | None:
    """The mention to link to: one in the pronoun's own sentence, else the fullest name so far."""
    here = [f for f in referent.mentions if f.kind != "pronoun" and f.sentence == pronoun.sentence]
    return here[-1] if here else _fullest(referent.mentions)


def _fullest(mentions: Sequence[Mention]) -> Mention | None:
    """The longest name among the mentions of one referent, the last of equals."""
    named = [f for f in mentions if f.kind != "pronoun"]
    return max(reversed(named), key=lambda f: f.last - f.first if f.kind == "name" else 0, default=None)
