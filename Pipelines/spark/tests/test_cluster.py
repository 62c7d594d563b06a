"""A real cluster: what is read equals what a batch reads, once each, whatever is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
import unittest
from collections import Counter
from pathlib import Path

from . import material
from .cluster import Cluster

COPIES = int(os.environ.get("COPIES", "2000"))
LIMIT = 600


class ClusterTests(unittest.TestCase):
    """One cluster for all, in this order of names."""

    @classmethod
    def setUpClass(cls) -> None:
        scratch = tempfile.TemporaryDirectory(prefix="deliberations-")
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = Path(scratch.name)
        cls.documents = cls.folder / "documents"
        material.make_copies(cls.documents / "copies", COPIES)
        material.make_odd(cls.documents / "odd")
        for path in material.hostile():
            (cls.documents / path.name).write_bytes(path.read_bytes())
        cls.reference = cls.folder / "reference"
        material.batch([cls.documents], cls.reference)
        cls.output = cls.folder / "output"
        cls.cluster = Cluster(cls.folder)
        cls.addClassCleanup(cls.cluster.stop)

    def submit(self, output: Path, *arguments: str) -> subprocess.Popen[str]:
        options = ["--binary", material.BINARY, *material.TIMES, "--task-seconds", "5"]
        places = ["--input", self.documents.as_uri(), "--output", output.as_uri()]
        return self.cluster.submit(*places, *options, *arguments)

    def finished_files(self, output: Path) -> int:
        return len(list(output.glob("_staging/extracted-*/*.parquet")))

    def wait_for_work(self, output: Path, waves: int, job: subprocess.Popen[str]) -> None:
        """Waits until some tasks of the wave after so many others are finished, and some are not."""
        end = time.monotonic() + LIMIT
        while job.poll() is None:
            done = len(list(output.glob("settings=*/wave=*/_SUCCESS")))
            if done == waves and self.finished_files(output) > 1:
                return
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)
        self.fail("the job ended before anything could be killed")

    def check_equal(self, output: Path) -> None:
        """Every content once, with the outcome and the very bytes of the batch."""
        expected = material.batch_outcomes(self.reference)
        found = material.rows(output, "outcomes", ["sha256", "outcome"])
        twice = [key for key, count in Counter(key for key, _ in found).items() if count > 1]
        self.assertEqual(twice, [])
        self.assertEqual(dict(found), expected)
        documents = material.rows(output, "documents", ["sha256", "json"])
        self.assertEqual(len(documents), len(dict(documents)))
        self.assertEqual(dict(documents), material.batch_outputs(self.reference))

    def test_1_a_driver_that_was_killed_leaves_what_it_had_finished_to_the_next(self) -> None:
        job = self.submit(self.output)
        self.wait_for_work(self.output, 0, job)
        job.send_signal(signal.SIGKILL)
        job.communicate()
        self.assertEqual(material.rows(self.output, "outcomes", ["sha256"]), [])
        self.assertGreater(self.finished_files(self.output), 0)

    def test_2_a_worker_that_is_killed_costs_no_document_and_gives_none_twice(self) -> None:
        job = self.submit(self.output)
        self.wait_for_work(self.output, 1, job)
        executor, worker = next(iter(self.cluster.executors().items()))
        os.kill(worker, signal.SIGKILL)
        os.kill(executor, signal.SIGKILL)
        said, _ = job.communicate(timeout=LIMIT)
        self.assertEqual(job.returncode, 1, said)  # some documents are hostile
        self.check_equal(self.output)
        self.assertEqual(len(list(self.output.glob("settings=*/wave=*"))), 2)
        self.assertEqual(list(self.output.glob("_staging/*")), [])

    def test_3_a_second_run_does_nothing(self) -> None:
        self.cluster.add_worker("worker-again")
        job = self.submit(self.output)
        said, _ = job.communicate(timeout=LIMIT)
        self.assertIn("0 read now in 0 waves", said)
        self.check_equal(self.output)


if __name__ == "__main__":
    unittest.main()
