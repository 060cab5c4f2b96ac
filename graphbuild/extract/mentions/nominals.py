"""Nominal mentions and offices: "Syrian rebels", "the coalition", "Ambassador James Jeffrey, the envoy".

A noun phrase whose head is a role noun is a mention with the role of the noun and the country of its
modifiers. Where such a phrase is the title or the apposition of a named person it gives the person title,
role and country instead, and is the same actor."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.mentions.appositions import appositions
from graphbuild.extract.mentions.bodies_led import body_led
from graphbuild.extract.mentions.phrases import modifying, phrase_end, plain_name, whose, word_begin
from graphbuild.extract.mentions.referential import referential
from graphbuild.extract.mentions.titles import title_before
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import PREMODIFIERS
from graphbuild.extract.types import PERSONS
from graphbuild.lexicons.en.body_nouns import STATES
from graphbuild.lexicons.en.function_words import SENTENCE_ADVERBS
from graphbuild.lexicons.en.person_nouns import COLLECTIVE_PLURALS, GENDER, RANKS, RESULTATIVE, TO_ANOTHER
from graphbuild.lexicons.en.prepositions import INESSIVE, NATIONALITY, RECIPIENT
from graphbuild.lexicons.en.punctuation import PHRASE_MARKS
from graphbuild.lexicons.patterns import Patterns
from graphbuild.lexicons.roles import roles

__all__ = ["nominals"]

_LONGEST_ROLE = 3


def nominals(block: Block, patterns: Patterns) -> None:
    """Add the nominal mentions of a block, and titles to its named persons.

    Parameters
    ----------
    block : Block
        Has its named mentions already.
    patterns : Patterns

    Examples
    --------
    >>> from graphbuild.extract.testing import described
    >>> described("Roe/NNP/nsubj/4/PERSON is=be/VBZ/cop/4 a/DT/det/4 senator/NN/root/0")
    ['Roe: official LEG (senator)', 'a senator: official LEG = Roe']
    """
    parse = block.parse
    people = [f for f in block.mentions if f.type in PERSONS]
    within_titles: set[int] = set()
    for person in people:
        within_titles.update(title_before(block, person, patterns))
    known = roles()
    for i, pos in enumerate(parse.pos):
        if pos not in ("NOUN", "PROPN", "ADJ") or i in block.by_token or i in within_titles:
            continue
        if not _ends_role(parse, i):
            continue
        if _predicated(block, i):
            continue
        role = next((known[w] for w in _head_phrase(parse, i) if w in known), None)
        if role is None or not referential(parse, i, role.type, patterns):
            continue
        body = body_led(block, i)
        served = body if body is not None else _body_served(parse, i) or role.role
        kind = "person" if body is not None else role.type
        appositions(block, _nominal(block, i, served, kind, patterns.relational), patterns.relational)


def _predicated(block: Block, i: int) -> bool:
    """Whether a plural only says of countries what they are: "Kenya and Chad are *states* that ..."."""
    parse = block.parse
    if parse.lemmas[i] not in STATES or not parse.plural(i) or not parse.kids(i, "cop"):
        return False
    subjects = (block.by_head.get(c) for c in parse.kids(i, "nsubj"))
    return any(s is not None and s.kind == "name" and s.type == "country" for s in subjects)


def _body_served(parse: Parse, i: int) -> str:
    """The role of the police or spies whom a noun of rank serves, "spy agency chief": not the noun's own.

    >>> from graphbuild.extract.testing import described
    >>> described("A/DT/det/4 spy/NN/compound/3 agency/NN/compound/4 chief/NN/nsubj/5 left=leave/VBD/root/0")
    ['A spy agency chief: official SPY']
    """
    if parse.lemmas[i] not in RANKS:
        return ""
    for begin in range(max(parse.left_edge(i), i - _LONGEST_ROLE), i):
        if all(parse.deps[k] in PREMODIFIERS for k in range(begin, i)):
            body = roles().get(" ".join(parse.lemmas[begin:i]))
            if body and body.type == "organization" and body.role in ("SPY", "COP"):
                return body.role
    return ""


def _ends_role(parse: Parse, i: int) -> bool:
    """Whether a word is the last of any phrase in the role list; few nouns are."""
    last = _last_words()
    return parse.lemmas[i] in last or parse.lower[i] in last


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in roles())


def _head_phrase(parse: Parse, i: int) -> Iterator[str]:
    """The lemma phrases that could be in the role list, longest first: "prime minister", "minister".

    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/3 prime/JJ/amod/3 minister/NN/nsubj/4 resigned=resign/VBD/root/0")
    ['The prime minister: official GOV']
    """
    lemma = parse.lemmas[i]
    words = [lemma]
    for c in range(i - 1, max(-1, i - _LONGEST_ROLE), -1):
        if parse.deps[c] not in ("compound", "amod", "advmod") or not c < parse.heads[c] <= i:
            break
        words.insert(0, parse.lemmas[c])
    for size in range(len(words), 1, -1):
        phrase = " ".join(words[-size:-1])
        yield f"{phrase} {lemma}"
        plain = " ".join(parse.lower[i - size + 1 : i])
        if plain != phrase:
            yield f"{plain} {lemma}"
    yield lemma
    if parse.lower[i] != lemma:
        yield parse.lower[i]


def _nominal(block: Block, i: int, role: str, kind: str, relational: Set[str]) -> Mention:
    """The mention that a role noun heads, with role, country, number and gender.

    >>> from graphbuild.extract.testing import described
    >>> described("Foreign=foreign/JJ/amod/2 fighters=fighter/NNS/nsubj/3 fled=flee/VBD/root/0")
    ['Foreign fighters: group REB']
    """
    parse = block.parse
    first = parse.left_edge(i)
    while first < i and (
        parse.lower[first] in PHRASE_MARKS
        or parse.lower[first] in SENTENCE_ADVERBS
        or (
            parse.lower[first] in RESULTATIVE and parse.pos[first + 1] in ("NUM", "DET")
        )  # "shot dead two men"
    ):
        first += 1
    first = word_begin(parse, first)
    number = "p" if parse.plural(i) or parse.lower[i] in COLLECTIVE_PLURALS else "s"
    country = next((owner.country for owner in whose(block, i)), "") or _country(block, i, role, relational)
    if kind == "person" and number == "p":
        kind = "group"
    return block.add(
        Mention(
            parse=parse,
            first=first,
            last=phrase_end(block, i, apart=kind in PERSONS and number == "s"),
            head=i,
            kind="nominal",
            label=kind,
            type=kind,
            name=plain_name(block, first, i),
            role=role,
            country=country,
            number=number,
            gender=GENDER.get(parse.lemmas[i], "") if kind in PERSONS else "n",
        )
    )


def _country(block: Block, i: int, role: str, relational: Set[str]) -> str:
    """The country of whom a noun names: of what modifies it, "Syrian rebels", or after it, "rebels in Syria".

    Whose enemies or partners somebody is, where he is sent and where troops stand is not where he belongs.

    >>> from graphbuild.extract.testing import example
    >>> block = example("Rebels=rebel/NNS/nsubj/4 in/IN/case/3 Peru/NNP/nmod/1/GPE fled=flee/VBD/root/0")
    >>> _country(block, 0, "REB", frozenset()), _country(block, 0, "MIL", frozenset())
    ('PER', '')
    >>> block = example("Peru/NNP/nmod:poss/3/GPE 's/POS/case/1 fans=fan/NNS/nsubj/4 fled=flee/VBD/root/0")
    >>> _country(block, 2, "", frozenset()), _country(block, 2, "", frozenset({"fan"}))
    ('PER', '')
    """
    parse = block.parse
    to_others = parse.lemmas[i] in relational or parse.lemmas[i] in TO_ANOTHER
    for other in modifying(block, i):
        if other.country and (not to_others or parse.deps[other.head] == "amod"):
            return other.country
    for c in parse.kids(i, "nmod"):
        inside, preposition = block.by_head.get(c), parse.preposition(c)
        away = preposition == RECIPIENT or (preposition == INESSIVE and role == "MIL")
        if inside and inside.country and preposition in NATIONALITY and not (away or to_others):
            return inside.country
    return ""
