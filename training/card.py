"""Write a pipeline's model card."""

from __future__ import annotations

from pathlib import Path

import spacy

__all__ = ["card"]

_TEXTS = Path(__file__).with_name("cards")


def card(folder: Path, scores: dict[str, dict], exact: dict[str, dict] | None = None) -> str:
    """The text of a pipeline's README.md: `cards/NAME.md` and `cards/scores.md`, filled in.

    Parameters
    ----------
    folder
        The pipeline.
    scores
        What `training.evaluate.evaluate` returned for it.
    exact
        The same for the pipeline before quantisation.

    Returns
    -------
    str
        Markdown.
    """
    nlp = spacy.load(folder)
    vectors = nlp.vocab.vectors
    speed = scores.get("speed", {})
    namer = nlp.get_pipe("ner" if "ner" in nlp.pipe_names else "contextual")
    parts = (f"{folder.name}.md", "scores.md")
    text = "\n".join((_TEXTS / part).read_text(encoding="utf-8") for part in parts)
    return text.format(
        name=folder.name,
        folder=folder.name,
        version=nlp.meta["version"],
        description=nlp.meta["description"],
        components=", ".join(nlp.pipe_names),
        names=", ".join(sorted(namer.labels)),
        licence=nlp.meta["license"],
        rows=vectors.shape[0],
        width=vectors.shape[1] if len(vectors.shape) > 1 else 0,
        keys=vectors.n_keys,
        name_rows="\n".join(_name_rows(scores)),
        tree_rows="\n".join(
            f"| {task[6:]} | {s['UAS']} | {s['LAS']} | {s['LAS_subtypes']} | {s['tag']} | {s['pos']} |"
            for task, s in scores.items()
            if task.startswith("parse/")
        ),
        sentence_rows="\n".join(
            f"| {task[10:]} | {s['P']} | {s['R']} | {s['F1']} |"
            for task, s in scores.items()
            if task.startswith("sentences/")
        ),
        exact_rows="\n".join(_exact_rows(scores, exact or {})),
        speed=", ".join(f"{value:,} words/s {key}" for key, value in speed.items()) or "not measured",
        size=scores["size"]["MB"],
    )


def _name_rows(scores: dict[str, dict]) -> list[str]:
    rows = []
    for task, labels in scores.items():
        if task.startswith(("names/", "labels/")):
            for label, s in labels.items():
                shown = "places" if label == "LOC" and task.startswith("names/") else label
                where = task.split("/")[1] + (", coarse" if task.startswith("names/") else "")
                rows.append(f"| {where}: {shown} | {s['P']} | {s['R']} | {s['F1']} |")
    return rows


def _exact_rows(scores: dict[str, dict], exact: dict[str, dict]) -> list[str]:
    """One figure of every task in int8 and in float32, and the size."""
    rows = []
    for task, s in exact.items():
        figure = next((f for f in ("LAS", "F1", "MB", "all") if f in s), None)
        if figure == "all":
            a, b, figure = scores[task]["all"]["F1"], s["all"]["F1"], "F1"
        elif figure:
            a, b = scores[task][figure], s[figure]
        else:
            continue
        rows.append(f"| {task} {figure} | {a} | {b} | {a - b:+.1f} |")
    return rows
