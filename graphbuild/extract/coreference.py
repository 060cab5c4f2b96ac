"""Antecedents of pronouns and of definite nominals ("the group", "the ambassador").

A candidate must agree in number, gender and animacy; among those that do, subjects, recent mentions and
often-mentioned actors win (salience after Lappin and Leass 1994, aclanthology.org/J94-4002). A pronoun
without a good candidate stays unlinked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphbuild.extract.attribution import Quotes
from graphbuild.extract.found import Block, Found

__all__ = ["antecedents", "pronouns"]

_THIRD = {
    "he": ("s", "m"), "him": ("s", "m"), "his": ("s", "m"), "himself": ("s", "m"),
    "she": ("s", "f"), "her": ("s", "f"), "hers": ("s", "f"), "herself": ("s", "f"),
    "it": ("s", "n"), "its": ("s", "n"), "itself": ("s", "n"),
    "they": ("p", ""), "them": ("p", ""), "their": ("p", ""), "theirs": ("p", ""), "themselves": ("p", ""),
}  # fmt: skip
_FIRST = {"i": "s", "me": "s", "my": "s", "we": "p", "us": "p", "our": "p", "ours": "p"}
_WINDOW = 4
_WINDOW_PERSON = 9
_RECENCY = (1.2, 1.0, 0.5, 0.3, 0.2)
_PERSONS = frozenset({"person", "official"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ACTING = frozenset("GOV MIL REB OPP PTY LEG JUD COP SPY CRM UAF PRM IGO NGO JRN MED".split())
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_GOOD_ENOUGH = 1.0
_FREQUENT = 0.1
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_OBJECTS = frozenset({"obj", "iobj", "obl:agent"})
_ANY_BODY = frozenset("group organization organisation movement network outfit body".split())
_BODY_ROLES = {"company": "BUS", "firm": "BUS", "party": "PTY", "militia": "REB"}
_TELLING_NOTHING = frozenset("extremist terrorist militant armed rebel jihadist insurgent same".split())


def pronouns(block: Block, marks: Quotes) -> None:
    """Add the pronouns of a block as mentions.

    Parameters
    ----------
    block : Block
    marks : Quotes
        First-person pronouns count only inside quotation marks.
    """
    parse = block.parse
    for i, word in enumerate(parse.lower):
        if parse.pos[i] != "PRON" and parse.tags[i] not in ("PRP", "PRP$"):
            continue
        if word in _THIRD:
            number, gender = _THIRD[word]
            if parse.deps[i] == "expl" or (word == "it" and _pleonastic(block, i)):
                continue
        elif word in _FIRST and marks.inside[i]:
            number, gender = _FIRST[word], "1"
        else:
            continue
        block.add(
            Found(parse, i, i + 1, i, "pronoun", "pronoun", "", parse.words[i], number=number, gender=gender)
        )


def _pleonastic(block: Block, i: int) -> bool:
    """ "It is clear that", "it seems": an it that stands for nothing."""
    parse = block.parse
    head = parse.heads[i]
    if parse.kids(head, "csubj", "expl"):
        return True
    clausal = parse.kids(head, "ccomp", "xcomp")
    return (parse.pos[head] in ("ADJ", "NOUN") and bool(clausal)) or parse.lemmas[head] in (
        "seem",
        "appear",
        "rain",
    )


@dataclass(slots=True)
class _Memory:
    """What a reader remembers of a document so far.

    ``earlier`` holds the mentions, and the things that pronouns could stand for as well; ``counts`` how often
    a name was mentioned, ``genders`` what is known of it.
    """

    earlier: list[Found]
    counts: dict[str, int]
    genders: dict[str, str]


def antecedents(blocks: Sequence[tuple[Block, Quotes]]) -> None:
    """Link the pronouns and definite nominals of a document to what they refer back to.

    Parameters
    ----------
    blocks : sequence of (Block, Quotes)
        All blocks of one document, in order.
    """
    memory = _Memory([], {}, {})
    for block, _ in blocks:
        for found in block.found:
            if found.gender in ("m", "f") and found.kind == "name":
                memory.genders.setdefault(_key(found), found.gender)
    for block, marks in blocks:
        for found in sorted((*block.found, *_things(block)), key=lambda f: (f.first, -f.last)):
            if found.kind == "pronoun":
                _link_pronoun(block, marks, found, memory)
            elif found.kind == "nominal" and found.antecedent is None:
                _link_nominal(found, memory.earlier)
            if found.kind in ("name", "nominal"):
                memory.counts[_key(found)] = memory.counts.get(_key(found), 0) + 1
            if found.kind != "pronoun" or found.antecedent is not None:
                memory.earlier.append(found)


def _things(block: Block) -> Iterator[Found]:
    """Nouns that are no actors but that "it" and "they" may stand for."""
    parse = block.parse
    for i, tag in enumerate(parse.tags):
        if (
            tag in _NOUN_TAGS
            and i not in block.by_token
            and parse.deps[i] not in ("compound", "flat", "obl:unmarked")
        ):
            number = "p" if tag.endswith("S") else "s"
            sentence = block.before + parse.sentence[i]
            yield Found(
                parse, i, i + 1, i, "thing", "", "thing", "", number=number, gender="n", sentence=sentence
            )


def _key(found: Found) -> str:
    return found.name.split(" ")[-1].lower()


def _resolved(found: Found) -> Found:
    """End of the chain of antecedents."""
    for _ in range(20):
        if found.antecedent is None:
            break
        found = found.antecedent
    return found


def _link_pronoun(block: Block, marks: Quotes, pronoun: Found, memory: _Memory) -> None:
    parse = block.parse
    said = marks.speakers.get(parse.sentence[pronoun.head]) if marks.inside[pronoun.head] else None
    if pronoun.gender == "1":
        if said is not None and said is not pronoun and _resolved(said) is not pronoun:
            pronoun.antecedent = said
        return
    best, best_score = None, _GOOD_ENOUGH
    for candidate in reversed(memory.earlier):
        distance = pronoun.sentence - candidate.sentence
        if distance > (_WINDOW_PERSON if pronoun.gender in ("m", "f") else _WINDOW):
            break
        actor = _resolved(candidate)
        if not _agrees(pronoun, actor, memory) or _bound(block, pronoun, candidate):
            continue
        if said is not None and actor is _resolved(said):
            continue
        score = _salience(pronoun, candidate, distance)
        if actor.kind == "name":
            score += _FREQUENT * min(memory.counts.get(_key(actor), 0), 5)
        if score > best_score:
            best, best_score = candidate, score
    if best is None:
        return
    actor = _resolved(best)
    if actor.kind == "thing" or (actor.kind == "nominal" and actor.role not in _ACTING):
        return
    pronoun.antecedent = actor
    if pronoun.gender in ("m", "f") and actor.kind == "name":
        memory.genders.setdefault(_key(actor), pronoun.gender)


def _salience(pronoun: Found, candidate: Found, distance: int) -> float:
    dep = candidate.parse.deps[candidate.head]
    role = 1.0 if dep in _SUBJECTS else 0.6 if dep in _OBJECTS else 0.4
    if dep in ("compound", "amod"):
        role = 0.1
    score = role + (_RECENCY[distance] if distance < len(_RECENCY) else 0.0)
    if candidate.kind == "pronoun":
        score += 0.3
    if dep == pronoun.parse.deps[pronoun.head]:
        score += 0.2
    return score


def _agrees(pronoun: Found, actor: Found, memory: _Memory) -> bool:
    person = actor.type in _PERSONS
    if pronoun.gender in ("m", "f"):
        known = actor.gender or (memory.genders.get(_key(actor), "") if actor.kind == "name" else "")
        return person and actor.number == "s" and known in ("", pronoun.gender)
    if pronoun.gender == "n":
        return not person and actor.number == "s" and actor.type != ""
    return actor.number == "p" or actor.type in ("group", "organization")


def _bound(block: Block, pronoun: Found, candidate: Found) -> bool:
    """Whether grammar forbids the link: the two are arguments of one verb, or one is inside the other."""
    if candidate.parse is not block.parse:
        return False
    parse = block.parse
    if candidate.first <= pronoun.head < candidate.last:
        return True
    reflexive = parse.lower[pronoun.head].endswith(("self", "selves"))
    possessive = parse.deps[pronoun.head] == "nmod:poss"
    same_verb = parse.heads[candidate.head] == parse.heads[pronoun.head]
    return same_verb and not reflexive and not possessive


def _link_nominal(nominal: Found, earlier: list[Found]) -> None:
    """The group; the company; the ambassador: back to the nearest name that can be called so."""
    parse = nominal.parse
    if parse.lower[nominal.first] not in _DEFINITE or nominal.number != "s" or nominal.country:
        return
    lemma = parse.lemmas[nominal.head]
    if any(True for c in parse.kids(nominal.head, "nmod", "acl:relcl") if c > nominal.head):
        return
    for candidate in reversed(earlier):
        if nominal.sentence - candidate.sentence > 3:
            return
        actor = _resolved(candidate)
        if actor.kind == "pronoun" or actor is nominal:
            continue
        if _can_be_called(actor, nominal, lemma):
            nominal.antecedent = actor
            return


def _bare(nominal: Found) -> bool:
    """Whether nothing before the noun says which one is meant."""
    words = nominal.parse.lower[nominal.first + 1 : nominal.head]
    return all(word in _TELLING_NOTHING for word in words)


def _can_be_called(actor: Found, nominal: Found, lemma: str) -> bool:
    if actor.kind == "nominal":
        return actor.parse.lemmas[actor.head] == lemma and actor.number == "s" and actor.type == nominal.type
    if actor.type in ("group", "organization") and actor.label != "NORP":
        if lemma in _ANY_BODY:
            return _bare(nominal) and actor.role not in ("GOV", "MIL", "JUD", "LEG")
        if lemma in _BODY_ROLES:
            return _bare(nominal) and actor.role in ("", _BODY_ROLES[lemma])
        return _bare(nominal) and actor.name.lower().split()[-1] in (lemma, f"{lemma}s")
    if nominal.type in _PERSONS and actor.type in _PERSONS:
        words = actor.title.lower().split()
        return bool(words) and words[-1] in (lemma, nominal.name.lower().split()[-1])
    return False
