"""Why a text gives the relations that it gives: from sentences or a path to what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.records import Document

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["explain"]


def explain(
    text: str,
    *,
    model: str = "",
    lexicon: str | Path | None = None,
    min_confidence: float | None = None,
) -> Text:
    """Sentence by sentence, the relations found with their rule, what was rejected and why, and the pronouns.

    Parameters
    ----------
    text : str
        Sentences, or the path of a file or folder as `build` takes it.
    model : str
        As for `build`.
    lexicon : str or Path, optional
        As for `build`.
    min_confidence : float, optional
        As for `build`; what is less sure is shown among the rejected.

    Returns
    -------
    rich.text.Text
        As `graphbuild.report.explanation.explanation` lays it out.

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
    from graphbuild.extract.trace import explain as trace
    from graphbuild.report.explanation import explanation
    from graphbuild.resolve import resolve

    documents = list(_articles(text))
    nlp = load(model)
    extra = Path(lexicon) if lexicon is not None else None
    traced = [
        trace(document, nlp, extra_lexicon=extra, min_confidence=min_confidence) for document in documents
    ]
    resolution = resolve([one.extraction for one in traced])
    return explanation(
        [(one.extraction, one.rejected) for one in traced], resolution.actors, resolution.links
    )


def _articles(text: str) -> Iterator[Document]:
    """What a path leads to, or the sentences themselves."""
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
