import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.records import Document, Extraction, Mention, Relation
from graphbuild.store.codec import decode, documents, encode

# every character that Python has: halves of surrogate pairs too
TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=12)
PLACE = st.integers(0, 2**40)
SPANS = st.lists(st.tuples(PLACE, PLACE), max_size=4).map(tuple)
NUMBER = st.floats(allow_nan=False)


def _records(record, **given):
    kinds = {"str": TEXT, "int": PLACE, "float": NUMBER}
    found = {name: kinds[kind] for name, kind in record.__annotations__.items() if kind in kinds}
    return st.builds(record, **found | given)


EXTRACTIONS = st.builds(
    Extraction,
    document=_records(Document, furniture=SPANS),
    sentences=SPANS,
    mentions=st.lists(_records(Mention), max_size=4).map(tuple),
    relations=st.lists(_records(Relation), max_size=4).map(tuple),
)


@given(st.lists(st.tuples(st.text("abc", max_size=3), EXTRACTIONS), max_size=5))
def test_extractions_come_back_as_they_were(found):
    table = encode(found)
    assert list(decode(table)) == found
    assert list(documents(table)) == [(key, one.document) for key, one in found]


@given(st.lists(EXTRACTIONS, min_size=2, max_size=5), st.data())
def test_rows_that_are_taken_or_joined_come_back(found, data):
    keyed = [(str(i), one) for i, one in enumerate(found)]
    table = pa.concat_tables([encode(keyed[:1]), encode(keyed[1:])])
    assert list(decode(table)) == keyed
    rows = data.draw(st.lists(st.sampled_from(range(len(found))), unique=True))
    assert list(decode(table.take(pa.array(rows, pa.int64())))) == [keyed[row] for row in rows]
    assert list(decode(table.slice(1))) == keyed[1:]
