"""What one asks of a network, answered by names and filters; and the report on all of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from graphbuild.errors import InputError
from graphbuild.vocabulary import KINDS

if TYPE_CHECKING:
    from graphbuild.network import Network
    from graphbuild.report.answers import Answer

__all__ = ["QUESTIONS", "show"]

QUESTIONS: dict[str, int] = {"top": 0, "actor": 1, "ego": 1, "path": 2, "link": 2, "speaker": 1}
"""What can be asked, with how many names of actors it takes."""


def show(
    network: Network,
    question: str,
    names: Sequence[str] = (),
    *,
    kinds: Collection[str] = KINDS,
    min_confidence: float = 0.0,
    since: str = "",
    until: str = "",
    limit: int = 20,
) -> Answer:
    """An answer with the sentences that it rests on.

    Parameters
    ----------
    network : Network
    question : str
        One of `QUESTIONS`.
    names : sequence of str
        Names, aliases or ids of actors, as many as the question takes.
    kinds, min_confidence, since, until
        Which relations count, as for `graphbuild.network.narrowed`.
    limit : int
        Rows of each table.

    Returns
    -------
    Answer

    Raises
    ------
    InputError
        There is no such question, it takes another number of names, or no actor is called so.

    Examples
    --------
    >>> from graphbuild.build import assemble
    >>> from graphbuild.resolve import resolve
    >>> show(assemble([], resolve([])), "actor")
    Traceback (most recent call last):
    graphbuild.errors.InputError: "actor" takes 1 name of an actor, not 0
    """
    from graphbuild.network import narrowed
    from graphbuild.report import answers
    from graphbuild.views.lookup import lookup

    if question not in QUESTIONS:
        raise InputError(f"there is no question {question!r}, only {', '.join(QUESTIONS)}")
    takes = QUESTIONS[question]
    if len(names) != takes:
        plural = "name of an actor" if takes == 1 else "names of actors"
        raise InputError(f'"{question}" takes {takes} {plural}, not {len(names)}')
    ids = [lookup(network.actors, name) for name in names]
    some = narrowed(network, kinds=kinds, min_confidence=min_confidence, since=since, until=until)
    told = answers.Tables(network.documents, network.actors, some.relations, some.edges)
    asked: dict[str, Callable[[], Answer]] = {
        "top": lambda: answers.top(told, limit=limit),
        "actor": lambda: answers.about_actor(told, *ids, limit=limit),
        "ego": lambda: answers.ego(told, *ids, limit=limit),
        "path": lambda: answers.about_path(told, *ids),
        "link": lambda: answers.about_link(told, *ids, limit=limit),
        "speaker": lambda: answers.speaker(told, *ids, limit=limit),
    }
    return asked[question]()
