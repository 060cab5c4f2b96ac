"""A small press of a made-up region, as the five tables; written by hand for the tests of the page."""

# ruff: noqa: E501  (one relation a line reads best)

from __future__ import annotations

from itertools import combinations

import pandas as pd

from graphbuild.records import content_id
from graphbuild.tables import SCHEMAS

__all__ = ["ACTORS", "ARTICLES", "edges", "news", "tables", "texts"]

# name: (type, role, country, titles, aliases)
ACTORS: dict[str, tuple[str, str, str, str, str]] = {
    "Verania": ("country", "GOV", "VER", "", "Veranian government | the republic"),
    "Kastoria": ("country", "GOV", "KAS", "", "Kastorian government"),
    "Northern Alliance": ("group", "IGO", "", "", "the alliance"),
    "Red Valley Front": ("group", "REB", "VER", "", "RVF | the Front | the rebels"),
    "Hill Brigades": ("group", "REB", "VER", "", "the Brigades"),
    "Veranian army": ("organization", "MIL", "VER", "", "the army | government troops"),
    "River Commission": ("organization", "IGO", "", "", "the commission"),
    "Relief Union": ("organization", "NGO", "", "", "the Union"),
    "Kastoria Gas": ("organization", "BUS", "KAS", "", "the gas company"),
    "Élise Marchetti": (
        "official",
        "GOV",
        "VER",
        "President | Interior Minister",
        "Marchetti | President Marchetti",
    ),
    "Tomas Okonjo": ("official", "GOV", "KAS", "Foreign Minister", "Okonjo"),
    "Ruth Adler": ("official", "IGO", "", "Envoy", "Adler | Ambassador Adler"),
    "Colonel Dragan Hale": ("official", "MIL", "VER", "Colonel", "Hale"),
    "Mira Sandoval": ("person", "JRN", "", "", "Sandoval"),
    "Ivo Brandt": ("person", "REB", "VER", "Commander", "Brandt | Commander Brandt"),
    "سليم الحداد": ("person", "OPP", "KAS", "", "Salim al-Haddad"),
    "李文": ("person", "BUS", "", "", "Li Wen"),
    "Port Lessing": ("place", "", "VER", "", "Lessing"),
    "Amber Pass": ("place", "", "KAS", "", "the pass"),
    "Students 🎓 United": ("group", "CVL", "VER", "", "the students"),
    "Supreme Court": ("organization", "JUD", "VER", "", "the court"),
    "fishermen": ("group", "LAB", "VER", "", ""),
}

# One relation: (source, its words, verb, target, its words, class, polarity, status, speaker)
ARTICLES: list[tuple[str, str, str, list[tuple[str, list[tuple[str, str, str, str, str, str, float, str, str]]]]]] = [
    ("Rebels attack port", "2021-03-02", "Coast Daily", [
        ("Fighters of the Red Valley Front shelled government troops near Port Lessing on Monday.", [
            ("Red Valley Front", "Red Valley Front", "shelled", "Veranian army", "government troops", "attack", -1.0, "asserted", "")]),
        ("President Élise Marchetti accused Kastoria of arming the rebels.", [
            ("Élise Marchetti", "Élise Marchetti", "accused", "Kastoria", "Kastoria", "accuse", -0.35, "asserted", ""),
            ("Kastoria", "Kastoria", "arming", "Red Valley Front", "the rebels", "aid", 1.0, "asserted", "Élise Marchetti")]),
        ("Kastoria has not supplied the Red Valley Front with weapons, Foreign Minister Tomas Okonjo said.", [
            ("Kastoria", "Kastoria", "supplied", "Red Valley Front", "Red Valley Front", "aid", 1.0, "negated", "Tomas Okonjo"),
            ("Tomas Okonjo", "Tomas Okonjo", "Foreign Minister", "Kastoria", "Kastoria", "member_of", 0.0, "asserted", "")]),
        ("Colonel Dragan Hale commands the army in Port Lessing.", [
            ("Colonel Dragan Hale", "Colonel Dragan Hale", "commands", "Veranian army", "the army", "lead", 0.0, "asserted", "")]),
    ]),
    ("Envoy opens talks", "2021-03-09", "The Meridian", [
        ("Ambassador Ruth Adler met Tomas Okonjo at the Amber Pass.", [
            ("Ruth Adler", "Ruth Adler", "met", "Tomas Okonjo", "Tomas Okonjo", "discuss", 0.25, "asserted", "")]),
        ("She urged Verania and Kastoria to stop the fighting.", [
            ("Ruth Adler", "She", "urged", "Verania", "Verania", "request", 0.1, "asserted", ""),
            ("Ruth Adler", "She", "urged", "Kastoria", "Kastoria", "request", 0.1, "asserted", "")]),
        ("The Northern Alliance backs the River Commission, and it will send Verania aid.", [
            ("Northern Alliance", "Northern Alliance", "backs", "River Commission", "River Commission", "support", 0.5, "asserted", ""),
            ("Northern Alliance", "it", "send", "Verania", "Verania", "aid", 1.0, "intended", "")]),
        ("Ruth Adler heads the River Commission.", [
            ("Ruth Adler", "Ruth Adler", "heads", "River Commission", "River Commission", "lead", 0.0, "asserted", "")]),
    ]),
    ("Army strikes back", "2021-03-15", "Coast Daily", [
        ("The Veranian army bombed the Hill Brigades and arrested Ivo Brandt.", [
            ("Veranian army", "Veranian army", "bombed", "Hill Brigades", "Hill Brigades", "attack", -1.0, "asserted", ""),
            ("Veranian army", "Veranian army", "arrested", "Ivo Brandt", "Ivo Brandt", "detain", -0.7, "asserted", "")]),
        ("Ivo Brandt, a commander of the Red Valley Front, may be tried by the Supreme Court.", [
            ("Ivo Brandt", "Ivo Brandt", "commander", "Red Valley Front", "Red Valley Front", "member_of", 0.0, "asserted", ""),
            ("Supreme Court", "Supreme Court", "tried", "Ivo Brandt", "Ivo Brandt", "accuse", -0.35, "possible", "")]),
        ("The Red Valley Front and the Hill Brigades signed a pact.", [
            ("Red Valley Front", "Red Valley Front", "signed", "Hill Brigades", "Hill Brigades", "ally", 0.8, "asserted", ""),
            ("Hill Brigades", "Hill Brigades", "signed", "Red Valley Front", "Red Valley Front", "ally", 0.8, "asserted", "")]),
        ("Government troops again attacked the rebels near Port Lessing.", [
            ("Veranian army", "Government troops", "attacked", "Red Valley Front", "the rebels", "attack", -1.0, "asserted", "")]),
    ]),
    ("Sanctions and gas", "2021-04-01", "The Meridian", [
        ("Verania imposed sanctions on Kastoria Gas.", [
            ("Verania", "Verania", "imposed sanctions on", "Kastoria Gas", "Kastoria Gas", "sanction", -0.6, "asserted", "")]),
        ("Kastoria threatened Verania with a halt of deliveries.", [
            ("Kastoria", "Kastoria", "threatened", "Verania", "Verania", "threaten", -0.4, "asserted", "")]),
        ("Kastoria Gas, which Kastoria owns, hired 李文.", [
            ("Kastoria Gas", "Kastoria Gas", "hired", "李文", "李文", "ally", 0.8, "asserted", ""),
            ("Kastoria Gas", "Kastoria Gas", "owns", "Kastoria", "Kastoria", "part_of", 0.0, "asserted", "")]),
        ("Opposition leader سليم الحداد criticised Kastoria over the gas deal.", [
            ("سليم الحداد", "سليم الحداد", "criticised", "Kastoria", "Kastoria", "criticize", -0.2, "asserted", "")]),
    ]),
    ("Students march", "2021-04-20", "Lessing Radio", [
        ("Students 🎓 United protested against Élise Marchetti in Port Lessing.", [
            ("Students 🎓 United", "Students 🎓 United", "protested", "Élise Marchetti", "Élise Marchetti", "protest", -0.5, "asserted", "")]),
        ("🎓 “We never backed the Front,” Students 🎓 United told Mira Sandoval.", [
            ("Students 🎓 United", "We", "backed", "Red Valley Front", "the Front", "support", 0.5, "negated", "Students 🎓 United"),
            ("Students 🎓 United", "Students 🎓 United", "told", "Mira Sandoval", "Mira Sandoval", "say", 0.0, "asserted", "")]),
        ("The Supreme Court rejected a ban that Élise Marchetti demanded.", [
            ("Supreme Court", "Supreme Court", "rejected", "Élise Marchetti", "Élise Marchetti", "reject", -0.3, "asserted", "")]),
        ("The Veranian army detained fishermen.", [
            ("Veranian army", "Veranian army", "detained", "fishermen", "fishermen", "detain", -0.7, "asserted", "")]),
    ]),
    ("A truce", "2021-05-11", "Coast Daily", [
        ("Verania and Kastoria agreed on a truce, the River Commission said.", [
            ("Verania", "Verania", "agreed", "Kastoria", "Kastoria", "promise", 0.3, "asserted", "River Commission"),
            ("Kastoria", "Kastoria", "agreed", "Verania", "Verania", "promise", 0.3, "asserted", "River Commission")]),
        ("The Relief Union sent food to Verania.", [
            ("Relief Union", "Relief Union", "sent", "Verania", "Verania", "aid", 1.0, "asserted", "")]),
        ("The Northern Alliance praised Élise Marchetti, who leads Verania.", [
            ("Northern Alliance", "Northern Alliance", "praised", "Élise Marchetti", "Élise Marchetti", "support", 0.5, "asserted", ""),
            ("Élise Marchetti", "Élise Marchetti", "leads", "Verania", "Verania", "lead", 0.0, "asserted", "")]),
        ("The Veranian army belongs to Verania, but Kastoria accused it of a new attack on the Red Valley Front.", [
            ("Veranian army", "Veranian army", "belongs", "Verania", "Verania", "part_of", 0.0, "asserted", ""),
            ("Kastoria", "Kastoria", "accused", "Veranian army", "it", "accuse", -0.35, "asserted", ""),
            ("Veranian army", "it", "attack", "Red Valley Front", "Red Valley Front", "attack", -1.0, "possible", "Kastoria")]),
    ]),
]  # fmt: skip

_AFFILIATIONS = ("member_of", "lead", "part_of")
_OFFICES = ("Foreign Minister", "commander")


def news() -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Documents, mentions, actors, relations and edges of `ARTICLES`."""
    return tables(ACTORS, ARTICLES)


def texts() -> dict[str, str]:
    """The text of each of `ARTICLES`, by the id of its document."""
    return {
        content_id(title, date): "".join(f"{sentence} " for sentence, _ in sentences)
        for title, date, _, sentences in ARTICLES
    }


def tables(actors: dict, articles: list) -> tuple[pd.DataFrame, ...]:
    """The five tables of any press written in the form of `ACTORS` and `ARTICLES`."""
    documents, mentions, relations = [], {}, []
    dates: dict[str, list[str]] = {name: [] for name in actors}
    seen: dict[str, set[str]] = {name: set() for name in actors}
    for title, date, outlet, sentences in articles:
        text, spans = "", []
        for sentence, _ in sentences:
            spans.append((len(text), len(text) + len(sentence)))
            text += sentence + " "
        doc_id = content_id(title, date)
        documents.append(
            (doc_id, title, date, outlet, f"https://news.example/{doc_id}", "", len(text), len(spans), doc_id)
        )
        for number, ((start, end), (sentence, facts)) in enumerate(zip(spans, sentences, strict=True)):
            present: dict[str, str] = {}

            def mention(
                name: str, words: str, *, doc=doc_id, at=start, of=sentence, n=number, here=present
            ) -> str:
                offset = of.index(words)
                key = f"{doc}:{at + offset}-{at + offset + len(words)}"
                mentions[key] = (
                    key,
                    doc,
                    n,
                    at + offset,
                    at + offset + len(words),
                    words,
                    "",
                    "name",
                    "",
                    content_id(name),
                )
                here.setdefault(name, key)
                return key

            for source, said, verb, target, other, relation, polarity, status, speaker in facts:
                ends = mention(source, said), mention(target, other)
                at = start + sentence.index(verb)
                kind = "affiliation" if relation in _AFFILIATIONS else "verb"
                relations.append((kind, source, target, relation, verb, polarity, status, speaker, *ends, at, at + len(verb),
                                  doc_id, number, date, start, end, sentence))  # fmt: skip
            for name in actors:
                if name in sentence:
                    mention(name, name)
            for name in present:
                dates[name].append(date)
                seen[name].add(doc_id)
            for one, other in combinations(sorted(present, key=content_id), 2):
                relations.append(("cooccurrence", one, other, "", "", 0.0, "asserted", "", present[one], present[other], -1, -1,
                                  doc_id, number, date, start, end, sentence))  # fmt: skip
    return (
        pd.DataFrame(documents, columns=list(SCHEMAS["documents"])),
        pd.DataFrame(list(mentions.values()), columns=list(SCHEMAS["mentions"])),
        pd.DataFrame(
            [(content_id(name), name, *about, len(dates[name]), len(seen[name]), min(dates[name], default=""),
              max(dates[name], default="")) for name, about in actors.items()],
            columns=list(SCHEMAS["actors"]),
        ),
        relation_table := _relations(relations),
        edges(relation_table),
    )  # fmt: skip


def _relations(rows: list[tuple]) -> pd.DataFrame:
    made = [
        {
            "relation_id": content_id(*row), "doc_id": doc, "sentence": number, "date": date, "kind": kind,
            "source": content_id(source), "source_name": source, "target": content_id(target), "target_name": target,
            "relation": relation, "verb": verb, "plover": "", "polarity": polarity, "status": status,
            "speaker": content_id(speaker) if speaker else "", "speaker_name": speaker,
            "rule": "apposition" if verb in _OFFICES else "same_sentence" if kind == "cooccurrence" else "active_verb",
            "confidence": 0.8, "source_mention": one, "target_mention": other, "start": start, "end": end,
            "verb_start": verb_start, "verb_end": verb_end, "evidence": sentence,
        }
        for row in rows
        for kind, source, target, relation, verb, polarity, status, speaker, one, other, verb_start, verb_end,
            doc, number, date, start, end, sentence in [row]
    ]  # fmt: skip
    return pd.DataFrame(made, columns=list(SCHEMAS["relations"]))


def edges(relations: pd.DataFrame) -> pd.DataFrame:
    """The edges that some relations make."""
    counted = relations[relations["status"] != "negated"]
    made = []
    for key, group in counted.groupby(["source", "target", "kind", "relation"], sort=True):
        source, target, kind, relation = key
        made.append({
            "edge_id": content_id(*key), "source": source, "source_name": group["source_name"].iloc[0],
            "target": target, "target_name": group["target_name"].iloc[0], "kind": kind, "relation": relation,
            "weight": len(group.drop_duplicates(["doc_id", "sentence"])), "n_relations": len(group),
            "n_documents": group["doc_id"].nunique(), "n_stories": group["doc_id"].nunique(),
            "polarity": group["polarity"].mean(), "association": 0.5 if kind == "cooccurrence" else 0.0,
            "q_value": 0.02 if kind == "cooccurrence" else 1.0,
            "first_date": group["date"].min(), "last_date": group["date"].max(),
        })  # fmt: skip
    return pd.DataFrame(made, columns=list(SCHEMAS["edges"]))
