"""What every sentence gave and what it did not, for people to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from rich.text import Text

from graphbuild.records import Actor, Extraction, Mention, Relation
from graphbuild.report.plain import plain
from graphbuild.vocabulary import NEGATED, PRONOUN

__all__ = ["Rejected", "explanation"]

_KEY = "+ found   - rejected, and why   = refers back\n"


class Rejected(Protocol):
    """What the trace of an extraction tells of a verb or event noun, or of one rule's reading of it.

    Attributes
    ----------
    sentence : int
        Index of the sentence in its document.
    words : str
        The lemma, or the pattern that was tried.
    rule : str
        The rule that tried it; empty where none did.
    reason : str
        What was in the way.
    """

    @property
    def sentence(self) -> int: ...

    @property
    def words(self) -> str: ...

    @property
    def rule(self) -> str: ...

    @property
    def reason(self) -> str: ...


def explanation(
    articles: Sequence[tuple[Extraction, Sequence[Rejected]]],
    actors: Iterable[Actor],
    links: Mapping[str, str],
) -> Text:
    """Sentence by sentence, the relations found with their rule, what was rejected and why, and the pronouns.

    Parameters
    ----------
    articles : sequence of (Extraction, sequence of Rejected)
        What was found in each, and what was rejected.
    actors : iterable of Actor
    links : mapping of str to str
        ``mention_id`` to ``actor_id``.

    Returns
    -------
    rich.text.Text

    Examples
    --------
    >>> from graphbuild.records import Document
    >>> print(explanation([(Extraction(Document("d", "Rain fell."), ((0, 10),), (), ()), [])], [], {}).plain)
    + found   - rejected, and why   = refers back
    <BLANKLINE>
    Rain fell.
    <BLANKLINE>
    """
    names = {actor.actor_id: actor.name for actor in actors}
    told = Text(_KEY)
    for extraction, rejected in articles:
        if len(articles) > 1:
            told.append(f"\n{plain(extraction.document.title or extraction.document.doc_id)}\n", "bold")
        told.append_text(_article(extraction, rejected, names, links))
    return told


def _article(
    extraction: Extraction, rejected: Sequence[Rejected], names: Mapping[str, str], links: Mapping[str, str]
) -> Text:
    told = Text()
    mentions = {m.mention_id: m for m in extraction.mentions}
    shown = {i: _shown(m, names.get(links.get(i, ""), "")) for i, m in mentions.items()}
    for index, (start, end) in enumerate(extraction.sentences):
        told.append(f"\n{plain(extraction.document.text[start:end])}\n", "bold")
        for relation in extraction.relations:
            if relation.sentence == index:
                told.append_text(_relation(relation, shown, links))
        for one in rejected:
            if one.sentence == index:
                by = f" (rule {one.rule})" if one.rule else ""
                told.append(f'  - "{plain(one.words)}"{by}: {plain(one.reason)}\n', "dim")
        for mention in extraction.mentions:
            if mention.sentence == index and (mention.antecedent or mention.kind == PRONOUN):
                meant = shown.get(mention.antecedent) or "nobody that the text names"
                told.append(f"  = {plain(mention.text)}: {meant}\n")
    return told


def _shown(mention: Mention, actor: str) -> str:
    text = plain(mention.text)
    known = not actor or re.search(rf"\b{re.escape(plain(actor))}\b", text)
    return text if known else f"{text} [{plain(actor)}]"


def _relation(relation: Relation, shown: Mapping[str, str], links: Mapping[str, str]) -> Text:
    source, target = (shown[i] for i in (relation.source, relation.target))
    line = f"{source} {relation.relation.replace('_', ' ')} {target}"
    left_out = _left_out(relation, links)
    if left_out:
        return Text(f"  - {line} (rule {relation.rule}): {left_out}\n", "dim")
    told = Text("  + ").append(line, "bold red" if relation.polarity < 0 else "bold green").append("\n")
    told.append(f"    rule {relation.rule}, {relation.status}, confidence {relation.confidence:.2f}")
    told.append(f', polarity {relation.polarity:.2f}, by "{plain(relation.verb)}"')
    if relation.date:
        told.append(f", on {relation.date}")
    if relation.speaker:
        told.append(f", said by {shown[relation.speaker]}")
    if relation.status == NEGATED:
        told.append("; what is negated counts into no edge")
    return told.append("\n")


def _left_out(relation: Relation, links: Mapping[str, str]) -> str:
    """Why a relation does not come into the table, if so."""
    source, target = links.get(relation.source, ""), links.get(relation.target, "")
    if not source or not target:
        return f"nobody known stands as {'target' if source else 'source'}"
    return "source and target are one actor" if source == target else ""
