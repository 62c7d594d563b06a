"""What a run may choose."""

from __future__ import annotations

import os
from dataclasses import dataclass

# `Input` of extract refuses longer files too, before it reads them.
MOST_BYTES = 1_000_000_000


@dataclass(frozen=True)
class Options:
    """How documents are read; the same on the driver and on all executors.

    `binary` is a path, or the name of a program that travels with `--archives` or `--files` or stands
    on PATH. `seconds` and `patience` are those of `extract --timeout` and `--patience`, `memory` is in
    MB, `arguments` are further options of `extract batch` that decide what a document gives.
    """

    binary: str = "extract"
    seconds: float = 60.0
    patience: float = 600.0
    memory: int = 2000
    arguments: tuple[str, ...] = ()

    def worker_arguments(self) -> list[str]:
        """The arguments with which the program becomes a worker of this process."""
        limits = ["--memory", str(self.memory), "--parent", str(os.getpid()), "--threads", "1"]
        times = ["--timeout", str(self.seconds), "--patience", str(self.patience)]
        return ["worker", *limits, *times, *self.arguments]
