"""Where language pipelines are, and what their files tell of them; loading one takes spaCy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from graphbuild.errors import ModelError

__all__ = ["OR_OWN", "Described", "described", "found", "remedy"]

OR_OWN = "or leave --model out to use the bundled pipeline"

_MODELS = Path(__file__).parents[1] / "models"
_BUNDLED = "en_graphbuild_md"


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
    >>> described().name, described().reader
    ('en_graphbuild_md', True)
    """
    name, folder = found(model)
    try:
        place = folder or _package(name)
        meta = json.loads((place / "meta.json").read_text(encoding="utf-8"))
        told = f"{meta['lang']}_{meta['name']}", str(meta["version"])
    except (OSError, ImportError) as exc:
        raise ModelError(remedy(name, folder)) from exc
    except (ValueError, KeyError, TypeError) as exc:
        raise ModelError(f'the pipeline "{model}" cannot be loaded ({exc}); repair it {OR_OWN}.') from exc
    return Described(*told, place, next(place.rglob("reader.onnx"), None) is not None)


def found(model: str) -> tuple[str, Path | None]:
    """The name of a pipeline and the folder that holds it, if it is bundled or a folder.

    Parameters
    ----------
    model : str

    Returns
    -------
    (str, Path or None)

    Examples
    --------
    >>> found("")[0], found("en_core_web_sm")
    ('en_graphbuild_md', ('en_core_web_sm', None))
    """
    name = model or _BUNDLED
    return name, next((path for path in (_MODELS / name, Path(name)) if path.is_dir()), None)


def remedy(name: str, folder: Path | None) -> str:
    """What to do where there is no pipeline; ``name`` and ``folder`` as `found` gives them."""
    if folder is not None:
        return f"{folder} is no folder of a spaCy pipeline; name one with a meta.json in it {OR_OWN}."
    if name == _BUNDLED:
        return f"the bundled pipeline is missing from {_MODELS}; install graphbuild again."
    if Path(name).name != name:
        return f"no folder {name} here; correct the path {OR_OWN}."
    return f'no pipeline "{name}" here; install it with: python -m spacy download {name}, {OR_OWN}.'


def _package(name: str) -> Path:
    """The folder of an installed package."""
    spec = find_spec(name)
    if spec is None or not spec.origin:
        raise ModuleNotFoundError(name)
    return Path(spec.origin).parent
