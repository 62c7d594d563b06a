"""The messages between a batch and a worker of `extract`, as Sources/Batch/Frame.swift defines them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

_HEAD = struct.Struct(">BI")
_MOST_BYTES = 1 << 24


class Kind(IntEnum):
    """What a message is."""

    READY = 1
    DOCUMENT = 2
    RECOGNITION = 3
    OUTPUT = 4
    REPLY = 5


class Frame(NamedTuple):
    """One message."""

    kind: Kind
    content: bytes

    def encoded(self) -> bytes:
        """The message as it goes over the pipe."""
        return _HEAD.pack(self.kind, len(self.content)) + self.content


class FrameDecoder:
    """Cuts what comes over a pipe into messages."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def append(self, part: bytes) -> Iterator[Frame]:
        """Adds what came and gives the messages that are whole; ValueError where it is none."""
        self._bytes += part
        while len(self._bytes) >= _HEAD.size:
            kind, count = _HEAD.unpack_from(self._bytes)
            if count > _MOST_BYTES:
                raise ValueError("the worker has lost its way")
            end = _HEAD.size + count
            if len(self._bytes) < end:
                return
            content = bytes(self._bytes[_HEAD.size : end])
            del self._bytes[:end]
            yield Frame(Kind(kind), content)
