"""A browser for the tests of the page; without Chromium they are skipped, or fail where one is required."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hands import PATIENCE, drawn

_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def _missing(reason: str) -> None:
    if os.environ.get("GRAPHBUILD_REQUIRE_BROWSER") == "1":
        pytest.fail(f"GRAPHBUILD_REQUIRE_BROWSER=1, but {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("playwright is not installed: pip install playwright")
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not found:
        _missing("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open HTML from a file; at the end no request may have left, and no error may stand in the console."""
    pages: list[Any] = []
    wrong: list[str] = []

    def opened(html: str, *, width: int = 1440, height: int = 900, hash: str = "", **settings: Any) -> Any:
        path = tmp_path / f"page-{len(pages)}.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        page = browser.new_page(viewport={"width": width, "height": height}, **settings)
        page.on(
            "request",
            lambda request: (
                request.url.split("#")[0] == path.as_uri() or wrong.append(f"request {request.url[:200]}")
            ),
        )
        page.on(
            "console",
            lambda message: message.type in ("error", "warning") and wrong.append(message.text[:300]),
        )
        page.on("pageerror", lambda error: wrong.append(f"error {error}"))
        page.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.add_init_script(
            "addEventListener('securitypolicyviolation', (e) => console.error('CSP', e.violatedDirective))"
        )
        page.set_default_timeout(1000 * PATIENCE)
        pages.append(page)
        page.goto(path.as_uri() + (f"#{hash}" if hash else ""))
        if page.evaluate("'graphbuild' in globalThis"):
            drawn(page)
        return page

    yield opened
    for page in pages:
        page.wait_for_timeout(30)  # for what is still to come into the console
        page.close()
    assert not wrong, wrong
