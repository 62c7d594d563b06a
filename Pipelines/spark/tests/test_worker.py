"""A document that ends its worker costs itself, and says how."""

from __future__ import annotations

import os
import signal
import unittest
from pathlib import Path

from deliberations_spark.frames import Frame, FrameDecoder, Kind
from deliberations_spark.options import Options
from deliberations_spark.worker import Worker

FAKE = str(Path(__file__).with_name("fake_extract.py"))


class FrameTests(unittest.TestCase):
    """Messages over a pipe."""

    def test_messages_come_whole_however_the_pipe_cuts_them(self) -> None:
        sent = [Frame(Kind.READY, b""), Frame(Kind.OUTPUT, bytes(range(256)) * 3)]
        text = b"".join(frame.encoded() for frame in sent)
        for size in (1, 3, 7, len(text)):
            decoder = FrameDecoder()
            parts = [text[start : start + size] for start in range(0, len(text), size)]
            self.assertEqual([it for part in parts for it in decoder.append(part)], sent)

    def test_what_is_no_message_is_refused(self) -> None:
        for text in (b"\x09\0\0\0\0", b"\x01\xff\xff\xff\xff"):
            with self.assertRaises(ValueError):
                list(FrameDecoder().append(text))


class WorkerTests(unittest.TestCase):
    """The worker of a task."""

    def setUp(self) -> None:
        self.worker = Worker(Options(binary=FAKE, seconds=1, patience=0.5, memory=100))
        self.addCleanup(self.worker.close)

    def outcome(self, word: str) -> str:
        return self.worker.read("act.txt", word.encode()).outcome

    def test_each_end_of_a_worker_has_its_outcome_and_the_next_document_is_read(self) -> None:
        cases = {
            "crash": "crash",
            "lost": "crash",
            "starve": "memory",
            "grow": "memory",
            "hang": "timeout",
        }
        for word, outcome in cases.items():
            with self.subTest(word):
                self.assertEqual(self.outcome("plain"), "done")
                self.assertEqual(self.outcome(word), outcome)
                self.assertEqual(self.outcome("plain"), "done")

    def test_a_crash_that_earlier_documents_prepared_is_tried_again_in_a_fresh_worker(self) -> None:
        self.assertEqual(self.outcome("plain"), "done")
        self.assertEqual(self.outcome("once"), "done")

    def test_the_message_names_the_signal_and_the_last_words(self) -> None:
        self.assertIn("signal 11", self.worker.read("a", b"crash").message or "")

    def test_a_worker_that_was_killed_between_two_documents_is_replaced(self) -> None:
        self.assertEqual(self.outcome("plain"), "done")
        process = self.worker._process
        assert process is not None
        os.kill(process._process.pid, signal.SIGKILL)
        self.assertEqual(self.outcome("plain"), "done")


if __name__ == "__main__":
    unittest.main()
