"""Make one self-contained pipeline folder of a trained pipeline."""

from __future__ import annotations

import shutil
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.strings import StringStore

__all__ = ["assemble"]

_ORDER = ("tok2vec", "tagger", "morphologizer", "parser", "ner", "lemmatizer")


def assemble(trained: Path, output: Path, name: str, version: str) -> Path:
    """Put the components in their usual order, add a rule lemmatizer with its tables, and write the folder.

    Parameters
    ----------
    trained
        Folder written by `spacy train`.
    output
        Folder to write; replaced where it exists, in one rename.
    name, version
        Written to `meta.json`.

    Returns
    -------
    Path
        `output`.
    """
    source = spacy.load(trained)
    nlp = spacy.blank("en", vocab=source.vocab)
    for component in _ORDER[:-1]:
        nlp.add_pipe(component, source=source)
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize()
    nlp.batch_size = source.batch_size
    nlp.meta.update(
        name=name,
        version=version,
        description="English news: tags, morphology, UD dependencies, lemmas and names.",
        author="graphbuild",
        license="CC BY-SA 4.0",
    )
    output.parent.mkdir(parents=True, exist_ok=True)
    scratch = output.with_name(output.name + ".new")
    shutil.rmtree(scratch, ignore_errors=True)
    nlp.to_disk(scratch)
    _own_strings(nlp).to_disk(scratch / "vocab" / "strings.json")
    shutil.rmtree(output, ignore_errors=True)
    scratch.rename(output)
    return output


def _own_strings(nlp: Language) -> StringStore:
    """The strings the pipeline itself needs; words met in training are left out (keys are hashes)."""
    strings = StringStore()
    for pipe in nlp.pipe_names:
        for label in getattr(nlp.get_pipe(pipe), "labels", ()):
            strings.add(label)
    return strings
