"""RDF, as Turtle or JSON-LD: schema.org for actors and articles, PROV-O for where a statement comes from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from graphbuild.exports._tables import Tables, items, printable, rows, statements
from graphbuild.lexicons.gazetteer.codes import alpha2
from graphbuild.vocabulary import COUNTRY, GROUP, OFFICIAL, ORGANIZATION, PERSON, PLACE

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

__all__ = ["rdf"]

_BASE, _TERMS = "urn:graphbuild:", "urn:graphbuild:term:"
_TYPES = {
    OFFICIAL: "Person",
    PERSON: "Person",
    COUNTRY: "Country",
    ORGANIZATION: "Organization",
    GROUP: "Organization",
    PLACE: "Place",
}
_KNOWN = {
    "member_of": "memberOf",
    "part_of": "parentOrganization",
    "located_in": "location",
    "kin": "relatedTo",
}


def rdf(network: Tables, path: Path, *, syntax: str) -> None:
    """Write a network as RDF.

    Actors are ``schema:Person``, ``schema:Organization``, ``schema:Country`` or ``schema:Place``; articles
    ``schema:NewsArticle``. Each statement is an ``rdf:Statement`` and a ``prov:Entity`` of its own, with its
    subject, its class as predicate, its object, and status, polarity, confidence and rule; its
    ``prov:qualifiedQuotation`` leads to the article, with the sentence as ``prov:value``, and
    ``prov:wasAttributedTo`` to who says so. What is asserted is a plain triple beside it; what a text denies
    or supposes stands as a statement with that status only.

    Parameters
    ----------
    network : Network
    path : Path
    syntax : str
        ``turtle`` or ``json-ld``.

    Notes
    -----
    https://www.w3.org/TR/prov-o/ and https://schema.org; classes of relation are terms of ``urn:graphbuild``.

    Examples
    --------
    >>> rdf(net, Path("graph.ttl"), syntax="turtle")          # doctest: +SKIP
    """
    from rdflib import Graph
    from rdflib.namespace import PROV, SDO

    made = Graph()
    made.bind("schema", SDO)
    made.bind("prov", PROV)
    made.bind("gb", _TERMS)
    for actor in rows(network.actors):
        _actor(made, actor)
    for document in rows(network.documents):
        _article(made, document)
    for stated in rows(statements(network)):
        _statement(made, stated)
    made.serialize(path, format=syntax, encoding="utf-8")


def _iri(kind: str, name: str) -> URIRef:
    from rdflib import URIRef

    return URIRef(f"{_BASE}{kind}:{quote(name, safe='')}")


def _text(value: str) -> Any:
    from rdflib import Literal

    return Literal(printable(value))


def _date(value: str) -> Any:
    """A day, month or year with its type."""
    from rdflib import Literal
    from rdflib.namespace import XSD

    kind = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}.get(len(value))
    return Literal(value, datatype=kind, normalize=False) if kind else Literal(value)


def _actor(made: Graph, actor: dict[str, Any]) -> None:
    from rdflib.namespace import RDF, SDO

    one = _iri("actor", actor["actor_id"])
    made.add((one, RDF.type, SDO[_TYPES.get(actor["type"], "Thing")]))
    made.add((one, SDO.name, _text(actor["name"])))
    for alias in items(actor["aliases"]):
        if alias != actor["name"]:
            made.add((one, SDO.alternateName, _text(alias)))
    for title in items(actor["titles"]):
        made.add((one, SDO.jobTitle, _text(title)))
    if country := alpha2(actor["country"]):
        made.add(
            (
                one,
                SDO.nationality if actor["type"] in (PERSON, OFFICIAL) else SDO.addressCountry,
                _text(country),
            )
        )
    if actor["role"]:
        made.add((one, _term("role"), _text(actor["role"])))


def _article(made: Graph, document: dict[str, Any]) -> None:
    from rdflib import URIRef
    from rdflib.namespace import PROV, RDF, SDO

    one = _iri("article", document["doc_id"])
    made.add((one, RDF.type, SDO.NewsArticle))
    made.add((one, RDF.type, PROV.Entity))
    for name, value in (("headline", document["title"]), ("publisher", document["source"])):
        if value:
            made.add((one, SDO[name], _text(value)))
    if document["date"]:
        made.add((one, SDO.datePublished, _date(document["date"])))
    if urlsplit(document["url"]).scheme in ("http", "https"):
        made.add((one, SDO.url, URIRef(quote(document["url"], safe="%/:=&?~#+!$,;'@()*[]"))))


def _statement(made: Graph, stated: dict[str, Any]) -> None:
    from rdflib import BNode, Literal
    from rdflib.namespace import PROV, RDF, SDO

    one = _iri("statement", stated["relation_id"])
    source, target = (_iri("actor", stated[end]) for end in ("source", "target"))
    article, relation = _iri("article", stated["doc_id"]), _term(stated["relation"])
    made.add((one, RDF.type, RDF.Statement))
    made.add((one, RDF.type, PROV.Entity))
    made.add((one, RDF.subject, source))
    made.add((one, RDF.predicate, relation))
    made.add((one, RDF.object, target))
    for name in ("status", "rule", "verb"):
        made.add((one, _term(name), _text(stated[name])))
    for name in ("polarity", "confidence"):
        made.add((one, _term(name), Literal(float(stated[name]))))
    if stated["date"]:
        made.add((one, SDO.temporalCoverage, _date(stated["date"])))
    if stated["speaker"]:
        made.add((one, PROV.wasAttributedTo, _iri("actor", stated["speaker"])))
    quotation = BNode(f"q{stated['relation_id']}")
    made.add((one, PROV.qualifiedQuotation, quotation))
    made.add((quotation, RDF.type, PROV.Quotation))
    made.add((quotation, PROV.entity, article))
    made.add((quotation, PROV.value, _text(stated["evidence"])))
    made.add((one, PROV.wasQuotedFrom, article))
    if stated["status"] == "asserted":
        made.add((source, relation, target))
        if stated["relation"] in _KNOWN:
            made.add((source, SDO[_KNOWN[stated["relation"]]], target))


def _term(name: str) -> URIRef:
    from rdflib import URIRef

    return URIRef(f"{_TERMS}{quote(name, safe='')}")
