"""What is drawn as the page opens."""

import pandas as pd

from benchmarks.synthetic import synthetic
from graphbuild.tables import SCHEMAS
from graphbuild.views.opening import opening
from graphbuild.views.payload import payload


def test_nobody_stands_alone_while_there_are_lines():
    data = payload(*synthetic(400, 500))
    for limit in (2, 3, 10, 80, 1000):
        actors, lines, among = opening(data, limit)
        assert 2 <= len(actors) <= limit
        assert len(lines) <= among
        drawn = data.lines.loc[lines]
        assert set(drawn["source"]) | set(drawn["target"]) == set(actors)


def test_where_there_is_no_line_the_first_actors_are_drawn():
    empty = {name: pd.DataFrame(columns=list(columns)) for name, columns in SCHEMAS.items()}
    actors = pd.DataFrame(
        [(f"a{at}", f"Actor {at}", "person", "", "", "", "", 1, 1, "", "") for at in range(5)],
        columns=list(SCHEMAS["actors"]),
    )
    data = payload(empty["documents"], empty["mentions"], actors, empty["relations"], empty["edges"])
    assert opening(data, 3) == ([0, 1, 2], [], 0)
