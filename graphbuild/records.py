"""The records that flow below the document line: plain, frozen, small.

Offsets are characters in the document's text, half open, so that
``document.text[mention.start:mention.end] == mention.text`` always holds.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b

__all__ = [
    "Actor",
    "Correction",
    "Document",
    "Drawing",
    "Extraction",
    "Mention",
    "Merge",
    "Relation",
    "Skip",
    "content_id",
    "uncollected",
]


def content_id(*parts: object) -> str:
    """Twelve hexadecimal digits that depend on the parts and on nothing else.

    Parameters
    ----------
    *parts : object
        Anything whose ``str`` is stable.

    Returns
    -------
    str

    Examples
    --------
    >>> content_id("a", 1) == content_id("a", 1), content_id("a", 1) == content_id("a1")
    (True, False)
    """
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    Attributes
    ----------
    doc_id : str
        Given by the source (CSV and JSONL ``id``) or derived from the content.
    text : str
        As read, never altered.
    title, date, source, url, path : str
        What is known, else empty. ``date`` is ISO 8601 (``2019-08-06``).
    furniture : tuple of (int, int)
        Spans of ``text`` that are not prose ("Published:" lines, bylines, navigation), sorted and apart.
    """

    doc_id: str
    text: str
    title: str = ""
    date: str = ""
    source: str = ""
    url: str = ""
    path: str = ""
    furniture: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Skip:
    """An input that was left out: ``path`` (with a row number where there is one) and the ``reason``.

    ``passed`` tells a file of another kind that a folder holds besides, which is no failure.
    """

    path: str
    reason: str
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user says was found wrongly; `graphbuild.read.corrections` says what each action means.

    Attributes
    ----------
    action : str
        One of `graphbuild.vocabulary.ACTIONS`.
    subject, object : str
        Actors, by id or name; the id of a relation or a mention; an alias, a new name, a type, a country, a
        role or a class.
    path : str
        The file that it stands in.
    line : int
        Its line there, from 1.
    problem : str
        Why it has no effect, empty where it has.
    relation, evidence : str
        Of a relation that is added: its class, and the sentence that states it (``doc_id:sentence``).
    """

    action: str
    subject: str
    object: str = ""
    path: str = ""
    line: int = 0
    problem: str = ""
    relation: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that stands for an actor.

    Attributes
    ----------
    mention_id : str
        ``doc_id:start-end``.
    doc_id : str
    sentence : int
        Index of the sentence in its document, from 0.
    start, end : int
        Characters in the document's text.
    text : str
    label : str
        The pipeline's own label for a name (PERSON, ORG, GPE ...); the guessed actor type for the rest.
    kind : str
        ``name``, ``nominal`` or ``pronoun``.
    antecedent : str
        ``mention_id`` of the mention that this one refers back to (or, for a nominal modifier,
        forward), else empty.
    name : str
        The name proper: without article, title and possessive; for a nominal its country-free head
        phrase ("security forces").
    type : str
        ``official``, ``person``, ``country``, ``organization``, ``group``, ``place`` or empty.
    role : str
        PLOVER role code (GOV, MIL, REB ...) or empty.
    country : str
        ISO 3166-1 alpha-3 of allegiance, or empty.
    title : str
        Title or office that the text gives ("Ambassador", "State Department envoy"), or empty.
    """

    mention_id: str
    doc_id: str
    sentence: int
    start: int
    end: int
    text: str
    label: str
    kind: str
    antecedent: str = ""
    name: str = ""
    type: str = ""
    role: str = ""
    country: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation that one sentence states between two mentions.

    Attributes
    ----------
    relation_id : str
    doc_id : str
    sentence : int
    kind : str
        ``verb``, ``affiliation`` or ``cooccurrence``.
    source, target : str
        Mention ids.
    relation : str
        A class of the relation lexicon ("attack", "discuss", "member_of" ...); empty for co-occurrence.
    verb : str
        Lemma of the verb or event noun with its particle, as the lexicon has it ("call on").
    plover : str
        PLOVER event type or empty.
    polarity : float
        -1 conflict .. 1 cooperation.
    status : str
        ``asserted``, ``negated``, ``possible`` or ``intended``.
    speaker : str
        Mention id of who says so, else empty.
    rule : str
        Name of the rule that made it.
    confidence : float
        0 .. 1; of a verb relation how often its rule was right on annotated sentences.
    start, end : int
        Characters of the evidence sentence.
    verb_start, verb_end : int
        Characters of the verb or event noun.
    date : str
        Day, month (``2019-03``) or year that the relation's clause gives, else empty: the document's date
        then stands.
    """

    relation_id: str
    doc_id: str
    sentence: int
    kind: str
    source: str
    target: str
    relation: str
    verb: str
    plover: str
    polarity: float
    status: str
    speaker: str
    rule: str
    confidence: float
    start: int
    end: int
    verb_start: int
    verb_end: int
    date: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one document.

    Attributes
    ----------
    document : Document
    sentences : tuple of (int, int)
        Characters of each sentence, in order.
    mentions : tuple of Mention
        In order of start, then end.
    relations : tuple of Relation
        Verb and affiliation relations, in order of sentence.
    """

    document: Document
    sentences: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the corpus: what mentions were resolved to.

    ``titles`` and ``aliases`` are in order of frequency, then alphabet; ``type``, ``role`` and
    ``country`` as in `Mention`.
    """

    actor_id: str
    name: str
    type: str
    role: str = ""
    country: str = ""
    titles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """Why an alias belongs to an actor: ``rule`` names the reason, ``count`` its mentions."""

    alias: str
    actor_id: str
    rule: str
    count: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a graph looks in programs that draw it.

    Attributes
    ----------
    places : mapping of str to (float, float)
        Where each actor stands, by its id: x to the right and y up.
    sizes : mapping of str to float
        Radius of each actor, in the units of the places.
    colours : mapping of str to (int, int, int)
        Red, green and blue, 0 to 255, of actors and edges by their ids.
    """

    places: Mapping[str, tuple[float, float]]
    sizes: Mapping[str, float]
    colours: Mapping[str, tuple[int, int, int]]


@contextmanager
def uncollected() -> Iterator[None]:
    """Have Python look for no cycles of references meanwhile; what is out of use is freed all the same.

    It looks through all objects again and again while their number grows, though it grows by records that
    stay, and these have no cycles. A third of resolving was that.

    Examples
    --------
    >>> with uncollected():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
