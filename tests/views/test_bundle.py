"""Modules into one script."""

import shutil
import subprocess
from pathlib import Path

import pytest

from graphbuild.views import bundle as module
from graphbuild.views.bundle import bundle

ASSETS = Path(module.__file__).parent / "assets"


def write(folder, **modules):
    for name, source in modules.items():
        path = folder / f"{name.replace('_', '/')}.js"
        path.parent.mkdir(exist_ok=True)
        path.write_text(source, encoding="utf-8")


def run(folder):
    """What the bundled script prints."""
    node = shutil.which("node")
    if not node:
        pytest.skip("node is not installed")
    ran = subprocess.run([node, "-e", bundle(folder, "main")], capture_output=True, text=True, check=True)
    return ran.stdout


def test_each_module_once_and_before_those_that_import_it(tmp_path):
    write(
        tmp_path,
        main='import { b } from "./b.js";\nimport { c } from "./c.js";\nb(c);\n',
        b='import { c } from "./c.js";\nexport function b(x) { return x + c; }\n',
        c="export const c = 1;\n",
    )
    made = bundle(tmp_path, "main")
    order = [made.index(f"const module_{name} ") for name in "cb"] + [made.index("const module_main ")]
    assert order == sorted(order)
    assert made.count("const module_c ") == 1
    assert "import " not in made
    assert "export " not in made


def test_names_of_one_module_do_not_reach_another(tmp_path):
    write(
        tmp_path,
        main='import { one } from "./one.js";\nimport { two } from "./two.js";\nconsole.log(one() * two())\n',
        one="const secret = 1;\nexport function one() { return secret; }\n",
        two="const secret = 2;\nexport function two() { return secret; }\n",
    )
    assert run(tmp_path) == "2\n"


def test_modules_of_one_name_in_two_folders_stay_apart(tmp_path):
    write(
        tmp_path,
        main='import { a } from "./one/same.js";\nimport { b } from "./two/same.js";\nconsole.log(a + b);\n',
        one_same='import { b } from "../two/same.js";\nexport const a = 10 * b;\n',
        two_same="export const b = 1;\n",
    )
    assert run(tmp_path) == "11\n"


def test_a_circle_is_named(tmp_path):
    write(tmp_path, a='import { b } from "./b.js";\n', b='import { a } from "./a.js";\n')
    with pytest.raises(ValueError, match="a -> b -> a"):
        bundle(tmp_path, "a")


def test_the_page_uses_only_the_module_syntax_that_is_bundled():
    made = bundle(ASSETS, "main")
    left = [line for line in made.splitlines() if line.startswith(("import ", "export "))]
    assert left == []
    assert "</script" not in made.lower()
    assert "<!--" not in made


def test_text_never_becomes_markup_or_code():
    """The habits that the policy relies on, in every module of the page."""
    for path in ASSETS.rglob("*.js"):
        source = path.read_text(encoding="utf-8")
        for word in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "fetch(",
        ):
            assert word not in source, f"{word} in {path.name}"
