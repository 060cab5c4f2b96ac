"""Who "I" is outside quotation marks: whoever tells a text, is interviewed in it or says who he is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from graphbuild.extract.annotations import Block, Mention, Quotes
from graphbuild.extract.coreference.entities import Referent
from graphbuild.extract.coreference.floor import floor
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import SUBJECTS
from graphbuild.extract.types import PERSONS
from graphbuild.lexicons.en.function_words import PREDICATE_NEGATORS
from graphbuild.lexicons.en.prepositions import AGENTIVE
from graphbuild.lexicons.en.pronouns import FIRST_PERSON, SECOND_PERSON
from graphbuild.lexicons.en.punctuation import OPENING_QUOTES
from graphbuild.lexicons.en.speech_verbs import ADDRESSES, DELIVERING, INTERVIEW

__all__ = ["Telling", "narrated"]

_LEAD = 3  # paragraphs that say what kind of text it is
_QUESTIONS = 2
_PLAIN = 3  # questions, some of them to "you", that make an interview, whatever the lead says
_CLEARLY = 2  # times as often as others the one who is asked is named, where the lead does not say so
_LONGEST = 150  # words of a question
_BESIDE = 0.25  # share of the paragraphs with "I" that may name whoever says it
_AGAINST = 2  # times that a name beside "I" in one sentence weighs
_OFTEN = 3  # every third paragraph with "I" makes a text told by whoever gives his name
_GREETING = 3  # words before "my name is"
_SINGLE_QUOTES = frozenset({"'", "‘"})

Blocks = Sequence[tuple[Block, Quotes]]


class Telling(NamedTuple):
    """Who tells a text.

    Attributes
    ----------
    pronouns : dict of int to list of Mention
        By the ``id`` of the block: "I" outside quotation marks, and in an interview the "you" of questions,
        in order. They are not added to the block; the antecedent of each is a name.
    tellers : dict of int to Mention
        By the ``id`` of a block that somebody tells, his name: nobody calls himself "he".
    """

    pronouns: dict[int, list[Mention]]
    tellers: dict[int, Mention]


def narrated(blocks: Blocks, of: Mapping[Mention, Referent]) -> Telling:
    """The pronouns by which somebody who is named tells a text: of a speech, in an interview.

    Where several say who they are, only what each says in that paragraph.

    Parameters
    ----------
    blocks : sequence of (Block, Quotes)
        Of one document.
    of : mapping of Mention to Referent

    Returns
    -------
    Telling
    """
    alone = {id(block): list(_persons(block, marks, FIRST_PERSON)) for block, marks in blocks}
    if not any(alone.values()):
        return Telling({}, {})
    introduced = [(block, name) for block, _ in blocks for name in _introductions(block, alone[id(block)])]
    if len({name.name for _, name in introduced}) > 1:
        found = {id(block): _of(alone[id(block)], name) for block, name in introduced}
        return Telling(found, {id(block): name for block, name in introduced})
    asking = [block for block, _ in blocks if block.parse.words[-1:] == ["?"]]
    short = [block for block in asking if len(block.parse.words) <= _LONGEST]
    name = introduced[0][1] if introduced else _announced(blocks, of, alone)
    said = name is None and bool(short) and len(asking) >= _QUESTIONS and _says_interview(blocks, short[0])
    if name is None and (said or _to_you(short)):
        name = _interviewed(blocks, short[0], of, alone, 1 if said else _CLEARLY)
    holders = floor(block for block, _ in blocks) if name is None else {}
    holders = {key: held for key, held in holders.items() if _may_tell(held, of, blocks, alone)}
    asked = {id(block) for block in short} if said or _to_you(short) else set()
    mostly = _OFTEN * sum(map(bool, alone.values())) >= len(blocks)
    found, tellers = dict[int, list[Mention]](), dict[int, Mention]()
    for block, marks in blocks:
        teller = name or holders.get(id(block))
        if teller is None:
            continue
        question = id(block) in asked and not (introduced and alone[id(block)])
        told = list(_persons(block, marks, SECOND_PERSON)) if question else alone[id(block)]
        found[id(block)] = _of(told, teller)
        goes_on = bool(tellers) and name is not None and (not introduced or mostly)
        if (told or goes_on) and not _names(block, teller, of):
            tellers[id(block)] = teller
    return Telling(found, tellers)


def _names(block: Block, name: Mention, of: Mapping[Mention, Referent]) -> bool:
    return any(f.kind == "name" and of[f] is of[name] for f in block.mentions)


def _of(told: list[Mention], name: Mention) -> list[Mention]:
    for one in told:
        one.antecedent = name
    return told


def _persons(block: Block, marks: Quotes, words: Mapping[str, str]) -> Iterator[Mention]:
    """The pronouns for one person outside quotation marks."""
    parse = block.parse
    for i, word in enumerate(parse.lower):
        if words.get(word) == "s" and not marks.inside[i] and (parse.pos[i] == "PRON" or parse.personal(i)):
            one = Mention(parse, i, i + 1, i, "pronoun", "pronoun", "", parse.words[i], gender="1")
            one.sentence = block.before + parse.sentence[i]
            yield one


def _introductions(block: Block, alone: Sequence[Mention]) -> list[Mention]:
    """The names that somebody gives himself in a paragraph."""
    names = (_introduced(block, i) for i in alone)
    return [name for name in names if name is not None]


def _introduced(block: Block, pronoun: Mention) -> Mention | None:
    """The name that somebody gives himself: "I am *Ann Lee*", "My name is *Ann Lee*", "I, *Ann Lee*, ...".

    >>> from graphbuild.extract.testing import example
    >>> tokens = "I/PRP/nsubj/4/pronoun am=be/VBP/cop/4 Ann/NNP/compound/4/PERSON Lee/NNP/root/0/PERSON"
    >>> block = example(tokens)
    >>> _introduced(block, block.by_head[0]).name
    'Ann Lee'
    """
    parse, subject = block.parse, pronoun.head
    beside = block.by_token.get(subject + 2) if parse.words[subject + 1 : subject + 2] == [","] else None
    if beside is not None and beside.first == subject + 2 and parse.heads[beside.head] == subject:
        return beside if beside.kind == "name" and beside.type in PERSONS else None
    if parse.deps[subject] == "nmod:poss" and _named(block, subject):
        subject = parse.heads[subject]
    head = parse.heads[subject]
    name = block.by_head.get(head)
    if name is None or name.kind != "name" or name.type not in PERSONS or not parse.kids(head, "cop"):
        return None
    modal = any(parse.lemmas[c] not in ("be", "have") for c in parse.kids(head, "aux"))
    denied = any(parse.lower[c] in PREDICATE_NEGATORS for c in parse.children[head])
    other = modal or denied or parse.deps[subject] not in SUBJECTS or bool(parse.kids(head, "case"))
    return None if other else name


def _named(block: Block, my: int) -> bool:
    """Whether "my name" begins what is said, but for a greeting; within it others may be quoted."""
    parse = block.parse
    begin = parse.sentences[parse.sentence[my]][0]
    return parse.lemmas[parse.heads[my]] == "name" and my - begin <= _GREETING and _unquoted(parse, my)


def _unquoted(parse: Parse, i: int) -> bool:
    """Whether no mark of quotation, a single one neither, stands before a token in its sentence."""
    before = parse.words[parse.sentences[parse.sentence[i]][0] : i]
    return OPENING_QUOTES.isdisjoint(before) and _SINGLE_QUOTES.isdisjoint(before)


def _announced(
    blocks: Blocks, of: Mapping[Mention, Referent], alone: Mapping[int, list[Mention]]
) -> Mention | None:
    """The person whose words the lead announces: "Remarks by *President Lee*", "*Lee* gave this speech:"."""
    for block, _ in blocks[:_LEAD]:
        for name in block.mentions:
            if _announces(block, name) and _may_tell(name, of, blocks, alone):
                return name
    return None


def _announces(block: Block, name: Mention) -> bool:
    parse = block.parse
    above = parse.heads[name.head]
    if parse.kids(name.head, "conj"):
        return False
    if parse.lemmas[above] in ADDRESSES:
        return parse.preposition(name.head) == AGENTIVE
    gives = parse.lemmas[above] in DELIVERING and parse.deps[name.head] in SUBJECTS
    words = gives and any(parse.lemmas[c] in ADDRESSES for c in parse.kids(above, "obj"))
    return words and parse.words[-1:] == [":"]


def _says_interview(blocks: Blocks, question: Block) -> bool:
    """Whether a paragraph of the lead, before the first question, speaks of an interview."""
    lead = [block for block, _ in blocks[: _LEAD + 1] if block.before <= question.before]
    return any(not INTERVIEW.isdisjoint(block.parse.lemmas) for block in lead)


def _to_you(asking: Sequence[Block]) -> bool:
    """Whether there are questions enough to somebody called "you"."""
    to_you = sum(any(word in SECOND_PERSON for word in block.parse.lower) for block in asking)
    return len(asking) >= _PLAIN and to_you >= _QUESTIONS


def _interviewed(
    blocks: Blocks,
    question: Block,
    of: Mapping[Mention, Referent],
    alone: Mapping[int, list[Mention]],
    least: int,
) -> Mention | None:
    """The person named in full before the first question, ``least`` times as often as any other or more.

    Where the lead does not say that it is an interview, others are all persons, whoever says "I".
    """
    times: dict[Referent, Mention] = {}
    for block, _ in blocks:
        for name in block.mentions:
            full = name.kind == "name" and name.type in PERSONS and name.last - name.first > 1
            if full and (least > 1 or _may_tell(name, of, blocks, alone)):
                times.setdefault(of[name], name)
    ranked = sorted(times, key=lambda one: -one.total)
    if not ranked:
        return None
    most, other = times[ranked[0]], max((one.total for one in ranked[1:]), default=0)
    if ranked[0].total == other or ranked[0].total < least * other:
        return None
    known = most.sentence <= question.before and _may_tell(most, of, blocks, alone)
    return most if known else None


def _may_tell(
    name: Mention, of: Mapping[Mention, Referent], blocks: Blocks, alone: Mapping[int, list[Mention]]
) -> bool:
    """Whether a name is a person's of whom those who say "I" hardly speak by name."""
    if name.kind != "name" or name.type not in PERSONS:
        return False
    told = [(block, marks) for block, marks in blocks if alone[id(block)]]
    beside = apart = 0
    for block, marks in told:
        named = [f for f in block.mentions if f.kind == "name" and of[f] is of[name]]
        named = [f for f in named if not marks.inside[f.head] and _unquoted(block.parse, f.head)]
        beside += bool(named)
        apart += any(
            f.sentence == i.sentence and _apart(block, f, i) for f in named for i in alone[id(block)]
        )
    return max(beside, _AGAINST * apart) <= _BESIDE * len(told)


def _apart(block: Block, name: Mention, i: Mention) -> bool:
    """Whether a name beside "I" is somebody else's: not in a question, in "I am Roe", in "Thanks, Roe"."""
    parse = block.parse
    end = parse.sentences[parse.sentence[i.head]][1]
    said = parse.heads[i.head] == name.head and bool(parse.kids(name.head, "cop"))
    aside = parse.deps[name.head] in ("vocative", "appos", "parataxis", "root", "discourse", "list")
    return not (said or aside or parse.words[end - 1] == "?")
