import pytest

from graphbuild.report.plain import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a[31mb"),
        ("a\r\n\tb  c", "a b c"),
        ("\u202egnp.exe", "gnp.exe"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("x\ud800y", "xy"),
        ("\x9b31m", "31m"),
    ],
)
def test_plain_keeps_what_is_read_and_drops_what_is_obeyed(text, shown):
    assert plain(text) == shown
