"""A standalone master and workers of one core each on loopback addresses."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pyspark

_HOME = Path(pyspark.__file__).parent
_JOB = Path(__file__).resolve().parent.parent / "extract_job.py"
_MASTER = re.compile(r"spark://127\.0\.0\.1:\d+")
_START_LIMIT = 180.0


def environment() -> dict[str, str]:
    """The variables of all processes: names of files are UTF-8, and nothing leaves the machine."""
    return {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "SPARK_HOME": str(_HOME),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        # A run of a minute is over before its best machine code is made; and Hadoop without its native
        # library starts `chmod` for each file and folder that it makes.
        "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC "
        "-Djdk.lang.Process.launchMechanism=VFORK",
    }


class Cluster:
    """Started when it is made, ended by `stop`."""

    def __init__(self, folder: Path, workers: int = 2) -> None:
        self._folder = folder
        self.workers: list[subprocess.Popen[bytes]] = []
        self.master = self._start("master", "org.apache.spark.deploy.master.Master", "--port", "0")
        try:
            self.url = self._wait_for("master", _MASTER)
            for number in range(workers):
                self.add_worker(f"worker-{number}")
        except BaseException:
            self.stop()
            raise

    def add_worker(self, name: str) -> None:
        """Starts a worker of one core and waits until the master knows it."""
        kind = "org.apache.spark.deploy.worker.Worker"
        limits = ["--cores", "1", "--memory", "2g", "--work-dir", str(self._folder / name)]
        self.workers.append(self._start(name, kind, *limits, self.url))
        self._wait_for(name, re.compile("Successfully registered with master"))

    def executors(self) -> dict[int, int]:
        """The processes that run tasks, each with the worker that started it."""
        found = {}
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                command = (entry / "cmdline").read_bytes()
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, IndexError):
                continue
            own = any(worker.pid == parent for worker in self.workers)
            if own and b"CoarseGrainedExecutorBackend" in command:
                found[int(entry.name)] = parent
        return found

    def submit(
        self, *arguments: str, script: Path = _JOB, **configuration: str
    ) -> subprocess.Popen[str]:
        """Starts a job on the cluster."""
        settings = {
            "spark.driver.host": "127.0.0.1",
            "spark.executor.memory": "1g",
            "spark.ui.enabled": "false",
            "spark.sql.shuffle.partitions": "4",
            # Without a file of checksums beside each file.
            "spark.hadoop.fs.file.impl": "org.apache.hadoop.fs.RawLocalFileSystem",
            **{name.replace("_", "."): value for name, value in configuration.items()},
        }
        pairs = [text for name, value in settings.items() for text in ("--conf", f"{name}={value}")]
        command = [str(_HOME / "bin/spark-submit"), "--master", self.url, *pairs, str(script)]
        with (self._folder / "submit.log").open("ab") as log:
            return subprocess.Popen(
                [*command, *arguments],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=environment(),
            )

    def stop(self) -> None:
        """Ends all of it; executors end with their workers."""
        for process in [*self.workers, self.master]:
            process.kill()
            process.wait()

    def _start(self, name: str, kind: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [str(_HOME / "bin/spark-class"), kind, "--host", "127.0.0.1", "--webui-port", "0"]
        with (self._folder / f"{name}.log").open("wb") as log:
            return subprocess.Popen([*command, *arguments], stdout=log, stderr=log, env=environment())

    def _wait_for(self, name: str, words: re.Pattern[str]) -> str:
        log = self._folder / f"{name}.log"
        end = time.monotonic() + _START_LIMIT
        while time.monotonic() < end:
            if found := words.search(log.read_text(errors="replace")):
                return found[0]
            time.sleep(0.1)
        raise TimeoutError(f"{name} of the cluster does not start:\n{log.read_text()[-2000:]}")
