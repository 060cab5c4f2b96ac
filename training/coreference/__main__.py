"""Fit what says whom pronouns and descriptions stand for: `python -m training.coreference [CORPORA]`.

Reads the coreference chains of GUM (``parse/gum_*.conllu``, column MISC), for which extraction proposes
candidates. It learns the network of the contextual pipeline, ``coreference.npz``; with ``--fitted`` the
weights of pipelines without one, ``lexicons/salience.csv``. The documents of ``chains/gum_dev.jsonl`` are
left out, and so is every fifth of ``pronouns/gum_dev.jsonl``.
"""

from __future__ import annotations

import argparse
import json
import pickle
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from graphbuild.extract.coreference.scorer import KINDS, Scorer
from graphbuild.lexicons.salience import CLASSES
from training.coreference.chains import Chained, chained
from training.coreference.fitted import fit, write
from training.coreference.head import Head, shares, trained, weights
from training.coreference.questions import Question, questions

_BUNDLED = Path(__file__).resolve().parents[2] / "graphbuild" / "models" / "en_graphbuild_md" / "contextual"
_FOLDS = 5
_STEPS = np.arange(0.2, 0.81, 0.05)
_RIGHT = {"description": 0.8}


def main() -> None:
    """Ask, learn, write, and say how many links are right in documents left out."""
    parser = argparse.ArgumentParser(prog="python -m training.coreference", description=__doc__)
    parser.add_argument(
        "corpora", type=Path, nargs="?", default=Path("../shared/corpora"), help="folder of corpora"
    )
    parser.add_argument(
        "--work", type=Path, default=Path("../training_runs/coreference"), help="folder for the questions"
    )
    parser.add_argument("--model", default="", help="pipeline whose parses to learn from")
    parser.add_argument("--fitted", action="store_true", help="fit the weights, not the network")
    parser.add_argument("--epochs", type=int, default=10, help="passes over the questions")
    parser.add_argument("--output", type=Path, default=_BUNDLED, help="folder to write the network to")
    options = parser.parse_args()
    documents, asked, held = _documents(options.corpora), _asked(options), _held(options.corpora)
    known, rest = [q for q in asked if q.doc_id not in held], [q for q in asked if q.doc_id in held]
    if options.fitted:
        fitted = {kind: fit([q for q in known if q.kind == kind]) for kind in CLASSES}
        write(fitted)
        found = [_odds(q, fitted[q.kind]) for q in rest if q.kind in fitted]
        _report([q for q in rest if q.kind in fitted], found, [0.5] * len(KINDS))
        return
    torch.set_num_threads(1)
    learned = [c for c in documents if c.document.doc_id not in held]
    known += _told(learned, _heads(known, options.epochs), options.model)
    heads = _heads(known, options.epochs)
    least = _thresholds(_told(learned, heads, options.model), heads)
    head = trained(known, options.epochs, seed=0)
    np.savez(options.output / "coreference.npz", **weights(head, least))
    apart = [c for c in documents if c.document.doc_id in held]
    rest = questions(apart, options.model, Scorer(weights(head, least)))
    _report(rest, shares(head, rest), least)


def _documents(corpora: Path) -> list[Chained]:
    return [c for name in ("train", "dev") for c in chained(corpora / f"parse/gum_{name}.conllu")]


def _asked(options: argparse.Namespace) -> list[Question]:
    """All questions, each after the right answers to those before it; kept in the folder of work."""
    kept = options.work / f"questions{'_' if options.model else ''}{Path(options.model).name}.pickle"
    if not kept.exists():
        found = questions(_documents(options.corpora), options.model)
        options.work.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(found))
    return pickle.loads(kept.read_bytes())


def _held(corpora: Path) -> set[str]:
    """The documents that nothing is learned from."""
    pronouns, chains = (
        [json.loads(row)["id"] for row in (corpora / name).open(encoding="utf-8")]
        for name in ("pronouns/gum_dev.jsonl", "chains/gum_dev.jsonl")
    )
    return {*pronouns[4::5], *chains}


def _heads(asked: Sequence[Question], epochs: int) -> list[Head]:
    """A head for each fold, learned from the others."""
    return [trained([q for q in asked if _fold(q.doc_id) != k], epochs, seed=0) for k in range(_FOLDS)]


def _told(documents: Sequence[Chained], heads: Sequence[Head], model: str) -> list[Question]:
    """Questions after the answers that heads gave to earlier ones, in documents they did not learn from."""
    found = []
    for fold, head in enumerate(heads):
        rest = [c for c in documents if _fold(c.document.doc_id) == fold]
        found += questions(rest, model, Scorer(weights(head, [0.4] * len(KINDS))))
    return found


def _thresholds(asked: Sequence[Question], heads: Sequence[Head]) -> list[float]:
    """For each kind the least share of a link at which, in documents not learned from, F1 is best.

    Of the thresholds with at least so many right among links to names as `_RIGHT` says, or three of four.
    """
    found = {id(q): s for k, head in enumerate(heads) for q, s in _answers(asked, k, head)}
    least = []
    for kind in KINDS:
        of = [(q, found[id(q)]) for q in asked if q.kind == kind]
        figures = [(*_figures(*zip(*of, strict=True), step), float(step)) for step in _STEPS]
        right = [f for f in figures if f[0] >= _RIGHT.get(kind, 0.75)] or [max(figures)]
        best = max(right, key=lambda f: 2 * f[0] * f[1] / max(f[0] + f[1], 1e-9))
        print(f"{kind}, across folds: P {best[0]:.3f} R {best[1]:.3f} at {best[2]:.2f}")
        least.append(best[2])
    return least


def _answers(asked: Sequence[Question], fold: int, head: Head) -> list[tuple[Question, np.ndarray]]:
    own = [q for q in asked if _fold(q.doc_id) == fold]
    return list(zip(own, shares(head, own), strict=True))


def _fold(doc_id: str) -> int:
    return zlib.crc32(doc_id.encode()) % _FOLDS


def _figures(asked: Sequence[Question], found: Sequence[np.ndarray], least: float) -> tuple[float, float]:
    """Precision and recall of links to names."""
    made = right = 0
    for question, likely in zip(asked, found, strict=True):
        best = int(likely.argmax())
        if likely[best] >= least and question.named[best]:
            made += 1
            right += bool(question.right[best])
    wanted = sum(bool((q.right & q.named).any()) for q in asked)
    return right / max(1, made), right / max(1, wanted)


def _odds(question: Question, fitted: np.ndarray) -> np.ndarray:
    strengths = np.exp(np.append(question.rows @ fitted, 0.0))
    return (strengths / strengths.sum())[:-1]


def _report(asked: Sequence[Question], found: Sequence[np.ndarray], least: Sequence[float]) -> None:
    for kind, step in zip(KINDS, least, strict=True):
        of = [(q, s) for q, s in zip(asked, found, strict=True) if q.kind == kind]
        if of:
            p, r = _figures(*zip(*of, strict=True), step)
            print(f"{kind}: P {p:.3f} R {r:.3f} of {len(of)} held out, at {step:.2f}")


if __name__ == "__main__":
    main()
