"""Run `spacy train` with the fast CPU matrix product, resumably."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import IO

from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.training.loggers import console_logger
from spacy.util import load_config, registry
from thinc.api import NumpyOps, set_current_ops

__all__ = ["train"]


def train(config: Path, data: Path, vectors: Path, output: Path, steps: int = 0) -> Path:
    """Train a spaCy config on converted corpora, or go on where an interrupted run last evaluated.

    NumPy's matrix product replaces that of cython-blis, which was a third as fast on a processor with AVX2
    but no AVX-512. spaCy keeps no state of the optimizer: a run that goes on takes over the weights and the
    learning rate, which falls linearly to nothing, and sees the corpus in another order.

    Parameters
    ----------
    config
        A spaCy training config; its `paths` are filled in here.
    data
        Folder with `train.spacy` and `dev.spacy`.
    vectors
        Pipeline folder with the word vectors.
    output
        Folder for `model-best`, `model-last` and `done`.
    steps
        Training steps in place of those of the config.

    Returns
    -------
    Path
        `output / "model-best"`.
    """
    if (output / "done").exists():
        return output / "model-best"
    set_current_ops(NumpyOps(use_blis=False))
    output.mkdir(parents=True, exist_ok=True)
    settings = load_config(config, interpolate=False)
    training = settings["training"]
    total, before = steps or training["max_steps"], _before(output)
    if before:
        source = {"source": str(output / "before")}
        settings["components"] = dict.fromkeys(settings["nlp"]["pipeline"], source)
        settings["system"]["seed"] = before
    training["max_steps"] = max(total - before, 1)
    training["optimizer"]["learn_rate"]["initial_rate"] *= 1 - min(before, total - 1) / total
    training["logger"] = {"@loggers": "graphbuild.Steps.v1", "path": str(output / "steps.json")}
    settings.to_disk(output / "config.cfg")
    paths = {
        "paths.train": str(data / "train.spacy"),
        "paths.dev": str(data / "dev.spacy"),
        "paths.vectors": str(vectors),
    }
    spacy_train(output / "config.cfg", output, overrides=paths)
    (output / "done").touch()
    return output / "model-best"


@registry.loggers("graphbuild.Steps.v1")
def _steps(path: str) -> Callable:
    """spaCy's table of scores; and the last evaluated step, of which `model-last` is, in a file."""
    table = console_logger()

    def setup(nlp: Language, stdout: IO, stderr: IO) -> tuple[Callable, Callable]:
        print_row, finish = table(nlp, stdout, stderr)

        def log(info: dict | None) -> None:
            print_row(info)
            if info is not None:
                Path(path).write_text(json.dumps(info["step"]), "utf-8")

        return log, finish

    return setup


def _before(output: Path) -> int:
    """Steps of interrupted runs; their last pipeline moves to `before`, for spaCy clears its own folders."""
    last, before, now = output / "model-last", output / "before", output / "steps.json"
    mark = before / now.name
    steps = json.loads(mark.read_text("utf-8")) if mark.exists() else 0
    if now.exists() and (last / "meta.json").exists():
        steps += json.loads(now.read_text("utf-8"))
        (last / now.name).write_text(json.dumps(steps), "utf-8")
        shutil.rmtree(before, ignore_errors=True)
        last.replace(before)
        now.unlink()
    return steps
