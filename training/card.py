"""Write a pipeline's model card."""

from __future__ import annotations

from pathlib import Path

import spacy

__all__ = ["card"]

_TEXT = Path(__file__).with_name("card.md")


def card(folder: Path, scores: dict[str, dict]) -> str:
    """The text of a pipeline's README.md.

    Parameters
    ----------
    folder
        The pipeline.
    scores
        What `training.evaluate.evaluate` returned for it.

    Returns
    -------
    str
        Markdown.
    """
    nlp = spacy.load(folder)
    vectors = nlp.vocab.vectors
    speed = scores.get("speed", {})
    return _TEXT.read_text(encoding="utf-8").format(
        name=f"{nlp.meta['lang']}_{nlp.meta['name']}",
        version=nlp.meta["version"],
        description=nlp.meta["description"],
        folder=folder.name,
        components=", ".join(nlp.pipe_names),
        names=", ".join(nlp.get_pipe("ner").labels),
        licence=nlp.meta["license"],
        rows=vectors.shape[0],
        width=vectors.shape[1],
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
