"""Where the names that a pipeline finds begin and end: what it cut, glued or took for a name is put right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import PREMODIFIERS
from graphbuild.extract.types import COLLECTIVES
from graphbuild.lexicons import given_names
from graphbuild.lexicons.en.body_nouns import BODY_ROLES, NAMED_BODIES, NAMED_BODY_ENDINGS, UNFINISHED
from graphbuild.lexicons.en.function_words import (
    COMPOUND_TAILS,
    DEFINITE,
    NAME_LEAD,
    NAME_TRAIL,
    STANCE_PREFIXES,
)
from graphbuild.lexicons.en.person_nouns import RULERS
from graphbuild.lexicons.en.prepositions import DOMAIN
from graphbuild.lexicons.en.punctuation import (
    AROUND_NAMES,
    BEFORE_NAMES,
    COMPOUND_HYPHENS,
    OPENING_QUOTES,
    QUOTATION_MARKS,
)
from graphbuild.lexicons.gazetteer.countries import countries
from graphbuild.lexicons.roles import roles
from graphbuild.names import acronyms, country_of, fold, person
from graphbuild.names.persons import PARTICLES

__all__ = ["TRAILING", "entities", "trimmed", "verb_like"]

TRAILING = AROUND_NAMES | NAME_TRAIL
"""No name ends so."""
_LEADING = BEFORE_NAMES | NAME_LEAD
_PERSONS = frozenset({"PERSON", "PER"})
_CLOSING = {"(": ")", "[": "]", "“": "”", '"': '"'}
_LONGEST_ASIDE = 4
_REGNAL = re.compile(r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})")
_LONGEST_SYLLABLE = 6  # letters


def entities(parse: Parse) -> Iterator[tuple[int, int, str]]:
    """The named entities of a parse, put right.

    Parameters
    ----------
    parse : Parse

    Yields
    ------
    (int, int, str)
        Tokens, half open, and the label.

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> parse = example("Pro/NNP/amod/4/GPE -/HYPH/punct/3/GPE Kremlin/NNP/amod/4/GPE party/NN/root/0").parse
    >>> list(entities(parse))
    [(2, 3, 'GPE')]
    """
    for i, j, label in parse.entities:
        first, last = _whole(parse, *_without_stance(parse, *trimmed(parse, i, j)), label)
        if first == last or _particles(parse, first, last, label):
            continue
        if label in _PERSONS:
            first, last = _person(parse, first, last)
        else:
            last = _without_modifier(parse, first, last)
            if label == "ORG":
                last = _country_alone(parse, first, last)
        first, last = _closed(parse, first, last, label in _PERSONS)
        if label == "NORP":
            while last - first > 1 and parse.words[first].islower():
                first += 1  # "maverick *Christian*"
        if (k := _before_country(parse, first, last, label)) > first:
            yield first, k, label
            first = k + 1
        if (k := _posted(parse, first, last, label)) > first:
            yield first, k, "GPE" if country_of(parse.slice(first, k)) else "ORG"
            first, label = k, "PERSON"
        if label not in ("ORG", "NORP") and first < last and _body(parse, first, last):
            label = "ORG"
        if label == "ORG" and (k := _shortened(parse, first, last)) > first:
            yield first, k, label
            first = k + 1
        if first < last and not _describes(parse, first, last):
            yield first, last, label


def _particles(parse: Parse, first: int, last: int, label: str) -> bool:
    """Whether nothing but particles was taken for a name, "*van* Roe", or an adjective for a place's.

    >>> from graphbuild.extract.testing import example
    >>> parse = example("van/NNP/compound/2/GPE Roe/NNP/nsubj/3 left=leave/VBD/root/0").parse
    >>> list(entities(parse))
    []
    """
    loose = {*parse.lower[first:last]} <= PARTICLES
    vague = label not in _PERSONS and all(
        parse.words[k].islower() and parse.pos[k] == "ADJ" for k in range(first, last)
    )
    return loose or (vague and label != "NORP")


def _shortened(parse: Parse, first: int, last: int) -> int:
    """The "and" before the one of two bodies whose short form follows; ``first`` where there is none.

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Cabinet/NNP/nsubj/8/ORG and/CC/cc/4/ORG Coast/NNP/compound/4/ORG "
    ...                 "Guard/NNP/conj/1/ORG (/-LRB-+PUNCT/punct/6 CG/NNP/appos/4 "
    ...                 ")/-RRB-+PUNCT/punct/6 met=meet/VBD/root/0").parse
    >>> [parse.slice(i, j) for i, j, _ in entities(parse)]
    ['Cabinet', 'Coast Guard']
    """
    if parse.words[last : last + 1] != ["("] or parse.words[last + 2 : last + 3] != [")"]:
        return first
    joins = [k for k in range(first + 1, last - 1) if parse.lower[k] in ("and", "&")]
    defined = dict(acronyms(f"{parse.slice(first, last)} ({parse.words[last + 1]})"))
    long = defined.get(parse.words[last + 1], "")
    return next((k for k in joins if parse.slice(k + 1, last) == long), first)


def _before_country(parse: Parse, first: int, last: int, label: str) -> int:
    """The comma between a town and its country, which are two names; ``first`` where there is none.

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Alton/NNP/nsubj/4/GPE ,/,/punct/3/GPE Chad/NNP/appos/1/GPE fell/VBD/root/0").parse
    >>> [parse.slice(i, j) for i, j, _ in entities(parse)]
    ['Alton', 'Chad']
    """
    commas = [k for k in range(first + 1, last - 1) if parse.words[k] == ","]
    if label not in ("GPE", "LOC") or not commas:
        return first
    nation = fold(parse.slice(commas[-1] + 1, last))
    return commas[-1] if nation in countries().by_name else first


def _body(parse: Parse, first: int, last: int) -> bool:
    """Whether a name says that it is a body's: "Zyx *Committee*", "Zyx*news*"."""
    word = parse.lower[last - 1]
    if last - first > 1:
        return word in NAMED_BODIES
    return word.endswith(NAMED_BODY_ENDINGS) and word not in NAMED_BODY_ENDINGS


def _posted(parse: Parse, first: int, last: int, label: str) -> int:
    """Where the name begins that is glued to the country or body of an office: "envoy to Chad *Jan Roe*".

    The token, or ``first`` where nothing is glued.
    """
    if label not in _PERSONS or first < 2 or parse.lower[first - 1] not in DOMAIN:
        return first
    office = roles().get(parse.lemmas[first - 2])
    if office is None or office.type != "official":
        return first
    for k in range(first + 1, last - 1):
        posted = parse.slice(first, k)
        known = country_of(posted) or (k == first + 1 and posted.isupper())
        if known and all(parse.pos[t] == "PROPN" and parse.words[t].istitle() for t in range(k, last)):
            return k
    return first


def _country_alone(parse: Parse, first: int, last: int) -> int:
    """Where a country ends whose body only a common noun names: "Kenyan *military*"."""
    for k in range(first + 1, last):
        if all(parse.words[t].islower() and parse.pos[t] in ("NOUN", "ADJ") for t in range(k, last)):
            return k if country_of(parse.slice(first, k)) else last
    return last


def _closed(parse: Parse, first: int, last: int, human: bool = False) -> tuple[int, int]:
    """Take in the bracket or quotation mark that closes what a name opens, else end before it: "Law No. (10".

    After a nickname in quotation marks a person's name goes on: "Jan “Jo” *Roe*".

    >>> from graphbuild.extract.testing import example
    >>> parse = example("JD/NNP/nsubj/5 (/-LRB-+PUNCT/punct/3 S/NNP/appos/1 )/-RRB-+PUNCT/punct/3 "
    ...                 "left=leave/VBD/root/0").parse
    >>> _closed(parse, 0, 3), _closed(parse, 2, 4)
    ((0, 4), (2, 3))
    """
    opened = ""
    for k in range(first, last):
        word = parse.words[k]
        if not opened and word in _CLOSING:
            opened, place = _CLOSING[word], k
        elif opened and word == opened:
            opened = ""
        elif word.startswith((")", "]", "”")):
            return first, k
    if last < len(parse.words) and parse.words[last] == ")" and "(" in parse.words[last - 1][1:]:
        return first, last + 1  # "JD(S" and what closes it
    if not opened:
        return first, last
    end = parse.sentences[parse.sentence[first]][1]
    for k in range(last, min(end, last + _LONGEST_ASIDE)):
        if parse.words[k] == opened:
            return first, _capitals(parse, k + 1, end) if human else k + 1
    return first, place


def _capitals(parse: Parse, k: int, end: int) -> int:
    """Where the names in capitals end that begin at a token."""
    while k < end and parse.pos[k] == "PROPN" and parse.words[k][:1].isupper():
        k += 1
    return k


def _person(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """A person's name with what belongs to it, and nothing else.

    A given name that looks like a verb, the rest of a hyphened one ("Ji-won") and the surname after initials
    are its own; words in small letters around it are not, unless they are particles.
    """
    if verb_like(parse, first):
        first -= 1
    end = parse.sentences[parse.sentence[first]][1]
    eastern = person(parse.slice(first, last)).family_first
    while last + 1 < end and parse.words[last] in COMPOUND_HYPHENS and _continues(parse, last + 1, eastern):
        last += 2
    if all(_initial(word) for word in parse.words[first:last]):
        last = _capitals(parse, last, end)
    while last - first > 1 and _apart(parse, last - 1, last - 2):
        last -= 1
    while last - first > 1 and parse.lower[first] not in PARTICLES and _apart(parse, first, first + 1):
        first += 1
    return first, last + 1 if last < len(parse.words) and _numbered(parse, first, last) else last


def _numbered(parse: Parse, first: int, last: int) -> bool:
    """Whether a ruler's number stands after a name, "King Roe I"; else "I" is a pronoun.

    >>> from graphbuild.extract.testing import example
    >>> parse = example("King=king/NNP/compound/2 Roe/NNP/nsubj/4/PERSON II/NNP/flat/2 "
    ...                 "left=leave/VBD/root/0").parse
    >>> _numbered(parse, 1, 2)
    True
    """
    number = parse.words[last]
    if not _REGNAL.fullmatch(number) or parse.ends[last - 1] + 1 != parse.starts[last]:
        return False
    titled = any(word in RULERS for word in parse.lower[max(0, first - 2) : first + 1])
    return len(number) > 1 or (titled and parse.sentence[last] == parse.sentence[first])


def _apart(parse: Parse, k: int, beside: int) -> bool:
    """Whether a word in small letters is not joined to the name beside it by a hyphen."""
    return parse.words[k].islower() and parse.words[beside] not in COMPOUND_HYPHENS


def _initial(word: str) -> bool:
    return word[:1].isupper() and len(word.strip(".")) == 1


def _continues(parse: Parse, k: int, eastern: bool) -> bool:
    """Whether a token after a hyphen goes on with a name: "Ji-*won*", not "Roe-*led*"."""
    touching = parse.ends[k - 2] == parse.starts[k - 1] and parse.ends[k - 1] == parse.starts[k]
    word = parse.words[k]
    short = word.islower() and word.isalpha() and len(word) <= _LONGEST_SYLLABLE
    return touching and short and (eastern or not parse.participle(k)) and word not in COMPOUND_TAILS


def _without_modifier(parse: Parse, first: int, last: int) -> int:
    """Where a name ends before a common noun that only modifies the next word: "Cairo *sports* stadium"."""
    k = last - 1
    loose = k > first and parse.words[k].islower() and parse.deps[k] in PREMODIFIERS
    return k if loose and parse.heads[k] >= last and parse.pos[k] in ("NOUN", "ADJ") else last


def trimmed(parse: Parse, i: int, j: int) -> tuple[int, int]:
    """The tokens of a name without articles, possessives and marks around it."""
    while i < j and (parse.lower[i] in _LEADING or parse.words[i].isspace()):
        i += 1
    while j > i and (parse.lower[j - 1] in TRAILING or parse.words[j - 1].isspace()):
        j -= 1
    return i, j


def _without_stance(parse: Parse, i: int, j: int) -> tuple[int, int]:
    """Leave out the prefix in "Pro-Kremlin" where it was taken for a name or its beginning."""
    if i < j and parse.lower[i] in STANCE_PREFIXES and parse.words[i + 1 : i + 2] == ["-"]:
        i = min(i + 2, j)
    return i, j


def _whole(parse: Parse, i: int, j: int, label: str) -> tuple[int, int]:
    """An organization up to the noun after an adjective that ends no name, "Lagos high *court*".

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Lagos/NNP/compound/3/ORG high/JJ/amod/3/ORG court/NN/nsubj/4 sat/VBD/root/0").parse
    >>> _whole(parse, 0, 2, "ORG")
    (0, 3)
    """
    if label != "ORG" or i >= j or parse.lower[j - 1] not in UNFINISHED or j >= len(parse.words):
        return i, j
    if parse.pos[j] not in ("NOUN", "PROPN") or parse.sentence[j] != parse.sentence[i]:
        return i, j
    return (i, j + 1) if j - i > 1 else (i, i)


def verb_like(parse: Parse, first: int) -> bool:
    """Whether the word before a person's name is the given name that looks like a verb: "Said Aydin left".

    "Said Roe" with the verb says what is quoted, so there are quotation marks or a colon, or no other verb.
    """
    k = first - 1
    if k < 0 or k != parse.sentences[parse.sentence[k]][0] or parse.lower[k] not in given_names():
        return False
    begin, end = parse.sentences[parse.sentence[k]]
    quoted = any(word in QUOTATION_MARKS or word == ":" for word in parse.words[max(0, begin - 1) : end])
    return (
        parse.pos[k] == "VERB"
        and not quoted
        and any(parse.pos[v] in ("VERB", "AUX") for v in range(first, end))
    )


def _describes(parse: Parse, first: int, last: int) -> bool:
    """Whether an entity is a description: "US-led coalition", or "labour federation" right before a name."""
    before = parse.lower[max(0, first - 2) : first]
    if last - first == 1 and OPENING_QUOTES & {*before} and _body_noun(parse.lower[first], before):
        return True  # the "Company", what a text calls somebody
    if not (parse.words[last - 1].islower() and parse.pos[last - 1] == "NOUN"):
        return False
    hyphened = any(parse.words[k] == "-" for k in range(first, last))
    head = parse.head_of(first, last)
    named = last < len(parse.words) and parse.heads[last] == head and parse.deps[last] in ("appos", "flat")
    return hyphened or (named and any(begin == last for begin, _, _ in parse.entities))


def _body_noun(word: str, before: list[str]) -> bool:
    """Whether a word is a noun for a body: "company", or after the article any ("the “*Alliance*”")."""
    noun = roles().get(word)
    after_article = not DEFINITE.isdisjoint(before) and noun is not None and noun.type in COLLECTIVES
    return word in BODY_ROLES or after_article
