"""HTML in values: paragraphs, line ends, references; and signs that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.read.markup import unmarked


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("<p>Norland sued.</p>\n<p>It won.</p>", "Norland sued.\n\nIt won."),
        ("Norland sued.<br>It won.<br/><br/>Sudland paid.", "Norland sued.\nIt won.\n\nSudland paid."),
        (
            "<div id='a'><b>Norland</b>\nsued\n<a href='x?a=1'>Sudland</a>.</div>",
            "Norland sued Sudland.",
        ),
        ("He said <b>no</b>.\n\nIt won.", "He said no.\n\nIt won."),
        ("<ul><li>Norland sued.<li>Sudland paid.</ul>", "Norland sued.\n\nSudland paid."),
        ("&lt;p&gt;Norland sued.&lt;/p&gt;&lt;p&gt;It won.&lt;/p&gt;", "Norland sued.\n\nIt won."),
        ("&Aring;sa O&#8217;Dell, &#xc5;land &amp; Norland", "Åsa O’Dell, Åland & Norland"),
        ("<script>if (a<b) {'<p>'}</script><p>Norland <!-- not --> sued.</p>", "Norland sued."),
        ("<style>p { color: red }</style>Norland sued.</p></div>", "Norland sued."),
        ("<noscript>Switch it on</noscript><p>Norland sued.", "Norland sued."),
    ],
)
def test_markup_is_read_as_a_page_shows_it(value: str, text: str) -> None:
    assert " ".join(unmarked(value).split(" ")).replace("  ", " ") == text


@pytest.mark.parametrize(
    "value",
    [
        "Profits of A&B fell to <5 percent.",
        "a < b > c; R&D; x &unknown; y",
        "  Norland <won>.\r\n\r\n<Sudland> lost.  ",
        "Write to <ada@norland.example>.",
        "",
    ],
)
def test_signs_that_are_no_markup_stay(value: str) -> None:
    assert unmarked(value) == value


@given(st.text(st.sampled_from("<>/&;#pbr!- a\ud800")))
def test_no_value_is_too_odd(value: str) -> None:
    assert isinstance(unmarked(value), str)
