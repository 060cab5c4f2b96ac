"""A folder of notes for Obsidian: one for each actor and article, linked as the graph is."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from graphbuild.exports._tables import Tables, items, printable, rows, statements
from graphbuild.vocabulary import ASSERTED, BY_HAND

__all__ = ["obsidian"]

_FORBIDDEN = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f]+')
_MARKED = re.compile(r"([\\`*_\[\]{}<>#|~$^=!])")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_LONGEST = 80  # characters of a file's name; folders of vaults nest, and systems count bytes
_SHOWN = 5  # sentences of a link


def obsidian(network: Tables, folder: Path) -> None:
    """Write a vault: ``Actors`` and ``Articles``, a Markdown note each, with properties.

    The note of an actor lists by class whom it does what to, who does what to it, and to whom it belongs,
    each with its number of sentences, up to five of them, and links to the articles; Obsidian's own graph
    then shows the network. Actors who only stand together are not linked. Names that no file may have are
    changed, and the name as it is stands in the properties; text of articles cannot act as markup.

    Parameters
    ----------
    network : Network
    folder : Path
        Made if need be.

    Examples
    --------
    >>> obsidian(net, Path("vault"))                          # doctest: +SKIP
    """
    stated = list(rows(statements(network)))
    taken: dict[str, int] = {}
    actors = _named(((row["actor_id"], row["name"]) for row in rows(network.actors)), taken)
    titles = ((row["doc_id"], row["title"] or row["doc_id"]) for row in rows(network.documents))
    articles = _named(titles, taken)
    by_source, by_target, by_article = (_grouped(stated, key) for key in ("source", "target", "doc_id"))
    for name in ("Actors", "Articles"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for actor in rows(network.actors):
        key = actor["actor_id"]
        parts = [
            *_section("Towards others", by_source[key], "target", actors, articles),
            *_section("From others", by_target[key], "source", actors, articles),
        ]
        _note(folder / "Actors" / f"{actors[key]}.md", _about(actor), actor["name"], parts)
    for document in rows(network.documents):
        key = document["doc_id"]
        facts = {name: document[name] for name in ("date", "source", "url", "doc_id") if document[name]}
        parts = [
            f"- {_link(actors[one['source']], one['source_name'])} {_said(one)} "
            f"{_link(actors[one['target']], one['target_name'])}\n  > {_plain(one['evidence'])}"
            for one in by_article[key]
        ]
        title = document["title"] or key
        _note(folder / "Articles" / f"{articles[key]}.md", {**facts, "tags": ["article"]}, title, parts)


def _named(pairs: Iterable[tuple[str, str]], taken: dict[str, int]) -> dict[str, str]:
    """A file's name for each id, different from all that are taken whatever the case of letters.

    ``taken`` counts how often each was wanted.
    """
    found = {}
    for key, name in pairs:
        base = " ".join(_FORBIDDEN.sub(" ", printable(name)).split())[:_LONGEST].strip(" .") or key
        if _RESERVED.match(base):
            base = f"{base} -"
        one = base
        while one.casefold() in taken:
            taken[base.casefold()] += 1
            one = f"{base} {taken[base.casefold()]}"
        taken[one.casefold()] = 1
        found[key] = one
    return found


def _grouped(stated: Sequence[Mapping[str, Any]], key: str) -> defaultdict[str, list[Mapping[str, Any]]]:
    groups: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for one in stated:
        groups[one[key]].append(one)
    return groups


def _about(actor: Mapping[str, Any]) -> dict[str, Any]:
    facts = {
        "aliases": items(actor["aliases"]),
        "titles": items(actor["titles"]),
        **{name: actor[name] for name in ("type", "role", "country", "first_date", "last_date", "actor_id")},
        "tags": [actor["type"]],
    }
    return {name: value for name, value in facts.items() if value}


def _section(
    heading: str,
    stated: Sequence[Mapping[str, Any]],
    end: str,
    actors: Mapping[str, str],
    articles: Mapping[str, str],
) -> list[str]:
    groups: defaultdict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for one in stated:
        groups[one["relation"], one[end]].append(one)
    parts = [f"\n## {heading}\n"] if groups else []
    for (relation, other), ones in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])):
        sentences = dict.fromkeys((one["doc_id"], one["evidence"], _said(one)) for one in ones)
        name = ones[0][f"{end}_name"]
        count = f"{len(sentences)} sentence{'s' if len(sentences) > 1 else ''}"
        parts.append(f"- {relation.replace('_', ' ')} {_link(actors[other], name)} ({count})")
        for doc_id, evidence, said in list(sentences)[:_SHOWN]:
            article = _link(articles[doc_id], articles[doc_id])
            parts.append(f"  - {said}: {_plain(evidence)} — {article}")
    return parts


def _said(one: Mapping[str, Any]) -> str:
    status = "" if one["status"] == ASSERTED else f" ({one['status']})"
    speaker = f", according to {_plain(one['speaker_name'])}" if one["speaker_name"] else ""
    by_hand = ", added by hand" if one["rule"] == BY_HAND else ""
    return f"*{_plain(one['verb'] or one['relation'])}*{status}{speaker}{by_hand}"


def _link(file: str, name: str) -> str:
    shown = " ".join(_FORBIDDEN.sub(" ", printable(name)).split()) or file
    return f"[[{file}|{shown}]]"


def _plain(text: str) -> str:
    """A text on one line that Markdown shows as it is.

    >>> _plain("[[a]] <b>")
    '\\\\[\\\\[a\\\\]\\\\] \\\\<b\\\\>'
    """
    return _MARKED.sub(r"\\\1", " ".join(printable(text).split()))


def _note(path: Path, facts: Mapping[str, Any], title: str, parts: Sequence[str]) -> None:
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in _clean(facts).items()]
    text = "\n".join(["---", *lines, "---", f"# {_plain(title)}", *parts, ""])
    path.write_text(text, encoding="utf-8", newline="\n")


def _clean(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: [printable(one) for one in value] if isinstance(value, list) else printable(str(value))
        for name, value in facts.items()
    }
