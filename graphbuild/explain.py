"""What every sentence gave and what it did not, for people to read: `graphbuild explain`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from graphbuild.errors import InputError
from graphbuild.records import Document, Extraction, Mention, Relation
from graphbuild.summary import plain

if TYPE_CHECKING:
    from graphbuild.extract.trace import Rejected
    from graphbuild.resolve import Resolution

__all__ = ["explain"]

_KEY = "+ found   - rejected, and why   = refers back\n"


def explain(text: str, *, model: str = "", lexicon: str | Path | None = None) -> Text:
    """Sentence by sentence, the relations found with their rule, what was rejected and why, and the pronouns.

    Parameters
    ----------
    text : str
        Sentences, or the path of a file or folder as `graphbuild.build.build` takes it.
    model : str
        As for `build`.
    lexicon : path, optional
        As for `build`.

    Returns
    -------
    rich.text.Text

    Raises
    ------
    InputError
        ``text`` is empty, or a single word that is no file.
    NothingToRead
        The file or folder has no text.
    ModelError
        The pipeline is missing or does not fit.
    LexiconError
        ``lexicon`` has a bad row.

    Examples
    --------
    >>> print(explain("Togo praised Kenya.").plain)  # doctest: +ELLIPSIS
    + found   - rejected, and why   = refers back
    <BLANKLINE>
    Togo praised Kenya.
      + Togo support Kenya
        rule active, asserted, confidence 0..., polarity 0.50, by "praise"
    <BLANKLINE>
    """
    from graphbuild.extract.models.loading import load
    from graphbuild.extract.trace import explain as run
    from graphbuild.resolve import resolve

    documents = list(_documents(text))
    nlp = load(model)
    extra = Path(lexicon) if lexicon is not None else None
    explained = [run(document, nlp, extra_lexicon=extra) for document in documents]
    resolution = resolve([one.extraction for one in explained])
    told = Text(_KEY)
    for one in explained:
        if len(explained) > 1:
            told.append(
                f"\n{plain(one.extraction.document.title or one.extraction.document.doc_id)}\n", "bold"
            )
        told.append_text(_article(one.extraction, one.rejected, resolution))
    return told


def _documents(text: str) -> Iterator[Document]:
    from graphbuild.read import read

    if text == "-" or (text and _is_path(text)):
        yield from read([text])
    elif len(text.split()) < 2:
        raise InputError(f'no file "{text}" here; give a sentence in quotes, or the path of a file')
    else:
        yield Document("text", text)


def _is_path(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):  # no name that a file can have
        return False


def _article(extraction: Extraction, rejected: tuple[Rejected, ...], resolution: Resolution) -> Text:
    told = Text()
    mentions = {m.mention_id: m for m in extraction.mentions}
    names = {actor.actor_id: actor.name for actor in resolution.actors}
    shown = {i: _shown(m, names.get(resolution.links.get(i, ""), "")) for i, m in mentions.items()}
    for index, (start, end) in enumerate(extraction.sentences):
        told.append(f"\n{plain(extraction.document.text[start:end])}\n", "bold")
        for relation in extraction.relations:
            if relation.sentence == index:
                told.append_text(_relation(relation, shown, resolution.links))
        for one in rejected:
            if one.sentence == index:
                by = f" (rule {one.rule})" if one.rule else ""
                told.append(f'  - "{plain(one.words)}"{by}: {plain(one.reason)}\n', "dim")
        for mention in extraction.mentions:
            if mention.sentence == index and (mention.antecedent or mention.kind == "pronoun"):
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
    if relation.status == "negated":
        told.append("; what is negated counts into no edge")
    return told.append("\n")


def _left_out(relation: Relation, links: Mapping[str, str]) -> str:
    """Why a relation does not come into the table, if so."""
    source, target = links.get(relation.source, ""), links.get(relation.target, "")
    if not source or not target:
        return f"nobody known stands as {'target' if source else 'source'}"
    return "source and target are one actor" if source == target else ""
