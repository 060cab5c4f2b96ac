"""The page inside a notebook cell."""

from __future__ import annotations

from html import escape

__all__ = ["notebook"]


def notebook(page: str, *, height: int = 680, title: str = "graphbuild") -> str:
    """An ``iframe`` that carries the page in its ``srcdoc``: nothing is written beside the notebook.

    The frame is sandboxed without the notebook's own origin, so that nothing in the page can reach the
    notebook; links to articles open in a tab of their own and downloads are allowed. Works in JupyterLab,
    VS Code and Colab. The HTML is ASCII, so that the page reads the same, and its hashes hold, in a document
    of any encoding.

    Parameters
    ----------
    page : str
        What `graphbuild.views.explorer.explorer` returns.
    height : int
        In pixels.
    title : str
        Name of the frame for screen readers.

    Returns
    -------
    str
        HTML for a cell's output.

    Examples
    --------
    >>> notebook("<p>Hello</p>", height=400).split(" srcdoc=")[1]
    "'<p>Hello</p>'></iframe>"
    """
    sandbox = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
    inside = page.replace("&", "&amp;").replace("'", "&#39;")  # quotes are what scripts have most of
    frame = (
        f'<iframe title="{escape(title)}" width="100%" height="{int(height)}" sandbox="{sandbox}" '
        f"style=\"border: 1px solid #8884; border-radius: 8px\" srcdoc='{inside}'></iframe>"
    )
    return frame.encode("ascii", "xmlcharrefreplace").decode("ascii")
