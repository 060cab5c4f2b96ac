"""How many threads libraries compute with."""

from __future__ import annotations

__all__ = ["ONE_THREAD"]

ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "NUMEXPR", "BLIS")} | {
    "VECLIB_MAXIMUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
"""Settings with which no library computes with threads of its own: processes make better use of cores."""
