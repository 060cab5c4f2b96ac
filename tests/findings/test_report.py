import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from corpus import article, network

from graphbuild.errors import InputError
from graphbuild.findings.report import report
from graphbuild.report.page import _PROOFS

_FRIENDS = ["Ann", "Bea", "Cem", "Dov", "Eve"]
_FOES = ["Fay", "Gus", "Hal", "Ida", "Jon"]


def _stories(number):
    """A world of two camps, of which every story tells a little."""
    made = []
    for i in range(number):
        a, b = _FRIENDS[i % 5], _FRIENDS[(i + 1 + i // 5 % 4) % 5]
        c, d = _FOES[i % 5], _FOES[(i + 1 + i // 5 % 4) % 5]
        e, f = _FRIENDS[(i * 3) % 5], _FOES[(i * 2 + i // 7) % 5]
        told = [(0, a, "support", b, 0.5), (1, c, "support", d, 0.5), (2, e, "attack", f, -1.0)]
        words = (f"[{a}] backs [{b}] {i}.", f"[{c}] backs [{d}] {i}.", f"[{e}] hits [{f}] {i}.")
        made.append(
            article(f"d{i:03}", *words, date=f"2020-{1 + i // 28:02}-{1 + i % 28:02}", relations=told)
        )
    return made


NET = network(*_stories(120))
NET.documents["source"] = ["Post" if i % 2 else "Times" for i in range(len(NET.documents))]
NET.documents["url"] = [f"https://example.org/{i}" for i in range(len(NET.documents))]


class _Page(HTMLParser):
    """Links, ids, headings and texts of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.tags, self.items = [], {}, [], None
        self._at = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag == "a" and values["href"].startswith("#"):
            self.links.append([values["href"][1:], ""])
            self._open = True
        if "id" in values:
            self.ids[values["id"]] = ""
            self._at = values["id"]

    def handle_data(self, data):
        if self._at:
            self.ids[self._at] += data
        elif getattr(self, "_open", False):
            self.links[-1][1] += data

    def handle_endtag(self, tag):
        if tag == "a":
            self._open = False
        if tag == "li":
            self._at = None


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.html"
    assert report(NET, path, title="Two <camps>", skipped=[("a.pdf", "encrypted & locked")]) == path
    return path.read_text("utf-8")


def test_every_number_leads_to_its_sentences(page):
    read = _Page(page)
    assert len(read.links) > 20
    for target, text in read.links:
        sentences = re.findall(r"\w+ (?:backs|hits) \w+ \d+\.", read.ids[target])
        number = int(re.match(r"[\d,]+", text).group().replace(",", "")) if text[0].isdigit() else 1
        if "sentence" in text:
            assert min(number, _PROOFS) == len(set(sentences)), text
        assert sentences, text
    assert {link for link, _ in read.links} == set(read.ids)


def test_the_findings_are_those_that_were_planted(page):
    assert "Two camps stand against each other" in page
    (camps,) = re.findall(r"against each other: (.*?) on the one side, (.*?) on the other", page)
    sides = [re.sub(r" and 1 more", "", side).split(", ") for side in camps]
    assert sorted({tuple(sorted({name in _FOES for name in side})) for side in sides}) == [(False,), (True,)]
    assert "Friends of friends tend to be friends" in page
    strongest = re.search(r"<li>(\w+) (attacks|supports) (\w+) ", page)
    weight = NET.edges[NET.edges["kind"] == "verb"]["n_stories"].max()
    named = NET.edges[
        (NET.edges["source_name"] == strongest[1])
        & (NET.edges["target_name"] == strongest[3])
        & (NET.edges["kind"] == "verb")
    ]
    assert named["n_stories"].max() == weight


def test_the_sections_are_there_and_what_was_left_out_is_told(page):
    headings = re.findall(r"<h2>(.*?)</h2>", page)
    assert headings[:3] == ["What was read", "Key findings", "Central actors"]
    assert headings[-2:] == ["What is uncertain", "Sentences"]
    assert "a.pdf: encrypted &amp; locked" in page
    assert "120 documents, 120 stories" in page
    assert "2 outlets: Post, Times" in page


def test_the_page_is_whole_and_harmless(tmp_path):
    evil = "<script>alert(1)</script>"
    net = network(
        *(
            article(
                f"d{i}", f"[{evil}] hit [Ben & Co] {i}.", relations=[(0, evil, "attack", "Ben & Co", -1.0)]
            )
            for i in range(3)
        )
    )
    net.documents["title"], net.documents["url"] = evil, "javascript:alert(1)"
    page = report(net, tmp_path / "r.html", title=evil).read_text("utf-8")
    tags = _Page(page).tags
    assert not [tag for tag, _ in tags if tag in ("script", "link", "img", "iframe")]
    assert all(values["href"].startswith("#") for tag, values in tags if tag == "a")
    assert "default-src 'none'" in page
    assert "Ben &amp; Co" in page
    assert report(net, tmp_path / "again.html", title=evil).read_text("utf-8") == page


def test_what_is_unsure_denied_or_of_nobody_with_a_name_is_not_told(tmp_path):
    shy = [
        article(f"d{i}", f"[Ann] hit [Ben] {i}.", relations=[(0, "Ann", "attack", "Ben", -1.0, "possible")])
        for i in range(5)
    ]
    page = report(network(*shy), tmp_path / "r.html").read_text("utf-8")
    assert "Nothing stands out" in page
    assert "Central actors" not in page
    sure = network(*_stories(10))
    sure.relations["confidence"] = 0.5
    assert "Nothing stands out" in report(sure, tmp_path / "r.html").read_text("utf-8")
    assert "Central actors" in report(sure, tmp_path / "r.html", min_confidence=0.4).read_text("utf-8")


def test_a_failed_write_leaves_the_old_report(tmp_path, monkeypatch):
    path = tmp_path / "r.html"
    path.write_text("old")
    monkeypatch.setattr(
        "pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left"))
    )
    with pytest.raises(InputError, match="No space left; choose another place"):
        report(NET, path)
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["r.html"]


def test_time_lines_are_drawn_and_count_what_the_sentences_say(tmp_path):
    text = report(NET, tmp_path / "r.html").read_text("utf-8")
    section = text.partition("<h2>Time lines</h2>")[2].partition("<h2>")[0]
    rows = re.findall(r"<tr><td>(.*?)</td><td>(<svg.*?</svg>)</td><td>(.*?)</td></tr>", section, re.DOTALL)
    assert len(rows) == 8
    stated = NET.relations[NET.relations["kind"] == "verb"]
    for pair, drawn, number in rows:
        ElementTree.fromstring(drawn)  # whole
        one, other = pair.split(" – ")
        mine = stated[stated["source_name"].isin([one, other]) & stated["target_name"].isin([one, other])]
        told = re.findall(r"<title>([\d-]+): (\d+) friendly, (\d+) neither, (\d+) hostile</title>", drawn)
        assert sum(int(n) for bar in told for n in bar[1:]) == len(mine)
        assert f">{len(mine):,}</a>" in number
        for period, friends, _, foes in told:
            within = mine[mine["date"].str.startswith(period)]["polarity"]
            assert ((within > 0).sum(), (within < 0).sum()) == (int(friends), int(foes))


def test_what_was_before_the_first_article_is_in_no_time_line(tmp_path):
    dates = ("1945-05-01", "2020-01-05", "2020-02-05", "2020-02-05")
    net = network(*(
        article(f"d{n}", f"[Ann] hit [Ben] {n}.", date=date, relations=[(0, "Ann", "attack", "Ben", -1.0)])
        for n, date in enumerate(dates)
    ))  # fmt: skip
    net.documents.loc[net.documents["date"] == "1945-05-01", "date"] = ""
    text = report(net, tmp_path / "r.html").read_text("utf-8")
    section = text.partition("<h2>Time lines</h2>")[2].partition("<h2>")[0]
    assert "1945" not in section
    assert re.search(r">3</a>", section)
