#!/usr/bin/env python3
"""A program with the protocol of `extract`, whose documents say what is to go wrong with it.

`crash` ends it; `once` ends it unless it is fresh; `hang` never ends; `grow` takes memory; `lost`
says what is no message; `starve` says that there is no memory; all else is an act without rows.
"""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import sys
import time
from hashlib import sha256
from pathlib import Path

# The module alone: a worker has no variables that say where Spark is.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "deliberations_spark"))

from frames import Frame, FrameDecoder, Kind  # noqa: E402


def describe(folder: str) -> None:
    """Writes the ledger of a batch."""
    ledger = sqlite3.connect(f"{folder}/ledger.sqlite")
    ledger.execute("CREATE TABLE extraction (settings TEXT, program_version TEXT)")
    ledger.execute("INSERT INTO extraction VALUES ('fake', '0.0.0')")
    ledger.commit()


def send(kind: Kind, content: bytes = b"") -> None:
    """Says something to the batch."""
    os.write(1, Frame(kind, content).encoded())


def answer(name: str, content: bytes, count: int) -> None:
    """Does what the document says."""
    word = content.decode().strip()
    if word == "crash" or word == "once" and count:
        os.kill(os.getpid(), 11)
    if word == "hang":
        time.sleep(3600)
    if word == "lost":
        os.write(1, b"\xff" * 100)
        time.sleep(3600)
    if word == "starve":
        sys.exit("terminate called after throwing an instance of 'std::bad_alloc'")
    if word == "grow":
        held = bytearray(200_000_000)
        time.sleep(3600)
        del held
    key = sha256(content).hexdigest()
    output = {
        "schema_version": "1.1.0",
        "generator": {"version": "0.0.0"},
        "source": {"file_name": name, "sha256": key, "byte_count": len(content)},
        "deliberations": [],
        "diagnostics": [],
    }
    send(Kind.OUTPUT, json.dumps(output).encode())
    send(Kind.REPLY, json.dumps({"outcome": "done", "sha256": key, "deliberations": 0}).encode())


def work() -> None:
    """Reads documents until the batch closes the pipe."""
    send(Kind.READY)
    pipe = socket.socket(fileno=0)
    decoder = FrameDecoder()
    count = 0
    while True:
        part, files, _, _ = socket.recv_fds(pipe, 1 << 16, 8)
        if not part:
            return
        for frame in decoder.append(part):
            with os.fdopen(files[0], "rb") as document:
                answer(frame.content.decode(), document.read(), count)
            count += 1


if sys.argv[1] == "batch":
    describe(sys.argv[sys.argv.index("--output") + 1])
else:
    work()
