"""Train the bundled pipelines: `python -m training [CORPORA]`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from training.assemble import assemble
from training.card import card
from training.convert import convert
from training.evaluate import evaluate
from training.train import train
from training.vectors import vectors

_HERE = Path(__file__).resolve().parent
_MODELS = _HERE.parent / "graphbuild" / "models"
_VERSION = "0.1.0"


def main() -> None:
    """Convert, distil word vectors, train, assemble, evaluate and write the card, skipping what is done."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "corpora", type=Path, nargs="?", default=Path("../shared/corpora"), help="folder of corpora"
    )
    parser.add_argument(
        "--work", type=Path, default=Path("../training_runs"), help="folder for what is in the making"
    )
    parser.add_argument("--models", type=Path, default=_MODELS, help="folder to write the pipelines to")
    parser.add_argument("--steps", type=int, help="training steps, instead of those of the config")
    options = parser.parse_args()
    data, words, run = (options.work / name for name in ("data", "vectors", "sm"))
    if not (data / "dev.spacy").exists():
        print("documents:", convert(options.corpora, data), flush=True)
    if not (words / "meta.json").exists():
        print("word vectors:", vectors(data / "train.spacy", words), flush=True)
    if not (run / "model-last" / "meta.json").exists():
        overrides = {"training.max_steps": options.steps} if options.steps else {}
        train(_HERE / "configs" / "sm.cfg", data, words, run, overrides=overrides)
    folder = assemble(run / "model-best", options.models / "en_graphbuild_sm", "graphbuild_sm", _VERSION)
    scores = evaluate(folder, options.corpora)
    (options.work / "scores.json").write_text(json.dumps(scores, indent=1), encoding="utf-8")
    (folder / "README.md").write_text(card(folder, scores), encoding="utf-8")
    print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
