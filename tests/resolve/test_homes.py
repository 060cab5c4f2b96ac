import pytest

from graphbuild.resolve import resolve
from graphbuild.resolve.homes import home
from resolve.articles import article, nominal, said, together


def _chile(doc_id, text, *mentions):
    return article(doc_id, f"Chile. {text}", said("Chile", "country", country="CHL"), *mentions)


def _body(text, name="", role="COP", kind="organization", **fields):
    return nominal(text, kind, name=name or text, role=role, **fields)


@pytest.mark.parametrize(
    ("countries", "about"),
    [
        (["CHL"], "CHL"),
        (["CHL", "CHL", "PER"], "CHL"),
        (["CHL", "PER"], ""),
        (["CHL", "CHL", "CHL", "PER", "PER"], ""),
        ([], ""),
    ],
)
def test_an_article_is_about_the_country_that_it_names_twice_as_often(countries, about):
    names = {"CHL": "Chile", "PER": "Peru"}
    text = ", ".join(names[iso3] for iso3 in countries) or "Nothing"
    doc = article("a", text, *(said(names[iso3], "country", country=iso3) for iso3 in countries))
    assert home(doc).iso3 == about


def test_the_country_of_a_company_does_not_say_where_things_happen():
    doc = article("a", "Acme met", said("Acme", "organization", role="BUS", country="JPN"))
    assert home(doc).iso3 == ""


def test_police_of_one_country_are_one_actor_in_all_articles():
    one = _chile("a", "Police left.", _body("Police"))
    two = _chile("b", "They say the police met.", _body("the police", "police"))
    other = article("c", "Peru. Police left.", said("Peru", "country", country="PER"), _body("Police"))
    found = {a.actor_id: a for a in resolve([one, two, other]).actors}
    assert found["police-chile"].name == "police (Chile)"
    assert (found["police-chile"].country, found["police-peru"].country) == ("CHL", "PER")
    assert together(resolve([one, two]), one, two)["police-chile"] == ["Police", "the police"]


def test_a_body_in_an_article_about_no_country_says_so():
    text = "Chile and Peru met. Police left."
    doc = article(
        "a",
        text,
        said("Chile", "country", country="CHL"),
        said("Peru", "country", country="PER"),
        _body("Police"),
    )
    (police,) = (a for a in resolve([doc]).actors if a.role == "COP")
    assert (police.name, police.country) == ("police (country unclear)", "")


@pytest.mark.parametrize("rest", [" of Acme left.", " at the plant left.", " that Peru trained left."])
def test_a_body_that_is_said_to_be_anothers_is_not_its_countrys(rest):
    doc = _chile("a", f"Tomorrow the police{rest}", _body("the police", "police"))
    assert "police-chile" not in {a.actor_id for a in resolve([doc]).actors}


def test_a_body_is_accused_of_a_deed_and_still_its_countrys():
    doc = _chile("a", "They accused the police of brutality.", _body("the police", "police"))
    assert "police-chile" in {a.actor_id for a in resolve([doc]).actors}


def test_the_government_of_the_article_is_its_country():
    doc = _chile("a", "The government met.", _body("The government", "government", role="GOV"))
    assert together(resolve([doc]), doc) == {"chile": ["Chile", "The government"]}


@pytest.mark.parametrize(
    ("text", "name"),
    [("Ministry of Religious Affairs", "Chilean Ministry of Religious Affairs"),
     ("Meteorological Department", "Chilean Meteorological Department"),
     ("High Court", "Chilean High Court")],
)  # fmt: skip
def test_a_named_body_that_every_country_has_is_its_countrys(text, name):
    doc = _chile("a", f"The {text} met.", said(text, "organization"))
    body = next(a for a in resolve([doc]).actors if a.type == "organization")
    assert (body.name, body.country) == (name, "CHL")
    lone = article("b", f"The {text} met.", said(text, "organization"))
    assert resolve([lone]).actors[0].name == f"{text} (country unclear)"


def test_an_office_of_which_a_country_has_one_is_its_countrys():
    doc = _chile("a", "Now the attorney general left.", nominal("the attorney general", "official",
                 name="attorney general", role="GOV"))  # fmt: skip
    assert "attorney-general-chile" in {a.actor_id for a in resolve([doc]).actors}


def test_a_ministry_alone_is_one_of_many_but_of_the_country():
    doc = _chile("a", "Then the ministry met.", _body("the ministry", "ministry", role="GOV"))
    body = next(a for a in resolve([doc]).actors if a.type == "organization")
    assert (body.name, body.country) == ("ministry (Chile)", "CHL")
    assert body.actor_id.startswith("ministry-chile-")


def test_a_ministry_means_the_one_that_the_article_names():
    text = "The Ministry of Health met. The ministry left."
    named, described = said("Ministry of Health", "organization"), _body("The ministry", "ministry", "GOV")
    doc = _chile("a", text, named, described)
    assert len([a for a in resolve([doc]).actors if a.type == "organization"]) == 1


def test_the_country_of_the_article_is_meant_by_the_country():
    doc = _chile("a", "He left the country.", nominal("the country", "country", name="country"))
    assert together(resolve([doc]), doc) == {"chile": ["Chile", "the country"]}


def test_a_minister_is_of_the_articles_country():
    doc = _chile("a", "Trade Minister Ann Roe met.", said("Ann Roe", "official", title="Trade Minister"))
    assert next(a for a in resolve([doc]).actors if a.type == "official").country == "CHL"


def test_bodies_tell_the_country_where_nothing_else_does():
    doc = article(
        "a",
        "Chile Motors met Chile Foods.",
        said("Chile Motors", "organization", role="BUS"),
        said("Chile Foods", "organization", role="BUS"),
    )
    assert home(doc).iso3 == "CHL"
