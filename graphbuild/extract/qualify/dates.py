"""When it happened: the date that a relation's own clause gives, read from the day of the article.

A closed set of expressions counts: dates ("on 5 May 2019", "in March", "in 2015", "on Thursday"), "last",
"this" and "next" with a week, month, year, weekend, month's or day's name, "two weeks ago", "in two weeks",
and "yesterday", "today", "tomorrow". Durations ("since 2015", "for two years", "in the past week") and what
hangs on another event ("the next day", "two days later") date nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from graphbuild.extract.annotations import Candidate
from graphbuild.extract.qualify.date_normalisation import date_normalisation
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import NOMINAL_MODIFIERS, PREDICATES
from graphbuild.lexicons.en.calendar import (
    AT_A_TIME,
    EXPRESSION,
    MONTHS,
    MONTHS_AND_DAYS,
    RELATIVE_DAYS,
    UNBOUNDED,
    UNIT_ALONE,
    UNIT_COMPANIONS,
    UNITS,
)
from graphbuild.lexicons.en.complement_verbs import CONATIVE, OCCURRENCE, PHASE
from graphbuild.lexicons.en.event_nouns import PERIODS
from graphbuild.lexicons.en.function_words import (
    FUTURE,
    NON_PAST,
    PAST_AUXILIARIES,
    PERFECT,
    SIMULTANEOUS_GERUND,
)
from graphbuild.lexicons.en.prepositions import EVENT_SETTING, GENITIVE, ON_DAY

__all__ = ["dates"]

_FOUR = re.compile(r"\d{4}")
_SPLIT = re.compile(r"[A-Za-z]+|\d+")
_NO_NAMES = frozenset({"", "DATE", "TIME", "CARDINAL", "ORDINAL"})

_OTHER_EVENT = "event_object"  # the rule for what is done to an event: "condemned the attack"


@dataclass(frozen=True, slots=True)
class _When:
    """An expression of time: its words, the word before it, its first token, and the word that it dates."""

    words: tuple[str, ...]
    before: str
    token: int
    owner: int


def dates(
    parse: Parse, stated: Iterable[Candidate], published: str, nouns: Container[str]
) -> Iterator[Candidate]:
    """Date each stated relation as its own clause does.

    Parameters
    ----------
    parse : Parse
    stated : iterable of Candidate
        Relations of this parse, their status settled.
    published : str
        ISO date of the article; if it is empty, only expressions with a year count.
    nouns : container of str
        Lemmas of event nouns: what dates "the attack" does not date who condemned it.

    Yields
    ------
    Candidate
        The same; those of kind ``verb`` with their ``date``.

    Notes
    -----
    The date is a day, or ``2019-03`` for a month and ``2019`` for a year; of a week or weekend it is the
    first day. It stays empty where the clause gives none. A day or month without a year is the last one up to
    the article, the article's own day included, and the next one from it where the verb is future, present
    or intended.

    Examples
    --------
    >>> from spacy.tokens import Doc
    >>> from spacy.vocab import Vocab
    >>> from graphbuild.extract.annotations import Mention
    >>> from graphbuild.extract.syntax.parse import view
    >>> from graphbuild.lexicons.verbs import Pattern
    >>> doc = Doc(Vocab(), words=["Kenya", "attacked", "Chad", "on", "Monday"], heads=[1, 1, 1, 4, 1],
    ...           deps=["nsubj", "ROOT", "obj", "case", "obl"], tags=["NNP", "VBD", "NNP", "IN", "NNP"],
    ...           pos=["PROPN", "VERB", "PROPN", "ADP", "PROPN"])
    >>> parse = view(doc)
    >>> kenya, chad = (Mention(parse, i, i + 1, i, "name", "GPE", "country", parse.words[i]) for i in (0, 2))
    >>> pattern = Pattern("attack", "ASSAULT", -1.0, "")
    >>> attack = Candidate(kenya, chad, "verb", pattern, "attack", 1, "active", 1.0)
    >>> [one.date for one in dates(parse, [attack], "2019-08-06", {"attack"})]
    ['2019-08-05']
    """
    known: dict[int, list[_When]] = {}
    for one in stated:
        sentence = parse.sentence[one.word]
        if one.kind == "verb" and sentence not in known:
            known[sentence] = list(_expressions(parse, sentence, nouns))
        dated = one.kind == "verb" and known[sentence]
        yield replace(one, date=_of(parse, one, known[sentence], published)) if dated else one


def _of(parse: Parse, one: Candidate, expressions: list[_When], published: str) -> str:
    """The date of the nearest expression that the relation's word owns or shares with another."""
    for owner in _sharing(parse, one.word, one.words, one.rule, expressions):
        future = _is_future(parse, one.word, one.status)
        for when in sorted(expressions, key=lambda w: abs(w.token - owner)):
            read = date_normalisation(when.words, published, future=future) if when.owner == owner else None
            if read is not None:
                return read
    return ""


def _expressions(parse: Parse, sentence: int, nouns: Container[str]) -> Iterator[_When]:
    first, last = parse.sentences[sentence]
    text = parse.slice(first, last)
    if not _hinted(parse.words[first:last], parse.lower[first:last]) and not _FOUR.search(text):
        return
    names = [(begin, end) for begin, end, label in parse.entities if label not in _NO_NAMES]
    base = parse.starts[first]
    for match in EXPRESSION.finditer(text):
        begin = bisect_right(parse.starts, base + match.start("core")) - 1
        end = bisect_right(parse.starts, base + match.end("core") - 1)
        if not any(a < end and begin < b and not begin <= a < b <= end for a, b in names):
            words, before = _words(parse, match, begin, end), (match["before"] or "").lower()
            head = parse.head_of(begin, end)
            inside = parse.deps[head] in NOMINAL_MODIFIERS and parse.heads[head] not in range(begin, end)
            told = before in AT_A_TIME or match["outer"] or match["stage"] or not _bare(words)
            fits = inside or (told and before not in UNBOUNDED)
            owner = _owner(parse, head, before, nouns) if words and fits else -1
            if owner >= 0:
                yield _When(words, before, begin, owner)


def _hinted(words: list[str], lower: list[str]) -> bool:
    """Whether any expression of time but a year can be among the words; most sentences have none."""
    if not MONTHS_AND_DAYS.isdisjoint(words) or not RELATIVE_DAYS.isdisjoint(lower):
        return True
    return not UNITS.isdisjoint(lower) and not UNIT_COMPANIONS.isdisjoint(lower)


def _words(parse: Parse, match: re.Match[str], begin: int, end: int) -> tuple[str, ...]:
    """Lower-case words and numbers of an expression; "in May 20 people died" names no day."""
    words = tuple(word.lower() for word in _SPLIT.findall(match["core"]))
    if len(words) == 2 and words[0][:3] in MONTHS and words[1].isdigit():
        k = end - 1
        if parse.deps[k] == "nummod" and not begin <= parse.heads[k] < end:
            return words[:1]
    return words


def _bare(words: tuple[str, ...]) -> bool:
    """Whether a month, year or weekend stands alone, which may be a name, a number or a thing."""
    return len(words) == 1 and (words[0].isdigit() or words[0][:3] in MONTHS or words[0] == UNIT_ALONE)


def _owner(parse: Parse, first: int, before: str, nouns: Container[str]) -> int:
    """The verb, predicate or event noun that an expression dates, or -1.

    From a noun that is no event the way goes on upwards ("killed two men in Lima on Monday"), unless the
    expression only tells which one is meant ("the 2015 law", "the law of 2015").
    """
    token = first
    for _ in range(6):
        head, dep = parse.heads[token], parse.deps[token]
        if head == token or dep == "conj" or (token == first and dep.startswith("nsubj")):
            return -1
        if parse.pos[head] in PREDICATES or parse.lemmas[head] in nouns or parse.kids(head, "cop", "aux"):
            return head
        apart = (
            before == ON_DAY and parse.pos[head] == "PROPN" and dep != "nmod:poss"
        )  # "on Monday Lima said"
        tells = dep in NOMINAL_MODIFIERS or parse.preposition(token) == GENITIVE
        if tells and token == first and not apart and parse.lemmas[head] not in PERIODS:
            return -1
        token = head
    return -1


def _sharing(parse: Parse, word: int, words: str, rule: str, expressions: list[_When]) -> Iterator[int]:
    """The word itself, then the words whose time is its own too, nearest first."""
    yield word
    for c in parse.children[word]:
        dep = parse.deps[c]
        if dep in ("obj", "obl") and rule != _OTHER_EVENT and parse.lemmas[c] in words.split():
            yield c  # "held *talks* on Monday"
        elif dep == "obl" and parse.preposition(c) in EVENT_SETTING:
            yield c  # "condemned it in a *statement* on Monday"
        elif dep == "xcomp" and parse.lemmas[word] in PHASE:
            yield c
        elif dep == "conj" and 0 < c - word <= 3 and not parse.kids(word, "obj", "obl"):
            yield c  # "arrested and jailed two men on Monday"
    k = word
    for _ in range(4):
        head, dep = parse.heads[k], parse.deps[k]
        if head == k:
            return
        fronted = any(w.owner == head and w.token < min(k, head) for w in expressions)
        joined = dep == "conj" and (fronted or not parse.kids(k, "nsubj", "nsubj:pass"))
        marks = parse.marks(k)
        beside = (
            dep == "advcl"
            and parse.gerund(k)
            and marks in SIMULTANEOUS_GERUND
            and not parse.kids(k, "aux", "nsubj")
        )
        phase = dep == "xcomp" and parse.lemmas[head] in PHASE
        noun = parse.pos[k] in ("NOUN", "PROPN") and k == word
        happens = noun and dep == "nsubj" and parse.lemmas[head] in OCCURRENCE
        if not (joined or beside or phase or happens):
            return
        yield head
        k = head


def _is_future(parse: Parse, word: int, status: str) -> bool:
    """Whether days without a year lie ahead: by the auxiliaries or the form of the nearest finite verb."""
    k = word
    for _ in range(6):
        helpers = [parse.lower[c] for c in parse.kids(k, "aux", "aux:pass", "cop")]
        dep, head = parse.deps[k], parse.heads[k]
        if not PERFECT.isdisjoint(helpers) and helpers[0] not in FUTURE:
            return False
        if not PAST_AUXILIARIES.isdisjoint(helpers) or (parse.finite_past(k) and not helpers):
            return status == "intended" and not (k != word and parse.lemmas[k] in CONATIVE)
        if not NON_PAST.isdisjoint(helpers) or parse.present(k):
            return True
        if head == k or (
            dep not in ("xcomp", "advcl", "acl", "conj", "ccomp", "obj", "obl", "nsubj", "nmod")
        ):
            break
        k = head
    return status == "intended"
