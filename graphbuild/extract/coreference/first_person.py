"""Who "I" and "we" are: the side that a speaker speaks for, and who tells a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphbuild.extract.annotations import Block, Mention, Quotes
from graphbuild.extract.coreference.entities import Referent, resolved
from graphbuild.extract.syntax.relations import SUBJECTS
from graphbuild.extract.types import BODIES, FORCE, PERSONS
from graphbuild.lexicons.en.function_words import PREDICATE_NEGATORS
from graphbuild.lexicons.en.prepositions import AGENTIVE
from graphbuild.lexicons.en.pronouns import FIRST_PERSON, SECOND_PERSON
from graphbuild.lexicons.en.speech_verbs import ADDRESSES, INTERVIEW
from graphbuild.lexicons.verbs import Lexicon

__all__ = ["narrated", "of_a_side", "side"]

_LEAD = 3  # paragraphs that say what kind of text it is
_QUESTIONS = 2
_BESIDE = 0.25  # share of the paragraphs with "I" that may name whoever says it

Blocks = Sequence[tuple[Block, Quotes]]


def narrated(blocks: Blocks, of: Mapping[Mention, Referent]) -> dict[int, list[Mention]]:
    """The pronouns by which somebody who is named tells a text: of a speech, in an interview.

    Parameters
    ----------
    blocks : sequence of (Block, Quotes)
        Of one document.
    of : mapping of Mention to Referent

    Returns
    -------
    dict of int to list of Mention
        By the ``id`` of the block: "I" outside quotation marks, and in an interview the "you" of questions,
        in order. They are not added to the block; the antecedent of each is a name.
    """
    alone = {id(block): list(_persons(block, marks, FIRST_PERSON)) for block, marks in blocks}
    if not any(alone.values()):
        return {}
    asking = [block for block, _ in blocks if block.parse.words[-1:] == ["?"]]
    introduced = _introductions(blocks, alone)
    if len({name.name for name in introduced}) > 1:
        return {}
    name = introduced[0] if introduced else _announced(blocks, of, alone)
    interview = name is None and len(asking) >= _QUESTIONS and _is_interview(blocks, asking[0])
    if interview:
        name = _interviewed(blocks, asking[0], of, alone)
    if name is None:
        return {}
    found: dict[int, list[Mention]] = {}
    for block, marks in blocks:
        question = interview and block in asking
        told = list(_persons(block, marks, SECOND_PERSON)) if question else alone[id(block)]
        for one in told:
            one.antecedent = name
        found[id(block)] = told
    return found


def _persons(block: Block, marks: Quotes, words: Mapping[str, str]) -> Iterator[Mention]:
    """The pronouns for one person outside quotation marks."""
    parse = block.parse
    for i, word in enumerate(parse.lower):
        if words.get(word) == "s" and not marks.inside[i] and (parse.pos[i] == "PRON" or parse.personal(i)):
            one = Mention(parse, i, i + 1, i, "pronoun", "pronoun", "", parse.words[i], gender="1")
            one.sentence = block.before + parse.sentence[i]
            yield one


def _introductions(blocks: Blocks, alone: Mapping[int, list[Mention]]) -> list[Mention]:
    """The names of those who say who they are."""
    names = (_introduced(block, i) for block, _ in blocks for i in alone[id(block)])
    return [name for name in names if name is not None]


def _introduced(block: Block, pronoun: Mention) -> Mention | None:
    """The name that somebody gives himself: "I am *Ann Lee*".

    >>> from graphbuild.extract.testing import example
    >>> tokens = "I/PRP/nsubj/4/pronoun am=be/VBP/cop/4 Ann/NNP/compound/4/PERSON Lee/NNP/root/0/PERSON"
    >>> block = example(tokens)
    >>> _introduced(block, block.by_head[0]).name
    'Ann Lee'
    """
    parse, head = block.parse, block.parse.heads[pronoun.head]
    name = block.by_head.get(head)
    if name is None or name.kind != "name" or name.type not in PERSONS or not parse.kids(head, "cop"):
        return None
    modal = any(parse.lemmas[c] not in ("be", "have") for c in parse.kids(head, "aux"))
    denied = any(parse.lower[c] in PREDICATE_NEGATORS for c in parse.children[head])
    return None if modal or denied or parse.deps[pronoun.head] not in SUBJECTS else name


def _announced(
    blocks: Blocks, of: Mapping[Mention, Referent], alone: Mapping[int, list[Mention]]
) -> Mention | None:
    """The person whose words the lead announces: "Remarks by *President Lee*"."""
    for block, _ in blocks[:_LEAD]:
        parse = block.parse
        for name in block.mentions:
            above = parse.heads[name.head]
            told = parse.lemmas[above] in ADDRESSES and parse.preposition(name.head) == AGENTIVE
            if told and _may_tell(name, of, blocks, alone):
                return name
    return None


def _is_interview(blocks: Blocks, question: Block) -> bool:
    """Whether a paragraph of the lead, before the first question, speaks of an interview."""
    lead = [block for block, _ in blocks[: _LEAD + 1] if block.before <= question.before]
    return any(not INTERVIEW.isdisjoint(block.parse.lemmas) for block in lead)


def _interviewed(
    blocks: Blocks, question: Block, of: Mapping[Mention, Referent], alone: Mapping[int, list[Mention]]
) -> Mention | None:
    """The person named in full before the first question whom the text names more than any other."""
    times: dict[Referent, Mention] = {}
    for block, _ in blocks:
        for name in block.mentions:
            if name.last - name.first > 1 and _may_tell(name, of, blocks, alone):
                times.setdefault(of[name], name)
    ranked = sorted(times, key=lambda one: -one.total)
    if not ranked or (len(ranked) > 1 and ranked[0].total == ranked[1].total):
        return None
    most = times[ranked[0]]
    return most if most.sentence <= question.before else None


def _may_tell(
    name: Mention, of: Mapping[Mention, Referent], blocks: Blocks, alone: Mapping[int, list[Mention]]
) -> bool:
    """Whether a name is a person's of whom nobody who says "I" speaks by name."""
    if name.kind != "name" or name.type not in PERSONS:
        return False
    told = [block for block, _ in blocks if alone[id(block)]]
    beside = 0
    for block in told:
        named = [f for f in block.mentions if f.kind == "name" and of[f] is of[name]]
        beside += bool(named)
        for i in alone[id(block)]:
            if any(f.sentence == i.sentence and _apart(block, f, i) for f in named):
                return False
    return beside <= _BESIDE * len(told)


def _apart(block: Block, name: Mention, i: Mention) -> bool:
    """Whether a name beside "I" is somebody else's: not in a question, in "I am Roe", in "Thanks, Roe"."""
    parse = block.parse
    end = parse.sentences[parse.sentence[i.head]][1]
    said = parse.heads[i.head] == name.head and bool(parse.kids(name.head, "cop"))
    aside = parse.deps[name.head] in ("vocative", "appos", "parataxis", "root", "discourse", "list")
    return not (said or aside or parse.words[end - 1] == "?")


def of_a_side(block: Block, pronoun: Mention, said: Mention, lexicon: Lexicon) -> bool:
    """Whether "we" of a person is the side that he speaks for, not himself.

    "Chad attacked us", "we hit Chad": nobody attacked the minister who says so, nor did he hit anybody. But
    what "we" say and think ("we condemn Chad") he says and thinks himself.
    """
    if pronoun.number != "p" or said.type not in PERSONS:
        return False
    parse = block.parse
    act = lexicon.verbs.get((parse.lemmas[parse.heads[pronoun.head]], "", ""))
    forceful = act is not None and act.relation in FORCE
    return parse.deps[pronoun.head] not in SUBJECTS or forceful


def side(said: Mention, found: Mapping[Mention, Referent]) -> Mention | None:
    """The body or country that an official speaks for, if the text names it.

    Parameters
    ----------
    said : Mention
        The official's name.
    found : mapping of Mention to Referent
        The mentions of the document.

    Returns
    -------
    Mention or None
        The body in a description of him ("a spokesman for *Zyx*"), else the country that he is of.
    """
    described = [f for f in found if f.kind == "nominal" and f.antecedent is not None and resolved(f) is said]
    bodies = [f for f in found if f.kind == "name" and f.type in BODIES]
    for one in described:
        for name in bodies:
            if name.parse is one.parse and one.head in name.parse.ancestors(name.head):
                return name
    if said.type != "official" or not said.country:
        return None
    own = (f for f in found if f.kind == "name" and f.type == "country" and f.country == said.country)
    return next(own, None)
