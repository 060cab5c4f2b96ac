"""Why a verb or an event noun states no relation: what was proposed and refused, and what found no rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from graphbuild.extract.annotations import Block, Candidate, Clause, Context
from graphbuild.extract.coreference.scorer import scorer
from graphbuild.extract.pipeline import analysed, extraction, parsed_blocks
from graphbuild.extract.relations.constructions import Construction
from graphbuild.extract.relations.nominalisations import entries_of
from graphbuild.extract.relations.verbs import acting, constructions, one_actor
from graphbuild.extract.score.reader import reader as reader_of
from graphbuild.extract.score.select import Selection
from graphbuild.extract.syntax.arguments import actors_at
from graphbuild.extract.syntax.parse import Parse
from graphbuild.lexicons.patterns import Patterns, patterns
from graphbuild.lexicons.verbs import EventNoun, lexicon
from graphbuild.records import Document, Extraction
from graphbuild.vocabulary import READER

__all__ = ["Explained", "Rejected", "explain"]

_SHOWN = 6
_TOLD = 0.2


@dataclass(frozen=True, slots=True)
class Rejected:
    """A verb or event noun, or one rule's reading of it, that made no relation.

    Attributes
    ----------
    sentence : int
        Index of the sentence in its document.
    start, end : int
        Characters of the verb or noun in the document's text.
    words : str
        The lemma, or the pattern that was tried ("launch attack on").
    rule : str
        The rule that tried it; empty where none did.
    reason : str
        What was in the way.
    """

    sentence: int
    start: int
    end: int
    words: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explained:
    """What was found in a document, and in order of the text what was rejected."""

    extraction: Extraction
    rejected: tuple[Rejected, ...]


def explain(
    document: Document,
    nlp: Language,
    *,
    extra_lexicon: Path | None = None,
    min_confidence: float | None = None,
) -> Explained:
    """Extract from a document and tell what was rejected on the way.

    Parameters
    ----------
    document : Document
    nlp : spacy.language.Language
    extra_lexicon : Path, optional
        As for `graphbuild.extract.extract`.
    min_confidence : float, optional
        As for `graphbuild.extract.extract`; what is less sure is among the rejected.

    Returns
    -------
    Explained
        ``extraction`` is what `graphbuild.extract.extract` yields for the document. Each verb and event noun
        without a relation is in ``rejected``, and each candidate of a rule that came to nothing.

    Raises
    ------
    LexiconError
        ``extra_lexicon`` has a bad row.

    Examples
    --------
    >>> from graphbuild.extract.models.loading import load
    >>> for one in explain(Document("d", "Togo attacked the weather."), load()).rejected:
    ...     print(one.words, one.rule, one.reason, sep=": ")
    attack: active: no actor as target in "the weather"
    """
    known = patterns(lexicon(extra_lexicon))
    ((_, parsed),) = parsed_blocks([document], nlp, known)
    analysis = analysed(document, parsed, known, reader_of(nlp), min_confidence, scorer(nlp))
    rejected = [one for context in analysis.contexts for one in _rejected_in(context, analysis.selection)]
    rejected.sort(key=lambda one: (one.start, one.end))
    return Explained(extraction(document, analysis), tuple(dict.fromkeys(rejected)))


def _rejected_in(context: Context, selection: Selection) -> Iterator[Rejected]:
    block, clauses = context.block, context.clauses
    accepted = [one for one in selection.accepted if one.place is block.parse]
    refused = [one for one in selection.rejected if one.candidate.place is block.parse]
    said = {one.word for one in accepted}
    for one in refused:
        faint = one.candidate.confidence < _TOLD or one.candidate.word in said
        if one.candidate.rule == READER and faint:
            continue  # of what no rule proposed, only what came near to being stated
        yield _rejection(block, one.candidate.word, one.candidate.words, one.candidate.rule, one.reason)
    proposed = [*accepted, *(one.candidate for one in refused)]
    words = {one.word for one in proposed}
    for word, options in constructions(context, range(len(block.parse.sentences))):
        if not options and word in clauses and word not in words:
            yield _rejection(block, word, clauses[word].lemma, "", _no_rule(clauses[word], context.patterns))
        for option in options:
            if reason := _hindrance(context, word, option, proposed):
                yield _rejection(block, word, option.words, option.rule, reason)
    spoken_for = {one.consumed for one in proposed} | {one.event for one in proposed} | words
    for i, pos in enumerate(block.parse.pos):
        if pos != "NOUN" or i in spoken_for or block.parse.deps[i] == "compound":
            continue
        if entries := entries_of(context, i):
            yield _rejection(block, i, block.parse.lemmas[i], "", _no_party(block, i, entries))


def _rejection(block: Block, word: int, words: str, rule: str, reason: str) -> Rejected:
    parse = block.parse
    sentence = block.before + parse.sentence[word]
    return Rejected(sentence, parse.begin(word), parse.end(word), words, rule, reason)


def _no_rule(clause: Clause, known: Patterns) -> str:
    """Why no rule has anything to try at a verb."""
    lemma = clause.lemma
    entries = known.verbs.get(lemma) or known.verbs.get(lemma.split(" ")[0], {})
    if lemma in known.lexicon.speech:
        return "a verb of speech, without a target of its own: its subject is the speaker"
    if not entries:
        return "not in the word list of verbs"
    if not any(pattern.relation for pattern in entries.values()):
        return "only carries or ends an event that is its object, and there is none"
    asked = [" ".join(filter(None, key)) for key, p in entries.items() if p.relation and key != ("", "")]
    if ("", "") in entries and entries["", ""].relation:
        return "no object, and no preposition that leads to one"
    more = f" and {len(asked) - _SHOWN} more" if len(asked) > _SHOWN else ""
    return f"means something only with {', '.join(asked[:_SHOWN])}{more}"


def _hindrance(context: Context, word: int, option: Construction, proposed: Sequence[Candidate]) -> str:
    """What keeps a construction from joining two actors; empty where it proposed some."""
    here = [one for one in proposed if one.word == word]
    if any((one.rule, one.words) == (option.rule, option.words) for one in here):
        return ""
    block = context.block
    sources = [a for token in option.sources for a, _ in acting(context, token)]
    targets = [a for token in option.targets for a, _ in actors_at(block, token)]
    for tokens, actors, place in ((option.sources, sources, "source"), (option.targets, targets, "target")):
        if not tokens:
            return f"nobody stands as {place}"
        if not actors:
            return f"no actor as {place} in {', '.join(_phrase(block.parse, token) for token in tokens)}"
    apart = [(a, b) for a in sources for b in targets if a is not b and not one_actor(a, b)]
    if not apart:
        return f'source and target are one actor, "{sources[0].text}"'
    return "the act does not reach the actor in its place"


def _no_party(block: Block, i: int, entries: Mapping[str, EventNoun]) -> str:
    """Why an event noun joins nobody."""
    parse = block.parse
    asked = sorted(p for p, event in entries.items() if p and event.role in ("target", "both"))
    places = [c for c in parse.kids(i, "nmod", "obl") if parse.preposition(c) in asked]
    if not places:
        after = f" after {', '.join(asked[:_SHOWN])}" if asked else ""
        return f"an event, but nobody{after} whom it concerns"
    if not any(True for c in places for _ in actors_at(block, c)):
        return f"an event, but no actor in {', '.join(_phrase(parse, c) for c in places)}"
    return "an event, but nobody whose it is"


def _phrase(parse: Parse, token: int) -> str:
    return f'"{parse.slice(parse.left_edge(token), token + 1)}"'
