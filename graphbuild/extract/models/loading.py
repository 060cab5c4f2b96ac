"""Load the language pipeline: the bundled one, or any spaCy English pipeline by name or folder."""

from __future__ import annotations

import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.pipeline import Lemmatizer
from thinc.api import NumpyOps, get_current_ops, set_current_ops

from graphbuild.disk.pipelines import OR_OWN, found, remedy
from graphbuild.errors import ModelError
from graphbuild.extract.models.contextual import Contextual
from graphbuild.lexicons.roles import hyphened

__all__ = ["load"]

_NEEDED = {"token.dep": "parser", "doc.ents": "named entities"}


def load(model: str = "") -> Language:
    """Load a pipeline.

    Parameters
    ----------
    model : str
        Empty for the bundled one; else the name of an installed spaCy pipeline or a folder that holds one,
        with Universal Dependencies or ClearNLP labels.

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
    name, folder = found(model)
    _use_fast_products()
    try:
        nlp = spacy.load(folder or name)
    except OSError as exc:
        raise ModelError(remedy(name, folder)) from exc
    except (ValueError, KeyError, ImportError) as exc:
        raise ModelError(f'the pipeline "{model}" cannot be loaded ({exc}); repair it {OR_OWN}.') from exc
    for word in hyphened():
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])  # type: ignore[union-attr]
    assigned = {value for name in nlp.pipe_names for value in nlp.get_pipe_meta(name).assigns}
    missing = [part for value, part in _NEEDED.items() if value not in assigned]
    if missing:
        raise ModelError(
            f'the pipeline "{model}" has no {" and no ".join(missing)}; extraction needs a parser and named '
            f"entities. Name another one {OR_OWN}."
        )
    for _, component in nlp.pipeline:
        if isinstance(component, Contextual):
            component.open()
        elif isinstance(component, Lemmatizer):
            _index(component.lookups)
    return nlp


def _index(lookups: Lookups) -> None:
    """Let a lemmatizer look words up instead of going through lists of tens of thousands of them."""
    if lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for kind, words in list(table.items()):
            table[kind] = dict.fromkeys(words, 1)


def _use_fast_products() -> None:
    """Let NumPy multiply matrices: on most processors nearly twice as fast as spaCy's stock product."""
    ops = get_current_ops()
    if isinstance(ops, NumpyOps) and type(ops) is NumpyOps and ops.use_blis:
        set_current_ops(NumpyOps(use_blis=False))
