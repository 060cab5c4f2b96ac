"""Whom a relative clause or a participle is about."""

from __future__ import annotations

import pytest

from graphbuild.extract.testing import acted


@pytest.mark.parametrize(
    ("tokens", "done"),
    [
        (
            "Raids=raid/NNS/nsubj/9 in/IN/case/3 towns=town/NNS/nmod/1 of/IN/case/5 Togo/NNP/nmod/3/GPE "
            "that/WDT/nsubj/7 killed=kill/VBD/acl:relcl/3 Roe/NNP/obj/7/PERSON failed=fail/VBD/root/0",
            "Raids kill Roe",
        ),
        (
            "Raids=raid/NNS/nsubj/7 in/IN/case/3 towns=town/NNS/nmod/1 that/WDT/nsubj/5 "
            "welcomed=welcome/VBD/acl:relcl/3 Roe/NNP/obj/5/PERSON failed=fail/VBD/root/0",
            "towns welcome Roe",
        ),
        (
            "Attacks=attack/NNS/nsubj/7 of/IN/case/3 rebels=rebel/NNS/nmod/1/group who/WP/nsubj/5 "
            "killed=kill/VBD/acl:relcl/3 Roe/NNP/obj/5/PERSON failed=fail/VBD/root/0",
            "rebels kill Roe",
        ),
    ],
    ids=["towns-kill-nobody", "towns-welcome", "rebels-kill"],
)
def test_what_follows_an_attack(tokens: str, done: str) -> None:
    assert done in acted(tokens)


def test_what_is_seen_stays_what_it_is() -> None:
    tokens = (
        "Kenya/NNP/nsubj/2/GPE saw=see/VBD/root/0 what/WP/obj/2 Togo/NNP/nsubj/5/GPE "
        "built=build/VBD/acl:relcl/3"
    )
    assert "Kenya see what" in acted(tokens)
