"""The report on a network: what it is made of, put together and written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.vocabulary import ASSERTED, COOCCURRENCE, NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.network import Network

__all__ = ["SURE", "report"]

SURE = 0.65
"""From this confidence on four of five acts are right on running news; what is less sure is not told."""
_CONTESTS = ("compete", "defeat")


def report(
    network: Network,
    path: str | Path,
    *,
    title: str = "graphbuild",
    skipped: Sequence[tuple[str, str]] = (),
    min_confidence: float = SURE,
) -> Path:
    """Write the report on a network, one HTML file to read, print and send.

    What was read, the key findings in plain words with sentences, central actors, contested and changed
    pairs, communities, outlets, who agrees with whom, and what is uncertain. It tells what is asserted of two
    actors that have a name, surely enough, and every number leads to its sentences. Who competes with another
    or beats him at the polls or in a game is not counted as his foe.

    Parameters
    ----------
    network : Network
    path : str or Path
        The file; an earlier one is replaced only when the new one is complete.
    title : str
        Heading.
    skipped : sequence of (str, str)
        Inputs that were left out, and why, to be told.
    min_confidence : float
        Relations less sure are not told.

    Returns
    -------
    Path

    Raises
    ------
    InputError
        The file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from graphbuild.build import assemble
    >>> from graphbuild.resolve import resolve
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     "What was read" in report(assemble([], resolve([])), Path(folder, "r.html")).read_text("utf-8")
    True
    """
    from graphbuild.analysis.structure.balance import balance
    from graphbuild.analysis.structure.ties import ties
    from graphbuild.edges.aggregate import aggregate
    from graphbuild.findings.analyses import analyze
    from graphbuild.report.material import Material
    from graphbuild.report.page import page
    from graphbuild.report.sections import sections

    stated = network.relations[network.relations["kind"] != COOCCURRENCE]
    named = set(network.mentions.loc[network.mentions["kind"] == NAME, "actor_id"]) - {""}
    sure = stated[
        (stated["confidence"] >= min_confidence)
        & (stated["status"] == ASSERTED)
        & stated["source"].isin(named)
        & stated["target"].isin(named)
    ].reset_index(drop=True)
    sure = sure.assign(polarity=sure["polarity"].mask(sure["relation"].isin(_CONTESTS), 0.0))
    told = network.but(relations=sure, edges=aggregate(sure, network.documents))
    names = ("edges", "ties", "measures", "changes", "timeline", "outlets", "discourse")
    found = {name: analyze(told, name) for name in names}
    found["measures"] = found["measures"][found["measures"]["degree"] > 0].reset_index(drop=True)
    edges = told.edges.merge(found.pop("edges")[["edge_id", "weight_low", "weight_high"]], on="edge_id")
    material = Material(
        title=title,
        documents=network.documents,
        mentions=network.mentions,
        actors=network.actors,
        relations=sure,
        stated=stated,
        edges=edges,
        balance=balance(ties(told.edges)),
        skipped=skipped,
        least=min_confidence,
        **found,
    )
    path = Path(path)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(page(material, sections(material)), encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as exc:
        raise InputError(f"{path} cannot be written: {exc.strerror or exc}; choose another place") from exc
    finally:
        part.unlink(missing_ok=True)
    return path
