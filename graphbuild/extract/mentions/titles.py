"""The title that stands before a person's name, and the office that it says: "Foreign Minister Roe"."""

from __future__ import annotations

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.mentions.bodies_led import body_in_title
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.types import ACTORS, PERSONS
from graphbuild.lexicons.en.function_words import FORMER, LIMITING, TITLE_LEADS, TITLE_LINKS
from graphbuild.lexicons.en.person_nouns import (
    AMBIGUOUS_OFFICES,
    COMPANIONS,
    OF_ANY_BODY,
    RESULTATIVE,
    SECOND,
)
from graphbuild.lexicons.en.prepositions import GENITIVE
from graphbuild.lexicons.en.punctuation import COMPOUND_HYPHENS
from graphbuild.lexicons.folding import fold
from graphbuild.lexicons.patterns import Patterns
from graphbuild.lexicons.roles import roles
from graphbuild.lexicons.titles import titles

__all__ = ["title_before"]

_TITLE_POS = frozenset({"NOUN", "PROPN", "ADJ"})
_OF_DOERS = ("er", "or", "ist", "man", "woman", "person", "ian", "ant", "eur", "ee")


def title_before(block: Block, person: Mention, patterns: Patterns) -> range:
    """Read the title that stands right before a person's name; returns the tokens it takes.

    >>> from graphbuild.extract.testing import described
    >>> described("Prime=prime/JJ/amod/2 Minister=minister/NNP/nmod:desc/3 Roe/NNP/nsubj/4/PERSON "
    ...           "resigned=resign/VBD/root/0")
    ['Roe: official GOV (Prime Minister)']
    """
    parse = block.parse
    begin, first = parse.sentences[parse.sentence[person.head]][0], person.first
    while first > begin and _extends_title(parse, first - 1, person, patterns):
        first -= 1
    words = [k for k in range(first, person.first) if _describes(block, k)]
    leading = TITLE_LEADS | RESULTATIVE
    while words and (parse.lower[words[0]] in leading or parse.pos[words[0]] == "DET"):
        words.pop(0)
    if words and parse.lemmas[words[-1]] in patterns.relational | COMPANIONS:
        return range(0)
    words = _apt(parse, words)
    if not words or words[-1] != person.first - 1:
        _office_of(person, person.title, patterns)
        return range(0)
    title = _worded(parse, words)
    last = words[-1]
    tied = parse.heads[last] in range(person.first, person.last) or parse.heads[person.head] == last
    joined = _joined(block, person) if parse.plural(last) else []
    if joined and _office_of(person, single := _singular(parse, words), patterns):
        for other in joined:
            _office_of(other, single, patterns)
    elif not _office_of(person, title, patterns):
        if not (
            tied and parse.pos[last] == "NOUN" and any(map(str.isalpha, title)) and _calling(parse, last)
        ):
            return range(0)
        person.title = title
    if person.type == "official" and _in_body(block, first, words):
        person.type, person.role = "person", ""
    person.country = _country_before(block, first, person) or person.country
    for k in words:
        block.by_token.setdefault(k, person)
        block.by_head.setdefault(k, person)
    block.by_head[parse.head_of(first, person.last)] = person
    return range(words[0], person.first)


def _apt(parse: Parse, words: list[int]) -> list[int]:
    """A title in capitals without what stands before it and is no office: "scholar *Professor*".

    >>> from graphbuild.extract.testing import described
    >>> described("His=he/PRP$/nmod:poss/4 son/NN/compound/4 Emperor=emperor/NNP/compound/4 "
    ...           "Roe/NNP/nsubj/5/PERSON left=leave/VBD/root/0")
    ['Roe: official GOV (Emperor)']
    """
    for n, k in enumerate(words):
        if parse.lower[k] == GENITIVE and n and not roles().get(parse.lemmas[words[n - 1]]):
            words = words[n + 1 :]  # "shooting of *goalkeeper*"
            break
    begin = len(words)
    while begin and parse.words[words[begin - 1]][:1].isupper():
        begin -= 1
    if begin in (0, len(words)):
        return words
    k = words[begin - 1]
    apart = parse.pos[k] == "NOUN" and parse.lower[k] not in LIMITING
    return words[begin:] if apart and not _public(parse.lemmas[k]) else words


def _calling(parse: Parse, k: int) -> bool:
    """Whether a noun says what somebody does or is by calling: "goalkeeper", not "sensation"."""
    role = roles().get(parse.lemmas[k])
    return (role is not None and role.type in ACTORS) or parse.lemmas[k].endswith(_OF_DOERS)


def _in_body(block: Block, first: int, words: list[int]) -> bool:
    """Whether an office that any body has stands behind a body that is not known for a state's.

    >>> from graphbuild.extract.testing import described
    >>> described("Zyx/NNP/nmod:poss/3/ORG 's/POS/case/1 president/NN/nmod:desc/4 Roe/NNP/nsubj/5/PERSON "
    ...           "left=leave/VBD/root/0")
    ['Roe: person  (president)']
    """
    parse = block.parse
    found = [m for k in range(first, words[0]) if (m := block.by_token.get(k)) is not None]
    if not found or parse.lower[words[-1]] not in OF_ANY_BODY:
        return False
    body = found[-1]
    return (
        body.label == "ORG"
        and not (body.role or body.country)
        and not body_in_title(parse.lower[body.first : body.last], "president")
        and not any(roles().get(word) for word in parse.lower[body.first : body.last])
    )


def _country_before(block: Block, first: int, person: Mention) -> str:
    """The country that stands before a name, else that of a place or body there, but not of a former one.

    >>> from graphbuild.extract.testing import described, example
    >>> block = example("Kenya/NNP/compound/5/GPE and/CC/cc/4 ex=ex/JJ/compound/4 -/HYPH/punct/4 "
    ...                 "Paris/NNP/conj/1/LOC coach/NN/nmod:desc/7 Roe/NNP/nsubj/8/PERSON left/VBD/root/0")
    >>> _country_before(block, 0, block.mentions[-1])
    'KEN'
    """
    parse, found = block.parse, []
    for k in range(first, person.first):
        body = block.by_token.get(k)
        before = parse.lower[max(first, k - 2) : k]
        once = before[-1:] and (
            before[-1] in FORMER or (before[-1] in COMPOUND_HYPHENS and before[0] in FORMER)
        )
        if body is not None and body.country and not once:
            found.append(body)
    nations = [body.country for body in found if body.type == "country"]
    return (nations or [body.country for body in found] or [""])[-1]


def _joined(block: Block, person: Mention) -> list[Mention]:
    """The persons joined to the first one after a title in the plural, which is theirs too.

    >>> from graphbuild.extract.testing import described
    >>> described("Presidents=president/NNS/nmod:desc/2 Roe/NNP/nsubj/5/PERSON and/CC/cc/4 "
    ...           "Doe/NNP/conj/2/PERSON- met=meet/VBD/root/0")
    ['Roe: official GOV (President)', 'Doe: official GOV (President)']
    """
    others = [block.by_head.get(k) for k in block.parse.conjuncts(person.head)]
    return [o for o in others if o is not None and o is not person and o.kind == "name" and o.type in PERSONS]


def _worded(parse: Parse, words: list[int]) -> str:
    """A title as it is written, with its hyphens: "ex-minister"."""
    between = {*range(words[0], words[-1])} - {*words}
    if all(parse.words[k] in COMPOUND_HYPHENS for k in between):
        return parse.slice(words[0], words[-1] + 1)
    return " ".join(parse.words[k] for k in words)


def _singular(parse: Parse, words: list[int]) -> str:
    """A title in the plural as one of them has it: "Foreign ministers", "Presidents"."""
    last, lemma = parse.words[words[-1]], parse.lemmas[words[-1]]
    head = lemma.capitalize() if last[:1].isupper() else lemma
    return " ".join((*(parse.words[k] for k in words[:-1]), head))


def _extends_title(parse: Parse, k: int, person: Mention, patterns: Patterns) -> bool:
    """Whether the token ``k`` may still belong to the title that ends before the name.

    >>> from graphbuild.extract.testing import described
    >>> described("Weapons=weapon/NNS/compound/2 inspector/NN/nmod:desc/3 Roe/NNP/nsubj/4/PERSON "
    ...           "left=leave/VBD/root/0")
    ['Roe: official IGO (Weapons inspector)']
    """
    if parse.lower[k] in TITLE_LINKS:
        return k + 1 < person.first and not _marks_person(parse, k, person)
    if parse.lower[k] == ".":
        return k > 0 and parse.words[k - 1][:1].isupper()
    if parse.lower[k] in LIMITING | SECOND and k > parse.sentences[parse.sentence[k]][0]:
        return k < parse.heads[k] < person.last or parse.pos[k] in _TITLE_POS
    if parse.pos[k] not in _TITLE_POS and parse.deps[k] != "amod":
        return False
    apart = parse.deps[k] in ("nsubj", "obj", "obl", "root", "conj") and parse.heads[person.head] != k
    if not apart or parse.heads[k] in range(person.first, person.last):
        return True
    word = parse.lower[k] if parse.singular(k) else parse.lemmas[k]
    single = parse.singular(k) or bool(parse.kids(person.head, "conj"))
    return k == person.first - 1 and single and _is_office(word, patterns)


def _marks_person(parse: Parse, k: int, person: Mention) -> bool:
    """Whether an "of" before a title says whose the noun before it is: "wife *of* Governor Roe".

    In "Minister of Justice Roe" it is inside the title: what follows is no office, or an office is before it.

    >>> from graphbuild.extract.testing import described
    >>> described("Wife/NN/nsubj/5 of/IN/case/4 Governor=governor/NNP/nmod:desc/4 Roe/NNP/nmod/1/PERSON "
    ...           "left=leave/VBD/root/0")
    ['Wife of Governor Roe: person CVL', 'Roe: official GOV (Governor)']
    """
    if parse.lower[k] != GENITIVE or parse.heads[k] not in range(person.first, person.last):
        return False
    words = [parse.lower[t] for t in range(k + 1, person.first) if parse.lower[t] not in FORMER]
    if not words or words[-1] in AMBIGUOUS_OFFICES:
        return False
    return _public(" ".join(words)) or (_public(words[-1]) and not _public(parse.lemmas[k - 1]))


def _public(phrase: str) -> bool:
    """Whether a word or phrase is a title or an office."""
    role = roles().get(fold(phrase))
    return fold(phrase) in titles() or (role is not None and role.type == "official")


def _is_office(word: str, patterns: Patterns) -> bool:
    """Whether a singular noun right before a name can only be its title.

    >>> from graphbuild.extract.testing import described
    >>> described("Officials=official/NNS/nsubj/2 told=tell/VBD/root/0 President/NNP/nmod:desc/4 "
    ...           "Roe/NNP/obj/2/PERSON")
    ['Officials: official GOV', 'Roe: official GOV (President)']
    """
    role = roles().get(word)
    if word in patterns.relational:
        return False
    return word in titles() or (role is not None and role.type in PERSONS)


def _describes(block: Block, k: int) -> bool:
    """Whether a token before a name is a word of its title, not a name or a mark.

    >>> from graphbuild.extract.testing import described
    >>> described("Kenya/NNP/nmod:poss/4/GPE 's/POS/case/1 ex/JJ/amod/4 spokesman/NN/nmod:desc/5 "
    ...           "Roe/NNP/nsubj/6/PERSON resigned=resign/VBD/root/0")
    ['Roe: official GOV (ex spokesman)']
    """
    return block.by_token.get(k) is None and block.parse.pos[k] not in ("PART", "PUNCT")


def _office_of(person: Mention, title: str, patterns: Patterns) -> bool:
    """Give the person the title and what it says of role and type; False if it is no title.

    >>> from graphbuild.extract.testing import described
    >>> described("Senator=senator/NNP/nmod:desc/2 Roe/NNP/nsubj/3/PERSON left=leave/VBD/root/0")
    ['Roe: official LEG (Senator)']
    """
    words = fold(title).split()
    if not words or words[-1] in patterns.relational:
        return False
    for k in range(len(words)):
        phrase = " ".join(words[k:])
        known = titles().get(phrase) or roles().get(phrase)
        if known is not None:
            body = body_in_title(words[:k], phrase)
            person.title = title
            person.role = person.role or body or known.role
            if known.type == "official" and not body:
                person.type = "official"
            return True
    return False
