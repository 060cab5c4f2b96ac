"""No input makes a reader raise anything but what is told: every kind, cut, spliced and mangled."""

import pytest
from formats.test_formats import MADE  # a good file of each kind, to start from
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.errors import NothingToRead
from graphbuild.read import read
from graphbuild.read.formats import FORMATS

SETTINGS = settings(max_examples=15, derandomize=True, deadline=None)
MARKS = rb"""
    " "" < </ &#0; &lt; \u \bin9 \'ff { [[[[[[[[[[[[[[[[[[[[ (((((((((((((((((((( ; -1 ]]> <![CDATA[ =?x?q?= `
    --- PK
    %PDF- 99999999999999999999999999999999999999
"""
BITS = st.sampled_from(
    [
        *MARKS.split(),
        b"\0",
        b"\xff\xfe",
        b"\r",
        b"\n",
        b"\xef\xbb\xbf",
        b"\n---\n",
        b"PK\x03\x04",
        b"\x1b[31m",
    ]
)


@st.composite
def mangled(draw: st.DrawFn, good: bytes) -> bytes:
    """A good file with some of it cut out, put in or said again."""
    data = good
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(data)))
        to = min(len(data), at + draw(st.integers(0, 60)))
        put = draw(st.one_of(BITS, st.binary(max_size=12), st.just(data[at:to] * 3)))
        data = data[:at] + put + data[to:]
    return data


@pytest.mark.parametrize("kind", FORMATS)
def test_a_mangled_file_gives_documents_or_reasons(kind, tmp_path_factory):
    path = tmp_path_factory.mktemp("fuzz") / f"a{kind}"

    @SETTINGS
    @given(mangled(MADE[kind]))
    def check(data: bytes) -> None:
        path.write_bytes(data)
        skips = []
        try:
            documents = list(read(path, on_skip=skips.append))
        except NothingToRead:
            assert skips
            return
        assert documents
        assert all(skip.reason and len(skip.reason) < 1_000 for skip in skips)
        for document in documents:
            ends = [0, *(end for span in document.furniture for end in span), len(document.text)]
            assert ends == sorted(ends)
            assert document.date == "" or len(document.date) == 10

    check()


@pytest.mark.parametrize("kind", FORMATS)
def test_any_bytes_give_documents_or_reasons(kind, tmp_path_factory):
    path = tmp_path_factory.mktemp("fuzz") / f"a{kind}"

    @SETTINGS
    @given(st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)))
    def check(data: bytes) -> None:
        path.write_bytes(data)
        skips = []
        try:
            list(read(path, on_skip=skips.append))
        except NothingToRead:
            assert skips

    check()
