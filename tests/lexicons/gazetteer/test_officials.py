"""The facts about holders of public office."""

import pytest

from graphbuild.errors import LexiconError
from graphbuild.lexicons import countries, fold
from graphbuild.lexicons.gazetteer import officials as module
from graphbuild.lexicons.gazetteer.leaders import leaders
from graphbuild.lexicons.gazetteer.officials import officials
from graphbuild.names import person

HEADER = "name,aliases,office,role,country"
MEMBERS = 193


def _names():
    return [(name, known) for known in officials() for name in (known.name, *known.aliases)]


def _key(name):
    return person(name).words, person(name).suffix


def test_most_countries_have_several():
    by_country = {}
    for known in officials():
        by_country.setdefault(known.iso3, []).append(known)
    assert len(by_country) >= MEMBERS
    assert set(by_country) <= {*countries().name_of, "EUR", "UNO"}
    assert min(len(by_country[iso3]) for iso3 in ("USA", "RUS", "UKR", "IRN", "SDN", "MMR", "COL")) > 20


@pytest.mark.parametrize(
    ("name", "role", "iso3"),
    [
        ("Valerii Zaluzhny", "MIL", "UKR"),
        ("Boris Pistorius", "GOV", "DEU"),
        ("Ronen Bar", "SPY", "ISR"),
        ("Nancy Pelosi", "LEG", "USA"),
        ("Staffan de Mistura", "IGO", "UNO"),
        ("Sirajuddin Haqqani", "", "AFG"),
    ],
)
def test_an_official_is_known_in_each_spelling(name, role, iso3):
    found = {(known.role, known.iso3) for spelled, known in _names() if spelled == name}
    assert found == {(role, iso3)}


def test_no_name_is_two_persons_nor_a_leader():
    keys = [_key(name) for name, _ in _names()]
    assert len(keys) == len(set(keys))
    assert not set(keys) & {_key(name) for leader in leaders() for name in (leader.name, *leader.aliases)}


def test_names_are_full_and_tidy():
    for name, known in _names():
        assert len(person(name).words) > 1, name
        assert name == " ".join(name.split()), name
        assert known.office, name


def test_rows_are_sorted_by_country_and_name():
    order = [(known.iso3, fold(known.name)) for known in officials()]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Ada,,Foreign Minister,GOV,NOR", "several words"),
        ("Ada Moran,,Foreign Minister,GOVT,NOR", "role"),
        ("Ada Moran,,Foreign Minister,GOV,no", "three capitals"),
        ("Ada Moran,ADA MORAN,Foreign Minister,GOV,NOR", "once"),
        ("Ada Moran,,Foreign Minister,GOV", "fields"),
    ],
)
def test_a_bad_row_is_named(row, told, tmp_path, monkeypatch):
    path = tmp_path / "officials.csv"
    path.write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(module, "_FILE", path)
    officials.cache_clear()
    try:
        with pytest.raises(LexiconError, match=rf"line 2: .*{told}"):
            officials()
    finally:
        officials.cache_clear()
