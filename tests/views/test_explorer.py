"""The page as text: self-contained, with data that stays data."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import news
import pandas as pd
import pytest

from benchmarks.synthetic import synthetic
from graphbuild.errors import TableError
from graphbuild.tables import SCHEMAS
from graphbuild.views.explorer import explorer
from graphbuild.views.opening import opening
from graphbuild.views.payload import payload

LOADING = {"src", "href", "srcset", "data", "poster", "action", "background", "formaction", "style"}


class Reader(HTMLParser):
    """Every tag with its attributes, and the text of scripts and styles."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.texts = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.texts.append((tag, dict(attrs), []))

    def handle_endtag(self, tag):
        self.texts.append(("", {}, []))

    def handle_data(self, data):
        if self.texts:
            self.texts[-1][2].append(data)


@pytest.fixture(scope="module")
def html():
    return explorer(*news.news(), title='News <of> the "valley" & more')


def test_nothing_is_loaded_from_anywhere(html):
    read = Reader(html)
    loads = [
        (tag, name, value) for tag, attrs in read.tags for name, value in attrs.items() if name in LOADING
    ]
    assert loads == []
    assert not [tag for tag, _ in read.tags if tag in ("link", "base", "iframe", "object", "embed", "img")]
    style = next("".join(text) for tag, _, text in read.texts if tag == "style")
    assert "url(" not in style
    assert "@import" not in style
    assert "sourceMappingURL" not in html


def test_the_policy_allows_exactly_the_scripts_and_styles_that_are_there(html):
    read = Reader(html)
    policy = next(a["content"] for t, a in read.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    inside = [
        "".join(text)
        for tag, attrs, text in read.texts
        if tag == "style" or (tag == "script" and not attrs.get("type"))
    ]
    hashes = {"'sha256-" + b64encode(sha256(text.encode()).digest()).decode() + "'" for text in inside}
    assert len(hashes) == 3
    assert set(re.findall(r"'sha256-[^']+'", policy)) == hashes


def test_the_title_is_text(html):
    assert "<title>News &lt;of&gt; the &#34;valley&#34; &amp; more</title>" in html


def test_same_tables_same_page_and_another_seed_other_places():
    tables = news.news()
    assert explorer(*tables) == explorer(*tables)
    assert explorer(*tables, seed=1) != explorer(*tables)


def test_text_of_the_corpus_never_ends_its_element():
    actors = dict(news.ACTORS)
    bad = "</script><script>alert(1)</script><!--\u2028]]>"
    actors[bad] = ("group", "", "", "", "<b>alias</b>")
    articles = [*news.ARTICLES, (bad, "2021-06-01", bad, [(f"{bad} attacked Verania.", [
        (bad, bad, "attacked", "Verania", "Verania", "attack", -1.0, "asserted", bad)])])]  # fmt: skip
    documents, mentions, people, relations, edges = news.tables(actors, articles)
    html = explorer(documents, mentions, people, relations, edges, title=bad + "\ud800")
    html.encode("utf-8")
    scripts = [attrs for tag, attrs in Reader(html).tags if tag == "script"]
    assert len(scripts) == len(
        [attrs for tag, attrs in Reader(explorer(*news.news())).tags if tag == "script"]
    )
    assert "alert(1)</script>" not in html
    assert "\u2028" not in html.split('id="data-opening"')[1]


def test_only_the_strongest_are_in_the_opening_view():
    tables = synthetic(600, 1500)
    html = explorer(*tables, limit=50)
    opening = html.split('id="data-opening">')[1].split("</script>")[0]
    assert opening.count('"label"') == 50
    degree = (
        tables[4]
        .groupby("source")["weight"]
        .sum()
        .add(tables[4].groupby("target")["weight"].sum(), fill_value=0)
    )
    names = tables[2].set_index("actor_id")["name"]
    assert names[degree.idxmax()] in html


def opened(html):
    """The names in the opening view."""
    read = [
        json.loads(html.split(f'id="data-{part}">')[1].split("</script>")[0]) for part in ("opening", "core")
    ]
    return {read[1]["actors"]["name"][node["id"]] for node in read[0]["nodes"]}


def test_it_opens_on_those_of_whom_most_is_stated():
    documents, mentions, actors, relations, edges = news.news()
    crowd = relations[relations["kind"] == "cooccurrence"].iloc[[0] * 50].copy()
    crowd["source"], crowd["target"] = (
        actors.set_index("name").loc[name, "actor_id"] for name in ("Port Lessing", "Amber Pass")
    )
    crowd["start"], crowd["end"] = range(50), range(1, 51)
    crowded = pd.concat([relations, crowd])
    pair = (
        edges[edges["kind"] == "cooccurrence"]
        .iloc[:1]
        .assign(source=crowd["source"].iloc[0], target=crowd["target"].iloc[0])
    )
    html = explorer(documents, mentions, actors, crowded, pd.concat([edges, pair]), limit=5)
    best = {"Verania", "Kastoria", "Veranian army", "Red Valley Front", "Élise Marchetti"}
    assert opened(html) == best
    nominal = mentions["actor_id"] == actors.set_index("name").loc["fishermen", "actor_id"]
    common = mentions.assign(kind=mentions["kind"].where(~nominal, "nominal"))
    everyone = opened(explorer(documents, mentions, actors, relations, edges))
    assert everyone == set(news.ACTORS) - {"Port Lessing", "Amber Pass"}
    assert opened(explorer(documents, common, actors, relations, edges)) == everyone - {"fishermen"}


def test_empty_tables_give_a_page(open_page):
    names = ("documents", "mentions", "actors", "relations", "edges")
    page = open_page(explorer(*(pd.DataFrame(columns=list(SCHEMAS[name])) for name in names)))
    assert page.locator("#empty").inner_text() == "There are no actors in this data."


def test_a_table_without_its_columns_is_refused():
    documents, mentions, actors, relations, edges = news.news()
    with pytest.raises(TableError, match="actors table lacks name"):
        explorer(documents, mentions, actors.drop(columns="name"), relations, edges)


def test_nobody_stands_alone_while_there_are_lines():
    data = payload(*synthetic(400, 500))
    for limit in (2, 3, 10, 80, 1000):
        actors, lines, among = opening(data.actors["degree"], data.lines, data.core["actors"]["minor"], limit)
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
    assert opening(data.actors["degree"], data.lines, data.core["actors"]["minor"], 3) == ([0, 1, 2], [], 0)
