"""What a person corrects in the page, and what the page then tells, for the tests of corrections."""

import json

from hands import come_to_rest, save

__all__ = ["as_json", "correct", "corrections", "heading", "merge", "open_card", "side"]


def side(page):
    """The panel beside the graph, once it shows what was corrected (a frame after the button)."""
    come_to_rest(page)
    return page.locator("#side")


def heading(page):
    return side(page).get_by_role("heading", level=2).inner_text()


def open_card(page, name):
    page.locator("#search").fill(name)
    page.keyboard.press("Enter")
    assert heading(page) == name


def correct(page, name):
    open_card(page, name)
    if not side(page).locator(".amend").count():
        side(page).get_by_role("button", name="Correct …").click()
    return side(page).locator(".amend")


def merge(page, name, other, keep):
    form = correct(page, name)
    form.get_by_label("Same as").fill(other)
    page.keyboard.press("Enter")
    form.get_by_role("button", name=f"Keep the name {keep}").click()
    come_to_rest(page)


def corrections(page):
    return page.evaluate("graphbuild.corrections().map((one) => [one.action, one.subject, one.object])")


def as_json(page):
    _, content = save(page, "Both (JSON)")
    made = json.loads(content)
    actors = {row.pop("id"): row for row in made["actors"]}
    links = {}
    for row in made["links"]:
        ends = (row.pop("source"), row.pop("target"))
        if row["kind"] == "cooccurrence":  # without a direction
            ends = tuple(sorted(ends))
            row["source_name"], row["target_name"] = sorted((row["source_name"], row["target_name"]))
        links[(*ends, row["kind"], row["tone"])] = row
    return actors, links
