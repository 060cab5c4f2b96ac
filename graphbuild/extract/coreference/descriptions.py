"""Whom a description means: "the group", "the company", "the envoy", and appositions that the parse missed.

A description without anything that tells one from another ("the extremist organization") goes back to the
nearest name that can be called so; one with words of its own ("the control group") only to a phrase that has
the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.coreference.entities import resolved
from graphbuild.extract.syntax.relations import PREMODIFIERS
from graphbuild.extract.types import COLLECTIVES, IRREGULAR, PERSONS, STATE
from graphbuild.lexicons.en.body_nouns import ANY_BODY, BANK, BODY_ROLES, COUNTRIES, PUBLIC_BODIES
from graphbuild.lexicons.en.function_words import DEFINITE, DOMAIN_LINKS, NOT_TELLING
from graphbuild.lexicons.en.person_nouns import FIGHTING, MILITANTS
from graphbuild.lexicons.en.prepositions import DOMAIN
from graphbuild.lexicons.en.pronouns import POSSESSIVE
from graphbuild.lexicons.en.punctuation import OPENING_QUOTES, PHRASE_ENDS
from graphbuild.lexicons.roles import roles
from graphbuild.names import initials

__all__ = ["defined", "descriptions"]

_POINTING = DEFINITE | POSSESSIVE
_TELLING_NOTHING = FIGHTING | NOT_TELLING
_FIGHTERS = IRREGULAR | {""}
_NOT_ALONE = PREMODIFIERS | {"conj"}

_PLACES = frozenset("nsubj nsubj:pass obj iobj obl obl:agent".split())
_REACH = 3
_REACH_OWN_WORD = 6
_LONGEST_ASIDE = 14


def descriptions(
    block: Block, nominal: Mention, earlier: Sequence[Mention], later: Iterable[Mention] = ()
) -> Mention | None:
    """The mention that a nominal stands for.

    Parameters
    ----------
    block : Block
        Of the nominal.
    nominal : Mention
    earlier : sequence of Mention
        Mentions that a reader has passed, in order of the text.
    later : iterable of Mention
        All mentions of the document, which say whom a headline means.

    Returns
    -------
    Mention or None
        A name, or an earlier nominal.
    """
    beside = _beside(block, nominal) or _after_field(block, nominal) or defined(block, nominal)
    if beside is not None:
        return beside
    if not block.before and nominal.number == "s" and nominal.parse.lower[nominal.first] not in DEFINITE:
        return _named_later(nominal, later)
    parse = nominal.parse
    if parse.lower[nominal.first] not in DEFINITE or nominal.country:
        return None
    if any(c > nominal.head for c in parse.kids(nominal.head, "nmod", "acl:relcl")):
        return None
    if nominal.number == "p":
        return _members(nominal, earlier)
    lemma = parse.lemmas[nominal.head]
    if (described := _described_so(nominal, earlier)) is not None:
        return described
    for candidate in reversed(earlier):
        distance = nominal.sentence - candidate.sentence
        if distance > _REACH_OWN_WORD:
            return None
        actor = resolved(candidate)
        if actor.kind not in ("name", "nominal") or actor is nominal:
            continue
        if lemma in COUNTRIES and _not_alone(candidate):
            continue
        if _beside_in_clause(candidate, nominal):
            continue
        if _can_be_called(actor, nominal, lemma, earlier) and (distance <= _REACH or _own_word(actor, lemma)):
            return actor
    return None


def _named_later(nominal: Mention, later: Iterable[Mention]) -> Mention | None:
    """The name beside the same words further down: "Zambian poet" may head "Ann Lee, a Zambian poet, ..."."""
    words = _all_words(nominal)
    if len(words) < 2:
        return None
    named = {
        other.antecedent.name: other.antecedent
        for other in later
        if other.kind == "nominal" and other.antecedent is not None and other.antecedent.kind == "name"
        if other.antecedent.sentence == other.sentence and _all_words(other) == words
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _all_words(nominal: Mention) -> tuple[str, ...]:
    parse = nominal.parse
    return tuple(parse.lemmas[k] for k in range(nominal.first, nominal.head + 1) if parse.pos[k] != "DET")


def _described_so(nominal: Mention, earlier: Sequence[Mention]) -> Mention | None:
    """The name that the text has called so itself, not long before: "the charity Zyx", "the charity"."""
    lemma = nominal.parse.lemmas[nominal.head]
    if nominal.type not in COLLECTIVES or _own_words(nominal):
        return None
    for other in reversed(earlier):
        if nominal.sentence - other.sentence > _REACH_OWN_WORD:
            return None
        if other.kind == "nominal" and other.number == "s" and other.parse.lemmas[other.head] == lemma:
            name = other.antecedent
            if name is None or name.kind != "name" or name.sentence != other.sentence:
                return None
            return None if _beside_in_clause(name, nominal) else name
    return None


def _beside_in_clause(candidate: Mention, nominal: Mention) -> bool:
    """Whether a verb has the two, or what one of them modifies, in two of its places: these are not one.

    In "Zyx investigators raided the company" the company is not Zyx.
    """
    parse, k = nominal.parse, candidate.head
    if candidate.parse is not parse or candidate.sentence != nominal.sentence:
        return False
    while parse.deps[k] in PREMODIFIERS:
        k = parse.heads[k]
    verb = parse.heads[nominal.head]
    places = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent")
    return (
        k != nominal.head
        and parse.heads[k] == verb
        and {parse.deps[k], parse.deps[nominal.head]} <= set(places)
    )


def _not_alone(candidate: Mention) -> bool:
    """Whether a name only modifies another or is one of a list."""
    parse, head = candidate.parse, candidate.head
    return parse.deps[head] in _NOT_ALONE or bool(parse.kids(head, "conj"))


def _beside(block: Block, nominal: Mention) -> Mention | None:
    """The name of the same sort right before or after a comma: "Ann Lee, US Army spokeswoman, said"."""
    parse, first, last = block.parse, nominal.first, nominal.last
    if nominal.number != "s" or last <= nominal.head or parse.kids(nominal.head, "conj", "cop"):
        return None
    begin, end = parse.sentences[parse.sentence[nominal.head]]
    closed = last >= end or parse.words[last] in PHRASE_ENDS
    if closed and first - 2 >= begin and parse.words[first - 1] == ",":
        name = block.by_token.get(first - 2)
        if name is not None and name.last == first - 1 and _one_of(name, nominal):
            return name
    if last + 1 < end and parse.words[last] == "," and parse.lower[first] in _POINTING:
        name = next((f for f in block.mentions if f.first > last and _begins(block, f, last + 1)), None)
        apart = name is not None and name.last < end and parse.words[name.last] == ","
        if name is not None and apart and _one_of(name, nominal):
            return name
    return None


def defined(block: Block, nominal: Mention) -> Mention | None:
    """The name that a text calls so in what follows: 'Acme Mining (LSE: ACM) ("Acme" or the "Company")'."""
    parse, k = block.parse, nominal.head - 1
    if parse.lower[k] in DEFINITE:
        k -= 1
    begin = parse.sentences[parse.sentence[nominal.head]][0]
    if nominal.number != "s" or k <= begin or parse.words[k] not in (*OPENING_QUOTES, "'", "‘"):
        return None
    while k > begin and parse.words[k] != "(" and nominal.head - k < _LONGEST_ASIDE:
        k -= 1
    while k > begin and parse.words[k] == "(" and parse.words[k - 1] == ")":
        k -= 2
        while k > begin and parse.words[k] != "(":
            k -= 1
    name = block.by_token.get(k - 1) if k > begin and parse.words[k] == "(" else None
    return name if name is not None and name.last == k and _one_of(name, nominal) else None


def _after_field(block: Block, nominal: Mention) -> Mention | None:
    """The person right after an office and what it is for: "Special Envoy for Yemen Jane Roe"."""
    parse, k = block.parse, nominal.head + 1
    end = parse.sentences[parse.sentence[nominal.head]][1]
    if nominal.type != "official" or nominal.number != "s":
        return None
    if k >= end or parse.lower[k] not in DOMAIN:
        return None
    while k < end and (parse.lower[k] in DOMAIN_LINKS or parse.words[k][:1].isupper()):
        found = block.by_token.get(k)
        if found is not None and found.type in PERSONS and found.first >= k:
            free = found.kind == "name" and not found.title
            return found if free and parse.lower[k - 1] not in DOMAIN_LINKS else None
        k = found.last if found is not None else k + 1
    return None


def _begins(block: Block, name: Mention, token: int) -> bool:
    """Whether a name, or the title before it, begins at a token."""
    words, pos = block.parse.words, block.parse.pos
    title = all(pos[k] != "PUNCT" or words[k] == "." for k in range(token, name.first))
    return title and (name.first == token or block.by_token.get(token) is name)


def _one_of(name: Mention, nominal: Mention) -> bool:
    """Whether a name and a description beside it are of one sort."""
    if name.kind != "name" or name.label == "NORP":
        return False
    if nominal.type in PERSONS:
        return name.type in PERSONS and name.gender in ("", nominal.gender or name.gender)
    return nominal.type in COLLECTIVES and name.type in COLLECTIVES


def _members(nominal: Mention, earlier: Sequence[Mention]) -> Mention | None:
    """ "The militants" after "ISIS militants" or ISIS, if no others have been named."""
    lemma = nominal.parse.lemmas[nominal.head]
    if _own_words(nominal):
        return None
    named = {}
    for found in earlier:
        if found.kind == "nominal" and found.number == "p" and found.parse.lemmas[found.head] == lemma:
            actor = resolved(found)
            if actor is found and not _own_words(found):
                return None
            named[actor.name.lower()] = actor
        elif (
            found.kind == "name" and lemma in MILITANTS and found.type == "group" and found.role in IRREGULAR
        ):
            named[found.name.lower()] = found
    if len(named) != 1:
        return None
    (actor,) = named.values()
    return actor if actor.kind == "name" else None


def _own_words(nominal: Mention) -> frozenset[str]:
    """Lemmas before the noun that tell which one is meant."""
    parse = nominal.parse
    return frozenset(
        parse.lemmas[k]
        for k in range(nominal.first, nominal.head)
        if parse.pos[k] not in ("DET", "PUNCT", "PRON", "PART") and parse.lower[k] not in _TELLING_NOTHING
    )


def _public(actor: Mention, earlier: Sequence[Mention]) -> bool:
    """Whether a body is no company by its name, or by the name whose initials it has."""
    last = actor.name.lower().split()[-1]
    if last in PUBLIC_BODIES:
        return True
    return actor.name.isupper() and any(
        other.kind == "name"
        and initials(other.name) == actor.name
        and other.name.lower().split()[-1] in PUBLIC_BODIES
        for other in earlier
    )


def _own_word(actor: Mention, lemma: str) -> bool:
    return actor.kind == "name" and actor.name.lower().split()[-1] in (lemma, f"{lemma}s")


def _can_be_called(actor: Mention, nominal: Mention, lemma: str, earlier: Sequence[Mention] = ()) -> bool:
    own = _own_words(nominal)
    if actor.kind == "nominal":
        same = actor.parse.lemmas[actor.head] == lemma and actor.number == "s" and actor.type == nominal.type
        return same and own <= _own_words(actor)
    if nominal.type in PERSONS and actor.type in PERSONS:
        words = actor.title.lower().split()
        return bool(words) and words[-1] in (lemma, nominal.name.lower().split()[-1])
    if own:
        return False
    if actor.type == "country":
        return lemma in COUNTRIES
    if actor.type not in COLLECTIVES or actor.label == "NORP":
        return False
    if not FIGHTING.isdisjoint(nominal.parse.lower[nominal.first : nominal.head]):
        return actor.role in _FIGHTERS and (actor.type == "group" or lemma in ANY_BODY)
    if lemma in ANY_BODY:
        return actor.role not in STATE
    noun = roles().get(lemma)
    business = noun is not None and noun.type == "organization" and noun.role == "BUS" and lemma != BANK
    if lemma in BODY_ROLES or business:
        return actor.role in ("", BODY_ROLES.get(lemma, "BUS")) and not (business and _public(actor, earlier))
    return _own_word(actor, lemma)
