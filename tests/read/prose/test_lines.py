from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.read.prose.lines import blanked, lines, merged

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: tuple(sorted(pair))))


@settings(deadline=None)
@given(st.text(st.sampled_from("a \t\r\n\x0b\x85\u2028é\x00\u202e")))
def test_lines_point_into_the_text_and_miss_nothing(text: str) -> None:
    found = lines(text)
    assert all(text[line.start : line.end] == line.text for line in found)
    assert [line for line in found if line.text != line.text.strip()] == []
    assert "".join("".join(line.text for line in found).split()) == "".join(text.split())


def test_every_kind_of_line_end_ends_a_line() -> None:
    assert [line.text for line in lines("a\nb\r\nc\rd\x0be\x0cf\x85g\u2028h\u2029i")] == list("abcdefghi")


@settings(deadline=None)
@given(SPANS)
def test_merged_spans_cover_the_same_characters_sorted_and_apart(spans: list[tuple[int, int]]) -> None:
    apart = merged(spans)
    assert {n for a, b in apart for n in range(a, b)} == {n for a, b in spans for n in range(a, b)}
    assert all(b < c for (_, b), (c, _) in pairwise(apart))
    assert all(a < b for a, b in apart)


@settings(deadline=None)
@given(st.text(min_size=41, max_size=60), SPANS)
def test_blanking_moves_nothing_and_keeps_line_ends(text: str, spans: list[tuple[int, int]]) -> None:
    hidden = merged(spans)
    bare = blanked(text, hidden)
    assert len(bare) == len(text)
    for n, (old, new) in enumerate(zip(text, bare, strict=True)):
        covered = any(a <= n < b for a, b in hidden)
        assert new == (" " if covered and old not in "\n\r\v\f\x85\u2028\u2029" else old)
