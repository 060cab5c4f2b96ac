import pytest
from resolve.articles import article, pronoun, said, together

from graphbuild.resolve import resolve


def _people(doc_id, *names, **fields):
    return article(
        doc_id, "".join(f"{name} spoke. " for name in names), *(said(n, "person", **fields) for n in names)
    )


def test_a_surname_is_the_full_name_of_its_own_document():
    one = _people("a", "Ada Moran", "Moran")
    two = _people("b", "Luc Moran", "Moran")
    assert together(resolve([one, two]), one, two) == {
        "ada-moran": ["Ada Moran", "Moran"],
        "luc-moran": ["Luc Moran", "Moran"],
    }


def test_a_surname_of_two_people_in_one_document_stays_apart():
    doc = _people("a", "Ada Moran", "Luc Moran", "Moran")
    assert len(resolve([doc]).actors) == 3


def test_a_surname_is_the_one_person_named_before():
    doc = _people("a", "Ada Moran", "Moran", "Luc Moran", "Moran")
    assert together(resolve([doc]), doc) == {
        "ada-moran": ["Ada Moran", "Moran"],
        "luc-moran": ["Luc Moran"],
        "moran": ["Moran"],
    }


def test_an_office_tells_two_of_a_surname_apart():
    doc = article(
        "a",
        "Ada Moran met John Moran. Senator Moran left.",
        said("Ada Moran", "person", title="poet"),
        said("John Moran", "official", title="US senator"),
        said("Moran", "official", title="Senator"),
    )
    assert together(resolve([doc]), doc)["john-moran"] == ["John Moran", "Moran"]


def test_a_given_name_tells_the_gender_where_a_title_does_not():
    doc = article(
        "a",
        "John Moran met Jane Moran. Mr. Moran left.",
        said("John Moran", "official", title="US senator"),
        said("Jane Moran", "person", title="British journalist"),
        said("Moran", "person", title="Mr."),
    )
    assert together(resolve([doc]), doc)["john-moran"] == ["John Moran", "Moran"]


def test_an_initial_that_does_not_fit_is_somebody_else():
    corpus = [_people("a", "Ada Moran"), _people("b", "L. Moran"), _people("c", "A. Moran")]
    assert together(resolve(corpus), *corpus) == {
        "ada-moran": ["A. Moran", "Ada Moran"],
        "l-moran": ["L. Moran"],
    }


def test_another_spelling_of_the_surname_is_the_person_of_the_document():
    corpus = [_people("a", "Yusuf al-Hakimi", "Hakimy"), _people("b", "Hakimy")]
    assert together(resolve(corpus), *corpus) == {
        "yusuf-al-hakimi": ["Hakimy", "Yusuf al-Hakimi"],
        "hakimy": ["Hakimy"],
    }


@pytest.mark.parametrize("honours", ["DBE", "OBE FRS", "MP,", "Ph.D."])
def test_honours_after_a_name_are_no_part_of_it(honours):
    corpus = [_people("a", f"Ada Moran {honours}", "Moran"), _people("b", "Ada Moran")]
    assert list(together(resolve(corpus), *corpus)) == ["ada-moran"]


def test_a_change_of_office_is_still_one_person():
    corpus = [
        article(
            "a", "Minister Ada Moran.", said("Ada Moran", "official", title="Minister"), date="2019-01-03"
        ),
        article(
            "b", "President Ada Moran.", said("Ada Moran", "official", title="President"), date="2021-05-02"
        ),
    ]
    (actor,) = resolve(corpus).actors
    assert actor.titles == ("Minister", "President")


def test_a_title_tells_husband_from_wife():
    doc = article(
        "a",
        "Ada Moran met John Moran. Mrs Moran left.",
        said("Ada Moran", "person", title="Ms"),
        said("John Moran", "person"),
        said("Moran", "person", title="Mrs"),
    )
    assert together(resolve([doc]), doc)["ada-moran"] == ["Ada Moran", "Moran"]


def test_a_surname_without_full_name_is_the_only_one_of_the_corpus():
    one, two = _people("a", "Ada Moran"), _people("b", "Moran")
    assert together(resolve([one, two]), one, two) == {"ada-moran": ["Ada Moran", "Moran"]}
    three = _people("c", "Luc Moran")
    assert together(resolve([one, two, three]), two) == {"moran": ["Moran"]}


@pytest.mark.parametrize("short", ["Ada Moran", "A. B. Moran", "Ada B. Moran"])
def test_forms_of_a_full_name_meet_across_documents(short):
    one, two = _people("a", "Ada Beatrix Moran"), _people("b", short)
    assert together(resolve([one, two]), one, two) == {
        "ada-beatrix-moran": sorted(["Ada Beatrix Moran", short])
    }


def test_a_form_that_fits_two_people_stays_apart():
    corpus = [_people("a", "Ada B. Moran"), _people("b", "Ada C. Moran"), _people("c", "Ada Moran")]
    assert len(resolve(corpus).actors) == 3


def test_no_chain_of_forms_joins_two_people():
    corpus = [_people("a", "A. Moran"), _people("b", "Ada Moran"), _people("c", "Alan Moran")]
    found = resolve(corpus)
    assert len({found.links["b:0-9"], found.links["c:0-10"]}) == 2


def test_father_and_son_are_two():
    corpus = [_people("a", "Bob Kane Jr.", "Kane"), _people("b", "Bob Kane")]
    found = together(resolve(corpus), *corpus)
    assert found == {"bob-kane": ["Bob Kane"], "bob-kane-jr": ["Bob Kane Jr.", "Kane"]}


def test_diacritics_particles_and_spellings_of_one_name():
    corpus = [
        _people("a", "José Álvarez de Toledo"),
        _people("b", "Jose Alvarez de Toledo"),
        _people("c", "Yusuf al-Hakimi"),
        _people("d", "Yousef al-Hakimy"),
        _people("e", "Hakimi"),
    ]
    found = together(resolve(corpus), *corpus)
    assert sorted(map(len, found.values())) == [2, 3]


def test_a_given_name_alone_counts_in_its_document_only():
    one, two = _people("a", "Wanida Asae", "Wanida"), _people("b", "Wanida")
    found = together(resolve([one, two]), one, two)
    assert found == {"wanida-asae": ["Wanida", "Wanida Asae"], "wanida": ["Wanida"]}


def test_a_surname_that_the_tagger_took_for_a_body_is_still_the_person():
    doc = article(
        "a", "Ada Moran spoke. Moran left.", said("Ada Moran", "person"), said("Moran", "organization")
    )
    assert together(resolve([doc]), doc) == {"ada-moran": ["Ada Moran", "Moran"]}


def test_one_mention_with_an_office_makes_an_official():
    doc = article(
        "a",
        "Ada Moran met aides. Senator Moran left.",
        said("Ada Moran", "person"),
        said("Moran", "official", title="Senator", role="LEG", country="USA"),
    )
    (actor,) = resolve([doc]).actors
    assert (actor.name, actor.type, actor.role, actor.country) == ("Ada Moran", "official", "LEG", "USA")
    assert (actor.titles, actor.aliases) == (("Senator",), ("Moran",))


def test_the_country_of_an_official_is_read_off_the_title():
    doc = article(
        "a", "Ada Moran spoke.", said("Ada Moran", "official", title="State Department envoy to Chad")
    )
    assert resolve([doc]).actors[0].country == "USA"


def test_a_leader_is_known_by_name_and_by_office():
    by_name = article("a", "Emmanuel Macron spoke.", said("Emmanuel Macron", "person"))
    by_office = article("b", "President Macron spoke.", said("Macron", "official", title="President"))
    by_title = article("c", "Pope Francis prayed.", said("Francis", "person", title="Pope"))
    found = {a.name: (a.type, a.country) for a in resolve([by_name, by_office, by_title]).actors}
    assert found == {"Emmanuel Macron": ("official", "FRA"), "Pope Francis": ("official", "VAT")}


def test_a_stranger_with_a_leaders_surname_is_not_the_leader():
    doc = article("a", "Coach Macron spoke.", said("Macron", "person", title="Coach"))
    assert resolve([doc]).actors[0].name == "Macron"


@pytest.mark.parametrize("names", [("Park Ji-eun", "Ji-eun Park"), ("Zhao Weilin", "Weilin Zhao")])
def test_a_family_name_first_or_last_is_one_person(names):
    corpus = [_people("a", *names)]
    assert len(together(resolve(corpus), *corpus)) == 1


@pytest.mark.parametrize("names", [("James Thomas", "Thomas James"), ("Li Wei", "Wei Li")])
def test_two_names_turned_round_are_two_persons(names):
    corpus = [_people("a", *names)]
    assert len(together(resolve(corpus), *corpus)) == 2


def test_the_first_of_two_surnames_is_the_person_though_a_town_has_it():
    doc = _people("a", "Ana Rosa Mendoza Tapia", "Mendoza")
    assert len(resolve([doc]).actors) == 1


@pytest.mark.parametrize(("pronoun_", "meant"), [("his", "Otto Orr"), ("her", "Anna Orr")])
def test_a_pronoun_tells_husband_from_wife(pronoun_, meant):
    text = f"Police held Anna Orr. Orr called {pronoun_} lawyer. Otto Orr had been a judge. "
    found = article(
        "a",
        text,
        said("Anna Orr", "person"),
        said("Orr", "person"),
        pronoun(pronoun_, back=1),
        said("Otto Orr", "person"),
    )
    grouped = together(resolve([found]), found)
    assert "Orr" in grouped[meant.lower().replace(" ", "-")]


def test_a_title_that_is_a_noun_tells_the_gender():
    found = article(
        "a",
        "The actress Zoja Orr left. Orr saw his wife. Ilir Orr was a judge. ",
        said("Zoja Orr", "person", title="actress"),
        said("Orr", "person"),
        pronoun("his", back=1),
        said("Ilir Orr", "person"),
    )
    assert "Orr" in together(resolve([found]), found)["ilir-orr"]
