"""A small drawing in a report: bars above and below a line, as SVG."""

from __future__ import annotations

from html import escape

from graphbuild.report.material import Chart

__all__ = ["chart"]

_WIDE, _HIGH, _EDGE = 240, 34, 2  # units of the drawing; the line is in its middle
_FRIENDS, _NEITHER, _FOES = "#1b6cb5", "#9aa0a8", "#c24a14"


def chart(drawn: Chart) -> str:
    """The drawing as an element that stands in a page.

    Parameters
    ----------
    drawn : Chart

    Returns
    -------
    str
        An ``svg`` element with a text for those who cannot see it, and for each bar one on hovering.

    Examples
    --------
    >>> from graphbuild.report.material import Bar
    >>> chart(Chart((Bar("2020", 1, 0, 0), Bar("2021", 0, 0, 2)))).count("<rect")
    2
    """
    bars = drawn.bars
    most = max((max(bar.friendly, bar.hostile) + bar.neutral / 2 for bar in bars), default=0) or 1
    middle, step = _HIGH / 2, _WIDE / max(len(bars), 1)
    unit = (middle - _EDGE) / most
    parts = []
    for n, bar in enumerate(bars):
        if not bar.friendly + bar.neutral + bar.hostile:
            continue
        half = bar.neutral * unit / 2
        boxes = (
            (middle - half - bar.friendly * unit, bar.friendly * unit, _FRIENDS),
            (middle - half, 2 * half, _NEITHER),
            (middle + half, bar.hostile * unit, _FOES),
        )
        rects = "".join(
            f'<rect x="{n * step:.1f}" y="{top:.1f}" width="{max(step - 0.6, 0.8):.1f}" '
            f'height="{high:.1f}" fill="{colour}"/>'
            for top, high, colour in boxes
            if high
        )
        words = f"{bar.period}: {bar.friendly} friendly, {bar.neutral} neither, {bar.hostile} hostile"
        parts.append(f"<g><title>{escape(words)}</title>{rects}</g>")
    told = "; ".join(
        f"{bar.period}: {bar.friendly}, {bar.neutral}, {bar.hostile}"
        for bar in bars
        if bar.friendly + bar.neutral + bar.hostile
    )
    return (
        f'<svg class="chart" viewBox="0 0 {_WIDE} {_HIGH}" role="img" '
        f'aria-label="{escape(f"Friendly, neither, hostile by period: {told}")}">'
        f'<line x1="0" x2="{_WIDE}" y1="{middle}" y2="{middle}" stroke="#bbb" stroke-width="0.5"/>'
        f"{''.join(parts)}</svg>"
    )
