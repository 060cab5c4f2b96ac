"""Who a description is: "Jane Roe, the envoy", "Roe is a senator", "ISIS militants", "the US government".

The name is the antecedent of the description; a person also takes the title, role and country that it gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.mentions.phrases import modifying
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import APPOSED
from graphbuild.extract.types import PERSONS, PLACED
from graphbuild.lexicons.en.body_nouns import GOVERNMENT, IDENTIFIED_BY_GROUP, SORTS, STATES
from graphbuild.lexicons.en.function_words import DETERMINERS, LIMITING, POSSESSIVE_MARKS
from graphbuild.lexicons.en.person_nouns import COMPANIONS, KIN, OWNERS_OF_BODIES, TO_ANOTHER
from graphbuild.lexicons.en.prepositions import NAMED_AS
from graphbuild.lexicons.en.speech_verbs import NAMING

__all__ = ["appositions"]


def appositions(block: Block, nominal: Mention, relational: Set[str] = frozenset()) -> None:
    """Tie a nominal to the name that it describes: "ISIS militants", "the US government", appositions.

    ``relational`` are nouns that say what someone, of whatever sort, is to another.

    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/3 US/NNP/compound/3/GPE government/NN/nsubj/4 left=leave/VBD/root/0")
    ['The US government: organization GOV = US']
    >>> described("The=the/DT/det/3 US/NNP/compound/3/GPE troops=troop/NNS/nsubj/4 "
    ...           "left=leave/VBD/root/0")
    ['The US troops: group MIL']
    """
    parse, i = block.parse, nominal.head
    lemma = parse.lemmas[i]
    one_person = nominal.type in PERSONS and nominal.number == "s"
    for other in () if one_person else modifying(block, i):
        group = other.type == "group" and other.label != "NORP" and lemma in IDENTIFIED_BY_GROUP
        organization = other.type == "organization" and other.kind == "name" and lemma in SORTS
        government = other.type == "country" and lemma in GOVERNMENT
        if other is not nominal and (group or organization or government):
            nominal.antecedent = other
            return
    for other, described in _apposed(block, nominal):
        if described.antecedent is None and _fits(nominal, other, relational):
            described.antecedent = other
            if other.type in PERSONS and nominal.type in PERSONS:
                _give_office(block, other, nominal)
            elif other.type in PERSONS:
                nominal.type = "person"
            return


def _apposed(block: Block, nominal: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Names beside a description, or whose predicate it is, each with the mention that the other describes.

    >>> from graphbuild.extract.testing import described
    >>> described("Roe/NNP/nsubj/7/PERSON ,/,/punct/5 the/DT/det/5 foreign/JJ/amod/5 "
    ...           "minister/NN/appos/1 ,/,/punct/1 resigned=resign/VBD/root/0")
    ['Roe: official GOV (foreign minister)', 'the foreign minister: official GOV = Roe']
    """
    parse, i = block.parse, nominal.head
    if parse.deps[i] == "appos":
        other = block.by_head.get(parse.heads[i])
        if other is not None and other.kind == "name":
            yield other, nominal
    if parse.kids(i, "cop"):
        for c in parse.kids(i, "nsubj"):
            other = block.by_head.get(c)
            if other is not None and other.kind == "name":
                yield other, nominal
    if parse.deps[i] == "nmod:desc":  # "EU member Malta"
        other = block.by_head.get(parse.heads[i])
        if other is not None and other.kind == "name" and other.first > i:
            yield other, nominal
    for c in (*parse.kids(i, *APPOSED), *_called(parse, i), *_further_on(block, nominal)):
        other = block.by_head.get(c)
        if other is not None and other.kind == "name" and other.head > i:
            yield other, nominal
    yield from _holding(block, nominal)
    after = block.by_token.get(i + 1)
    if after is not None and after.kind == "name" and after.first == i + 1:
        place = (parse.deps[i], parse.heads[i])
        if (parse.deps[after.head], parse.heads[after.head]) == place:  # "Chad and its ally Togo"
            yield after, nominal


def _holding(block: Block, nominal: Mention) -> Iterator[tuple[Mention, Mention]]:
    """The person right behind an office and where it is held: "President of Chad *Jane Roe*".

    >>> from graphbuild.extract.testing import described
    >>> described("President=president/NNP/nsubj/5 of/IN/case/3 Chad/NNP/nmod/1/GPE Roe/NNP/appos/3/PERSON "
    ...           "left=leave/VBD/root/0")
    ['President: official GOV = Roe', 'Roe: official GOV (President)']
    """
    parse = block.parse
    if nominal.type != "official" or nominal.number != "s" or not parse.words[nominal.head][0].isupper():
        return
    for c in parse.kids(nominal.head, "nmod"):
        place = block.by_head.get(c)
        name = block.by_token.get(place.last) if place is not None and place.type in PLACED else None
        if place is not None and name is not None and name.first == place.last and name.type in PERSONS:
            yield name, nominal


def _further_on(block: Block, nominal: Mention) -> Iterator[int]:
    """The person whom a parser hangs on the body that he serves: "the leader of the union, *Jane Roe*, left".

    >>> from graphbuild.extract.testing import described
    >>> described("A/DT/det/2 governor/NN/nsubj/10 of/IN/case/5 the/DT/det/5 Bank/NNP/nmod/2/ORG ,/,/punct/7 "
    ...           "Roe/NNP/appos/5/PERSON ,/,/punct/5 also/RB/advmod/10 left=leave/VBD/root/0")[-1]
    'Roe: official GOV (governor)'
    """
    parse = block.parse
    if nominal.type not in PERSONS or nominal.number != "s":
        return
    for c in parse.kids(nominal.head, "nmod"):
        body = block.by_head.get(c)
        if body is None or body.type not in PERSONS:
            yield from (
                k
                for k in parse.kids(c, "appos")
                if (name := block.by_head.get(k)) is not None
                and name.type in PERSONS
                and parse.words[name.first - 1] == ","
            )


def _called(parse: Parse, i: int) -> Iterator[int]:
    """What a description says that it calls itself or is known as.

    >>> from graphbuild.extract.testing import described
    >>> described("A/DT/det/2 group/NN/nsubj/7 calling=call/VBG/acl/2 itself/PRP/obj/3 "
    ...           "Zyx/NNP/compound/6/ORG Front/NNP/xcomp/3/ORG struck=strike/VBD/root/0")
    ['A group: group  = Zyx Front']
    """
    for verb in parse.kids(i, "acl"):
        if parse.lemmas[verb] in NAMING:
            yield from (
                c for c in parse.kids(verb, "xcomp", "obj", "obl") if parse.preposition(c) in NAMED_AS
            )


def _fits(nominal: Mention, name: Mention, relational: Set[str]) -> bool:
    """Whether a description can be of a name: several are not one, a person is no place.

    An ally or a neighbour is what the name is; a country else only a state, and one person may be described
    by a noun for those of a kind ("Roe is a shareholder").

    >>> from graphbuild.extract.testing import described
    >>> described("Roe/NNP/nsubj/7/PERSON ,/,/punct/5 the/DT/det/5 foreign/JJ/amod/5 "
    ...           "troops=troop/NNS/appos/1 ,/,/punct/1 resigned=resign/VBD/root/0")
    ['the foreign troops: group MIL']
    """
    if nominal.number == "p":
        return False
    if nominal.type == "group" and nominal.role == "MIL" and nominal.parse.words[nominal.head][0].isupper():
        return False  # "2nd Battalion, 5th Brigade": a unit beside a larger one
    parse, i = nominal.parse, nominal.head
    if parse.lemmas[i] in relational or parse.lemmas[i] in TO_ANOTHER:
        return name.type != "place"
    if name.type == "country":
        return parse.lemmas[i] in STATES
    of_a_kind = parse.lower[nominal.first] in ("a", "an") or parse.lemmas[i] in OWNERS_OF_BODIES
    if (
        nominal.type == "group"
        and of_a_kind
        and (name.type in PERSONS or parse.lemmas[i] in OWNERS_OF_BODIES)
    ):
        return name.type not in PLACED
    person = nominal.type in PERSONS
    return person == (name.type in PERSONS) and name.type not in PLACED


def _give_office(block: Block, person: Mention, nominal: Mention) -> None:
    """Give a person the title and office that a description of him says.

    >>> from graphbuild.extract.testing import described
    >>> described("Roe/NNP/nsubj/4/PERSON is=be/VBZ/cop/4 the/DT/det/4 spokesman/NN/root/0")
    ['Roe: official GOV (spokesman)', 'the spokesman: official GOV = Roe']
    """
    parse = block.parse
    if not person.title and parse.lemmas[nominal.head] not in COMPANIONS | KIN:
        person.title = parse.slice(_office_begin(block, nominal), nominal.head + 1)
    person.role = person.role or nominal.role
    person.country = person.country or nominal.country
    if nominal.type == "official":
        person.type = "official"


def _office_begin(block: Block, nominal: Mention) -> int:
    """Where the office begins in a description: after whose it is, and what says when or how many.

    >>> from graphbuild.extract.testing import described
    >>> described("Roe/NNP/nsubj/8/PERSON ,/,/punct/6 once=once/RB/advmod/6 Chad/NNP/nmod:poss/6/GPE "
    ...           "'s/POS/case/4 consul/NN/appos/1 ,/,/punct/6 left=leave/VBD/root/0")[0]
    'Roe: official GOV (consul)'
    """
    parse, first = block.parse, nominal.first
    owned = [k for k in range(first, nominal.head) if parse.lower[k] in POSSESSIVE_MARKS]
    first = owned[-1] + 1 if owned else first
    while first < nominal.head and (
        parse.lower[first] in DETERMINERS
        or (parse.pos[first] in ("DET", "PRON", "ADV", "PUNCT") and parse.lower[first] not in LIMITING)
    ):
        first += 1
    return first
