"""What the extractions of a store were made with: a change of any of it makes them anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from graphbuild.records import Document

__all__ = ["Recipe", "code", "contents", "key"]

_PACKAGE = Path(__file__).parents[1]
_EXTRACTING = ("extract", "lexicons", "names", "records.py", "vocabulary.py")
_LIBRARIES = ("spacy", "thinc", "numpy", "onnxruntime", "tokenizers")


@dataclass(frozen=True, slots=True)
class Recipe:
    """What has a say in an extraction beside the document.

    Attributes
    ----------
    facts : mapping
        Of what JSON has; the same facts have the same name.
    lexicon : bytes or None
        The user's own lexicon.
    """

    facts: Mapping[str, object]
    lexicon: bytes | None = None

    @classmethod
    def of(
        cls, pipeline: Mapping[str, str], lexicon: bytes | None = None, min_confidence: float | None = None
    ) -> Recipe:
        """The recipe of the extractor that is installed here.

        Parameters
        ----------
        pipeline : mapping of str to str
            Its ``name``, ``version`` and the hash of its ``weights``.
        lexicon : bytes, optional
            Content of the user's own lexicon.
        min_confidence : float, optional
            As `graphbuild.extract.extract` takes it.
        """
        words = blake2b(lexicon, digest_size=16).hexdigest() if lexicon is not None else ""
        facts: dict[str, object] = {
            "pipeline": dict(pipeline),
            "extractor": code(_EXTRACTING),
            "libraries": {name: version(name) for name in _LIBRARIES},
            "lexicon": words,
            "min_confidence": min_confidence,
        }
        return cls(facts, lexicon)

    @property
    def pipeline(self) -> dict[str, str]:
        """Name, version and hash of the weights."""
        told = self.facts["pipeline"]
        return {name: str(value) for name, value in told.items()} if isinstance(told, Mapping) else {}

    @property
    def name(self) -> str:
        """Sixteen hexadecimal digits that depend on the facts alone."""
        return blake2b(json.dumps(self.facts, sort_keys=True).encode(), digest_size=8).hexdigest()


def key(document: Document) -> str:
    """What a document's extraction goes by: a hash of its text, id, metadata and what is no prose in it.

    Where it was read from plays no part: a file that was moved is not read anew.

    Parameters
    ----------
    document : Document

    Returns
    -------
    str
        Thirty-two hexadecimal digits.

    Examples
    --------
    >>> key(Document("a", "Rain.", path="x")) == key(Document("a", "Rain.", path="y"))
    True
    """
    d = document
    parts = (d.doc_id, d.text, d.title, d.date, d.source, d.url, repr(d.furniture))
    made = blake2b(digest_size=16)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        made.update(len(encoded).to_bytes(8, "big"))
        made.update(encoded)
    return made.hexdigest()


def code(names: Iterable[str] = ()) -> str:
    """A hash of the package's own files, but for the bundled pipelines.

    Parameters
    ----------
    names : iterable of str
        Of modules and folders in the package; all of it if none is given.

    Returns
    -------
    str

    Examples
    --------
    >>> code(["records.py"]) == code(["records.py"]), code(["records.py"]) == code(["errors.py"])
    (True, False)
    """
    wanted = [_PACKAGE / name for name in names] or sorted(_PACKAGE.iterdir())
    return contents(path for path in wanted if path.name != "models")


def contents(paths: Iterable[Path]) -> str:
    """A hash of files, and of all files in folders, with their names.

    Parameters
    ----------
    paths : iterable of Path

    Returns
    -------
    str
        Thirty-two hexadecimal digits.

    Examples
    --------
    >>> contents([Path(__file__)]) == contents([Path(__file__)])
    True
    """
    made = blake2b(digest_size=16)
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                name = file.relative_to(path.parent).as_posix()
                made.update(f"{len(name)}:{name}:{file.stat().st_size}:".encode())
                made.update(file.read_bytes())
    return made.hexdigest()
