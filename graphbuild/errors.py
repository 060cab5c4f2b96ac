"""What can go wrong, as one shallow tree.

GraphbuildError
├── InputError        a file, folder or column cannot be used; names it and says what to do
│   └── NothingToRead   no document at all came out of the given paths
├── ModelError        a language pipeline is missing or does not fit
├── TableError        a table lacks a column or breaks its schema
├── LexiconError      a word list or corrections file has a bad row
└── MissingExtra      an optional dependency is not installed
"""

from __future__ import annotations

__all__ = [
    "GraphbuildError",
    "InputError",
    "LexiconError",
    "MissingExtra",
    "ModelError",
    "NothingToRead",
    "TableError",
]


class GraphbuildError(Exception):
    """Base of every error that graphbuild raises on purpose."""


class InputError(GraphbuildError):
    """A path, file or column that the user gave cannot be used."""


class NothingToRead(InputError):
    """No document at all came out of the given paths."""


class ModelError(GraphbuildError):
    """A language pipeline is missing or does not offer what extraction needs."""


class TableError(GraphbuildError):
    """A table lacks a column or breaks its schema."""


class LexiconError(GraphbuildError):
    """A word list or a corrections file has a row that cannot be used."""


class MissingExtra(GraphbuildError):
    """An optional dependency is needed and not installed.

    Parameters
    ----------
    package : str
        The package that could not be imported.
    extra : str
        The extra of graphbuild that brings it.

    Examples
    --------
    >>> print(MissingExtra("matplotlib", "plots"))
    matplotlib is not installed. Install it with: pip install "graphbuild[plots]"
    """

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f'{package} is not installed. Install it with: pip install "graphbuild[{extra}]"')
        self.package = package
        self.extra = extra
