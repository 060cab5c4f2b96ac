"""Make one self-contained pipeline folder of trained components."""

from __future__ import annotations

import shutil
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.strings import StringStore

__all__ = ["assemble", "contextual_pipeline"]


def contextual_pipeline(exported: Path) -> Language:
    """The contextual component with the files that `export` wrote to `exported`."""
    nlp = spacy.blank("en")
    nlp.add_pipe("graphbuild_contextual", name="contextual").from_disk(exported)
    nlp.batch_size = 64
    return nlp


def assemble(nlp: Language, output: Path, version: str) -> Path:
    """Add a rule lemmatizer with its tables to a pipeline, name it after the folder, and write it.

    Parameters
    ----------
    nlp
        The pipeline without lemmatizer.
    output
        Folder to write, `en_` and the pipeline's name; replaced where it exists, in one rename.
    version
        Written to `meta.json`.

    Returns
    -------
    Path
        `output`.
    """
    nlp.add_pipe("lemmatizer", config={"mode": "rule"}).initialize()
    nlp.meta.update(
        name=output.name.removeprefix("en_"),
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
