"""Load the language pipeline: the bundled one, or any spaCy English pipeline by name or folder."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from graphbuild.errors import ModelError

__all__ = ["load"]

_MODELS = Path(__file__).parent.parent / "models"
_DEFAULT = "en_graphbuild_sm"
_SHORT = {"": _DEFAULT, "fast": "en_graphbuild_sm", "sm": "en_graphbuild_sm"}
_NEEDED = ("parser", "ner")


def load(model: str = "") -> Language:
    """Load a pipeline.

    Parameters
    ----------
    model : str
        Empty or ``fast`` for the bundled pipeline; else the name of an installed spaCy pipeline or a folder
        that holds one, with Universal Dependencies or ClearNLP labels.

    Returns
    -------
    spacy.language.Language

    Raises
    ------
    ModelError
        The pipeline is not installed, cannot be read, or lacks a parser or named entities.

    Examples
    --------
    >>> load("no_such_model")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    graphbuild.errors.ModelError: no pipeline "no_such_model" here. ...
    """
    bundled = _MODELS / _SHORT.get(model, model)
    target = bundled if bundled.is_dir() else Path(model) if Path(model).is_dir() and model else model
    try:
        nlp = spacy.load(target)
    except OSError as exc:
        if isinstance(target, Path):
            raise ModelError(f"{target} is not a spaCy pipeline: {exc}") from exc
        raise ModelError(
            f'no pipeline "{model or _DEFAULT}" here. Install it with: python -m spacy download '
            f"{model or _DEFAULT}, or leave --model out to use the bundled one."
        ) from exc
    except (ValueError, KeyError, ImportError) as exc:
        raise ModelError(f'the pipeline "{model}" cannot be loaded: {exc}') from exc
    missing = [name for name in _NEEDED if name not in nlp.pipe_names]
    if missing:
        raise ModelError(
            f'the pipeline "{model}" has no {" and no ".join(missing)}; extraction needs a parser and named '
            "entities. Leave --model out to use the bundled one."
        )
    return nlp
