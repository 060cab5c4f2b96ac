import pytest

from graphbuild.resolve import resolve
from resolve.articles import article, nominal, said, together


def _body(doc_id, text, *names, type="organization", **fields):
    return article(doc_id, text, *(said(name, type, **fields) for name in names))


def test_a_known_group_is_one_under_all_its_names():
    doc = _body(
        "a", "ISIS, also Daesh, IS or the Islamic State", "ISIS", "Daesh", "IS", "Islamic State", type="group"
    )
    (actor,) = resolve([doc]).actors
    assert (actor.name, actor.type, actor.role) == ("Islamic State", "group", "REB")
    assert set(actor.aliases) == {"ISIS", "Daesh", "IS"}


def test_an_acronym_means_what_its_document_says():
    one = _body(
        "a", "the Lunar Rescue Committee (LRC) met. LRC left.", "Lunar Rescue Committee", "LRC", "LRC"
    )
    two = _body("b", "LRC met.", "LRC")
    three = _body("c", "the Lake Road Club (LRC) met. LRC left.", "Lake Road Club", "LRC", "LRC")
    assert together(resolve([one, two]), one, two) == {
        "lunar-rescue-committee": ["LRC", "LRC", "LRC", "Lunar Rescue Committee"]
    }
    found = together(resolve([one, two, three]), one, two, three)
    assert found["lrc"] == ["LRC"]
    assert found["lake-road-club"] == ["LRC", "LRC", "Lake Road Club"]


def test_a_definition_in_the_text_overrules_the_word_list():
    doc = _body(
        "a", "the Ice Sculptors Federation (ISF) met. ISF left.", "Ice Sculptors Federation", "ISF", "ISF"
    )
    (actor,) = resolve([doc]).actors
    assert actor.name == "Ice Sculptors Federation"


def test_a_foreign_acronym_right_after_its_name():
    doc = _body(
        "a",
        "the Farmers and Herders Front (FAGR) met. FAGR left.",
        "Farmers and Herders Front",
        "FAGR",
        "FAGR",
    )
    assert len(resolve([doc]).actors) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Rockets, Inc.", "Acme Rockets"),
        ("the Tidal Institute", "Tidal Institute"),
        ("Kenyan Interior Ministry", "Ministry of Interior of Kenya"),
        ("Peruvian Defence Ministry", "Ministry of Defense of Peru"),
    ],
)
def test_wordings_of_one_body(one, other):
    corpus = [_body("a", f"{one} spoke", one), _body("b", f"{other} spoke", other)]
    assert len(resolve(corpus).actors) == 1


def test_ministries_of_two_countries_are_two():
    corpus = [
        _body("a", "Kenyan Interior Ministry", "Kenyan Interior Ministry"),
        _body("b", "Peruvian Interior Ministry", "Peruvian Interior Ministry"),
    ]
    assert {a.country for a in resolve(corpus).actors} == {"KEN", "PER"}


def test_a_possessive_before_a_ministry_is_its_country():
    doc = _body("a", "Peru's Interior Ministry spoke", "Interior Ministry")
    (actor,) = resolve([doc]).actors
    assert (actor.name, actor.country, actor.role) == ("Peruvian Interior Ministry", "PER", "GOV")


def test_a_ministry_without_country_is_the_one_that_its_document_names_in_full():
    one = _body(
        "a",
        "Kenyan Interior Ministry spoke. Interior Ministry left.",
        "Kenyan Interior Ministry",
        "Interior Ministry",
    )
    two = _body("b", "Interior Ministry spoke.", "Interior Ministry")
    found = together(resolve([one, two]), one, two)
    assert found["kenyan-interior-ministry"] == ["Interior Ministry", "Kenyan Interior Ministry"]
    assert len(found) == 2


def test_the_government_of_a_country_is_the_country():
    doc = _body(
        "a", "Kenyan Government and the Government of Kenya", "Kenyan Government", "Government of Kenya"
    )
    assert [a.actor_id for a in resolve([doc]).actors] == ["kenya"]


@pytest.mark.parametrize(("country", "name"), [("India", "Indian National Congress"), ("US", "US Congress")])
def test_a_shared_name_means_the_body_of_the_country_that_the_text_is_about(country, name):
    doc = article(
        "a",
        f"{country} voted. Congress won.",
        said(country, "country", country={"India": "IND", "US": "USA"}[country]),
        said("Congress", "organization"),
    )
    assert name in {a.name for a in resolve([doc]).actors}


def test_a_shared_name_in_a_text_about_another_country_is_nobodys_known():
    doc = article(
        "a",
        "Kenya voted. Congress won.",
        said("Kenya", "country", country="KEN"),
        said("Congress", "organization"),
    )
    assert {a.name for a in resolve([doc]).actors} == {"Kenya", "Congress"}


def test_a_word_for_fighters_after_a_known_group_adds_nothing():
    doc = _body("a", "Hezbollah fighters and Hezbollah", "Hezbollah fighters", "Hezbollah", type="group")
    assert len(resolve([doc]).actors) == 1


def test_a_seat_of_government_is_an_actor_of_its_country():
    doc = _body("a", "Downing Street refused.", "Downing Street")
    (actor,) = resolve([doc]).actors
    assert (actor.name, actor.type, actor.country) == ("Downing Street", "organization", "GBR")


def test_a_body_and_a_nominal_of_one_institution_are_one_actor():
    doc = article(
        "a",
        "Kenyan Army fired. The Kenyan army denied it.",
        said("Kenyan Army", "organization", country="KEN"),
        nominal("The Kenyan army", name="army", country="KEN"),
    )
    assert len(resolve([doc]).actors) == 1


def test_self_defense_forces_are_japans_only_in_a_text_about_japan():
    force = said("Self-Defense Forces", "organization")
    japan = article(
        "a", "Japan sent its Self-Defense Forces.", said("Japan", "country", country="JPN"), force
    )
    assert "Japan Self-Defense Forces" in {actor.name for actor in resolve([japan]).actors}
    peru = article("b", "Peru feared the Self-Defense Forces.", said("Peru", "country", country="PER"), force)
    assert "Japan Self-Defense Forces" not in {actor.name for actor in resolve([peru]).actors}


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ('Tarn Pumps AG ("Tarn") met. Tarn left.', "Tarn Pumps AG", "Tarn"),
        ("Odd Motors Ltd (LSE: ODM) (hereinafter “Oddly”) met. Oddly left.", "Odd Motors Ltd", "Oddly"),
        ("The Rhine Fund (the “Trust” or “Rhiny”) met. Trust left.", "Rhine Fund", "Trust"),
    ],
)
def test_a_name_in_brackets_and_quotation_marks_is_the_one_before(text, full, short):
    doc = _body("a", text, full, short)
    (actor,) = resolve([doc]).actors
    assert {actor.name, *actor.aliases} == {full, short}


@pytest.mark.parametrize(
    ("full", "short"),
    [("Tarn Pumps", "Tarn"), ("Orlova Textile Group", "Orlova"), ("Lunar Rescue Committee", "LRC")],
)
def test_the_first_word_or_the_initials_of_a_body_of_the_document(full, short):
    doc = _body("a", f"{full} met. {short} left.", full, short)
    (actor,) = resolve([doc]).actors
    assert actor.name == full
    assert actor.aliases == (short,)


def test_a_word_taken_for_a_person_is_the_body_that_it_begins():
    doc = article(
        "a", "Tarn Pumps met. Tarn left.", said("Tarn Pumps", "organization"), said("Tarn", "person")
    )
    (actor,) = resolve([doc]).actors
    assert (actor.name, actor.type) == ("Tarn Pumps", "organization")


@pytest.mark.parametrize(
    ("text", "full", "other"),
    [
        ("Tarn Pumps met Ada Tarn. Tarn left.", "Tarn Pumps", "Ada Tarn"),
        ("Ada Tarn founded Tarn Pumps. Tarn left.", "Ada Tarn", "Tarn Pumps"),
    ],
)
def test_a_persons_surname_is_the_person_beside_a_body_of_that_name(text, full, other):
    kinds = {"Tarn Pumps": "organization", "Ada Tarn": "person"}
    doc = article("a", text, said(full, kinds[full]), said(other, kinds[other]), said("Tarn", "person"))
    assert together(resolve([doc]), doc)["ada-tarn"] == ["Ada Tarn", "Tarn"]


def test_the_first_word_of_two_bodies_is_neither():
    doc = _body("a", "Tarn Pumps met Tarn Mills. Tarn left.", "Tarn Pumps", "Tarn Mills", "Tarn")
    assert len(resolve([doc]).actors) == 3


@pytest.mark.parametrize("name", ["Tidal Pumps Plc", "Tidal Pumps PLC", "Tidal Pumps Inc", "Tidal Pumps AG"])
def test_a_legal_form_is_of_no_country(name):
    (actor,) = resolve([_body("a", f"{name} met.", name)]).actors
    assert actor.country == ""


@pytest.mark.parametrize(
    ("text", "date", "known"),
    [
        ("The US-led coalition fought.", "2016-01-01", True),
        ("The US-led coalition fought.", "", True),
        ("The US-led coalition fought.", "1991-01-01", False),
        ("In 2003 the US-led coalition fought.", "2019-01-01", False),
        ("The US-led coalition fought in 2001.", "", False),
    ],
)
def test_a_coalition_of_another_year_is_another(text, date, known):
    doc = article(
        "a",
        text,
        said("US-led coalition", "group", name="Global Coalition to Defeat ISIS"),
        date=date,
    )
    (actor,) = resolve([doc]).actors
    assert (actor.name == "Global Coalition to Defeat ISIS") is known


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("UJX (Union of Young Joiners) met.", "UJX", "Union of Young Joiners"),
        ("Nova Reforma (New Reform Party) met.", "Nova Reforma", "New Reform Party"),
        ("the Tarn Fund (“TF” or the “Purse”) met. Purse left.", "Tarn Fund", "Purse"),
        ("the Ice Chess Institute of Oslo (icio) met. icio left.", "Ice Chess Institute of Oslo", "icio"),
        ("the Transit Directorate met. TD left.", "Transit Directorate", "TD"),
    ],
)
def test_two_names_that_the_text_sets_side_by_side_are_one_bodys(text, one, other):
    names = [one, other] if text.count(other) == 1 else [one, other, other]
    assert len(resolve([_body("a", text, *names)]).actors) == 1


def test_a_parent_in_brackets_is_another_body():
    doc = _body("a", "Instagram (Facebook) met.", "Instagram", "Facebook")
    assert len(resolve([doc]).actors) == 2


def test_a_company_is_one_whatever_its_legal_form():
    doc = _body("a", "Tarn Pumps Sdn Bhd and Tarn Pumps GmbH & Co. KG", "Tarn Pumps Sdn Bhd",
                "Tarn Pumps GmbH & Co. KG")  # fmt: skip
    assert len(resolve([doc]).actors) == 1


def test_the_country_of_an_acronym_of_the_list_is_not_that_of_a_body_of_the_text():
    doc = _body("a", "the Ghana News Agency (GNA) met. GNA left.", "Ghana News Agency", "GNA", "GNA")
    (actor,) = resolve([doc]).actors
    assert (actor.name, actor.country) == ("Ghana News Agency", "GHA")


def test_a_surname_that_comes_first_is_no_place():
    doc = article("a", "Gao Tianyu met. Gao left.", said("Gao Tianyu", "person"), said("Gao", "place"))
    assert len(resolve([doc]).actors) == 1


def test_the_short_form_of_an_office_of_no_country_is_the_office():
    text = "the Ministry of Ports and Lakes (MPL) met Acme. MPL left. The ministry sued."
    doc = _body("a", text, "Ministry of Ports and Lakes", "MPL", "MPL")
    assert len(resolve([doc]).actors) == 1
    alone = _body("b", "the Bureau of Lakes (BL) met. BOL left.", "Bureau of Lakes", "BL", "BOL")
    assert len(resolve([alone]).actors) == 2
