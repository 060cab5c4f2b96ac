"""The languages that the page speaks: a module of texts each, beside the English one."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

from graphbuild.errors import InputError

__all__ = ["LANGUAGES", "language", "without_script"]

_TEXTS = Path(str(files("graphbuild.views") / "assets" / "texts"))
_NO_SCRIPT = re.compile(r'^  noScript: (".+"),$', re.MULTILINE)

LANGUAGES = tuple(sorted(path.stem for path in _TEXTS.glob("*.js")))
"""Their codes, as in the HTML attribute ``lang``."""


def language(code: str) -> str:
    """The code of a language that the page speaks.

    Parameters
    ----------
    code : str

    Returns
    -------
    str

    Raises
    ------
    InputError
        There are no texts in this language.

    Examples
    --------
    >>> language("fr")
    'fr'
    >>> language("fro")
    Traceback (most recent call last):
    graphbuild.errors.InputError: the page has no texts in 'fro'; choose from en, fr
    """
    if code not in LANGUAGES:
        raise InputError(f"the page has no texts in {code!r}; choose from {', '.join(LANGUAGES)}")
    return code


def without_script(code: str) -> str:
    """What the page says where scripts are switched off, and none can put it into words.

    Examples
    --------
    >>> without_script("en")[:9]
    'This page'
    """
    found = _NO_SCRIPT.search((_TEXTS / f"{code}.js").read_text(encoding="utf-8"))
    return str(json.loads(found[1])) if found else ""
