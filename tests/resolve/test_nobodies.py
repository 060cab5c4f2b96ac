import pytest

from graphbuild.resolve import resolve
from resolve.articles import article, nominal, pronoun, said


def _beside_chad(text, *mentions):
    doc = article("a", f"{text} of Chad", *mentions, said("Chad", "country", country="TCD"))
    return {a.name for a in resolve([doc]).actors} - {"Chad"}


@pytest.mark.parametrize("text", ["people", "a man", "Heads", "some members", "countries"])
def test_who_could_be_anybody_is_no_actor(text):
    assert _beside_chad(text, nominal(text, "group", name=text.split()[-1])) == set()


@pytest.mark.parametrize("text", ["two men", "the man", "young people", "farmers"])
def test_who_is_told_from_others_is_one(text):
    assert len(_beside_chad(text, nominal(text, "group", name=text))) == 1


def test_a_text_that_names_nobody_keeps_whom_it_describes():
    assert len(resolve([article("a", "people left", nominal("people"))]).actors) == 1


@pytest.mark.parametrize(
    ("text", "label", "after"),
    [
        ("Arabic", "NORP", " nickname"),
        ("French", "NORP", " version"),
        ("North", "LOC", ""),
        ("Group B", "ORG", ""),
    ],
)
def test_a_name_that_stands_for_nobody_is_no_actor(text, label, after):
    kind = {"NORP": "group", "LOC": "place", "ORG": "organization"}[label]
    assert _beside_chad(text + after, said(text, kind, label=label)) == set()


def test_a_people_is_an_actor():
    assert _beside_chad("Africans left", said("Africans", "group", label="NORP")) == {"Africans"}


def test_the_adjective_of_a_part_of_the_world_is_that_part():
    assert _beside_chad("African states", said("African", "group", label="NORP")) == {"Africa"}


@pytest.mark.parametrize(("text", "name"), [("North", set()), ("African", {"Africa"})])
def test_what_refers_back_goes_where_the_name_went(text, name):
    label = "LOC" if text == "North" else "NORP"
    kind = "place" if text == "North" else "group"
    words = f"{text} farms, the area and its rain"
    found = [said(text, kind, label=label), nominal("the area", kind, back=0), pronoun("its", back=0)]
    doc = article("a", f"{words} of Chad", *found, said("Chad", "country", country="TCD"))
    resolution = resolve([doc])
    assert {a.name for a in resolution.actors} - {"Chad"} == name
    assert len({resolution.links[m.mention_id] for m in doc.mentions[:3]}) == 1
