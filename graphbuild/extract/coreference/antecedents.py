"""Antecedents of pronouns and of definite nominals ("the group", "the ambassador").

A candidate must agree in number, gender and animacy; among those that do, subjects, recent mentions and
often-mentioned actors win (salience after Lappin and Leass 1994, aclanthology.org/J94-4002). A pronoun
without a good candidate stays unlinked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graphbuild.extract.annotations import Block, Mention, Quotes
from graphbuild.extract.coreference.descriptions import defined, descriptions
from graphbuild.extract.coreference.distribution import two_named
from graphbuild.extract.coreference.entities import REACH, Referent, referents, resolved
from graphbuild.extract.coreference.salience import Antecedent, features, salience
from graphbuild.extract.qualify.accusations import answers_for
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import DESCRIBING, SUBJECTS
from graphbuild.extract.types import ACTING, BODIES, FORCE, PERSONS
from graphbuild.lexicons.en.function_words import BOTH, PREDICATE_NEGATORS
from graphbuild.lexicons.en.person_nouns import REPRESENTATIVES
from graphbuild.lexicons.en.pronouns import EMPHATIC, REFLEXIVE_ENDINGS
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["Choice", "antecedents", "likeliest"]

_DISPOSING = frozenset("aid ally dismiss mobilize trade yield other".split())
"""What one does with one's own: sends, trains, arms, withdraws, sells it, and dismisses whom one employs."""
_REACH_PERSON = 12
_MOST = 12

Choice = Callable[[Mention, Sequence[Antecedent], Sequence[Mapping[str, float]]], Referent | None]
"""Which of the candidates, with the features of each, a pronoun stands for."""


@dataclass(slots=True)
class _Memory:
    """What a reader remembers of a document so far.

    ``of`` leads from a mention to its referent, ``recent`` holds the referents by their last mention (the
    latest last), ``before`` what the pronouns of each kind stood for last.
    """

    of: dict[Mention, Referent]
    earlier: list[Mention] = field(default_factory=list)
    recent: dict[Referent, None] = field(default_factory=dict)
    before: dict[tuple[str, str], Referent] = field(default_factory=dict)

    def pass_by(self, found: Mention, referent: Referent) -> None:
        """Remember a mention that has just been read; a name inside its own description adds nothing."""
        last = referent.mentions[-1] if referent.mentions else None
        if last is not None and last.parse is found.parse and last.first <= found.first < last.last:
            return
        referent.mentions.append(found)
        self.recent.pop(referent, None)
        self.recent[referent] = None
        self.earlier.append(found)


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
    memory = _Memory(referents([block for block, _ in blocks]))
    inside: defaultdict[int, list[Mention]] = defaultdict(list)
    for found in memory.of:
        inside[id(found.parse)].append(found)
    for block, marks in blocks:
        spoken = [f for f in block.mentions if f.kind == "pronoun"]
        for found in sorted((*inside[id(block.parse)], *spoken), key=lambda f: (f.first, -f.last)):
            if found.kind == "pronoun":
                referent = _link_pronoun(block, marks, found, memory, lexicon, choose or likeliest)
                if referent is not None:
                    memory.pass_by(found, referent)
                continue
            if found.kind == "nominal" and found.antecedent is None:
                if block.parse.kids(found.head, "cop"):
                    if (subject := _predicated(block, found, memory)) is not None:
                        memory.pass_by(found, subject)
                    continue
                found.antecedent = descriptions(block, found, memory.earlier, memory.of)
                if found.antecedent is not None:
                    memory.of[found] = memory.of[resolved(found)]
                    if defined(block, found):  # '"Acme" or the "Company"' only says what it is called
                        memory.earlier.append(found)
                        continue
                else:
                    found.members = two_named(block, found)
            memory.pass_by(found, memory.of[found])


def _predicated(block: Block, nominal: Mention, memory: _Memory) -> Referent | None:
    """Whom a predicate describes ("she was the envoy"); nobody where that is denied or only possible."""
    parse = block.parse
    if parse.kids(nominal.head, "aux") or any(
        parse.lower[c] in PREDICATE_NEGATORS for c in parse.children[nominal.head]
    ):
        return None
    for c in parse.kids(nominal.head, *SUBJECTS):
        subject = block.by_head.get(c)
        if subject is None or subject.number != nominal.number:
            continue
        referent = next((r for r in memory.recent if subject in r.mentions), None)
        if referent is not None and (referent.type in PERSONS) == (nominal.type in PERSONS):
            return referent
    return None


def likeliest(
    pronoun: Mention, candidates: Sequence[Antecedent], rows: Sequence[Mapping[str, float]]
) -> Referent | None:
    shares, least = salience(pronoun, rows)
    best = max(range(len(rows)), key=lambda k: shares[k])
    return candidates[best].referent if shares[best] >= least else None


def _link_pronoun(
    block: Block, marks: Quotes, pronoun: Mention, memory: _Memory, lexicon: Lexicon, choose: Choice
) -> Referent | None:
    """Link a pronoun; what it stands for, if anything."""
    said = marks.speakers.get(block.parse.sentence[pronoun.head]) if marks.inside[pronoun.head] else None
    if pronoun.gender == "1":
        if said is None or said is pronoun or resolved(said) is pronoun:
            return None
        if _of_a_side(block, pronoun, resolved(said), lexicon):
            return None
        pronoun.antecedent = said
        return memory.of.get(resolved(said))
    speaker = memory.of.get(resolved(said)) if said is not None else None
    candidates = [c for c in _candidates(block, pronoun, memory) if c.referent is not speaker]
    if not candidates:
        return None
    owner = (
        _judged(block, pronoun, memory, lexicon)
        or _own_subject(block, pronoun, memory, lexicon)
        or _spoken_for(block, pronoun, memory, lexicon)
    )
    if owner is not None:
        candidates = [c for c in candidates if c.referent is owner] or candidates
    before = memory.before.get((pronoun.number, pronoun.gender))
    referent = choose(pronoun, candidates, features(block, marks, pronoun, candidates, before))
    if referent is None:
        return None
    memory.before[pronoun.number, pronoun.gender] = referent
    last = next(c.last for c in candidates if c.referent is referent)
    if referent.kind == "name" or (referent.kind == "nominal" and referent.role in ACTING):
        pronoun.antecedent = resolved(_called(pronoun, referent) or last)
    elif referent.kind == "several":
        pronoun.members = _joined(referent)
    if pronoun.gender in ("m", "f"):
        referent.gender = referent.gender or pronoun.gender
    return referent


def _joined(referent: Referent) -> tuple[Mention, ...]:
    """The members of a coordination, as it was mentioned first."""
    return next((f.members for f in referent.mentions if f.members), ())


def _of_a_side(block: Block, pronoun: Mention, said: Mention, lexicon: Lexicon) -> bool:
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


def _judged(block: Block, pronoun: Mention, memory: _Memory, lexicon: Lexicon) -> Referent | None:
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


def _own_subject(block: Block, pronoun: Mention, memory: _Memory, lexicon: Lexicon) -> Referent | None:
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
    for c in _subjects(parse, verb):
        subject = block.by_head.get(c)
        if subject is not None and subject.kind == "name" and c < pronoun.head:
            return memory.of.get(resolved(subject))
    return None


def _spoken_for(block: Block, pronoun: Mention, memory: _Memory, lexicon: Lexicon) -> Referent | None:
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
    named = [f for f in referent.mentions if f.kind != "pronoun"]
    here = [f for f in named if f.sentence == pronoun.sentence]
    if here:
        return here[-1]
    return max(reversed(named), key=lambda f: f.last - f.first if f.kind == "name" else 0, default=None)


def _candidates(block: Block, pronoun: Mention, memory: _Memory) -> Iterator[Antecedent]:
    """Referents in reach that a pronoun agrees with and that grammar allows."""
    reach, room = _REACH_PERSON if pronoun.gender in ("m", "f") else REACH, _MOST
    for referent in reversed(memory.recent):
        last = referent.mentions[-1]
        if pronoun.sentence - last.sentence > reach or not room:
            break
        if _agrees(pronoun, referent) and not _barred(block, pronoun, referent):
            room -= 1
            yield Antecedent(referent, last)
    ahead = _ahead(block, pronoun)
    if ahead is not None:
        referent = memory.of[ahead]
        fresh = not referent.mentions or pronoun.sentence - referent.mentions[-1].sentence > reach
        if fresh and _agrees(pronoun, referent):
            yield Antecedent(referent, ahead, ahead=True)


def _ahead(block: Block, pronoun: Mention) -> Mention | None:
    """The subject of the main clause after a clause with the pronoun: "Before he left, Lee said"."""
    parse, k = block.parse, pronoun.head
    for above in parse.ancestors(pronoun.head):
        if parse.deps[k] in ("advcl", "obl") and k < above:
            for c in parse.kids(above, *SUBJECTS):
                subject = block.by_head.get(c)
                if c > pronoun.head and subject is not None and subject.kind == "name":
                    return subject
        k = above
    return None


def _agrees(pronoun: Mention, referent: Referent) -> bool:
    if pronoun.parse.lower[pronoun.head] == BOTH:
        return len(_joined(referent)) == 2
    person = referent.type in PERSONS
    if pronoun.gender in ("m", "f"):
        return person and referent.number == "s" and referent.gender in ("", pronoun.gender)
    if pronoun.gender == "n":
        return not person and referent.number == "s" and referent.type != ""
    return referent.number == "p" or referent.type in BODIES


def _barred(block: Block, pronoun: Mention, referent: Referent) -> bool:
    """Whether grammar forbids the link in view of what the sentence already says of the referent."""
    for mention in reversed(referent.mentions):
        if mention.sentence != pronoun.sentence:
            return False
        if _bound(block, pronoun, mention):
            return True
    return False


def _bound(block: Block, pronoun: Mention, candidate: Mention) -> bool:
    """Whether the two are arguments of one verb, or one is inside the other."""
    if candidate.parse is not block.parse:
        return False
    parse = block.parse
    if candidate.first <= pronoun.head < candidate.last:
        return True
    possessive = parse.deps[pronoun.head] == "nmod:poss"
    same_head = parse.heads[candidate.head] == parse.heads[pronoun.head]
    if possessive:  # "his brother John": John is neither the owner nor called so
        owned = parse.heads[pronoun.head]
        described = parse.deps[candidate.head] in DESCRIBING and parse.heads[candidate.head] == owned
        return candidate.head == owned or described
    if parse.lower[pronoun.head].endswith(REFLEXIVE_ENDINGS):
        return False
    return same_head or candidate.head in _subjects(parse, parse.heads[pronoun.head])


def _subjects(parse: Parse, verb: int) -> list[int]:
    """Heads of what a verb without a subject of its own shares with the one above: "Lee left and met her"."""
    for _ in range(_MOST):
        if parse.kids(verb, *SUBJECTS) or parse.deps[verb] not in ("conj", "xcomp"):
            break
        above = parse.heads[verb]
        if parse.deps[verb] == "xcomp" and (controllers := parse.kids(above, "obj", "iobj")):
            return controllers
        verb = above
    return parse.kids(verb, *SUBJECTS)
