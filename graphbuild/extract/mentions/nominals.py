"""Nominal mentions and offices: "Syrian rebels", "the coalition", "Ambassador James Jeffrey, the envoy".

A noun phrase whose head is a role noun is a mention with the role of the noun and the country of its
modifiers. Where such a phrase is the title or the apposition of a named person it gives the person title,
role and country instead, and is the same actor.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.mentions.titles import title_before
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.patterns import Patterns
from graphbuild.lexicons.roles import roles
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["nominals", "whose"]

_NAMING = frozenset(
    """
    group organization organisation movement militia network gang cartel party faction outfit army
    force militant fighter rebel insurgent jihadist terrorist extremist gunman guerrilla member branch
    cell wing affiliate leader commander operative supporter financier recruiter loyalist leadership
    """.split()
)
_SORTS = frozenset({"group", "organization", "organisation", "company", "firm", "movement", "party"})
_GOVERNING = frozenset({"government", "administration", "regime"})
_MODIFIERS = ("compound", "amod", "nmod:poss", "nmod:desc", "obl:unmarked", "nmod:unmarked", "flat")
_COUNTRY_MARKS = frozenset({"of", "in", "from", "to"})
_GENDERED = {
    **dict.fromkeys(
        "man boy father son brother husband uncle grandfather gentleman king prince emir sultan spokesman "
        "chairman businessman policeman congressman bishop priest monk imam".split(),
        "m",
    ),
    **dict.fromkeys(
        "woman girl mother daughter sister wife aunt grandmother lady queen princess spokeswoman chairwoman "
        "businesswoman policewoman congresswoman actress nun".split(),
        "f",
    ),
}
_NAMED = frozenset("call name dub know style".split())
_MARKS = frozenset({"-", "(", '"', "“", "'"})
_SENTENCE_ADVERBS = frozenset("also still now then even only again already reportedly allegedly".split())
_LONGEST_PHRASE = 8
_LONGEST_ROLE = 3
_MATTERS = frozenset({"justice"})  # offices whose word is also that of a matter: "brought to justice"
_RANKS = frozenset("officer agent chief head director official commander deputy operative".split())
_FIRE = frozenset("airstrike strike missile rocket shelling bombing raid bomb mortar".split())
_HARM = frozenset({"attack", "kill", "abuse", "restrict", "seize"})
_COUNTING = frozenset("more than least at about nearly almost over some around up to as many fewer".split())
_STANCES = frozenset({"anti", "pro", "counter"})
_DETERMINERS = frozenset("the a an this that these those some any no each every".split())
_LEFT_OUT = frozenset({"DET", "PRON", "NUM", "PART", "PUNCT", "ADV", "CCONJ"})
_PERSONS = frozenset({"person", "official"})


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
    people = [f for f in block.mentions if f.type in _PERSONS]
    within_titles: set[int] = set()
    for person in people:
        within_titles.update(title_before(block, person, patterns))
    known = roles()
    for i, pos in enumerate(parse.pos):
        if pos not in ("NOUN", "PROPN", "ADJ") or i in block.by_token or i in within_titles:
            continue
        if not _ends_role(parse, i) or (pos == "ADJ" and not _stands_alone(parse, i)):
            continue
        words = _head_phrase(parse, i)
        role = next((known[w] for w in words if w in known), None)
        if role is None or (
            parse.deps[i] in ("compound", "amod") and not _acts_before(parse, i, role.type, patterns)
        ):
            continue
        if _is_mass(parse, i, role.type) or (
            parse.lemmas[i] in _FIRE and not _hits(parse, i, patterns.lexicon)
        ):
            continue
        found = _nominal(block, i, _body_served(parse, i) or role.role, role.type)
        _same_actor(block, found)


def _body_served(parse: Parse, i: int) -> str:
    """The role of the police or spies whom a noun of rank serves, "spy agency chief": not the noun's own.

    >>> from graphbuild.extract.testing import described
    >>> described("A/DT/det/4 spy/NN/compound/3 agency/NN/compound/4 chief/NN/nsubj/5 left=leave/VBD/root/0")
    ['A spy agency chief: official SPY']
    """
    if parse.lemmas[i] not in _RANKS:
        return ""
    for begin in range(max(parse.left_edge(i), i - _LONGEST_ROLE), i):
        if all(parse.deps[k] in ("compound", "amod") for k in range(begin, i)):
            body = roles().get(" ".join(parse.lemmas[begin:i]))
            if body and body.type == "organization" and body.role in ("SPY", "COP"):
                return body.role
    return ""


def _is_mass(parse: Parse, i: int, kind: str) -> bool:
    """A bare singular that names an activity or a matter, not an actor: "to face prosecution", "in court".

    >>> from graphbuild.extract.testing import described
    >>> described("Kenya/NNP/nsubj/2/GPE faced=face/VBD/root/0 prosecution/NN/obj/2")
    []
    """
    if parse.lower[i] == "bodies" and parse.left_edge(i) in (i, i - 1) and _of_people(parse, i):
        return True
    kinds = ("organization", "group", "country", *(("official",) if parse.lemmas[i] in _MATTERS else ()))
    bare = parse.tags[i] == "NN" and parse.left_edge(i) == i and kind in kinds
    return bare and parse.deps[i] not in ("nsubj", "nsubj:pass", "obl:agent", "root", "conj", "compound")


def _of_people(parse: Parse, i: int) -> bool:
    """Whether bodies are corpses: "the bodies of two soldiers".

    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/2 bodies=body/NNS/nsubj/5 of/IN/case/4 sailors=sailor/NNS/nmod/2 "
    ...           "sank=sink/VBD/root/0")
    ['sailors: group MIL']
    """
    owners = [roles().get(parse.lemmas[c]) for c in parse.kids(i, "nmod") if parse.preposition(c) == "of"]
    return any(noun is not None and noun.type in ("person", "official", "group") for noun in owners)


def _hits(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """Whether fire does harm by itself in the text: "airstrikes killed", not "conducted airstrikes".

    >>> from graphbuild.extract.testing import described
    >>> described("Airstrikes=airstrike/NNS/nsubj/2 killed=kill/VBD/root/0 Roe/NNP/obj/2/PERSON")
    ['Airstrikes: group MIL']
    >>> described("Kenya/NNP/nsubj/2/GPE conducted=conduct/VBD/root/0 airstrikes=airstrike/NNS/obj/2")
    []
    """
    dep, verb = parse.deps[i], parse.heads[i]
    if dep == "obl:agent" or (dep == "obl" and parse.preposition(i) == "by") or dep == "compound":
        return dep != "compound"
    act = lexicon.verbs.get((parse.lemmas[verb], "", ""))
    harms = parse.lemmas[verb] == "engage" or (act is not None and act.relation in _HARM)
    return dep == "nsubj" and parse.pos[verb] == "VERB" and harms


def _acts_before(parse: Parse, i: int, kind: str, patterns: Patterns) -> bool:
    """Whether a noun that modifies another acts: "rebel attack", "anti-government", "Coalition aid".

    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/3 rebel/NN/compound/3 attack/NN/nsubj/4 failed=fail/VBD/root/0")
    ['rebel: group REB']
    >>> described("The=the/DT/det/3 rebel/NN/compound/3 flag/NN/nsubj/4 fell=fall/VBD/root/0")
    []
    """
    if kind not in ("group", "organization"):
        return False
    if _like_a_name(parse, i):
        return True
    if i >= 2 and parse.words[i - 1] == "-" and parse.lower[i - 2] in _STANCES:
        return True
    head = parse.heads[i]
    return (
        head in (i + 1, i + 2) and parse.lemmas[head] in patterns.events and parse.lemmas[head] not in roles()
    )


def _like_a_name(parse: Parse, i: int) -> bool:
    """A capital inside a sentence, before a noun without one: the one coalition or council that is known.

    >>> from graphbuild.extract.testing import described
    >>> described("Then=then/RB/advmod/5 the/DT/det/4 Coalition=coalition/NN/compound/4 "
    ...           "aircraft/NN/nsubj/5 left=leave/VBD/root/0")
    ['the Coalition aircraft: group MIL', 'Coalition: group ']
    """
    head = parse.heads[i]
    inside = i > 0 and parse.sentence[i - 1] == parse.sentence[i] and parse.words[i - 1].islower()
    return inside and parse.words[i].istitle() and head == i + 1 and parse.lower[head] == parse.words[head]


def _stands_alone(parse: Parse, i: int) -> bool:
    """Whether an adjective stands for those whom it describes: "the militant fled".

    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/2 militant/JJ/nsubj/3 fled=flee/VBD/root/0")
    ['The militant: group REB']
    """
    return (
        parse.deps[i] in ("nsubj", "obj", "obl", "nsubj:pass", "obl:agent")
        and parse.lower[i] == parse.lemmas[i]
    )


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


def _nominal(block: Block, i: int, role: str, kind: str) -> Mention:
    """The mention that a role noun heads, with role, country, number and gender.

    >>> from graphbuild.extract.testing import described
    >>> described("Foreign=foreign/JJ/amod/2 fighters=fighter/NNS/nsubj/3 fled=flee/VBD/root/0")
    ['Foreign fighters: group REB']
    """
    parse = block.parse
    first = parse.left_edge(i)
    while first < i and (
        parse.lower[first] in _MARKS
        or parse.lower[first] in _SENTENCE_ADVERBS
        or (parse.lower[first] == "dead" and parse.pos[first + 1] in ("NUM", "DET"))  # "shot dead two men"
    ):
        first += 1
    number = "p" if parse.tags[i] in ("NNS", "NNPS") or parse.lower[i] in ("police", "people") else "s"
    country = next((owner.country for owner in whose(block, i)), "")
    for other in _modifying(block, i):
        if other.country and not country:
            country = other.country
    if not country:
        for c in parse.kids(i, "nmod"):
            inside = block.by_head.get(c)
            if inside and inside.country and parse.preposition(c) in _COUNTRY_MARKS:
                country = inside.country
                break
    if kind == "person" and number == "p":
        kind = "group"
    return block.add(
        Mention(
            parse=parse,
            first=first,
            last=_end(block, i),
            head=i,
            kind="nominal",
            label=kind,
            type=kind,
            name=_plain_name(block, first, i),
            role=role,
            country=country,
            number=number,
            gender=_GENDERED.get(parse.lemmas[i], "") if kind in _PERSONS else "n",
        )
    )


def whose(block: Block, i: int) -> Iterator[Mention]:
    """The actor of "Kenya, whose troops attacked", for the noun "troops".

    >>> from graphbuild.extract.testing import described
    >>> described("Kenya/NNP/nsubj/6/GPE whose/WP$/nmod:poss/3 troops=troop/NNS/nsubj/4 "
    ...           "attacked=attack/VBD/acl:relcl/1 Chad/NNP/obj/4/GPE left=leave/VBD/root/0")
    ['whose troops: group MIL']
    """
    parse = block.parse
    if any(parse.lower[c] == "whose" for c in parse.kids(i, "nmod:poss", "det")):
        for k in (i, *parse.ancestors(i)):
            if parse.deps[k] == "acl:relcl" and (owner := block.by_head.get(parse.heads[k])) is not None:
                yield owner
                return


def _end(block: Block, i: int) -> int:
    """End of the mention: after the phrases that say whose or where from ("officials in Peru").

    >>> from graphbuild.extract.testing import described
    >>> described("Officials=official/NNS/nsubj/4 in/IN/case/3 Peru/NNP/nmod/1/GPE "
    ...           "resigned=resign/VBD/root/0")
    ['Officials in Peru: official GOV']
    """
    parse, end = block.parse, i + 1
    for c in parse.kids(i, "nmod"):
        inside = sorted(parse.subtree(c))
        if not any(k in block.by_token for k in inside):
            break
        if parse.preposition(c) not in _COUNTRY_MARKS or inside[0] != end or len(inside) > _LONGEST_PHRASE:
            break
        if any(parse.pos[k] == "VERB" or parse.deps[k] in ("punct", "appos", "acl:relcl") for k in inside):
            break
        end = inside[-1] + 1
    return end


def _plain_name(block: Block, first: int, head: int) -> str:
    """The phrase without determiners, numbers, possessors and country adjectives."""
    parse = block.parse
    kept = []
    for k in range(first, head + 1):
        inside = block.by_token.get(k)
        if inside is not None and inside.type == "country":
            continue
        counts = parse.lower[k] in _COUNTING and any(parse.pos[n] == "NUM" for n in range(k + 1, head))
        if parse.lower[k] in _DETERMINERS or parse.pos[k] in _LEFT_OUT or counts:
            continue
        kept.append(k)
    return _joined(parse, kept) or parse.words[head]


def _joined(parse: Parse, tokens: list[int]) -> str:
    """The words of tokens, apart where the text has a space or other words between them."""
    text = ""
    for before, k in zip([-2, *tokens], tokens, strict=False):
        touching = before == k - 1 and parse.ends[before] == parse.starts[k]
        text += parse.words[k] if touching or not text else f" {parse.words[k]}"
    return text


def _modifying(block: Block, i: int) -> Iterator[Mention]:
    """Named mentions and groups that modify the noun ``i`` from the left, nearest first.

    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/3 US/NNP/compound/3/GPE government/NN/nsubj/4 left=leave/VBD/root/0")
    ['The US government: organization GOV = US']
    """
    for c in reversed(block.parse.kids(i, *_MODIFIERS)):
        if block.parse.tags[c] in ("VBN", "VBG"):  # whom "French-backed" forces are backed by
            continue
        found = block.by_head.get(c) or block.by_token.get(c)
        if found is not None and found.head != i and (found.kind == "name" or found.type == "group"):
            yield found
        if found is None or found.kind != "name":
            yield from _modifying(block, c)


def _same_actor(block: Block, nominal: Mention) -> None:
    """Tie a nominal to the name that it describes: "ISIS militants", "the US government", appositions.

    >>> from graphbuild.extract.testing import described
    >>> described("The=the/DT/det/3 US/NNP/compound/3/GPE government/NN/nsubj/4 left=leave/VBD/root/0")
    ['The US government: organization GOV = US']
    >>> described("The=the/DT/det/3 US/NNP/compound/3/GPE troops=troop/NNS/nsubj/4 "
    ...           "left=leave/VBD/root/0")
    ['The US troops: group MIL']
    """
    parse, i = block.parse, nominal.head
    lemma = parse.lemmas[i]
    one_person = nominal.type in _PERSONS and nominal.number == "s"
    for other in () if one_person else _modifying(block, i):
        group = other.type == "group" and other.label != "NORP" and lemma in _NAMING
        organization = other.type == "organization" and other.kind == "name" and lemma in _SORTS
        government = other.type == "country" and lemma in _GOVERNING
        if group or organization or government:
            nominal.antecedent = other
            return
    for other, described in _apposed(block, nominal):
        if described.antecedent is None and _fits(nominal, other):
            described.antecedent = other
            if other.type in _PERSONS:
                _give_office(block, other, nominal)
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
    for c in (*parse.kids(i, "appos", "flat", "nmod:desc"), *_called(parse, i)):
        other = block.by_head.get(c)
        if other is not None and other.kind == "name" and other.head > i:
            yield other, nominal


def _called(parse: Parse, i: int) -> Iterator[int]:
    """What a description says that it calls itself or is known as.

    >>> from graphbuild.extract.testing import described
    >>> described("A/DT/det/2 group/NN/nsubj/7 calling=call/VBG/acl/2 itself/PRP/obj/3 "
    ...           "Zyx/NNP/compound/6/ORG Front/NNP/xcomp/3/ORG struck=strike/VBD/root/0")
    ['A group: group  = Zyx Front']
    """
    for verb in parse.kids(i, "acl"):
        if parse.lemmas[verb] in _NAMED:
            yield from (
                c for c in parse.kids(verb, "xcomp", "obj", "obl") if parse.preposition(c) in ("", "as")
            )


def _fits(nominal: Mention, name: Mention) -> bool:
    """Whether a description can be of a name: several are not one, a person is no place.

    >>> from graphbuild.extract.testing import described
    >>> described("Roe/NNP/nsubj/7/PERSON ,/,/punct/5 the/DT/det/5 foreign/JJ/amod/5 "
    ...           "troops=troop/NNS/appos/1 ,/,/punct/1 resigned=resign/VBD/root/0")
    ['the foreign troops: group MIL']
    """
    if nominal.number == "p":
        return False
    if nominal.type == "group" and nominal.role == "MIL" and nominal.parse.words[nominal.head][0].isupper():
        return False  # "2nd Battalion, 5th Brigade": a unit beside a larger one
    person = nominal.type in _PERSONS
    return person == (name.type in _PERSONS) and name.type not in ("place", "country")


def _give_office(block: Block, person: Mention, nominal: Mention) -> None:
    """Give a person the title and office that a description of him says.

    >>> from graphbuild.extract.testing import described
    >>> described("Roe/NNP/nsubj/4/PERSON is=be/VBZ/cop/4 the/DT/det/4 spokesman/NN/root/0")
    ['Roe: official GOV (spokesman)', 'the spokesman: official GOV = Roe']
    """
    parse = block.parse
    first = nominal.first
    while first < nominal.head and (parse.lower[first] in _DETERMINERS or parse.pos[first] == "DET"):
        first += 1
    if not person.title:
        person.title = parse.slice(first, nominal.head + 1)
    person.role = person.role or nominal.role
    person.country = person.country or nominal.country
    if nominal.type == "official":
        person.type = "official"
