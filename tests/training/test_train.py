"""A broken run of the small pipeline goes on; a finished one is left alone."""

import json
from pathlib import Path

import pytest

pytest.importorskip("spacy.cli.train")
from training import train as module


def _evaluated(output: Path, *steps: int) -> None:
    last = output / "model-last"
    last.mkdir(parents=True)
    (last / "meta.json").write_text("{}", "utf-8")
    (output / "log.jsonl").write_text("".join(json.dumps({"step": n}) + "\n" for n in steps), "utf-8")


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
    for steps in ((100, 200), (300,)):
        _evaluated(output, *steps)
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
