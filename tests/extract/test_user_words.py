"""A user's own words count in every rule as the project's do; no rule asks for the word lists by itself."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

import graphbuild.extract
from graphbuild.extract import testing
from graphbuild.extract.relations.nominalisations import nominalisations
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import acted, described, example, heard, told
from graphbuild.lexicons.patterns import Patterns, patterns
from graphbuild.lexicons.verbs import lexicon

PACKAGE = Path(graphbuild.extract.__file__).parent
ALLOWED = {Path("__init__.py"), Path("trace.py"), Path("testing.py")}
HEADER = "verb,object,preposition,relation,polarity,effect,noun,role"

Shown = Callable[..., list[str]]


def lemmas(tokens: str, *, known: Patterns | None = None) -> list[str]:
    return example(tokens, known=known).parse.lemmas


def events(tokens: str, *, known: Patterns | None = None) -> list[str]:
    return told(tokens, nominalisations, known=known)


def states(tokens: str, *, known: Patterns | None = None) -> list[str]:
    return told(tokens, verbs, nominalisations, known=known)


HELD_TO = (
    "Kenya/NNP/nsubj/2/GPE {}ed={}/VBD/root/0 Chad/NNP/obj/2/GPE for/IN/case/6 the/DT/det/6 raid/NN/obl/2 "
    "on/IN/case/8 Togo/NNP/nmod/6/GPE"
)
CASES: dict[str, tuple[Shown, str, str, str, list[str]]] = {
    "whom a judge holds to a deed": (
        events, HELD_TO, "fault", "zing,,,accuse,,,,", ["Chad -attack-> Togo"],
    ),
    "what one is charged with": (
        heard, HELD_TO, "fault", "zing,,,accuse,,,,", ["{}: asserted", "raid: possible, says Kenya"],
    ),
    "what one is said to do": (
        heard,
        "Togo/NNP/nsubj/2/GPE {}ed={}/VBD/root/0 Kenya/NNP/obj/2/GPE of/IN/mark/5 "
        "shelling=shell/VBG/advcl/2 Chad/NNP/obj/5/GPE",
        "fault", "zing,,,accuse,,,,", ["{}: asserted", "shell: asserted, says Togo"],
    ),
    "an attack in a town that harms": (
        acted,
        "Raids=raid/NNS/nsubj/7 in/IN/case/3 Lagos/NNP/nmod/1/GPE that/WDT/nsubj/5 {}ed={}/VBD/acl:relcl/3 "
        "rebels=rebel/NNS/obj/5/group failed=fail/VBD/root/0",
        "murder", "zing,,,kill,,,,", ["Raids {} rebels", "Raids fail -"],
    ),
    "an attack by the user's word in a town": (
        acted,
        "{}s={}/NNS/nsubj/7 in/IN/case/3 Lagos/NNP/nmod/1/GPE that/WDT/nsubj/5 killed=kill/VBD/acl:relcl/3 "
        "rebels=rebel/NNS/obj/5/group failed=fail/VBD/root/0",
        "raid", ",,on,attack,,,zing,target", ["{}s kill rebels", "{}s fail -"],
    ),
    "whom one planned to arrest": (
        acted,
        "Guards=guard/NNS/nsubj/6/group rebels=rebel/NNS/nsubj/3/group planned=plan/VBD/acl:relcl/1 "
        "to/TO/mark/5 {}={}/VB/xcomp/3 fled=flee/VBD/root/0",
        "arrest", "zing,,,detain,,,,", ["rebels plan -", "rebels {} Guards", "Guards flee -"],
    ),
    "fire that hits": (
        described, "Airstrikes=airstrike/NNS/nsubj/2 {}ed={}/VBD/root/0 Roe/NNP/obj/2/PERSON",
        "murder", "zing,,,kill,,,,", ["Airstrikes: group MIL"],
    ),
    "who acts in an event": (
        described, "The=the/DT/det/3 rebel/NN/compound/3 {}={}/NN/nsubj/4 failed=fail/VBD/root/0",
        "attack", ",,on,attack,,,zing,target", ["rebel: group REB"],
    ),
    "what is not said in one's name": (
        states,
        "Kenya/NNP/nsubj/2/GPE {}ed={}/VBD/root/0 a/DT/det/4 resolution/NN/obj/2 "
        "condemning=condemn/VBG/acl/4 Chad/NNP/obj/5/GPE",
        "reject", "zing,,,reject,,,,", [],
    ),
    "a noun parted at its hyphen": (
        lemmas, "A=a/DT/det/4 {}/NN/compound/4 -/HYPH/punct/4 off/NN+NOUN/root/0", "stand",
        ",,with,attack,,,zing-off,target", ["a", "{}", "-", "{}-off"],
    ),
    "a verb parted at its hyphen": (
        lemmas, "They/PRP/nsubj/4 {}/JJ/amod/4 -/HYPH/punct/4 elected=elect/VBD/root/0", "re",
        "zing-elect,,,support,,,,", ["they", "{}", "-", "{}-elect"],
    ),
    "what a verb does": (
        states, "Kenya/NNP/nsubj/2/GPE {}ed={}/VBD/root/0 Chad/NNP/obj/2/GPE",
        "attack", "zing,,,attack,,,,", ["Kenya -attack-> Chad"],
    ),
}  # fmt: skip


def own(folder: Path, row: str) -> Patterns:
    path = folder / "own.csv"
    path.write_text(f"{HEADER}\n{row}\n", "utf-8")
    return patterns(lexicon(path))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_users_word_counts_as_the_projects_own(
    case: tuple[Shown, str, str, str, list[str]], tmp_path: Path
) -> None:
    show, tokens, word, row, expected = case

    def filled(lines: list[str], word: str) -> list[str]:
        return [line.replace("{}", word) for line in lines]

    assert show(tokens.replace("{}", word)) == filled(expected, word)
    assert show(tokens.replace("{}", "zing"), known=own(tmp_path, row)) == filled(expected, "zing")
    assert show(tokens.replace("{}", "zing")) != filled(expected, "zing")


def test_only_the_entrances_ask_for_the_word_lists() -> None:
    asking = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name | ast.Attribute):
                name = called.id if isinstance(called, ast.Name) else called.attr
                if name == "lexicon":
                    asking.add(path.relative_to(PACKAGE))
    assert asking <= ALLOWED
    assert Path(testing.__file__).relative_to(PACKAGE) in asking
