"""Words per second, peak memory and size of pipelines, beside the bare tokenizer.

    python benchmarks/pipelines.py --corpora ../shared/corpora

takes the bundled pipeline; name others to measure them too.

Each pipeline runs in a process of its own on one thread, over the articles of `names/worldwide_dev.jsonl`,
first as spaCy comes, then with NumPy's matrix product and the tok2vec in batches of four. Time is processor
time, best of three: other work on the machine counts less that way, though it still slows memory.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

_MODELS = Path(__file__).resolve().parent.parent / "graphbuild" / "models"
_BUNDLED = [str(_MODELS / "en_graphbuild_md")]
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def measure(model: str, texts: list[str], tuned: bool) -> dict[str, float | str]:
    """Load `model` ("tokenizer" for the bare one) and run it over `texts` three times, timed."""
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=not tuned))
    began = time.process_time()
    nlp = spacy.blank("en") if model == "tokenizer" else spacy.load(model)
    loaded = time.process_time() - began
    settings = {"component_cfg": {"tok2vec": {"batch_size": 4}}} if tuned else {}
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        for _ in nlp.pipe(texts, **settings):
            pass
        best = min(best, time.process_time() - began)
    size = sum(f.stat().st_size for f in Path(model).rglob("*") if f.is_file()) if Path(model).is_dir() else 0
    return {
        "pipeline": Path(model).name,
        "run": "tuned" if tuned else "stock",
        "words/s": int(sum(len(text.split()) for text in texts) / best),
        "load s": round(loaded, 2),
        "peak MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000),
        "size MB": round(size / 1e6, 1),
    }


def main() -> None:
    """Print one JSON line per pipeline and way of running it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("models", nargs="*", default=_BUNDLED, help="pipeline folders or names")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of corpora")
    parser.add_argument("--one", choices=("stock", "tuned"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    with (options.corpora / "names" / "worldwide_dev.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    if options.one:
        print(json.dumps(measure(options.models[0], texts, options.one == "tuned")), flush=True)
        return
    for model in ("tokenizer", *options.models):
        for way in ("tuned",) if model == "tokenizer" else ("stock", "tuned"):
            command = [sys.executable, __file__, model, "--corpora", str(options.corpora), "--one", way]
            subprocess.run(command, check=True, env={**os.environ, **_ONE_THREAD})


if __name__ == "__main__":
    main()
