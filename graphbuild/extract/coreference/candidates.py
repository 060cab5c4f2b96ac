"""Who may be meant at all: whom a pronoun or a description agrees with, in reach, and grammar allows."""

from __future__ import annotations

from collections.abc import Iterator

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.coreference.entities import REACH, Referent
from graphbuild.extract.coreference.memory import Memory
from graphbuild.extract.coreference.salience import Antecedent
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import DESCRIBING, SUBJECTS
from graphbuild.extract.types import BODIES, COLLECTIVES, PERSONS
from graphbuild.lexicons.en.body_nouns import COUNTRIES, STATES
from graphbuild.lexicons.en.function_words import BOTH
from graphbuild.lexicons.en.pronouns import REFLEXIVE_ENDINGS
from graphbuild.lexicons.en.thing_nouns import SETTLEMENTS

__all__ = ["candidates", "joined", "subjects"]

_REACH_PERSON = 12
_REACH_NAME = 10
_MOST = 12


def candidates(block: Block, found: Mention, memory: Memory) -> Iterator[Antecedent]:
    """The referents that a pronoun, or a description that no rule has tied to one, may stand for.

    Parameters
    ----------
    block : Block
        Of the pronoun or description.
    found : Mention
    memory : Memory

    Yields
    ------
    Antecedent
        Those mentioned last first; a subject that follows in the sentence comes at the end.
    """
    if found.kind != "pronoun":
        yield from _describable(block, found, memory)
    else:
        yield from _agreeing(block, found, memory)


def _describable(block: Block, phrase: Mention, memory: Memory) -> Iterator[Antecedent]:
    """Actors in reach that a definite phrase may describe, and those that the text speaks of most."""
    room = _MOST
    for referent in _near(phrase, memory):
        last = referent.mentions[-1]
        if not room:
            break
        if referent.number != phrase.number or not _describes(phrase, referent):
            continue
        if not _barred(block, phrase, referent) and not _within(phrase, last):
            room -= 1
            yield Antecedent(referent, last)


def _near(phrase: Mention, memory: Memory) -> Iterator[Referent]:
    """The actors of the last sentences, latest first, then those of all the text that it names most."""
    far: list[Referent] = []
    for referent in reversed(memory.known):
        if phrase.sentence - referent.mentions[-1].sentence > _REACH_NAME:
            far = [one for one in memory.chief.values() if one in memory.known]
            break
        yield referent
    yield from (one for one in far if phrase.sentence - one.mentions[-1].sentence > _REACH_NAME)


def _describes(phrase: Mention, referent: Referent) -> bool:
    """Whether a phrase may be of an actor by its noun: a town is a place, a republic a country.

    Persons are told by their titles, which is a matter of rules.
    """
    lemma = phrase.parse.lemmas[phrase.head]
    if referent.type in PERSONS or (phrase.kind == "nominal" and phrase.type in PERSONS):
        return False
    if referent.kind == "nominal":
        return phrase.kind == "nominal" and referent.type == phrase.type
    if lemma in SETTLEMENTS:
        return referent.type == "place"
    if referent.type == "country" or lemma in COUNTRIES:
        return referent.type == "country" and lemma in STATES
    if lemma in STATES:
        return referent.type == "place"
    return phrase.kind != "nominal" or (phrase.type in COLLECTIVES and referent.type in COLLECTIVES)


def _within(phrase: Mention, other: Mention) -> bool:
    """Whether one of two phrases is part of the other: "the mayor of York" is not York."""
    if phrase.parse is not other.parse:
        return False
    above, below = phrase.parse.ancestors(phrase.head), phrase.parse.ancestors(other.head)
    return other.head in above or phrase.head in below


def _agreeing(block: Block, pronoun: Mention, memory: Memory) -> Iterator[Antecedent]:
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
        return len(joined(referent)) == 2
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
    return same_head or candidate.head in subjects(parse, parse.heads[pronoun.head])


def joined(referent: Referent) -> tuple[Mention, ...]:
    """The members of a coordination, as it was mentioned first."""
    return next((f.members for f in referent.mentions if f.members), ())


def subjects(parse: Parse, verb: int) -> list[int]:
    """Heads of what a verb without a subject of its own shares with the one above: "Lee left and met her"."""
    for _ in range(_MOST):
        if parse.kids(verb, *SUBJECTS) or parse.deps[verb] not in ("conj", "xcomp"):
            break
        above = parse.heads[verb]
        if parse.deps[verb] == "xcomp" and (controllers := parse.kids(above, "obj", "iobj")):
            return controllers
        verb = above
    return parse.kids(verb, *SUBJECTS)
