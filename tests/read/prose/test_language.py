"""English or not, by function words; what is short or full of names counts as English."""

import pytest

from graphbuild.read.prose.language import language


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La ministra dijo el lunes que el gobierno no aceptaría las condiciones de la empresa.", "Spanish"),
        ("Le maire a dit lundi que la ville ne paierait pas pour les travaux de la gare.", "French"),
        ("Der Bürgermeister sagte am Montag, dass die Stadt nicht für den Bahnhof bezahlen werde.", "German"),
        ("Il sindaco ha detto che la città non avrebbe pagato per i lavori della stazione.", "Italian"),
        ("Мэр сказал, что город не будет платить за ремонт вокзала в этом году, и ушёл домой.", ""),
    ],
)
def test_other_languages_are_told(text: str, name: str) -> None:
    assert language(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said on Monday that the town would not pay for the station.",
        "Lars van den Berg met Jan de Vries. Rosa de la Cruz met Luis del Valle in Las Vegas.",
        "Norland sues Sudland\nAda Holm quits\nEnvoys meet in Rio de Janeiro\nStrike ends",
        "Nein.",
        "",
    ],
)
def test_english_names_and_short_texts_are_let_be(text: str) -> None:
    assert language(text) == "English"
