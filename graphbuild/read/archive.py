"""Files in which a press archive exports many articles: LexisNexis and Nexis Uni, Factiva, ProQuest.

Each article becomes a document of its own. What the archive says of it (title, date, source) is taken from
there; its fields are furniture, and the text is the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graphbuild.lexicons import fold, given_names
from graphbuild.read.dates import iso_date
from graphbuild.read.prose.bylines import NAME_LINKS, named
from graphbuild.read.prose.lines import Line, lines, merged
from graphbuild.records import Document

__all__ = ["MARK", "archived"]

_ACCESSION = r"Document\s+(?=[A-Za-z\d]*\d{8})[A-Z][A-Za-z\d]{17,30}"
MARK = re.compile(
    rf"\b(?i:document\s+\d{{1,5}}\s+of\s+\d{{1,5}}|\d{{1,5}}\s+of\s+\d{{1,5}}\s+documents)\b"
    rf"|\b(?i:end\s+of\s+document)\b|\b{_ACCESSION}\b"
)
"""What no other text has: how archives count their articles, and how they end them."""
_BEGINS = re.compile(r"document\s+\d{1,5}\s+of\s+\d{1,5}|\d{1,5}\s+of\s+\d{1,5}\s+documents", re.IGNORECASE)
_ENDS = re.compile(rf"(?i:end\s+of\s+document)|(?:AN\s+)?{_ACCESSION}")
_RULE = re.compile(r"[_=*]{20,}")
_FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z -]{2,30}?)\s*:(?:\s+(?P<value>.*))?", re.DOTALL)
_HEAD = frozenset(
    phrase.strip()
    for phrase in """
    headline; byline; section; length; dateline; highlight; series; type; author; publication info; abstract;
    links; proquest document link; document url; source; date
    """.split(";")
)
_TAIL = frozenset(
    phrase.strip()
    for phrase in """
    url; load-date; language; graphic; publication-type; publication type; subject; organization; company;
    ticker; industry; person; people; geographic; city; state; country; journal code; document-type; document
    type; acc-no; title; publication title; publication year; publication date; year; pages; place of
    publication; country of publication; publication subject; issn; source type; language of publication;
    document id; proquest document id; copyright; last updated; database; location; company / organization;
    publisher; volume; issue; identifier / keyword; classification; credit;
    correction-date; column; first page
    """.split(";")
)
_FULL_TEXT = frozenset(("full text", "text", "body"))
_CODES = frozenset(
    "HD CR BY WC PD ET SN SC ED PG VOL LA CY LP TD CO IN NS RE IPC IPD PUB AN CLM SE ART RF CT CX DE".split()
)
_CODE = re.compile(r"(?P<code>[A-Z]{2,3})(?:(?P<gap>\s+)(?P<value>\S.*))?", re.DOTALL)
_ALSO_WORDS = frozenset("IN RE SE ED CO CR ART DE".split())
_RIGHTS = re.compile(r"(?:copyright\b|©|\(c\)\s|all\s+rights\s+reserved)", re.IGNORECASE)
_COUNTED = re.compile(r"(?P<n>[\d,]+)\s+words", re.IGNORECASE)
_CLOCK = re.compile(r"\d\d?:\d\d(?::\d\d)?(?:\s*[A-Z]{2,4})?")
_CLASSES = re.compile(r"classification|load-date:.*", re.IGNORECASE)
_LONGEST_DATE = 80
_EARLY = 30  # lines
_FEWEST = 2
_LONGEST_NAME = 5  # words


@dataclass(frozen=True, slots=True)
class _Article:
    """What an archive says of an article, and where in the file its title and its body stand."""

    title: Sequence[Line]
    date: str
    source: str
    body: tuple[int, int]


def archived(document: Document) -> Iterator[Document]:
    """The articles of an export of a press archive; any other document is given back as it is.

    Parameters
    ----------
    document : Document
        All of a file.

    Yields
    ------
    Document
        Its text is part of the file's, its path that of the file with ``:n`` for the n-th article. A list of
        results before the first article is left out.

    Examples
    --------
    >>> export = '''Document 1 of 2
    ...
    ... Norland sues Sudland
    ...
    ... Publication info: The Norland Post ; Alton [Alton]03 Mar 2020: A1.
    ...
    ... Full text: Norland sued Sudland on Monday.
    ...
    ... Title: Norland sues Sudland
    ...
    ... Publication title: The Norland Post; Alton
    ... ____________________________________________
    ... Document 2 of 2
    ...
    ... Sudland pays
    ...
    ... Publication info: The Norland Post ; Alton [Alton]04 Mar 2020: A1.
    ...
    ... Full text: Sudland paid.
    ...
    ... Publication date: Mar 4, 2020
    ... '''
    >>> for found in archived(Document("", export, path="a.txt")):
    ...     print(found.title, found.date, found.source, sep=", ")
    Norland sues Sudland, 2020-03-03, The Norland Post
    Sudland pays, 2020-03-04, The Norland Post
    """
    if not MARK.search(document.text):
        yield document
        return
    parts = list(_parts(lines(document.text)))
    found = [_article(part, document.text) for part in parts]
    if not any(found):
        yield document
        return
    number = 0
    for part, article in zip(parts, found, strict=True):
        if article is not None:
            number += 1
            yield _part(document, part, article, f"{document.path}:{number}")


def _parts(found: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each article, its marks included; of a coded one also where no mark parts it."""
    part: list[Line] = []
    for line in found:
        text = line.text
        headed = _code(text) == "HD" and any(_code(before.text) == "TD" for before in part)
        if part and (_BEGINS.fullmatch(text) or _RULE.fullmatch(text) or headed):
            yield part
            part = []
        part.append(line)
        if _ENDS.fullmatch(text):
            yield part
            part = []
    if part:
        yield part


def _part(document: Document, part: Sequence[Line], article: _Article, path: str) -> Document:
    """An article as a document: all but its title and body is furniture."""
    start, end = part[0].start, part[-1].end
    kept = merged([*((line.start, line.end) for line in article.title), article.body])
    spans, at = [], start
    for a, b in kept:
        spans.append((at, a))
        at = b
    within = [(max(s, article.body[0]), min(e, article.body[1])) for s, e in document.furniture]
    spans += [(at, end), *(span for span in within if span[0] < span[1])]
    return replace(
        document,
        doc_id="",
        text=document.text[start:end],
        title=" ".join(" ".join(line.text for line in article.title).split()),
        date=article.date,
        source=article.source,
        path=path,
        furniture=merged((s - start, e - start) for s, e in spans),
    )


def _article(part: Sequence[Line], text: str) -> _Article | None:
    """What is in a part of an export; None where it has no fields, as a list of results has none."""
    found = _coded(part) or _labelled(part, text) or _counted(part, text)
    return found if found and found.body[0] < found.body[1] else None


# Factiva, with the codes of its fields


def _code(text: str, *, inside: bool = False) -> str:
    """The code of a field that a line begins with; ``inside`` a body a word may look like one."""
    match = _CODE.fullmatch(text)
    if match is None or match["code"] not in _CODES:
        return ""
    spaced = match["gap"] is None or len(match["gap"]) > 1 or "\t" in match["gap"]
    return "" if inside and match["code"] in _ALSO_WORDS and not spaced else match["code"]


def _coded(part: Sequence[Line]) -> _Article | None:
    values: dict[str, list[Line]] = {}
    code = ""
    for line in part:
        text = line.text
        if own := _code(text, inside=code in ("LP", "TD")):
            code = own
            match = _CODE.fullmatch(text)
            if match is None or match["value"] is None:
                continue
            start = line.start + line.text.index(match["value"], len(own))
            line = Line(start, line.end, match["value"])
        if code and not _ENDS.fullmatch(text):
            values.setdefault(code, []).append(line)
    body = values.get("LP", []) + values.get("TD", [])
    if "HD" not in values or not body:
        return None
    date = next((iso for line in values.get("PD", []) if (iso := iso_date(line.text))), "")
    source = " ".join(line.text for line in values.get("SN", []))
    return _Article(values["HD"], date, " ".join(source.split()), (body[0].start, body[-1].end))


# LexisNexis and ProQuest, with named fields


def _labelled(part: Sequence[Line], text: str) -> _Article | None:
    fields: dict[str, int] = {}
    for n, line in enumerate(part):
        match = _FIELD.fullmatch(line.text)
        if match and (key := " ".join(match["key"].casefold().split())) in _HEAD | _TAIL | _FULL_TEXT:
            fields.setdefault(key, n)
    marked = next((n for n, line in enumerate(part) if line.text.casefold() == "body"), -1)
    if len(fields) < _FEWEST and marked < 0:
        return None
    first = min((n for key, n in fields.items() if key in _HEAD), default=max(marked, 0))
    whole = next((fields[key] for key in ("full text", "text") if key in fields), -1)
    if marked >= 0:
        begin, start = marked + 1, part[marked].end
    elif whole >= 0:
        begin = whole + 1
        start = part[whole].start + part[whole].text.index(":") + 1
    else:
        begin = _below(part, [n for key, n in fields.items() if key in _HEAD and n < _EARLY], text)
        start = part[begin].start if begin < len(part) else part[-1].end
    end = next((n for n in range(begin, len(part)) if _is_tail(part[n])), len(part))
    while end > begin and _closing(part[end - 1].text):
        end -= 1
    stop = part[end - 1].end if end > begin else part[begin - 1].end
    title, date, source = _above(part[:first], text)

    def value(*keys: str) -> str:
        told = (part[fields[key]].text.partition(":")[2].strip() for key in keys if key in fields)
        return next(filter(None, told), "")

    if own := value("headline", "title"):
        line = part[fields["headline"] if value("headline") else fields["title"]]
        title = title if not value("headline") and title else [Line(line.end - len(own), line.end, own)]
    dates = (value(key) for key in ("publication date", "date", "publication info", "load-date"))
    date = date or next((iso for told in dates if (iso := iso_date(told))), "")
    told = value("publication title", "source", "publication info").partition(";")[0].strip()
    while start < stop and text[start].isspace():
        start += 1
    return _Article(title, date, " ".join((told or source).split()), (start, stop))


def _is_tail(line: Line) -> bool:
    match = _FIELD.fullmatch(line.text)
    tail = match is not None and " ".join(match["key"].casefold().split()) in _TAIL
    return tail or _CLASSES.fullmatch(line.text) is not None


def _closing(text: str) -> bool:
    """Whether a line below the body is the archive's."""
    return bool(
        _RIGHTS.match(text) or _ENDS.fullmatch(text) or _BEGINS.fullmatch(text) or _RULE.fullmatch(text)
    )


def _below(part: Sequence[Line], heads: Sequence[int], text: str) -> int:
    """The line below the last field of the head, whose value may fill several lines up to a blank one."""
    last = max(heads, default=0)
    while last + 1 < len(part) and text.count("\n", part[last].end, part[last + 1].start) < 2:
        last += 1
    return last + 1


def _above(head: Sequence[Line], text: str) -> tuple[list[Line], str, str]:
    """Title, date and source by where they stand: title, source, date, or source, date, title."""
    told = [line for line in head if not _closing(line.text)]
    days = (n for n, line in enumerate(told) if len(line.text) <= _LONGEST_DATE and iso_date(line.text))
    dated = max((n for n in days if ":" not in told[n].text), default=-1)
    if dated < 0:
        return told[:1], "", ""
    date, before, after = iso_date(told[dated].text), told[:dated], told[dated + 1 :]
    source = " ".join(before[-1].text.split()) if before else ""
    if len(before) > 1:
        return before[-2:-1], date, source
    begin = len(after) - 1
    while begin > 0 and text.count("\n", after[begin - 1].end, after[begin].start) < 2:
        begin -= 1
    return after[max(begin, 0) :], date, source


# Factiva as it is printed, without codes


def _counted(part: Sequence[Line], text: str) -> _Article | None:
    """An article below its number of words, date, source, language and the owner of its rights."""
    if not _ENDS.fullmatch(part[-1].text):
        return None
    early = list(enumerate(part[:_EARLY]))
    count = next((n for n, line in early if _COUNTED.fullmatch(line.text)), 0)
    rights = next((n for n, line in early if n > count and _RIGHTS.match(line.text)), 0)
    if not 0 < count < rights:
        return None
    dated = next((n for n in range(count + 1, rights) if iso_date(part[n].text)), count)
    below = (line.text for line in part[dated + 1 : rights])
    source = next((line for line in below if not _CLOCK.fullmatch(line)), "")
    above = list(part[:count])
    while len(above) > 1 and _by(above[-1].text):
        above.pop()
    end = len(part) - 1
    date = iso_date(part[dated].text)
    return _Article(above[-1:], date, " ".join(source.split()), (part[rights + 1].start, part[end - 1].end))


def _by(text: str) -> bool:
    """Whether a line says who wrote an article."""
    words = text.split()
    human = 1 < len(words) < _LONGEST_NAME and fold(words[0]) in given_names() and named(text, NAME_LINKS)
    return words[0].lower() == "by" or human
