"""A Spark cluster on this machine: a master and workers as processes that listen on loopback alone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

__all__ = ["Cluster", "standalone"]

_START = 120.0  # seconds until all have found each other
_HOST = "127.0.0.1"


@dataclass(frozen=True)
class Cluster:
    """A cluster that runs: the URL of its master and its workers."""

    url: str
    workers: Sequence[subprocess.Popen[bytes]]

    def kill(self, worker: int) -> int:
        """Kill a worker and all that runs on it, as a loss of power does; gives how many processes it had."""
        return _killed(self.workers[worker])

    def busy(self, worker: int) -> bool:
        """Whether a worker has a process that reads articles."""
        for process in psutil.Process(self.workers[worker].pid).children(recursive=True):
            with suppress(psutil.Error):  # it ends meanwhile
                if "graphbuild.engines.worker" in process.cmdline():
                    return True
        return False


@contextmanager
def standalone(folder: Path, *, workers: int = 2) -> Iterator[Cluster]:
    """A cluster that ends with the block.

    Parameters
    ----------
    folder : Path
        For what Spark writes.
    workers : int
        Each with one core.

    Yields
    ------
    Cluster

    Raises
    ------
    RuntimeError
        It does not come up; with what Spark says.
    """
    import pyspark

    home = Path(pyspark.__file__).parent
    port = _free_port()
    environment = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": _HOST,
        "SPARK_LOCAL_DIRS": str(folder),
        "SPARK_WORKER_DIR": str(folder / "work"),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_DAEMON_MEMORY": "256m",
    }
    log = folder / "cluster.log"
    running: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        with log.open("ab") as out:
            process = subprocess.Popen(
                [str(home / "bin" / "spark-class"), *arguments],
                env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=folder,
            )  # fmt: skip
        running.append(process)
        return process

    def until(said: str, times: int = 1) -> None:
        deadline = time.monotonic() + _START
        while log.read_text("utf-8", "replace").count(said) < times:
            if time.monotonic() > deadline or any(process.poll() is not None for process in running):
                raise RuntimeError(f"no cluster: {log.read_text('utf-8', 'replace')[-2000:]}")
            time.sleep(0.1)

    url = f"spark://{_HOST}:{port}"
    package = "org.apache.spark.deploy"
    here = ("--host", _HOST, "--webui-port", "0")
    try:
        start(f"{package}.master.Master", *here, "--port", str(port))
        until("New state: ALIVE")
        made = [
            start(f"{package}.worker.Worker", *here, "--cores", "1", "--memory", "2g", url)
            for _ in range(workers)
        ]
        until("Successfully registered with master", workers)
        yield Cluster(url, made)
    finally:
        for process in running:
            if process.poll() is None:
                _killed(process)
            process.wait()


def _killed(process: subprocess.Popen[bytes]) -> int:
    found = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
    for one in found:
        with suppress(psutil.Error):
            one.kill()
    process.wait()
    psutil.wait_procs(found[1:], timeout=30)
    return len(found)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind((_HOST, 0))
        return int(free.getsockname()[1])
