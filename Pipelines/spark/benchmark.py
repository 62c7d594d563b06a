"""Measures the job against `extract batch`: benchmark.py overhead|short|scaling|memory [documents].

overhead  2,000 copies of the corpus's born-digital documents by two workers of one core, between two
          runs of `extract batch --jobs 2`
short     the same with acts of few pages alone
scaling   born-digital documents of ten pages and more, by one worker of one core, then by two
memory    20,000 small documents: what driver and executors hold while they pass

Clocks run from the first task's start to the last task's end, as Spark's event log has them; what
Spark takes before and after is printed beside it. An application that has just started, cold, reads
the documents; then, warm, it reads them again into another output. The first time Java still loads its
classes and makes its machine code.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import re
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from pyspark.sql import SparkSession

from deliberations_spark import Options, run
from tests import material
from tests.cluster import Cluster

_CLOCK = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")


def processor_seconds(pid: int, with_ended_children: bool = False) -> float:
    """What a process has used of the processor."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, fields[11 : 15 if with_ended_children else 13])) / _CLOCK


def descendants(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from descendants(int(child))


def megabytes(pid: int) -> float:
    """What a process holds."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * _PAGE / 1e6


def task_spans(log: Path, begins: list[float]) -> list[tuple[float, float]]:
    """The first task's start and the last task's end of each run that began so."""
    times = []
    for file in log.iterdir():
        for line in file.read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            if event["Event"] == "SparkListenerTaskEnd":
                info = event["Task Info"]
                times.append((info["Launch Time"] / 1000, info["Finish Time"] / 1000))
    spans = []
    for begin, end in pairwise([*begins, math.inf]):
        own = [it for it in times if begin <= it[0] < end]
        spans.append((min(first for first, _ in own), max(last for _, last in own)))
    return spans


def run_again(documents: str, outputs: list[str]) -> None:
    """The job on the same documents, once for each output, by one application."""
    session = SparkSession.builder.appName("deliberations").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    for output in outputs:
        print(f"begun at {time.time()}:", end=" ")
        print(run(session, [documents], output, Options(material.BINARY, 8, 300)).text())
    session.stop()


class Used(NamedTuple):
    """What executors and driver had used of the processor at a time."""

    time: float
    executors: float
    driver: float


class Held(NamedTuple):
    """What a job held of memory at a time, in MB."""

    driver: float
    java: float
    python: float


def run_job(folder: Path, documents: Path, workers: int, watch: bool = False) -> list[float]:
    """Runs the job on a new cluster, prints what it took, and answers the spans of its tasks."""
    place = folder / f"cluster-{workers}"
    log = place / "events"
    log.mkdir(parents=True)
    names = ["cold"] if watch else ["cold", "warm"]
    cluster = Cluster(place, workers)
    try:
        start = time.monotonic()
        job = cluster.submit(
            "run",
            documents.as_uri(),
            *((place / name).as_uri() for name in names),
            script=Path(__file__).resolve(),
            spark_eventLog_enabled="true",
            spark_eventLog_dir=log.as_uri(),
            spark_eventLog_compress="false",
            spark_eventLog_rolling_enabled="false",
        )
        samples = [Used(0, 0, 0)]
        held: list[Held] = []
        used: dict[int, float] = {}
        while job.poll() is None:
            for executor in cluster.executors():
                for pid in descendants(executor):
                    with contextlib.suppress(OSError):
                        used[pid] = processor_seconds(pid, pid == executor)
            with contextlib.suppress(OSError):
                driver = processor_seconds(job.pid)
                samples.append(Used(time.time(), sum(used.values()), driver))
                if watch:
                    own = [*cluster.executors()]
                    with_python = sum(map(megabytes, chain.from_iterable(map(descendants, own))))
                    java = sum(map(megabytes, own))
                    held.append(Held(megabytes(job.pid), java, with_python - java))
            time.sleep(1 if watch else 0.3)
        whole = time.monotonic() - start
        for quarter in range(4 if watch else 0):
            most = map(max, zip(*held[quarter * len(held) // 4 : (quarter + 1) * len(held) // 4]))
            driver, java, python = (f"{it:.0f} MB" for it in most)
            print(
                f"quarter {quarter + 1}: driver {driver}, Java of the executors {java}, "
                f"their Python and `extract` {python} at most"
            )
        said = job.communicate()[0].strip()
        print(said)
        begins = [float(it) for it in re.findall(r"begun at (\S+):", said)]
        spans = task_spans(log, begins)
        seconds = [last - first for first, last in spans]
        print(
            f"{workers} workers: Spark besides its tasks {whole - sum(seconds):.1f} s, "
            f"processor of the master {processor_seconds(cluster.master.pid):.1f} s"
        )
        for name, (first, last) in zip(names, spans):
            before = max(it for it in samples if it.time <= first)
            after = max(it for it in samples if it.time <= last)
            readings = material.rows(place / name, "outcomes", ["seconds"])
            read = sum(float(str(seconds)) for (seconds,) in readings)
            executors = after.executors - before.executors
            print(
                f"{name}: tasks {last - first:.1f} s; processor of the driver "
                f"{after.driver - before.driver:.1f} s, of the executors {executors:.1f} s, "
                f"{read:.1f} s of it in `extract`: {(executors - read) / len(readings) * 1000:.1f} ms "
                "a document besides"
            )
        return seconds
    finally:
        cluster.stop()


def time_batch(folder: Path, documents: Path) -> float:
    """What `extract batch --jobs 2` takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    material.batch([documents], folder)
    took = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"extract batch --jobs 2: {took:.1f} s, processor {used:.1f} s")
    return took


def compare(folder: Path, count: int, originals: list[Path]) -> None:
    """The job between two batches of the same documents."""
    documents = folder / "documents"
    material.make_copies(documents, count, originals)
    before = time_batch(folder / "before", documents)
    cold, warm = run_job(folder, documents, 2)
    batch = (before + time_batch(folder / "after", documents)) / 2
    print(f"the job takes {warm / batch:.2f} times as long warm, {cold / batch:.2f} times cold")


def overhead(folder: Path, count: int) -> None:
    """On documents of all kinds."""
    compare(folder, count, material.digital())


def short(folder: Path, count: int) -> None:
    """On documents of few pages."""
    compare(folder, count, material.seeds())


def scaling(folder: Path, count: int) -> None:
    """One worker against two."""
    documents = folder / "documents"
    material.make_copies(documents, count, material.long())
    pairs = zip(run_job(folder, documents, 1), run_job(folder, documents, 2))
    cold, warm = (one / two for one, two in pairs)
    print(f"two workers do {warm:.2f} times what one does warm, {cold:.2f} times cold")


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
    if sys.argv[1] == "run":
        run_again(sys.argv[2], sys.argv[3:])
        return
    kinds = {
        "overhead": (overhead, 2000),
        "short": (short, 2000),
        "scaling": (scaling, 400),
        "memory": (memory, 20_000),
    }
    measure, count = kinds[sys.argv[1]]
    folder = Path(tempfile.mkdtemp(prefix="deliberations-"))
    try:
        measure(folder, int(sys.argv[2]) if len(sys.argv) > 2 else count)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
