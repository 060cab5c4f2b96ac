"""Load the language pipeline: the bundled one, or any spaCy English pipeline by name or folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import get_model_meta, get_package_path
from thinc.api import NumpyOps, get_current_ops, set_current_ops

from graphbuild.errors import ModelError
from graphbuild.extract.models.contextual import Contextual

__all__ = ["Described", "described", "load"]

_MODELS = Path(__file__).parents[2] / "models"
_DEFAULT, _FAST = "en_graphbuild_md", "en_graphbuild_sm"
_SHORT = {"": _DEFAULT, "md": _DEFAULT, "fast": _FAST, "sm": _FAST}
_NEEDED = {"token.dep": "parser", "doc.ents": "named entities"}
_OR_OWN = "or leave --model out to use the bundled pipeline"


@dataclass(frozen=True, slots=True)
class Described:
    """A language pipeline, as its files tell of it.

    Attributes
    ----------
    name, version : str
        Such as ``en_graphbuild_md``, ``0.2.0``.
    folder : Path or None
        That holds it with its weights.
    reader : bool
        Whether it comes with a relation reader.
    """

    name: str
    version: str
    folder: Path | None
    reader: bool

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know of relations that it finds without a reader; nothing where it has one."""
        if self.reader:
            return ()
        return (
            f"{self.name} has no relation reader: relations are all that the rules find, half of them right",
        )


def described(model: str = "") -> Described:
    """What is known of a pipeline without loading it.

    Parameters
    ----------
    model : str
        As for `load`.

    Returns
    -------
    Described

    Raises
    ------
    ModelError
        It is not installed, or is no pipeline.

    Examples
    --------
    >>> described("fast").notes[0].partition(":")[0]
    'en_graphbuild_sm has no relation reader'
    """
    name, folder = _found(model)
    try:
        place = folder or get_package_path(name)
        meta = get_model_meta(place)
    except (OSError, ImportError) as exc:
        raise ModelError(_remedy(name, folder)) from exc
    except (ValueError, KeyError) as exc:
        raise ModelError(f'the pipeline "{model}" cannot be loaded ({exc}); repair it {_OR_OWN}.') from exc
    known = next(place.rglob("reader.onnx"), None) is not None
    return Described(f"{meta['lang']}_{meta['name']}", str(meta["version"]), place, known)


def load(model: str = "") -> Language:
    """Load a pipeline.

    Parameters
    ----------
    model : str
        Empty for the bundled contextual pipeline, ``fast`` for the smaller bundled one, two to three times as
        fast; else the name of an installed spaCy pipeline or a folder that holds one, with Universal
        Dependencies or ClearNLP labels.

    Returns
    -------
    spacy.language.Language

    Raises
    ------
    ModelError
        The pipeline is not installed, cannot be read, lacks a parser or named entities, or needs a library
        that cannot be loaded here.

    Examples
    --------
    >>> load("no_such_model")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    graphbuild.errors.ModelError: no pipeline "no_such_model" here; install it with: ...
    """
    name, folder = _found(model)
    _use_fast_products()
    try:
        nlp = spacy.load(folder or name)
    except OSError as exc:
        raise ModelError(_remedy(name, folder)) from exc
    except (ValueError, KeyError, ImportError) as exc:
        raise ModelError(f'the pipeline "{model}" cannot be loaded ({exc}); repair it {_OR_OWN}.') from exc
    assigned = {value for name in nlp.pipe_names for value in nlp.get_pipe_meta(name).assigns}
    missing = [part for value, part in _NEEDED.items() if value not in assigned]
    if missing:
        raise ModelError(
            f'the pipeline "{model}" has no {" and no ".join(missing)}; extraction needs a parser and named '
            f"entities. Name another one {_OR_OWN}."
        )
    for _, component in nlp.pipeline:
        if isinstance(component, Contextual):
            component.open()
    return nlp


def _found(model: str) -> tuple[str, Path | None]:
    name = _SHORT.get(model, model)
    return name, next((path for path in (_MODELS / name, Path(name)) if path.is_dir()), None)


def _use_fast_products() -> None:
    """Let NumPy multiply matrices: on most processors nearly twice as fast as spaCy's stock product."""
    ops = get_current_ops()
    if isinstance(ops, NumpyOps) and type(ops) is NumpyOps and ops.use_blis:
        set_current_ops(NumpyOps(use_blis=False))


def _remedy(name: str, folder: Path | None) -> str:
    if folder is not None:
        return f"{folder} is no folder of a spaCy pipeline; name one with a meta.json in it {_OR_OWN}."
    if name in (_DEFAULT, _FAST):
        return f"the bundled pipeline is missing from {_MODELS}; install graphbuild again."
    if Path(name).name != name:
        return f"no folder {name} here; correct the path {_OR_OWN}."
    return f'no pipeline "{name}" here; install it with: python -m spacy download {name}, {_OR_OWN}.'
