"""What every process does with documents, whoever gives them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from graphbuild.errors import GraphbuildError
from graphbuild.records import Document
from graphbuild.store.codec import encode
from graphbuild.store.recipe import Recipe, contents

__all__ = ["Item", "Task", "recipe", "work"]

Item = tuple[str, Document]
"""A document with the key that its extraction is kept under."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to do: the same task gives the same extraction of a document, in whatever process and company.

    Attributes
    ----------
    model : str
        As `graphbuild.extract.models.loading.load` takes it.
    lexicon : Path or None
        The user's own.
    min_confidence : float or None
        As `graphbuild.extract.extract` takes it.
    """

    model: str = ""
    lexicon: Path | None = None
    min_confidence: float | None = None


def recipe(task: Task) -> Recipe:
    """What a task's extractions are kept under: machines with the same recipe give the same ones.

    Parameters
    ----------
    task : Task

    Returns
    -------
    graphbuild.store.recipe.Recipe
        Of what is installed on this machine.

    Raises
    ------
    ModelError
        The pipeline is not installed, or is none.

    Examples
    --------
    >>> recipe(Task()).facts["pipeline"]["name"]
    'en_graphbuild_md'
    """
    from graphbuild.disk.pipelines import described

    pipeline = described(task.model)
    weights = contents([pipeline.folder]) if pipeline.folder else ""
    facts = {"name": pipeline.name, "version": pipeline.version, "weights": weights}
    words = task.lexicon.read_bytes() if task.lexicon else None
    return Recipe.of(facts, words, task.min_confidence)


def work(items: Sequence[Item], nlp: Any, task: Task) -> Iterator[tuple[str, pa.Table | str]]:
    """Extract from documents; one at which the pipeline fails keeps no other from being read.

    Parameters
    ----------
    items : sequence of (str, Document)
    nlp : spacy.language.Language
        As ``task.model`` names it.
    task : Task

    Yields
    ------
    (str, pyarrow.Table or str)
        Key, and the extraction as `graphbuild.store.codec.encode` has it or why there is none, in order.
    """
    done = 0
    try:
        for key, table in _extracted(items, nlp, task):
            yield key, table
            done += 1
    except GraphbuildError:
        raise
    except Exception:  # whatever a pipeline raises: which document it was is seen when each is read alone
        for key, document in items[done:]:
            try:
                yield from _extracted([(key, document)], nlp, task)
            except Exception as exc:
                yield key, f"the language pipeline fails at it ({type(exc).__name__}: {exc})"[:300]


def _extracted(items: Sequence[Item], nlp: Any, task: Task) -> Iterator[tuple[str, pa.Table]]:
    from graphbuild.extract import extract

    found = extract(
        [document for _, document in items],
        nlp,
        extra_lexicon=task.lexicon,
        min_confidence=task.min_confidence,
    )
    for (key, _), one in zip(items, found, strict=True):
        yield key, encode([(key, one)])
