"""A broken run of the small pipeline goes on; a finished one is left alone."""

import io
import json
from pathlib import Path

import pytest
import spacy

pytest.importorskip("spacy.cli.train")
from training.convolutional import train as module


def _evaluated(output: Path, step: int) -> None:
    (output / "model-last").mkdir(parents=True)
    (output / "model-last" / "meta.json").write_text("{}", "utf-8")
    (output / "steps.json").write_text(json.dumps(step), "utf-8")


def _config(path: Path) -> Path:
    path.write_text(
        '[system]\nseed = 0\n[nlp]\nlang = "en"\npipeline = ["tok2vec", "parser"]\n[components]\n'
        "[training]\nmax_steps = 1000\n[training.optimizer]\n[training.optimizer.learn_rate]\n"
        "total_steps = ${training.max_steps}\ninitial_rate = 0.002\n",
        "utf-8",
    )
    return path


def test_it_goes_on_after_each_interruption(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    monkeypatch.setattr(module, "spacy_train", lambda path, *_, **__: seen.append(module.load_config(path)))
    output = tmp_path / "run"
    for step in (200, 300):
        _evaluated(output, step)
        module.train(_config(tmp_path / "sm.cfg"), tmp_path, tmp_path, output)
        (output / "done").unlink()
    training = [config["training"] for config in seen]
    assert [t["max_steps"] for t in training] == [800, 500]
    assert [t["optimizer"]["learn_rate"]["initial_rate"] for t in training] == pytest.approx([0.0016, 0.001])
    assert [config["system"]["seed"] for config in seen] == [200, 500]
    assert seen[1]["components"]["parser"] == {"source": str(output / "before")}
    assert (output / "before" / "meta.json").exists()


def test_what_is_done_is_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    monkeypatch.setattr(module, "spacy_train", lambda *args, **_: calls.append(args))
    for _ in range(2):
        assert (
            module.train(_config(tmp_path / "sm.cfg"), tmp_path, tmp_path, tmp_path / "run").name
            == "model-best"
        )
    assert len(calls) == 1
    assert module.load_config(tmp_path / "run" / "config.cfg")["training"]["max_steps"] == 1000


def test_each_evaluated_step_is_noted(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    log, finish = module._steps(str(tmp_path / "steps.json"))(nlp, io.StringIO(), io.StringIO())
    for step in (100, 200):
        log(None)
        log({"step": step, "epoch": 0, "losses": {}, "score": 0.5, "other_scores": {}})
        assert json.loads((tmp_path / "steps.json").read_text("utf-8")) == step
    finish()
