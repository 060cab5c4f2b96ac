"""The page of a network, as text or as a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.vocabulary import DRAWN

if TYPE_CHECKING:
    from graphbuild.network.network import Network

__all__ = ["explorer", "page"]


def page(
    network: Network,
    *,
    title: str = "graphbuild",
    ego: str | None = None,
    language: str = "en",
    texts: Mapping[str, str] | None = None,
    whole: bool = True,
    embed: bool = False,
) -> str:
    """The page of a network as HTML; `explorer` says what it is told.

    Examples
    --------
    >>> page(None, ego="Syria")                               # doctest: +SKIP
    """
    from graphbuild.analysis.duplicates import apart
    from graphbuild.views.explorer import explorer
    from graphbuild.views.lookup import lookup

    tables = {name: getattr(network, name) for name in DRAWN}
    actor = None if ego is None else lookup(network.actors, ego)
    return explorer(
        **tables,
        title=title,
        ego=actor,
        language=language,
        texts=texts,
        apart=apart(network.actors, (row for row in network.corrections if not row.problem)),
        whole=whole,
        embed=embed,
        positions=network.positions,
    )


def explorer(
    network: Network,
    path: str | Path,
    *,
    title: str = "graphbuild",
    ego: str | None = None,
    language: str = "en",
    texts: Mapping[str, str] | None = None,
    whole: bool = True,
    embed: bool = False,
) -> Path:
    """Write the page of a network to a file, which opens offline in any browser.

    Parameters
    ----------
    network : Network
    path : str or Path
        The file; one that is there is replaced.
    title : str
        Heading of the page.
    ego : str, optional
        Name, alias or id of an actor: the page opens on it and those linked to it.
    language : str
        Of the page's own texts: ``en`` or ``fr``.
    texts : mapping of str to str, optional
        The text of each document, by its id, to be read in the page; a network itself has none.
    whole : bool
        Whether it has all actors, or only those that are drawn at first, which makes it much smaller.
    embed : bool
        Whether it is to stand in another page: the drawing and its cards, without bar, filters and time line.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    InputError
        The file cannot be written, no actor is called so, or the page does not speak this language.

    Examples
    --------
    >>> net = load("output")                                  # doctest: +SKIP
    >>> explorer(net, "conflict.html", ego="Syria")           # doctest: +SKIP
    PosixPath('conflict.html')
    """
    html = page(network, title=title, ego=ego, language=language, texts=texts, whole=whole, embed=embed)
    try:
        Path(path).write_text(html, encoding="utf-8", newline="\n")
    except OSError as exc:
        reason = exc.strerror or exc
        raise InputError(
            f"{path} cannot be written ({reason}): name a file in a folder that is there"
        ) from exc
    return Path(path)
