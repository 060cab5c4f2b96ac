"""What denial and intention make of the polarity of an act."""

from __future__ import annotations

from graphbuild.lexicons.verbs import Pattern

__all__ = ["polarity_shift"]

_SPOKEN = frozenset({"", "CONSULT", "AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST"})


def polarity_shift(pattern: Pattern, status: str, own: bool) -> Pattern:
    """The pattern that a denied or intended act amounts to.

    A denied act of cooperation is a refusal, a denied act of conflict says nothing of the sort; help that the
    source itself announces is an agreement, force that it announces a threat (PLOVER codebook, Halterman et
    al. 2023, doi:10.31235/osf.io/rm5dw).

    Parameters
    ----------
    pattern : Pattern
    status : str
    own : bool
        Whether the intention is the source's own ("will attack"), not one that others have for it
        ("was urged to attack").

    Returns
    -------
    Pattern
        Of the same relation class.

    Examples
    --------
    >>> polarity_shift(Pattern("aid", "AID", 1.0, ""), "negated", True)
    Pattern(relation='aid', plover='REJECT', polarity=-0.5, effect='')
    >>> polarity_shift(Pattern("attack", "ASSAULT", -1.0, ""), "intended", True)
    Pattern(relation='attack', plover='THREATEN', polarity=-0.5, effect='')
    """
    if status == "negated" and pattern.polarity > 0:
        return Pattern(pattern.relation, "REJECT", -pattern.polarity / 2, pattern.effect)
    if status == "negated":
        return Pattern(pattern.relation, pattern.plover, 0.0, pattern.effect)
    if status == "intended" and own and pattern.plover not in _SPOKEN:
        plover = "AGREE" if pattern.polarity > 0 else "THREATEN"
        return Pattern(pattern.relation, plover, pattern.polarity / 2, pattern.effect)
    return pattern
