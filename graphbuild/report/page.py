"""The report as one HTML file: readable, printable, whole without anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from pathlib import PurePath

from graphbuild.report.chart import chart
from graphbuild.report.material import Chart, Cited, Finding, Material, Part, Section, phrase
from graphbuild.report.plain import plain
from graphbuild.vocabulary import BY_HAND

__all__ = ["page"]

_PROOFS = 25
"""So many sentences a number leads to at most; the table of relations has the rest."""

_STYLE = """
:root { color-scheme: light; --sans: system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; }
body { font: 16px/1.5 Georgia, 'Times New Roman', serif; color: #1a1a1a; background: #fff;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1, h2 { font-family: var(--sans); line-height: 1.2; }
h1 { font-size: 1.8rem; }
h2 { font-size: 1.25rem; margin-top: 2.2rem; border-top: 1px solid #ccc; padding-top: 1rem; }
p.intro, .small { color: #555; font-size: .9rem; }
ul.findings { padding-left: 1.2rem; }
ul.findings > li { margin: .7rem 0; }
blockquote { margin: .3rem 0 .3rem .5rem; padding-left: .7rem; border-left: 3px solid #ccc; }
blockquote { font-size: .92rem; }
table { border-collapse: collapse; width: 100%; font: .85rem/1.35 var(--sans); }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem .3rem 0; }
th, td { border-bottom: 1px solid #e3e3e3; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.wide { overflow-x: auto; }
a { color: #0b4f9e; }
svg.chart { width: 15rem; max-width: 100%; height: auto; print-color-adjust: exact; }
ol.proofs > li { margin: .8rem 0; font-size: .9rem; }
ol.proofs p { margin: .2rem 0; }
:target { background: #fff6d6; }
@media print {
  body { max-width: none; margin: 0; font-size: 11pt; }
  a { color: inherit; }
  h2 { break-after: avoid; }
  blockquote, ul.findings > li, ol.proofs p { break-inside: avoid; }
}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_Quote = Callable[[int], str]


def page(material: Material, sections: Iterable[Section]) -> str:
    """The report in HTML.

    Parameters
    ----------
    material : Material
    sections : iterable of Section

    Returns
    -------
    str
        One document without scripts or anything that would be fetched; its time lines are drawn in it. Each
        number that has sentences leads to them at its end: of one number as many as `_PROOFS`, the surest
        first.
    """
    quote = _quoter(material)
    proofs: dict[tuple[int, ...], int] = {}
    body = "".join(_section(section, quote, proofs) for section in sections)
    title = escape(plain(material.title))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}: report</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"{body}{_appendix(quote, proofs)}</body>\n</html>\n"
    )


def _section(section: Section, quote: _Quote, proofs: dict[tuple[int, ...], int]) -> str:
    told = f"<h2>{escape(section.heading)}</h2>\n"
    if section.intro:
        told += f'<p class="intro">{escape(section.intro)}</p>\n'
    if section.findings:
        items = "".join(f"<li>{_finding(finding, quote, proofs)}</li>\n" for finding in section.findings)
        told += f'<ul class="findings">\n{items}</ul>\n'
    if section.rows:
        head = "".join(f"<th>{escape(name)}</th>" for name in section.columns)
        rows = (
            f"<tr>{''.join(f'<td>{_parts(cell, proofs)}</td>' for cell in row)}</tr>" for row in section.rows
        )
        body = "\n".join(rows)
        told += f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n"
    return told


def _finding(finding: Finding, quote: _Quote, proofs: dict[tuple[int, ...], int]) -> str:
    quotes = "".join(f"<blockquote>{quote(row)}</blockquote>" for row in finding.shown)
    return _parts(finding.parts, proofs) + quotes


def _parts(parts: tuple[Part, ...], proofs: dict[tuple[int, ...], int]) -> str:
    told = ""
    for part in parts:
        if isinstance(part, Cited) and part.rows:
            number = proofs.setdefault(part.rows, len(proofs) + 1)
            told += f'<a href="#s{number}">{escape(plain(part.text))}</a>'
        elif isinstance(part, Chart):
            told += chart(part)
        else:
            told += escape(_one_line(part.text if isinstance(part, Cited) else part))
    return told


def _one_line(text: str) -> str:
    """As `plain`, but with the spaces at either end, which join it to what is beside it."""
    kept = plain(text)
    return f"{' ' * (text[:1] == ' ')}{kept}{' ' * (text[-1:] == ' ' and bool(kept))}"


def _appendix(quote: _Quote, proofs: dict[tuple[int, ...], int]) -> str:
    if not proofs:
        return ""
    items = ""
    for rows, number in proofs.items():
        shown = dict.fromkeys(quote(row) for row in rows[:_PROOFS])
        left = len(rows) - _PROOFS
        more = f'<p class="small">and {left:,} more in the table of relations</p>' if left > 0 else ""
        items += f'<li id="s{number}">{"".join(f"<p>{proof}</p>" for proof in shown)}{more}</li>\n'
    intro = f"Behind each number, up to {_PROOFS} sentences, the surest first, with what was read of them."
    return f'<h2>Sentences</h2>\n<p class="intro">{intro}</p>\n<ol class="proofs">\n{items}</ol>\n'


def _quoter(material: Material) -> _Quote:
    """What tells a row of the relations as a sentence with its document."""
    about = material.documents.set_index("doc_id")[["title", "url", "path", "source", "date"]]
    documents = dict(zip(about.index.tolist(), about.itertuples(index=False), strict=True))
    names = (
        "doc_id",
        "evidence",
        "date",
        "confidence",
        "speaker_name",
        "source_name",
        "relation",
        "target_name",
        "rule",
    )
    told = list(zip(*(material.relations[name].tolist() for name in names), strict=True))

    @cache
    def quote(row: int) -> str:
        doc_id, evidence, date, confidence, speaker, source, relation, target, rule = told[row]
        document = documents[doc_id]
        where = escape(plain(document.title or document.url or PurePath(document.path).name or doc_id))
        if document.url.startswith(("https://", "http://")):
            where = f'<a href="{escape(document.url)}">{where}</a>'
        by = "added by hand" if rule == BY_HAND else "read as"
        read = f"{by}: {source} {phrase(relation)} {target}"
        facts = [read, f"says {speaker}" if speaker else "", document.source, date or document.date]
        shown = escape(", ".join(plain(fact) for fact in (*facts, f"confidence {confidence:.2f}") if fact))
        return f'{escape(plain(evidence))} <span class="small">({where}; {shown})</span>'

    return quote
