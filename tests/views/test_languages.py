"""What the page needs to know of its languages before a script runs."""

import news
import pytest
from page_scripts import answers

from graphbuild.errors import InputError
from graphbuild.lexicons.verbs import lexicon
from graphbuild.views.explorer import explorer
from graphbuild.views.languages import LANGUAGES, language, without_script


def test_english_and_french_are_there():
    assert {"en", "fr"} <= {*LANGUAGES}
    for code in LANGUAGES:
        assert language(code) == code
        assert without_script(code).endswith(".")
    assert len({without_script(code) for code in LANGUAGES}) == len(LANGUAGES)
    with pytest.raises(InputError, match="no texts in 'xx'; choose from en, fr"):
        language("xx")


def test_a_page_carries_the_texts_of_its_language_alone():
    pages = {code: explorer(*news.news(), language=code) for code in LANGUAGES}
    for code, page in pages.items():
        assert f'<html lang="{code}">' in page
        assert [other for other in LANGUAGES if without_script(other) in page] == [code]
        assert [other for other in LANGUAGES if f"module_texts_{other} " in page] == [code]


def test_another_language_has_every_class_of_relation():
    (known,) = answers([{"ask": "classes"}])
    for code in {*LANGUAGES} - {"en"}:
        assert {*known[code]} == {*lexicon().classes}
        assert all(known[code].values())
