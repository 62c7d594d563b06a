"""A long-lived `extract worker`: bytes in, JSON out, and an outcome for every document."""

from __future__ import annotations

import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from .frames import Frame, FrameDecoder, Kind
from .options import Options
from .program import described

# The numbers and sentences below are those of Sources/Batch/WorkerPool.swift and WorkerEnd.swift,
# and of Sources/Pipeline/RecognitionOptions.swift.
_SECONDS_PER_RECOGNISED_PAGE = 10.0
_INTERVAL = 0.05
_GRACE = 2.0
_START_LIMIT = 60.0
_MOST_WORDS = 2000
_MEMORY_WORDS = (b"Out of memory", b"out of memory", b"bad_alloc", b"failed to allocate")
_TIME_OVER = "the time was over; allow more with --timeout"
_NEEDED_VARIABLES = ("LD_LIBRARY_PATH", "TESSDATA_PREFIX")


@dataclass
class Reply:
    """What became of a document; `output` is the JSON, byte for byte as `extract batch` writes it."""

    outcome: str
    message: str | None = None
    output: bytes | None = None
    definition: str | None = None
    pages: int | None = None
    deliberations: int | None = None
    seconds: float = 0.0


class WorkerError(Exception):
    """No worker can be started, so no document can be read on this machine."""


class _Ended(Exception):
    """The process closed its output, or says what is no message."""


@dataclass
class _Task:
    """A document that is being read."""

    start: float
    processor_start: float
    extra_seconds: float = 0.0
    output: bytearray = field(default_factory=bytearray)


class WorkerProcess:
    """One process; it is killed and waited for when this is closed."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self.finished = 0
        self._words = b""
        self._decoder = FrameDecoder()
        self._frames: list[Frame] = []
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        kept = {name: os.environ[name] for name in _NEEDED_VARIABLES if name in os.environ}
        with theirs:
            self._process = subprocess.Popen(
                [described(options).path, *options.worker_arguments()],
                stdin=theirs.fileno(),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={"OMP_THREAD_LIMIT": "1", "SWIFT_BACKTRACE": "enable=no", **kept},
                process_group=0,
            )
        assert self._process.stdout and self._process.stderr
        self._output, self._errors = self._process.stdout, self._process.stderr
        self._selector = selectors.DefaultSelector()
        for stream in (self._output, self._errors):
            os.set_blocking(stream.fileno(), False)
            self._selector.register(stream, selectors.EVENT_READ)
        self._wait_until_ready()

    def close(self) -> None:
        """Ends the process; what it does is lost."""
        self._process.kill()
        self._process.wait()
        self._selector.close()
        for stream in (self._socket, self._output, self._errors):
            stream.close()

    @property
    def memory(self) -> int:
        """The bytes that the process holds; the second number of statm is in pages."""
        try:
            with open(f"/proc/{self._process.pid}/statm", "rb") as file:
                return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError):
            return 0

    def read(self, name: str, content: bytes) -> Reply:
        """Reads one document; an outcome that is not the worker's own leaves it dead."""
        self._words = b""
        task = _Task(time.monotonic(), self._processor_seconds())
        file = os.memfd_create("document", os.MFD_CLOEXEC)
        try:
            with os.fdopen(os.dup(file), "wb") as writer:
                writer.write(content)
            os.lseek(file, 0, os.SEEK_SET)
            message = Frame(Kind.DOCUMENT, name.encode("utf-8", "surrogateescape")).encoded()
            sent = socket.send_fds(self._socket, [message], [file])
            self._socket.sendall(message[sent:])
        except (BrokenPipeError, ConnectionResetError):
            pass  # a worker that is gone is noticed by the end of its output
        finally:
            os.close(file)
        return self._listen(task)

    def _listen(self, task: _Task) -> Reply:
        looked = time.monotonic()
        while True:
            try:
                frame = self._next_frame()
            except _Ended:
                return self._buried(task)
            if time.monotonic() - looked > _INTERVAL:
                looked = time.monotonic()
                if (reply := self._limit_reached(task)) is not None:
                    return reply
            match frame:
                case Frame(Kind.RECOGNITION, content):
                    task.extra_seconds = _SECONDS_PER_RECOGNISED_PAGE * int(content)
                case Frame(Kind.OUTPUT, content):
                    task.output += content
                case Frame(Kind.REPLY, content):
                    self.finished += 1
                    return self._reply(json.loads(content), task)

    def _reply(self, said: dict[str, Any], task: _Task) -> Reply:
        return Reply(
            outcome=said["outcome"],
            message=said.get("message"),
            output=bytes(task.output) if said["outcome"] == "done" else None,
            definition=said.get("definition"),
            pages=said.get("pages"),
            deliberations=said.get("deliberations"),
            seconds=self._spent(task),
        )

    def _next_frame(self) -> Frame | None:
        """The next message; None after a moment without one."""
        if not self._frames:
            for key, _ in self._selector.select(_INTERVAL):
                part = os.read(key.fd, 1 << 16)
                if key.fileobj is self._output:
                    self._take(part)
                elif part:
                    self._words = (self._words + part)[-_MOST_WORDS:]
                else:
                    self._selector.unregister(key.fileobj)
        return self._frames.pop(0) if self._frames else None

    def _take(self, part: bytes) -> None:
        if not part:
            raise _Ended
        try:
            self._frames += self._decoder.append(part)
        except ValueError as error:
            raise _Ended from error

    def _wait_until_ready(self) -> None:
        start = time.monotonic()
        try:
            while time.monotonic() - start < _START_LIMIT:
                frame = self._next_frame()
                if frame is not None and frame.kind == Kind.READY:
                    return
        except _Ended:
            self._hear_last_words()
        self.close()
        words = self._words.decode("utf-8", "replace").strip() or "it does not answer"
        raise WorkerError(f"no worker can be started: {words}")

    def _hear_last_words(self) -> None:
        try:
            while part := os.read(self._errors.fileno(), 1 << 16):
                self._words = (self._words + part)[-_MOST_WORDS:]
        except BlockingIOError:
            pass

    def _processor_seconds(self) -> float:
        """What the processor has worked for all of its threads: clock_getcpuclockid(3) of a process."""
        try:
            return time.clock_gettime(~self._process.pid << 3 | 2)
        except OSError:
            return 0.0

    def _spent(self, task: _Task) -> float:
        return round(max(0.0, self._processor_seconds() - task.processor_start), 3)

    def _limit_reached(self, task: _Task) -> Reply | None:
        more = task.extra_seconds + _GRACE
        options = self._options
        age = time.monotonic() - task.start
        if self._spent(task) > options.seconds + more or age > options.patience + more:
            return Reply("timeout", _TIME_OVER, seconds=self._spent(task))
        if self.memory > options.memory * 1_000_000:
            message = (
                f"the document takes more than {options.memory} MB of memory; allow more with --memory"
            )
            return Reply("memory", message, seconds=self._spent(task))
        return None

    def _buried(self, task: _Task) -> Reply:
        """What the end of the process says of the document."""
        seconds = self._spent(task)
        self._process.kill()
        code = self._process.wait()
        self._hear_last_words()
        if any(words in self._words for words in _MEMORY_WORDS):
            message = "the document takes more memory than there is; allow more with --memory"
            return Reply("memory", message, seconds=seconds)
        if code == -signal.SIGXCPU:
            return Reply("timeout", _TIME_OVER, seconds=seconds)
        lines = self._words.decode("utf-8", "replace").splitlines()
        quoted = f": {lines[-1][:200]}" if lines else ""
        if code < 0:
            how = f"the worker was ended by signal {-code}, {signal.strsignal(-code)}"
        else:
            how = f"the worker ended with code {code}"
        return Reply("crash", how + quoted, seconds=seconds)


class Worker:
    """The worker of this process: replaced when it crashes, hangs or takes too much."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._process: WorkerProcess | None = None

    def read(self, name: str, content: bytes) -> Reply:
        """Reads a document; where earlier documents may be to blame, a fresh worker tries again."""
        process = self._started()
        was_fresh = process.finished == 0
        reply = process.read(name, content)
        if process.memory > self._options.memory * 500_000 or reply.outcome in _ENDINGS:
            self.close()
        if reply.outcome in ("crash", "memory") and not was_fresh:
            return self.read(name, content)
        return reply

    def close(self) -> None:
        """Ends the worker, if there is one."""
        if self._process:
            self._process.close()
        self._process = None

    def _started(self) -> WorkerProcess:
        if self._process is None:
            self._process = WorkerProcess(self._options)
        return self._process


_ENDINGS = ("crash", "memory", "timeout")
_workers: dict[Options, Worker] = {}


def shared_worker(options: Options) -> Worker:
    """The worker that all tasks of this Python process share; the kernel ends it with the process."""
    return _workers.setdefault(options, Worker(options))


def content_key(content: bytes) -> str:
    """The SHA-256 of a document, in lower-case hexadecimal."""
    return sha256(content).hexdigest()


def shorten_next_task() -> None:
    """Forgets where modules were found: PySpark reads its archive again for each such place of it
    before each task, for a tenth of a second."""
    sys.path_importer_cache.clear()
