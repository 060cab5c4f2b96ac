"""Train the contextual model on trees and names together, resumably, on CPU or GPU."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.contextual.data import Window, windows
from training.contextual.model import Contextual

__all__ = ["contextual"]

_CLS, _SEP, _UNSEEN = 101, 102, -100


def contextual(
    data: Path,
    encoder: Path,
    output: Path,
    steps: int = 3400,
    tree_words: int = 600,
    name_words: int = 850,
    layers: int = 6,
    rate: float = 1.5e-4,
    threads: int = 1,
    bfloat16: bool = False,
    seed: int = 0,
    save_every: int = 100,
    score_every: int = 500,
) -> Path:
    """Train from `data`, or go on from `output/checkpoint.pt` where there is one.

    Every step takes one batch of windows with trees and one of windows with names. The learning rate
    rises over 100 steps and falls linearly to nothing; the heads learn six times as fast as the encoder.
    The word embeddings stay as they were. Scored and exported is the moving average of the weights
    (decay 0.998 a step), which generalises better than the last ones (Izmailov et al. 2018,
    arXiv:1803.05407).

    Parameters
    ----------
    data
        Folder with `train.spacy` and `dev.spacy`.
    encoder
        Folder of the pretrained encoder with its `tokenizer.json`.
    output
        Folder for `checkpoint.pt`, `labels.json` and `log.jsonl`.
    steps
        Steps of the whole schedule.
    tree_words, name_words
        Words in a step's batch of trees and in its batch of names.
    layers
        Encoder layers kept, from the bottom.
    rate
        Peak learning rate of the encoder.
    threads
        CPU threads.
    bfloat16
        Compute the encoder in bfloat16: a third faster where the processor has instructions for it.
    seed
        Seed of initialisation, dropout and order.
    save_every, score_every
        Steps between checkpoints and between scores on `dev.spacy`.

    Returns
    -------
    Path
        `output / "checkpoint.pt"`.
    """
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    output.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    train, dev = (windows(data / f"{part}.spacy", tokenizer) for part in ("train", "dev"))
    trees, names = [w for w in train if w.heads], [w for w in train if w.names]
    labels = _labels(trees, names)
    (output / "labels.json").write_text(json.dumps(labels, indent=1), encoding="utf-8")
    model = Contextual(encoder, labels, layers, bfloat16).to(device)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.998), use_buffers=True)
    optimizer = torch.optim.AdamW(_groups(model, rate), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / 100) * max(0.0, 1 - step / steps)
    )
    checkpoint, done = output / "checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        average.load_state_dict(state["average"])
        done = state["step"]
    index = {kind: {label: i for i, label in enumerate(values)} for kind, values in labels.items()}
    feeds = zip(
        _endless(trees, tree_words, seed, done), _endless(names, name_words, seed + 1, done), strict=True
    )
    began, total = time.time(), dict.fromkeys(("arc", "relation", "tags", "morphs", "starts", "names"), 0.0)
    model.train()
    for step, (tree_batch, name_batch) in enumerate(feeds, done + 1):
        if step > steps:
            break
        optimizer.zero_grad()
        for batch in (tree_batch, name_batch):
            losses = _losses(model, batch, index, device)
            (
                losses.get("arc", 0)
                + losses.get("relation", 0)
                + losses.get("names", 0)
                + 0.5 * (losses.get("tags", 0) + losses.get("morphs", 0) + losses.get("starts", 0))
            ).backward()
            for kind, loss in losses.items():
                total[kind] += float(loss.detach())
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        average.update_parameters(model)
        if step % 25 == 0:
            line = {"step": step, "seconds": round(time.time() - began)}
            line |= {kind: round(loss / 25, 3) for kind, loss in total.items()}
            total = dict.fromkeys(total, 0.0)
            _log(output, line)
        if step % save_every == 0 or step == steps:
            parts = {"model": model, "average": average, "optimizer": optimizer, "schedule": schedule}
            state = {"step": step} | {name: part.state_dict() for name, part in parts.items()}
            torch.save(state, checkpoint.with_suffix(".new"))
            checkpoint.with_suffix(".new").replace(checkpoint)
        if step % score_every == 0 or step == steps:
            _log(output, {"step": step, **_scores(average.module, dev, index, labels, device)})
    return checkpoint


def _log(output: Path, line: dict) -> None:
    with (output / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")
    print(json.dumps(line), flush=True)


def _labels(trees: list[Window], names: list[Window]) -> dict[str, list[str]]:
    kinds = sorted({tag[2:] for w in names for tag in w.names if tag != "O"})
    return {
        "names": ["O", *(f"{part}-{kind}" for kind in kinds for part in "BI")],
        "tags": sorted({tag for w in trees for tag in w.tags}),
        "morphs": sorted({morph for w in trees for morph in w.morphs}),
        "deps": sorted({dep for w in trees for dep in w.deps}),
    }


def _groups(model: Contextual, rate: float) -> list[dict]:
    named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    return [
        {"params": [p for n, p in named if n.startswith("encoder.")], "lr": rate},
        {"params": [p for n, p in named if not n.startswith("encoder.")], "lr": 6 * rate},
    ]


def _endless(items: list[Window], words: int, seed: int, skip: int) -> Iterator[list[Window]]:
    """Batches of windows of like length, epoch after epoch, each epoch in its own order."""
    epoch = 0
    while True:
        chance = random.Random(seed * 1000 + epoch)
        batches: list[list[Window]] = [[]]
        for window in sorted(items, key=lambda w: (len(w.shapes) // 8, chance.random())):
            if len(batches[-1]) * len(window.shapes) >= words:
                batches.append([])
            batches[-1].append(window)
        chance.shuffle(batches)
        if skip >= len(batches):
            skip -= len(batches)
        else:
            yield from batches[skip:]
            skip = 0
        epoch += 1


def _tensors(batch: list[Window], device: str) -> tuple[Tensor, ...]:
    """Inputs of `Contextual.words` for a batch."""
    rows = []
    for w in batch:
        ids, shapes, gaps, first = [_CLS], [0], [0], []
        for pieces, shape, gap in zip(w.pieces, w.shapes, w.gaps, strict=True):
            first.append(len(ids))
            ids += pieces
            shapes += [shape] * len(pieces)
            gaps += [gap] + [0] * (len(pieces) - 1)
        rows.append(([*ids, _SEP], [*shapes, 0], [*gaps, 0], [1] * (len(ids) + 1), first))
    columns = [_padded([row[k] for row in rows], 0) for k in (0, 3, 1, 2, 4)]
    return tuple(column.to(device) for column in columns)


def _padded(rows: list, fill: int) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])


def _sentences(batch: list[Window]) -> Tensor:
    """Number of each word's sentence in its window, -1 for padding."""
    rows = []
    for w in batch:
        number, row = -1, []
        for start in w.starts:
            number += bool(start)
            row.append(max(number, 0))
        rows.append(row)
    return _padded(rows, -1)


def _arc_scores(model: Contextual, words: Tensor, sentences: Tensor):
    """Scores of (dependent, head) with heads outside the sentence masked; position 0 is the root."""
    queries, keys, dependents, heads = model.dependencies(words)
    same = sentences[:, :, None] == sentences[:, None, :]
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], -1)
    return (queries @ keys.transpose(1, 2)).masked_fill(~allowed, -1e4), dependents, heads


def _losses(model: Contextual, batch: list[Window], index: dict, device: str) -> dict[str, Tensor]:
    words = model.words(*_tensors(batch, device))
    if batch[0].names:
        gold = _padded([[index["names"][n] for n in w.names] for w in batch], _UNSEEN).to(device)
        return {
            "names": cross_entropy(model.names(words).flatten(0, 1), gold.flatten(), ignore_index=_UNSEEN)
        }
    losses = {}
    for kind in ("tags", "morphs"):
        gold = _padded([[index[kind][v] for v in getattr(w, kind)] for w in batch], _UNSEEN).to(device)
        losses[kind] = cross_entropy(
            getattr(model, kind)(words).flatten(0, 1), gold.flatten(), ignore_index=_UNSEEN
        )
    gold = _padded([list(map(int, w.starts)) for w in batch], _UNSEEN).to(device)
    losses["starts"] = cross_entropy(model.starts(words).flatten(0, 1), gold.flatten(), ignore_index=_UNSEEN)
    arcs, dependents, heads = _arc_scores(model, words, _sentences(batch).to(device))
    gold = _padded([[h + 1 for h in w.heads] for w in batch], _UNSEEN).to(device)
    losses["arc"] = cross_entropy(arcs.flatten(0, 1), gold.flatten(), ignore_index=_UNSEEN)
    deps = _padded([[index["deps"][d] for d in w.deps] for w in batch], _UNSEEN).to(device)
    i, j = (gold != _UNSEEN).nonzero(as_tuple=True)
    scores = _relation_scores(model, dependents[i, j], heads[i, gold[i, j]])
    losses["relation"] = cross_entropy(scores, deps[i, j])
    return losses


def _relation_scores(model: Contextual, dependents: Tensor, heads: Tensor) -> Tensor:
    flat = model.relation.transpose(0, 1).flatten(1)
    middle = (dependents @ flat).view(len(dependents), -1, heads.shape[-1])
    return (middle @ heads[:, :, None]).squeeze(-1)


@torch.no_grad()
def _scores(model: Contextual, dev: list[Window], index: dict, labels: dict, device: str) -> dict[str, float]:
    """F1 of names over all labels; UAS and LAS without punctuation and subtypes, sentence bounds given."""
    model.eval()
    right = found = wanted = head_right = label_right = scored = 0
    for kind in ("names", "heads"):
        items = sorted((w for w in dev if getattr(w, kind)), key=lambda w: len(w.shapes))
        for at in range(0, len(items), 24):
            batch = items[at : at + 24]
            words = model.words(*_tensors(batch, device))
            if kind == "names":
                for w, row in zip(batch, model.names(words).argmax(-1).tolist(), strict=True):
                    gold = _spans(w.names)
                    guess = _spans([labels["names"][i] for i in row[: len(w.names)]])
                    right, found, wanted = right + len(gold & guess), found + len(guess), wanted + len(gold)
                continue
            arcs, dependents, heads = _arc_scores(model, words, _sentences(batch).to(device))
            best = arcs.argmax(-1)
            for n, w in enumerate(batch):
                size = len(w.heads)
                relations = _relation_scores(model, dependents[n, :size], heads[n, best[n, :size]]).argmax(-1)
                for j in range(size):
                    if w.morphs[j].startswith("PUNCT"):
                        continue
                    scored += 1
                    ok = int(best[n, j]) == w.heads[j] + 1
                    head_right += ok
                    label_right += (
                        ok and labels["deps"][int(relations[j])].split(":")[0] == w.deps[j].split(":")[0]
                    )
    model.train()
    return {
        "names_f1": round(200 * right / max(1, found + wanted), 2),
        "uas": round(100 * head_right / scored, 2),
        "las": round(100 * label_right / scored, 2),
    }


def _spans(tags) -> set[tuple[int, int, str]]:
    spans, start = set(), None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and tag != f"I-{tags[start][2:]}":
            spans.add((start, i, tags[start][2:]))
            start = None
        if start is None and tag != "O":
            start = i
    return spans


def main() -> None:
    """Command line: `python -m training.contextual.train DATA ENCODER OUTPUT [--steps N] [--threads N]`."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "encoder", "output"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--steps", type=int, default=3400, help="steps of the whole schedule")
    parser.add_argument("--layers", type=int, default=6, help="encoder layers kept")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads")
    parser.add_argument("--bfloat16", action="store_true", help="compute the encoder in bfloat16")
    options = parser.parse_args()
    contextual(**vars(options))


if __name__ == "__main__":
    main()
