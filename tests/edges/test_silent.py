import pandas as pd
import pytest

from graphbuild.edges.silent import silent


@pytest.mark.parametrize(
    ("end", "heard"), [("source", True), ("target", True), ("speaker", True), ("", False)]
)
def test_whoever_takes_part_in_what_is_stated_is_heard(end, heard):
    actors = pd.DataFrame({"actor_id": ["a"], "country": [""]})
    mentions = pd.DataFrame({"actor_id": ["a"], "kind": ["nominal"]})
    stated = pd.DataFrame([{name: "a" if name == end else "b" for name in ("source", "target", "speaker")}])
    assert ("a" not in silent(actors, mentions, stated)) is heard
