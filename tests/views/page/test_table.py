"""The table, whole and in words; and every number of the page against a plain count over the tables."""

import csv
import io
import random
import re
from urllib.parse import urlencode

import news
import numpy as np
import pytest
from hands import come_to_rest, save, until

from graphbuild.views.explorer import explorer

TOGETHER, DENIED = "cooccurrence", "negated"


def counted(tables, filters):
    """What passes, by pandas: relations with their line, and the weight of each line."""
    documents, _, actors, relations, _ = tables
    rows = relations.merge(documents[["doc_id", "source"]].rename(columns={"source": "outlet"}), on="doc_id")
    people = actors.set_index("actor_id")
    for end in ("source", "target"):
        rows[f"{end}_type"] = rows[end].map(people["type"])
    ends = np.sort(rows[["source", "target"]].to_numpy(str), axis=1)
    apart = (rows["kind"] == TOGETHER).to_numpy()
    rows["pair"] = [" ".join(pair) for pair in ends]
    rows["way"] = np.where(apart, rows["pair"], rows["source"] + " " + rows["target"])
    rows["sign"] = np.sign(rows["polarity"]).astype(int).astype(str)
    rows["line"] = rows["way"] + rows["kind"] + rows["sign"]
    rows["place"] = rows["doc_id"] + rows["start"].astype(str)
    for name, (off, only) in filters["groups"].items():
        for column in {"types": ["source_type", "target_type"]}.get(name, [name]):
            rows = rows[rows[column].isin(only) if only is not None else ~rows[column].isin(off)]
    held = rows[rows["status"] != DENIED]
    weight = held.groupby("line")["place"].nunique().reindex(rows["line"].unique()).fillna(0)
    least = filters["minimum"]
    passing = weight[(weight >= least) | ((weight == 0) & (least == 1))].index
    rows = rows[rows["line"].isin(passing)]
    stated = rows.loc[rows["kind"] != TOGETHER, "pair"]
    rows = rows[(rows["kind"] != TOGETHER) | ~rows["pair"].isin(stated)]
    return rows, weight


def random_filters(draw, tables):
    """Filters as the address has them, and as plain lists."""
    documents, _, actors, relations, _ = tables
    choices = {
        "types": sorted(actors["type"].unique()),
        "kind": ["verb", "affiliation", TOGETHER],
        "sign": ["-1", "0", "1"],
        "status": ["asserted", "possible", "intended", DENIED],
        "relation": sorted(relations["relation"].unique()),
        "outlet": sorted(documents["source"].unique()),
    }
    named = {
        "kind": "kinds", "sign": "signs", "status": "statuses", "relation": "relations", "outlet": "outlets",
        "types": "types",
    }  # fmt: skip
    groups = {"kind": ([TOGETHER], None), "status": ([DENIED], None)}
    words = []
    for name, all_of in choices.items():
        if draw.random() < 0.5:
            continue
        some = [word for word in all_of if draw.random() < 0.6]
        if not some:
            continue
        if draw.random() < 0.5:
            groups[name] = (some, None)
            words += [(f"off.{named[name]}", word) for word in some]
        else:
            groups[name] = ([], some)
            words += [(f"only.{named[name]}", word) for word in some]
    minimum = draw.choice((1, 1, 1, 2))
    if minimum > 1:
        words.append(("minimum", str(minimum)))
    return urlencode(words), {"groups": groups, "minimum": minimum}


@pytest.mark.parametrize("seed", range(8))
def test_every_number_is_that_of_a_plain_count(open_page, html, seed):
    tables = news.news()
    words, filters = random_filters(random.Random(seed), tables)
    page = open_page(html, hash=words)
    come_to_rest(page)
    rows, weight = counted(tables, filters)
    side = page.locator("#side")
    if rows.empty:
        assert page.locator("#empty").is_visible() or "0 of" in page.locator("#status").inner_text()
        return

    def fact(name):
        told = side.locator(".facts div", has_text=re.compile(rf"^{name}[\d,]+ of [\d,]+$"))
        return [int(one.replace(",", "")) for one in told.locator("dd").inner_text().split(" of ")]

    actors = set(rows["source"]) | set(rows["target"])
    lines = rows["line"].nunique()
    assert fact("documents") == [rows["doc_id"].nunique(), len(tables[0])]
    assert fact("sentences") == [rows["place"].nunique(), tables[0]["sentences"].sum()]
    assert fact("actors")[0] == len(actors)
    assert fact("relations")[0] == len(rows)
    status = re.match(r"(\d+) of (\d+) actors? · (\d+) of (\d+) links?", page.locator("#status").inner_text())
    assert (int(status[2]), int(status[4])) == (len(actors), lines)
    drawn = page.evaluate("[graphbuild.shown().actors.length, graphbuild.shown().lines.length]")
    assert [int(status[1]), int(status[3])] == drawn
    linked = page.evaluate(
        """(() => {
          const { shown, data } = graphbuild;
          const ends = new Set(shown().lines.flatMap((at) => [data.lines.source[at], data.lines.target[at]]));
          return shown().actors.every((actor) => ends.has(actor));
        })()"""
    )
    assert linked  # nobody is alone while lines pass
    time = page.locator(".time-chart").get_attribute("aria-label")
    assert int(re.search(r"(\d+) relations?$", time)[1]) == len(rows)  # all articles have a date

    stated = rows[rows["kind"] != TOGETHER]
    counts = stated if weight[stated["line"].unique()].sum() else rows
    per_line = counts.drop_duplicates("line").assign(weight=lambda table: table["line"].map(weight))
    degree = (
        per_line.groupby("source")["weight"]
        .sum()
        .add(per_line.groupby("target")["weight"].sum(), fill_value=0)
    )
    names = tables[2].set_index("actor_id")["name"]
    bars = {
        row.locator("bdi").inner_text(): int(row.locator(".count").inner_text())
        for row in side.locator(".bars li").all()
    }
    expected = sorted((int(one) for one in degree[degree > 0]), reverse=True)[:8]
    assert sorted(bars.values(), reverse=True) == expected
    assert all(bars[name] == degree[names[names == name].index[0]] for name in bars)

    _, taken = save(page, "Links (CSV)")
    links = list(csv.DictReader(io.StringIO(taken.decode("utf-8-sig"))))
    assert len(links) == lines
    assert sorted(int(link["weight"]) for link in links) == sorted(
        int(weight[line]) for line in rows["line"].unique()
    )
    _, taken = save(page, "Actors (CSV)")
    for one in csv.DictReader(io.StringIO(taken.decode("utf-8-sig"))):
        assert int(one["weighted_degree"]) == degree.get(one["id"], 0)
    _, taken = save(page, "Relations with sentences (CSV)")
    told = list(csv.DictReader(io.StringIO(taken.decode("utf-8-sig"))))
    assert {one["id"] for one in told} == set(rows["relation_id"])

    page.get_by_role("button", name="Table", exact=True).click()
    table = page.locator("#table")
    assert f" of {len(actors)}" in table.locator(".pager").inner_text()
    first = table.locator("tbody tr").first
    until(page, lambda: first.locator("td").count() > 3, "the table")
    assert int(first.locator("td").nth(3).inner_text()) == degree.max()


def test_the_numbers_of_kinds_are_what_passes_and_what_would(page):
    tables = news.news()
    plain = {"groups": {"kind": ([TOGETHER], None), "status": ([DENIED], None)}, "minimum": 1}
    rows, _ = counted(tables, plain)

    def number(kind):
        choice = page.locator("[data-group=kinds] .choice", has_text=kind)
        return int(choice.locator(".count").inner_text().replace(",", ""))

    assert number("Acts") == (rows["kind"] == "verb").sum()
    assert number("Belongs") == (rows["kind"] == "affiliation").sum()
    everything, _ = counted(tables, {**plain, "groups": {"status": ([DENIED], None)}})
    assert number("Co-occur") == (everything["kind"] == TOGETHER).sum()
    page.get_by_label("At least so many sentences").fill("2")
    strong, _ = counted(tables, {**plain, "minimum": 2})
    assert number("Acts") == (strong["kind"] == "verb").sum() < (rows["kind"] == "verb").sum()


def open_table(open_page, html, **size):
    page = open_page(html, **size)
    page.get_by_role("button", name="Table", exact=True).click()
    return page


def test_no_column_is_cut(open_page, html):
    page = open_table(open_page, html)
    for tab in ("Actors", "Links"):
        page.locator("#table").get_by_role("button", name=tab, exact=True).click()
        wide, room = page.locator(".table-scroll").evaluate("(box) => [box.scrollWidth, box.clientWidth]")
        assert wide <= room, tab


def test_buttons_of_a_row_lie_over_nothing(open_page):
    documents, mentions, actors, relations, edges = news.news()
    long = "International Joint Committee for the Reconstruction of Port Lessing"
    actors = actors.assign(name=actors["name"].replace({"Kastoria Gas": long}))
    html = explorer(documents, mentions, actors, relations, edges)
    for size in ({}, {"width": 375, "height": 812}):
        page = open_table(open_page, html, **size)
        if not size:
            wide, room = page.locator(".table-scroll").evaluate("(box) => [box.scrollWidth, box.clientWidth]")
            assert wide <= room
        row = page.locator("#table tbody tr", has_text=long)
        row.hover()
        name = row.locator("th button.actor").bounding_box()
        for button in row.locator(".row-tools button").all():
            box = button.bounding_box()
            assert (
                box["x"] >= name["x"] + name["width"]
                or box["y"] >= name["y"] + name["height"]
                or box["x"] + box["width"] <= name["x"]
            )
            assert button.evaluate(
                """(button) => {
                  const { left, right, top, bottom } = button.getBoundingClientRect();
                  return button.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
                }"""
            )


def test_codes_have_their_words_beside_them(open_page, html):
    page = open_table(open_page, html)
    row = page.locator("#table tbody tr", has_text="Tomas Okonjo").inner_text()
    assert "government GOV" in row
    page.get_by_role("button", name="Role").first.click()
    roles = page.locator("#table tbody td:nth-child(3) bdi").all_inner_texts()
    assert roles == sorted(roles, key=str.casefold)  # by the words that are shown


def test_names_stay_in_sight_on_a_small_window(open_page, html):
    page = open_table(open_page, html, width=375, height=812)
    name = page.locator("#table tbody th").first
    before = name.bounding_box()
    assert before["width"] < 375 / 2
    page.locator(".table-scroll").evaluate("(box) => { box.scrollLeft = 200; }")
    assert name.bounding_box()["x"] == before["x"]


def test_paging_is_there_where_there_are_pages(open_page, html):
    page = open_table(open_page, html, width=375, height=812)
    assert page.get_by_role("button", name="Next").count() == 0  # 22 actors
    page = open_page(html, width=375, height=812, hash="view=table&tab=links&off.kinds=%00")
    parts = [page.get_by_role("button", name=name).bounding_box()["y"] for name in ("Previous", "Next")]
    assert parts[0] == parts[1]
