"""Measures the job against `extract batch`: benchmark.py overhead|scaling|memory [documents].

overhead  2,000 born-digital documents by `extract batch --jobs 2`, then by two workers of one core
scaling   born-digital documents of ten pages and more, by one worker of one core, then by two
memory    20,000 small documents: what driver and executors hold while they pass

Clocks run from the first task's start to the last task's end, as Spark's event log has them; what
Spark takes before and after is printed beside it.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests import material
from tests.cluster import Cluster

_CLOCK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


def processor_seconds(pid: int, with_descendants: bool = False) -> float:
    """What a process has used of the processor; with all that it started, where asked."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    if not with_descendants:
        return sum(map(int, fields[11:13])) / _CLOCK
    used = sum(map(int, fields[11:15])) / _CLOCK
    for thread in Path(f"/proc/{pid}/task").iterdir():
        for child in (thread / "children").read_text().split():
            with contextlib.suppress(OSError):
                used += processor_seconds(int(child), True)
    return used


def megabytes(pid: int) -> float:
    """What a process holds."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 1e6


def task_span(log: Path) -> float:
    """The seconds from the first task's start to the last task's end."""
    starts, ends = [], []
    for file in log.iterdir():
        for line in file.read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            if event["Event"] == "SparkListenerTaskEnd":
                starts.append(event["Task Info"]["Launch Time"])
                ends.append(event["Task Info"]["Finish Time"])
    return (max(ends) - min(starts)) / 1000


def run_job(folder: Path, documents: Path, workers: int, watch: bool = False) -> float:
    """Runs the job on a new cluster, prints what it took, and answers the span of its tasks."""
    place = folder / f"cluster-{workers}"
    log = place / "events"
    log.mkdir(parents=True)
    cluster = Cluster(place, workers)
    try:
        start = time.monotonic()
        job = cluster.submit(
            "--input",
            documents.as_uri(),
            "--output",
            (place / "output").as_uri(),
            "--binary",
            material.BINARY,
            *material.TIMES,
            spark_eventLog_enabled="true",
            spark_eventLog_dir=log.as_uri(),
            spark_eventLog_compress="false",
            spark_eventLog_rolling_enabled="false",
        )
        driver = 0.0
        used: dict[int, float] = {}
        while job.poll() is None:
            time.sleep(5 if watch else 0.5)
            if job.poll() is None:
                driver = processor_seconds(job.pid)
                for pid in cluster.executors():
                    with contextlib.suppress(OSError):
                        used[pid] = processor_seconds(pid, True)
                if watch:
                    held = [f"{megabytes(pid):.0f}" for pid in cluster.executors()]
                    at = time.monotonic() - start
                    print(f"{at:5.0f} s driver {megabytes(job.pid):.0f} MB, executors {held}")
        whole = time.monotonic() - start
        span = task_span(log)
        master = processor_seconds(cluster.master.pid)
        print(job.communicate()[0].strip())
        print(
            f"{workers} workers: tasks {span:.1f} s, Spark's start and end {whole - span:.1f} s, "
            f"processor of the executors {sum(used.values()):.1f} s, of the driver {driver:.1f} s, "
            f"of the master {master:.1f} s"
        )
        return span
    finally:
        cluster.stop()


def overhead(folder: Path, count: int) -> None:
    """The job against the batch on the same documents."""
    documents = folder / "documents"
    material.make_copies(documents, count, material.digital())
    start = time.monotonic()
    material.batch([documents], folder / "reference")
    batch = time.monotonic() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"processor of extract batch {used.ru_utime + used.ru_stime:.1f} s")
    span = run_job(folder, documents, 2)
    print(f"extract batch --jobs 2: {batch:.1f} s; the job takes {span / batch:.2f} times as long")


def scaling(folder: Path, count: int) -> None:
    """One worker against two."""
    documents = folder / "documents"
    material.make_copies(documents, count, material.long())
    one = run_job(folder, documents, 1)
    two = run_job(folder, documents, 2)
    print(f"two workers do {one / two:.2f} times what one does")


def memory(folder: Path, count: int) -> None:
    """What is held while small documents pass."""
    documents = folder / "documents"
    documents.mkdir()
    for number in range(count):
        text = material.ACT.format(number=number)
        (documents / f"{number:06d}.txt").write_text(text, encoding="utf-8")
    run_job(folder, documents, 2, watch=True)


def main() -> None:
    """Runs one benchmark."""
    kinds = {"overhead": (overhead, 2000), "scaling": (scaling, 200), "memory": (memory, 20_000)}
    measure, count = kinds[sys.argv[1]]
    folder = Path(tempfile.mkdtemp(prefix="deliberations-"))
    try:
        measure(folder, int(sys.argv[2]) if len(sys.argv) > 2 else count)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
