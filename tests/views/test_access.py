"""axe-core (npm, in tests/js) finds nothing serious, in light and dark, whatever is open."""

from pathlib import Path

import news
import pytest

from graphbuild.views.explorer import explorer

AXE = Path(__file__).parents[1] / "js" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: cd tests/js && npm ci")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_violation(open_page, scheme):
    page = open_page(explorer(*news.news()), color_scheme=scheme)
    steps = [
        "1",
        "document.querySelector('.bars button.actor').click()",
        "document.querySelector('#side .links .line').click()",
        "document.querySelectorAll('details').forEach((one) => { one.open = true; })",
        "document.getElementById('view-table').click()",
    ]
    for step in steps:
        page.evaluate(step)
        page.wait_for_timeout(300)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        violations = page.evaluate("axe.run().then((found) => found.violations)")
        serious = [
            (v["id"], v["nodes"][0]["html"][:120])
            for v in violations
            if v["impact"] in ("serious", "critical")
        ]
        assert serious == [], step
