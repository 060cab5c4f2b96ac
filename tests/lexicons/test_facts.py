"""The facts in the bundled word lists: countries, places, groups, roles, titles, names of people."""

import sys
from itertools import pairwise
from pathlib import Path

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicons import countries, fold, given_names, groups, local_groups, places, roles, titles
from graphbuild.lexicons.gazetteer.leaders import leaders
from graphbuild.lexicons.gazetteer.nicknames import nicknames
from graphbuild.lexicons.gazetteer.officials import officials
from graphbuild.lexicons.roles import ROLES, hyphened

LOADERS = (countries, groups, local_groups, places, roles, titles, given_names, nicknames, leaders, officials)


@pytest.mark.parametrize(
    ("table", "words", "iso3"),
    [
        ("by_name", "Burma|Czechia|Ivory Coast|Côte d’Ivoire", "MMR CZE CIV CIV"),
        (
            "by_name",
            "US|U.S.A.|America|UK|Britain|DRC|UAE|DPRK|Holland|Türkiye",
            "USA USA USA GBR GBR COD ARE PRK NLD TUR",
        ),
        ("by_demonym", "Syrian|Syrians|Briton|British|Polish|Poles|Emirati", "SYR SYR GBR GBR POL POL ARE"),
        ("by_people", "Russians|Danes|Filipinos|South Koreans", "RUS DNK PHL KOR"),
        ("by_seat", "Kremlin|White House|Downing Street|Élysée|Blue House", "RUS USA GBR FRA KOR"),
        ("by_capital", "Kyiv|Kiev|Tehran|Naypyidaw|Washington", "UKR UKR IRN MMR USA"),
    ],
)
def test_words_lead_to_their_country(table, words, iso3):
    found = [getattr(countries(), table).get(fold(word)) for word in words.split("|")]
    assert found == iso3.split()


def test_the_pronoun_us_is_no_country():
    assert "us" not in countries().by_name
    assert "us" not in countries().by_demonym


def test_every_member_of_the_united_nations_is_there():
    codes = set(countries().name_of)
    assert len(codes) >= 193
    assert {"XKX", "TWN", "PSE", "HKG", "ESH", "VAT", "GRL"} <= codes


def test_a_people_is_named_in_the_plural():
    people = countries().people_of
    assert [people[c] for c in ("RUS", "GBR", "POL", "CHN", "FRA", "USA")] == [
        "Russians", "Britons", "Poles", "Chinese people", "French people", "Americans",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("alias", "name", "kind", "role", "country"),
    [
        ("ISIL", "Islamic State", "group", "REB", ""),
        ("Da’esh", "Islamic State", "group", "REB", ""),
        ("Ansar Allah", "Houthis", "group", "REB", "YEM"),
        ("U.N.", "United Nations", "organization", "IGO", "UNO"),
        ("Doctors Without Borders", "Médecins Sans Frontières", "organization", "NGO", ""),
        ("IDF", "Israel Defense Forces", "organization", "MIL", "ISR"),
        ("Sinn Fein", "Sinn Féin", "group", "PTY", "IRL"),
    ],
)
def test_groups_are_known_by_alias(alias, name, kind, role, country):
    known = groups()[fold(alias)]
    assert (known.name, known.type, known.role, known.country) == (name, kind, role, country)


def test_the_verb_is_does_not_mean_islamic_state():
    assert "is" not in groups()
    assert groups()[fold("IS")].name == "Islamic State"


def test_a_name_that_several_countries_have_is_kept_apart():
    assert "congress" not in groups()
    assert {known.country for known in local_groups()["congress"]} == {"USA", "IND"}
    assert {"senate", "supreme court", "labour"} <= set(local_groups())


def test_every_country_code_of_groups_and_places_is_one_of_a_country_or_union():
    codes = {*countries().name_of, "", "EUR", "UNO"}
    assert {known.country for known in groups().values()} <= codes
    assert {place.iso3 for place in places().values()} <= codes
    assert {leader.iso3 for leader in leaders()} <= codes


def test_places_know_their_country_and_spellings():
    assert places()["shanghai"].iso3 == "CHN"
    assert places()["kashmir"].iso3 == ""
    assert places()["europe"].kind == "continent"
    assert places()["bombay"].name == places()["mumbai"].name == "Mumbai"


@pytest.mark.parametrize(
    ("noun", "role", "kind"),
    [
        ("official", "GOV", "official"),
        ("lawmaker", "LEG", "official"),
        ("rebel", "REB", "group"),
        ("police", "COP", "organization"),
        ("warplane", "MIL", "group"),
        ("journalist", "JRN", "person"),
        ("medic", "MED", "person"),
        ("refugee", "REF", "group"),
    ],
)
def test_role_nouns(noun, role, kind):
    assert (roles()[noun].role, roles()[noun].type) == (role, kind)


def test_only_offices_make_officials():
    kinds = {
        title: titles()[fold(title)].type
        for title in ("President", "Sen.", "Lt. Gen.", "Mr", "Dr.", "Alhaji")
    }
    assert kinds == {
        "President": "official", "Sen.": "official", "Lt. Gen.": "official",
        "Mr": "person", "Dr.": "person", "Alhaji": "person",
    }  # fmt: skip


def test_given_names_and_nicknames_have_one_gender():
    given = given_names()
    for form, names in nicknames().items():
        genders = {given[name] for name in (form, *names) if name in given}
        assert len(genders) < 2 or form in {"al", "sam", "chris", "alex", "terry", "pat", "sasha", "jerry"}, (
            form
        )


def test_leaders_hold_offices_that_follow_each_other():
    presidents = sorted(
        (h.first, h.last, h.name) for h in leaders() if h.iso3 == "FRA" and h.office == "President"
    )
    assert [name for _, _, name in presidents][-2:] == ["François Hollande", "Emmanuel Macron"]
    assert all(before[1] <= after[0] for before, after in pairwise(presidents))


def test_roles_are_plover_codes():
    assert {"GOV", "MIL", "REB", "OPP", "PTY", "LEG", "JUD", "COP", "SPY", "CRM", "IGO", "NGO"} <= ROLES


@pytest.mark.parametrize(
    "loader", [countries, groups, places, roles, titles, given_names, nicknames, leaders, officials]
)
def test_a_bad_row_of_any_list_is_named(loader, tmp_path, monkeypatch):
    module = sys.modules[loader.__module__]
    where = next(n for n in ("_FILE", "_GIVEN" if loader is given_names else "_TITLES") if hasattr(module, n))
    path = Path(getattr(module, where))
    bad = tmp_path / path.name
    header = next(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    bad.write_text(f"{header}\n{'x,' * header.count(',')}x,one,field,too,many\n", encoding="utf-8")
    monkeypatch.setattr(module, where, bad)
    caches = [getattr(module, n) for n in ("_bodies", loader.__name__) if hasattr(module, n)]
    for cached in caches:
        cached.cache_clear()
    try:
        with pytest.raises(LexiconError, match=rf"{path.name}: line 2"):
            loader()
    finally:
        for cached in caches:
            cached.cache_clear()


def test_titles_with_a_hyphen_are_known_with_and_without_it():
    known = roles()
    for noun in ("director-general", "attorney-general", "commander-in-chief", "editor-in-chief"):
        assert known[noun] == known[noun.replace("-", " ")]
        assert {noun, noun.capitalize(), noun.upper()} <= set(hyphened())
