"""What extraction works with before it becomes records: mentions and clauses still tied to their parse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.en.body_nouns import LEGAL_FORMS
from graphbuild.lexicons.patterns import Patterns
from graphbuild.lexicons.verbs import EventNoun, Pattern

__all__ = ["Block", "Candidate", "Clause", "Context", "Mention", "Quotes", "by_noun"]


@dataclass(slots=True, eq=False)
class Mention:
    """A mention in its parse.

    ``first`` and ``last`` are its tokens, half open; ``head`` its syntactic head. ``number`` is ``s`` or
    ``p``, ``gender`` ``m``, ``f``, ``n`` or empty where nothing in the text says so. ``same_as`` marks an
    antecedent that is the same actor by construction ("ISIS militants"), not by back-reference. ``members``
    are those whom a pronoun or description of several stands for, each of them ("both", "the two countries").
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
    members: tuple[Mention, ...] = ()

    @property
    def start(self) -> int:
        """First character in the document's text."""
        return self.parse.begin(self.first)

    @property
    def end(self) -> int:
        """Character after the last one in the document's text; without the stop of a sentence after "Ltd"."""
        parse, k = self.parse, self.last - 1
        word = parse.lower[k]
        closing = word.endswith(".") and word[:-1] in LEGAL_FORMS and self.kind == "name"
        return parse.end(k) - (closing and k == parse.sentences[parse.sentence[k]][1] - 1)

    @property
    def text(self) -> str:
        """The text as the parser saw it."""
        return self.parse.slice(self.first, self.last)


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A relation that a rule proposes between two mentions, tied to the verb or noun that states it.

    Attributes
    ----------
    source, target : Mention
    kind : str
        ``verb`` or ``affiliation``.
    pattern : Pattern
        Relation class, PLOVER type and polarity.
    words : str
        Lemmas of what states it ("launch attack on").
    word : int
        Token of the verb or noun.
    rule : str
        Name of the rule, one of `graphbuild.vocabulary.RULES`.
    directness : float
        How directly the two fill their places: 1 if they head the phrases, less if they only own them.
    status : str
        What the construction itself says ("X wants Y to ..." is intended), until the clause is asked.
    performative : bool
        Whether it is done by being said, so that the status of its clause says nothing of it.
    event : int
        The event noun that states it, or -1.
    consumed : int
        The event noun that a verb already speaks for ("lifted the *ban*"), or -1.
    apart : bool
        Whether it holds beside the verb that speaks for its event: in "Kenya condemned Togo's attack on Chad"
        Togo attacked.
    speaker : Mention, optional
    date : str
        What its own clause gives, else empty.
    confidence : float
        Share of relations like this one that are right.
    parse : Parse, optional
        What ``word``, ``event`` and ``consumed`` are tokens of; that of the source if not given.
    """

    source: Mention
    target: Mention
    kind: str
    pattern: Pattern
    words: str
    word: int
    rule: str
    directness: float = 1.0
    status: str = "asserted"
    performative: bool = False
    event: int = -1
    consumed: int = -1
    apart: bool = False
    speaker: Mention | None = None
    date: str = ""
    confidence: float = 0.0
    parse: Parse | None = None

    @property
    def place(self) -> Parse:
        """The parse that states it, which a party named before need not stand in."""
        return self.source.parse if self.parse is None else self.parse


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

    def at(self, token: int) -> Mention | None:
        """The mention that a token heads, else the innermost one that it is inside."""
        return self.by_head.get(token) or self.by_token.get(token)

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

    def drop(self, found: Mention) -> None:
        """Leave a mention out again."""
        self.mentions.remove(found)
        for held in (self.by_token, self.by_head):
            for token in [token for token, mention in held.items() if mention is found]:
                del held[token]


class Clause(NamedTuple):
    """A verb and its participants, as tokens.

    Attributes
    ----------
    verb : int
    lemma : str
        With its particle: "carry out".
    passive : bool
    subjects : tuple of int
        Who acts: grammatical subjects, or the agent of a passive.
    objects : tuple of int
        Who or what is acted on: direct objects, or the grammatical subject of a passive.
    receivers : tuple of int
        Indirect objects.
    obliques : tuple of (str, int)
        Preposition and its object.
    complements : tuple of int
        Verbs of the clauses that the verb governs ("refused to *allow*", "demanded that they *resign*").
    inherited : bool
        Whether the subject was taken over from another clause.
    urged : bool
        Whether that subject is the object of the clause above: "urged *Y* to leave".
    """

    verb: int
    lemma: str
    passive: bool
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    receivers: tuple[int, ...]
    obliques: tuple[tuple[str, int], ...]
    complements: tuple[int, ...]
    inherited: bool
    urged: bool


@dataclass(frozen=True, slots=True)
class Quotes:
    """Which tokens of a block stand inside quotation marks, and who is quoted in each sentence.

    Attributes
    ----------
    inside : list of bool
        For each token.
    speakers : dict of int to Mention
        By sentence of the block.
    """

    inside: list[bool]
    speakers: dict[int, Mention]

    @property
    def open(self) -> bool:
        """Whether the block ends before its last quotation does."""
        return bool(self.inside) and self.inside[-1]


@dataclass(frozen=True, slots=True)
class Context:
    """All that a rule may look at: one block as it was read, and the word lists, a user's own among them.

    Attributes
    ----------
    block : Block
        With its mentions, antecedents linked.
    clauses : mapping of int to Clause
        By verb token.
    quotes : Quotes
    patterns : Patterns
        The relation lexicon, indexed.
    """

    block: Block
    clauses: Mapping[int, Clause]
    quotes: Quotes
    patterns: Patterns


def by_noun(
    source: Mention,
    target: Mention,
    event: EventNoun,
    words: str,
    word: int,
    rule: str,
    directness: float,
) -> Candidate:
    """A relation that an event noun states."""
    pattern = Pattern(event.relation, event.plover, event.polarity, "")
    return Candidate(source, target, "verb", pattern, words, word, rule, directness)
