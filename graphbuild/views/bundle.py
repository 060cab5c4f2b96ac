"""The page's own modules and styles, made one script and one style sheet without any Node tool.

The modules under ``assets/`` are plain ECMAScript modules, so that editors, type checker, linter and test
runner take them as they are. A page opened from ``file://`` cannot load modules, and a strict
Content-Security-Policy wants one hash a script, so `bundle` wraps each module in a function, in order of
import, and leaves everything else as written.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

__all__ = ["bundle", "csp_hash"]

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.\.?/[a-z/.]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|const|class) (\w+)", re.MULTILINE)


def bundle(folder: Path, entry: str, instead: Mapping[str, str] | None = None) -> str:
    """One script out of the modules that `entry` imports, itself last.

    Modules import by ``import { name } from "../folder/module.js";`` and export functions, constants and
    classes where they are declared; nothing else of the module syntax is used.

    Parameters
    ----------
    folder : pathlib.Path
        Where the modules are, in folders or not.
    entry : str
        Path of the first module within it, without ``.js``.
    instead : mapping of str to str, optional
        Modules, by path, and those that take their place: the texts of another language.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        Modules import each other in a circle.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> (folder / "lib").mkdir()
    >>> _ = (folder / "lib" / "a.js").write_text("export const one = 1;\\n", encoding="utf-8")
    >>> source = 'import { one } from "./lib/a.js";\\nalert(one);\\n'
    >>> _ = (folder / "b.js").write_text(source, encoding="utf-8")
    >>> print(bundle(folder, "b"))
    "use strict";
    const module_lib_a = (() => {
    const one = 1;
    return { one };
    })();
    const module_b = (() => {
    const { one } = module_lib_a;
    alert(one);
    return {  };
    })();
    <BLANKLINE>
    """
    done: dict[str, str] = {}
    _add(folder, entry, instead or {}, done, ())
    return '"use strict";\n' + "".join(done.values())


def csp_hash(text: str) -> str:
    """The source expression by which a Content-Security-Policy allows exactly this inline text.

    Examples
    --------
    >>> csp_hash("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _add(
    folder: Path, name: str, instead: Mapping[str, str], done: dict[str, str], above: tuple[str, ...]
) -> None:
    if name in done:
        return
    if name in above:
        raise ValueError(f"modules import each other in a circle: {' -> '.join((*above, name))}")
    source = (folder / f"{name}.js").read_text(encoding="utf-8")

    def path(found: re.Match[str]) -> str:
        meant = posixpath.normpath(posixpath.join(posixpath.dirname(name), found[2]))
        return instead.get(meant, meant)

    for match in _IMPORT.finditer(source):
        _add(folder, path(match), instead, done, (*above, name))
    exported = ", ".join(match[2] for match in _EXPORT.finditer(source))
    body = _IMPORT.sub(lambda match: f"const {{{match[1]}}} = {_variable(path(match))};\n", source)
    body = _EXPORT.sub(r"\1 \2", body)
    done[name] = f"const {_variable(name)} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


def _variable(name: str) -> str:
    return f"module_{name.replace('/', '_')}"
