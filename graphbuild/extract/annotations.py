"""What extraction works with before it becomes records: a mention still tied to its parse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.verbs import EventNoun, Pattern
from graphbuild import records
from graphbuild.records import Relation, content_id

__all__ = ["Block", "Candidate", "Mention", "by_noun", "mention", "once", "relation"]


@dataclass(slots=True, eq=False)
class Mention:
    """A mention in its parse.

    ``first`` and ``last`` are its tokens, half open; ``head`` its syntactic head. ``number`` is ``s`` or
    ``p``, ``gender`` ``m``, ``f``, ``n`` or empty where nothing in the text says so. ``same_as`` marks an
    antecedent that is the same actor by construction ("ISIS militants"), not by back-reference.
    """

    parse: Parse
    first: int
    last: int
    head: int
    kind: str
    label: str
    type: str
    name: str
    role: str = ""
    country: str = ""
    title: str = ""
    number: str = "s"
    gender: str = ""
    sentence: int = 0
    antecedent: Mention | None = None

    @property
    def start(self) -> int:
        """First character in the document's text."""
        return self.parse.starts[self.first]

    @property
    def end(self) -> int:
        """Character after the last one in the document's text."""
        return self.parse.ends[self.last - 1]

    @property
    def text(self) -> str:
        """The text as the parser saw it."""
        return self.parse.slice(self.first, self.last)


@dataclass(slots=True, eq=False)
class Candidate:
    """A relation between two mentions, still tied to the verb or noun (``word``) that states it.

    ``consumed`` is the event noun that a verb already speaks for ("lifted the *ban*"), or -1; ``date`` is
    what its own clause gives, else empty.
    """

    source: Mention
    target: Mention
    kind: str
    pattern: Pattern
    words: str
    word: int
    rule: str
    confidence: float
    status: str = "asserted"
    speaker: Mention | None = None
    consumed: int = -1
    date: str = ""


@dataclass(slots=True)
class Block:
    """A parsed block and the mentions found in it.

    ``by_token`` leads from every token of a mention to the innermost mention that covers it; ``by_head``
    from a syntactic head to the mention that it heads. ``before`` counts the sentences of earlier blocks.
    """

    parse: Parse
    before: int
    mentions: list[Mention] = field(default_factory=list)
    by_token: dict[int, Mention] = field(default_factory=dict)
    by_head: dict[int, Mention] = field(default_factory=dict)

    def shared(self) -> set[int]:
        """The sentences of the parse with two mentions or more, which alone can relate two actors."""
        counts = Counter(found.sentence - self.before for found in self.mentions)
        return {sentence for sentence, n in counts.items() if n > 1}

    def add(self, found: Mention) -> Mention:
        """Take in a mention; the narrower of two wins a token, the wider a head."""
        found.sentence = self.before + found.parse.sentence[found.head]
        self.mentions.append(found)
        for token in range(found.first, found.last):
            held = self.by_token.get(token)
            if held is None or held.last - held.first > found.last - found.first:
                self.by_token[token] = found
        held = self.by_head.get(found.head)
        if held is None or held.last - held.first < found.last - found.first:
            self.by_head[found.head] = found
        return found


def by_noun(
    source: Mention, target: Mention, event: EventNoun, words: str, word: int, rule: str, confidence: float
) -> Candidate:
    """A relation that an event noun states."""
    pattern = Pattern(event.relation, event.plover, event.polarity, "")
    return Candidate(source, target, "verb", pattern, words, word, rule, round(confidence, 2))


def once(stated: Iterable[Candidate]) -> Iterator[Candidate]:
    """One relation for each pair and class; the most confident, the first among equals."""
    best: dict[tuple[int, int, str], Candidate] = {}
    for one in stated:
        key = (id(one.source), id(one.target), one.pattern.relation)
        if key not in best or one.confidence > best[key].confidence:
            best[key] = one
    yield from best.values()


def mention(found: Mention, doc_id: str, text: str) -> records.Mention:
    """The record of a mention; ``text`` is the document's."""
    antecedent = found.antecedent
    return records.Mention(
        mention_id=_identifier(found, doc_id),
        doc_id=doc_id,
        sentence=found.sentence,
        start=found.start,
        end=found.end,
        text=text[found.start : found.end],
        label=found.label,
        kind=found.kind,
        antecedent=_identifier(antecedent, doc_id) if antecedent else "",
        name=found.name,
        type=found.type,
        role=found.role,
        country=found.country,
        title=found.title,
    )


def relation(stated: Candidate, block: Block, doc_id: str) -> Relation:
    """The record of a stated relation, with the sentence around its verb as evidence."""
    parse, word, pattern = block.parse, stated.word, stated.pattern
    first, last = parse.sentences[parse.sentence[word]]
    source, target = _identifier(stated.source, doc_id), _identifier(stated.target, doc_id)
    return Relation(
        relation_id=content_id(
            source, target, stated.kind, pattern.relation, parse.starts[word], stated.rule
        ),
        doc_id=doc_id,
        sentence=block.before + parse.sentence[word],
        kind=stated.kind,
        source=source,
        target=target,
        relation=pattern.relation,
        verb=stated.words,
        plover=pattern.plover,
        polarity=pattern.polarity,
        status=stated.status,
        speaker=_identifier(stated.speaker, doc_id) if stated.speaker else "",
        rule=stated.rule,
        confidence=stated.confidence,
        start=parse.starts[first],
        end=parse.ends[last - 1],
        verb_start=parse.starts[word],
        verb_end=parse.ends[word],
        date=stated.date,
    )


def _identifier(found: Mention, doc_id: str) -> str:
    return f"{doc_id}:{found.start}-{found.end}"
