"""Who belongs to whom: titles, appositions, possessors and verbs of office become affiliation relations."""

from __future__ import annotations

from collections.abc import Container, Iterator

from graphbuild.extract.affiliations.affiliation import affiliation
from graphbuild.extract.affiliations.closeness import close
from graphbuild.extract.annotations import Block, Candidate, Context, Mention
from graphbuild.extract.coreference.entities import resolved
from graphbuild.extract.mentions.phrases import prefixed, whose
from graphbuild.extract.syntax.arguments import heading
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import MODIFIERS
from graphbuild.extract.types import ACTORS, BODIES, COLLECTIVES, FORCES, PERSONS, PLACED, STATE
from graphbuild.lexicons.en.action_verbs import BECOMING, INSTALLING, SERVING, SITUATED
from graphbuild.lexicons.en.body_nouns import GOVERNMENT_OF, NETWORKS, PLAIN_GOVERNMENT
from graphbuild.lexicons.en.function_words import BEFORE_ACCOUNT, POSSESSIVE_MARKS
from graphbuild.lexicons.en.person_nouns import LOCAL_HEADS
from graphbuild.lexicons.en.prepositions import (
    AFFILIATION,
    ESSIVE,
    GENITIVE,
    INSIDE,
    NAMED_AS,
    OFFICE_OF,
)
from graphbuild.lexicons.en.punctuation import COMPOUND_HYPHENS
from graphbuild.lexicons.roles import roles
from graphbuild.names import country_of, fold

__all__ = ["offices"]

_BEFORE_ACCOUNT = BEFORE_ACCOUNT | NETWORKS


def offices(context: Context) -> Iterator[Candidate]:
    """Affiliations that titles, appositions, possessors and account names tell.

    Parameters
    ----------
    context : Context

    Yields
    ------
    Candidate
        Of class ``lead``, ``member_of`` or ``part_of``, from the member to the body, or ``same_as``.

    Examples
    --------
    >>> from graphbuild.extract.testing import told
    >>> told("Kenyan/JJ/amod/2/NORP officials=official/NNS/nsubj/3/official met=meet/VBD/root/0", offices)
    ['officials -member_of-> Kenyan']
    """
    yield from _title(context)
    yield from _office(context)
    yield from _branch(context)
    yield from _account(context)


def _title(context: Context) -> Iterator[Candidate]:
    """State Department coordinator Nathan Sales; Mexico's President Enrique Peña Nieto."""
    parse = context.block.parse
    for person in context.block.mentions:
        if person.kind != "name" or person.type not in PERSONS or not person.title:
            continue
        start = parse.sentences[parse.sentence[person.head]][0]
        seen: list[Mention] = []
        k = person.first - 1
        while k >= start and parse.pos[k] in ("NOUN", "PROPN", "ADJ", "PART", "PUNCT", "ADP"):
            if parse.pos[k] == "PUNCT" and parse.words[k] not in ("-", "."):
                break
            if parse.pos[k] == "ADP" and parse.lower[k] != GENITIVE:
                break
            body = context.block.by_token.get(k)
            local = body is not None and body.type == "place" and _is_local(person.title)
            if body is not None and body.head in parse.ancestors(person.head):
                break  # "rivals of President Roe": he is none of them
            if body is not None and (body.type in BODIES or local) and body not in seen:
                seen.append(body)
            k -= 1
        for body in seen[:2]:
            yield affiliation(person, body, person.title, person.first, "title", context.patterns)


def _is_local(office: str) -> bool:
    """Whether an office is one over a town or a province."""
    return not LOCAL_HEADS.isdisjoint(office.lower().split()[-1:])


def _office(context: Context) -> Iterator[Candidate]:
    """X, the State Department envoy; US officials; leader of the group.

    >>> from graphbuild.extract.testing import told
    >>> told("Kenyan/JJ/amod/2/NORP officials=official/NNS/nsubj/3/official met=meet/VBD/root/0",
    ...      offices)
    ['officials -member_of-> Kenyan']
    """
    for nominal in context.block.mentions:
        if nominal.kind != "nominal" or nominal.type not in ACTORS:
            continue
        member = _holder(context, nominal)
        if member is None:
            yield from _kind_of_body(context, nominal)
            continue
        office, sides = nominal.name, _takes_sides(context, nominal)
        for body in _within(context.block, nominal) if sides else _bodies(context.block, nominal):
            if body.label == "NORP" and body.type != "country":
                continue  # "Islamist militants" belong to no body
            if body.type == "country" and nominal.type not in PERSONS and nominal.role in ("", "CVL"):
                continue
            rule = "apposition" if member is not nominal else "office"
            body = _government(context.block, nominal, body)
            yield affiliation(member, body, office, nominal.head, rule, context.patterns)
        yield from _seats(context, nominal, member)
        yield from close(context, nominal, member)
        for nation in () if sides else _of_government(context.block, nominal):
            yield affiliation(member, nation, office, nominal.head, "office", context.patterns)


def _holder(context: Context, nominal: Mention) -> Mention | None:
    """Who holds the office: the nominal's own actor, the person it describes, "he" in "he was a member".

    >>> from graphbuild.extract.testing import told
    >>> told("he/PRP/nsubj/4/pronoun was=be/VBD/cop/4 a/DT/det/4 member/NN/root/0/person "
    ...      "of/IN/case/7 the/DT/det/7 Senate/NNP/nmod/4/ORG", offices)
    ['he -member_of-> Senate']
    """
    parse, i = context.block.parse, nominal.head
    if nominal.antecedent is not None:
        return nominal.antecedent if nominal.antecedent.type in PERSONS else None
    if parse.kids(i, "cop"):
        for c in parse.kids(i, "nsubj"):
            subject = context.block.by_head.get(c)
            if subject is not None and subject.kind == "pronoun":
                return subject
    return _appointed(context, nominal) or nominal


def _appointed(context: Context, nominal: Mention) -> Mention | None:
    """Who comes into an office or serves in it: "she was named head of the bank", "he became its chairman".

    >>> from graphbuild.extract.testing import told
    >>> told("Roe/NNP/nsubj/2/PERSON became=become/VBD/root/0 head/NN/xcomp/2/official of/IN/case/6 "
    ...      "the/DT/det/6 Bank/NNP/nmod/3/ORG", offices)
    ['Roe -lead-> Bank']
    """
    parse, i = context.block.parse, nominal.head
    clause = context.clauses.get(parse.heads[i])
    if clause is None or nominal.type not in PERSONS or nominal.number != "s" or i < clause.verb:
        return None
    marked = parse.preposition(i)
    if clause.lemma in INSTALLING and marked in NAMED_AS:
        holders = clause.objects
    elif (clause.lemma in BECOMING and not marked) or (clause.lemma in SERVING and marked == ESSIVE):
        holders = clause.subjects
    else:
        return None
    actors = [context.block.by_head.get(h) for h in holders if h != i]
    persons = [a for a in actors if a is not None and (a.type in PERSONS or a.kind == "pronoun")]
    return persons[0] if len(persons) == 1 else None


def _government(block: Block, nominal: Mention, body: Mention) -> Mention:
    """The government that the same sentence names, for officials of its country; else the body itself."""
    if body.type != "country" or nominal.type != "official" or nominal.number != "p":
        return body
    for other in block.mentions:
        there = other.sentence == nominal.sentence and other.type == "organization" and other is not body
        named = other.kind == "name" and fold(other.name).startswith(GOVERNMENT_OF)
        if there and named and country_of(other.name) == body.country:
            return other
        plain = other.kind == "nominal" and block.parse.lemmas[other.head] == PLAIN_GOVERNMENT
        if there and plain and other.country == body.country:
            return other
    return body


def _of_government(block: Block, nominal: Mention) -> Iterator[Mention]:
    """Whose the state body is in "members of the Kenyan government", where that is no mention of its own."""
    parse = block.parse
    for c in parse.kids(nominal.head, "nmod"):
        noun = roles().get(parse.lemmas[c])
        state = noun is not None and noun.role in STATE and noun.type == "organization"
        if state and parse.preposition(c) == GENITIVE and block.by_token.get(c) in (None, nominal):
            for k in parse.kids(c, "amod", "compound", "nmod:poss"):
                nation = block.at(k)
                if nation is not None and nation.type == "country":
                    yield nation


def _kind_of_body(context: Context, nominal: Mention) -> Iterator[Candidate]:
    """The UN agency Unicef; the Hamas-affiliated Zyx Brigades; EU member Malta: whose it is by a noun."""
    named = nominal.antecedent
    if named is None or named.kind != "name":
        return
    if named.type not in COLLECTIVES and not (named.type == "country" and nominal.name.endswith("member")):
        return
    apart = named.first >= nominal.last or named.last <= nominal.first
    if apart and named.parse is context.block.parse and named.sentence == nominal.sentence:
        for body in _bodies(context.block, nominal):
            larger = body.kind == "name" and body.type in COLLECTIVES and body.label != "NORP"
            if larger and body.name != named.name:
                yield affiliation(named, body, "", nominal.head, "apposition", context.patterns)


def _takes_sides(context: Context, nominal: Mention) -> bool:
    """Whether the noun says whom the actor is for or against: "Iran's critics" do not belong to Iran."""
    entries = context.patterns.nouns.get(context.block.parse.lemmas[nominal.head], {})
    return any(entry.role == "agent" for entry in entries.values())


def _bodies(block: Block, nominal: Mention) -> Iterator[Mention]:
    parse, i = block.parse, nominal.head
    stack = list(parse.kids(i, *MODIFIERS))
    while stack:
        c = stack.pop()
        if _hyphened_participle(parse, c):
            continue  # whom "Kenya-backed" rebels are backed by
        for k in parse.conjuncts(c):
            body = block.at(k)
            if body is not None and prefixed(parse, body.first):
                break
            local = body is not None and body.type == "place" and _is_local(nominal.name)
            if body is not None and body is not nominal and (body.type in BODIES or local):
                yield body
                break
        else:
            stack += parse.kids(c, *MODIFIERS)
    for c in parse.kids(i, "nmod:poss"):
        owner = block.by_head.get(c)
        if owner is not None and owner.kind == "pronoun" and _serves(nominal, resolved(owner)):
            yield owner
    yield from (owner for owner in whose(block, i) if _serves(nominal, owner))
    yield from _after(block, nominal, OFFICE_OF)
    if (body := _beside(block, nominal)) is not None:
        yield body


def _hyphened_participle(parse: Parse, token: int) -> bool:
    """Whether a token is the participle of a compound like "Kenya-backed"."""
    return token >= 2 and parse.past_participle(token) and parse.words[token - 1] in COMPOUND_HYPHENS


def _seats(context: Context, nominal: Mention, member: Mention) -> Iterator[Candidate]:
    """Where the actor is that a compound with "based" describes: "Kenya-based hackers".

    >>> from graphbuild.extract.testing import told
    >>> told("Kenya/NNP/obl:unmarked/3/GPE -/HYPH/punct/3 based=base/VBN/amod/4 "
    ...      "hackers=hacker/NNS/nsubj/5/group fled=flee/VBD/root/0", offices)
    ['hackers -located_in-> Kenya']
    """
    parse, block = context.block.parse, context.block
    for c in parse.kids(nominal.head, *MODIFIERS):
        if _hyphened_participle(parse, c) and parse.lower[c] in SITUATED:
            place = block.by_token.get(c - 2)
            if place is not None and place.kind == "name" and place.type in PLACED:
                pattern = context.patterns.classes["located_in"]
                yield Candidate(member, place, "affiliation", pattern, nominal.name.lower(), c, "office")


def _serves(nominal: Mention, owner: Mention) -> bool:
    """Whether "its" tells whom an office or a force is of: "its envoy", "its troops", not "its victims"."""
    return owner.type in BODIES and (nominal.type == "official" or nominal.role in FORCES)


def _within(block: Block, nominal: Mention) -> Iterator[Mention]:
    """What those belong to who take sides: "our partners in the coalition"."""
    return _after(block, nominal, INSIDE)


def _after(block: Block, nominal: Mention, prepositions: Container[str]) -> Iterator[Mention]:
    """Bodies in the phrases after a noun; a country only after "of", for who is in it may not be its own."""
    parse, i = block.parse, nominal.head
    for c in parse.kids(i, "nmod"):
        of = parse.preposition(c) == GENITIVE
        if parse.preposition(c) in prepositions and not _of_another(block, i, c):
            for body in heading(block, c):
                fits = body.type in BODIES and (of or body.type != "country")
                local = of and body.type == "place" and _is_local(nominal.name)
                if fits or local:
                    yield body


def _of_another(block: Block, i: int, token: int) -> bool:
    """Whether a phrase is of another noun, with its own determiner: "a clerk and their aide in X"."""
    parse = block.parse
    case = min(parse.kids(token, "case"), default=token)
    other = block.by_head.get(case - 1)
    own = (
        other is not None and other.head != i and other.kind == "nominal" and parse.deps[other.head] == "conj"
    )
    return own and bool(parse.kids(case - 1, "det", "nmod:poss"))


def _beside(block: Block, nominal: Mention) -> Mention | None:
    """The body right after a bare office: "Jane Roe, commander, 9th Brigade".

    >>> from graphbuild.extract.testing import told
    >>> told("Roe/NNP/nsubj/7/PERSON ,/,/punct/3 commander/NN/appos/1/official ,/,/punct/6 "
    ...      "9th/NNP/amod/6/ORG Brigade/NNP/appos/1/ORG left=leave/VBD/root/0", offices)
    ['commander -lead-> 9th Brigade']
    """
    parse, first, last = block.parse, nominal.first, nominal.last
    bare = nominal.number == "s" and not parse.kids(nominal.head, "det", "nmod", "nmod:poss")
    before, after = parse.words[first - 1 : first], parse.words[last : last + 1]
    if nominal.type not in PERSONS or not bare or before != [","] or after != [","]:
        return None
    body = block.by_token.get(last + 1)
    named = body is not None and body.kind == "name" and body.first == last + 1
    return body if named and body is not None and body.type in COLLECTIVES else None


def _owner_before(block: Block, part: Mention) -> Mention | None:
    """The possessor right before a name, at most its acronym between: "the Command's (CMD) 9th Fleet"."""
    parse, k = block.parse, part.first - 1
    if k > 0 and parse.words[k] == ")":
        while k > 0 and parse.words[k] != "(":
            k -= 1
        k -= 1
    if k < 1 or parse.lower[k] not in POSSESSIVE_MARKS or parse.sentence[k] != parse.sentence[part.first]:
        return None
    body = block.by_token.get(k - 1)
    owns = body is not None and body.kind == "name" and body.type in BODIES and body.last == k
    return body if owns else None


def _branch(context: Context) -> Iterator[Candidate]:
    """Syria's Defence Ministry; the Northern Branch of the Islamic Movement.

    >>> from graphbuild.extract.testing import told
    >>> told("the/DT/det/3 Coast/NNP/compound/3/ORG Guard/NNP/nsubj/6/ORG of/IN/case/5 "
    ...      "Kenya/NNP/nmod/3/GPE left=leave/VBD/root/0", offices)
    ['Coast Guard -part_of-> Kenya']
    """
    parse = context.block.parse
    for part in context.block.mentions:
        if part.kind != "name" or part.type not in COLLECTIVES or part.label == "NORP":
            continue
        for c in parse.kids(part.head, "nmod:poss", "nmod"):
            if part.first <= c < part.last or (parse.deps[c] == "nmod" and parse.preposition(c) != GENITIVE):
                continue
            body = context.block.by_head.get(c)
            if body is not None and body.type in BODIES and body.kind != "pronoun":
                yield affiliation(part, body, "", part.head, "genitive", context.patterns)
        owner = _owner_before(context.block, part)
        if owner is not None:
            yield affiliation(part, owner, "", part.head, "genitive", context.patterns)
    for member in context.block.mentions:
        if member.kind != "name" or member.type not in ACTORS:
            continue
        for c in parse.kids(member.head, "nmod"):
            body = context.block.by_head.get(c)
            if body is None or c < member.last:
                continue
            held = member.title and parse.preposition(c) == GENITIVE
            if held and (body.type == "country" or (body.type == "place" and _is_local(member.title))):
                yield affiliation(member, body, member.title, member.head, "title", context.patterns)
            elif body.type in COLLECTIVES and parse.preposition(c) in AFFILIATION:
                yield affiliation(member, body, "", member.head, "prepositional_attribute", context.patterns)


def _account(context: Context) -> Iterator[Candidate]:
    """Jane Roe (@janeroe); follow the envoy on Twitter at @envoy: whose account a handle names.

    >>> from graphbuild.extract.testing import told
    >>> told("Roe/NNP/nsubj/5/PERSON (/,/punct/3 @janeroe/NNP/appos/1/ACCOUNT )/,/punct/3 "
    ...      "wrote=write/VBD/root/0", offices)
    ['@janeroe -same_as-> Roe']
    """
    parse = context.block.parse
    for account in context.block.mentions:
        if account.label != "ACCOUNT":
            continue
        start = parse.sentences[parse.sentence[account.first]][0]
        for k in range(account.first - 1, start - 1, -1):
            owner = context.block.by_token.get(k)
            if owner is not None and (owner.type in ACTORS) and fold(owner.name) not in NETWORKS:
                pattern = context.patterns.classes["same_as"]
                yield Candidate(
                    account, owner, "affiliation", pattern, "account", account.first, "account_handle"
                )
                break
            if owner is None and parse.lower[k] not in _BEFORE_ACCOUNT:
                break
