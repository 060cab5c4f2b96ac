"""An actor by the name that a reader calls it."""

from __future__ import annotations

from difflib import get_close_matches

import pandas as pd

from graphbuild.errors import InputError
from graphbuild.names import fold

__all__ = ["lookup"]

_NEAR = 4


def lookup(actors: pd.DataFrame, name: str) -> str:
    """The id of the actor that is called so.

    Parameters
    ----------
    actors : pandas.DataFrame
        With the columns ``actor_id``, ``name``, ``aliases`` and, to choose among several actors of one name,
        ``n_mentions``.
    name : str
        Name, alias or id; case, accents and a leading "the" do not matter.

    Returns
    -------
    str
        Of several the one that has it as its name rather than as an alias; of those the most mentioned.

    Raises
    ------
    InputError
        No actor is called so; the message lists the nearest names.

    Examples
    --------
    >>> actors = pd.DataFrame({"actor_id": ["a", "b"], "name": ["Chad", "Niger"], "aliases": ["Tchad", ""]})
    >>> lookup(actors, "tchad")
    'a'
    >>> lookup(actors, "Nigre")
    Traceback (most recent call last):
    graphbuild.errors.InputError: no actor is called 'Nigre'; the nearest names are Niger
    """
    if name in actors["actor_id"].tolist():  # as Python compares them: a name may be no UTF-8
        return name
    wanted = _plain(name)
    mentions = actors["n_mentions"] if "n_mentions" in actors.columns else [0] * len(actors)
    best: tuple[bool, int] | None = None
    found = ""
    known: dict[str, str] = {}
    for actor_id, own, aliases, size in zip(
        actors["actor_id"], actors["name"], actors["aliases"], mentions, strict=True
    ):
        for at, called in enumerate([own, *str(aliases).split(" | ")]):
            if not called:
                continue
            plain = _plain(called)
            known.setdefault(plain, called)
            if plain == wanted and (best is None or (at == 0, int(size)) > best):
                best, found = (at == 0, int(size)), str(actor_id)
    if best is not None:
        return found
    inside = [called for plain, called in known.items() if wanted and wanted in plain][:_NEAR]
    near = [known[plain] for plain in get_close_matches(wanted, known, n=_NEAR, cutoff=0.5)]
    nearest = list(dict.fromkeys([*inside, *near]))[:_NEAR]
    if nearest:
        raise InputError(f"no actor is called {name!r}; the nearest names are {', '.join(nearest)}")
    raise InputError(f"no actor is called {name!r}: the actors table lists all names and aliases")


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")
