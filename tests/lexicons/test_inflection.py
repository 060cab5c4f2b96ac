import pytest

from graphbuild.lexicons.inflection import verb_of
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon


@pytest.mark.parametrize(
    ("form", "lemma", "verb"),
    [
        ("fines", "fin", "fine"),
        ("hated", "hat", "hate"),
        ("raping", "rap", "rape"),
        ("re-arrested", "re-arreste", "re-arrest"),
        ("thanks", "thanks", "thank"),
        ("barred", "bar", "bar"),
        ("accuses", "accuse", "accuse"),
        ("bred", "breed", "breed"),  # no regular form: as the lemmatizer says
        ("succeed", "succeed", "succeed"),
        ("bring", "bring", "bring"),
    ],
)
def test_a_regular_form_is_of_a_verb_that_is_known(form: str, lemma: str, verb: str) -> None:
    assert verb_of(form, lemma, patterns(lexicon()).verbs) == verb
