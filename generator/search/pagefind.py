"""Pagefind's own program: indexes a folder of documents, in the order of their names.

Given a folder, Pagefind numbers documents as the disk lists them, so the index would hang on the disk. Its service is
told one document after the other: https://pagefind.app/docs/node-api/ names what it can be asked. Pagefind's own
package for Python waits a tenth of a second for each answer, too long for ten thousand documents.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from contextlib import contextmanager, suppress
from functools import partial
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, NamedTuple, cast

import msgspec
from pagefind.service import get_executable

from generator.children import end_with_parent
from generator.problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


SCRIPT = "pagefind.js"
"""The script that our own load; what else Pagefind writes are interfaces for sites without a search page."""

_END = b","
"""What ends a message, each of which is JSON in base64."""
_AT_ONCE = 1 << 16
"""Bytes of an answer that are read at once."""


class IndexingError(BuildError):
    """Raised where Pagefind is missing or fails; the message holds what it said."""


def run_pagefind(documents: Path, language: str) -> dict[str, bytes]:
    """Index all documents in a folder as texts of one language, and give the files of the index by their names.

    Raises:
        IndexingError: where Pagefind is missing or fails.
    """
    with _service() as service:
        index = service.ask(type="NewIndex", config={"force_language": language})["index_id"]
        for name in sorted(path.relative_to(documents).as_posix() for path in documents.rglob("*.html")):
            text = (documents / name).read_text(encoding="utf-8")
            service.ask(type="AddFile", index_id=index, file_path=name, file_contents=text)
        # Asked to write them itself it answers before all is on the disk.
        files = service.ask(type="GetFiles", index_id=index)["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


def program_in(index: Mapping[str, bytes]) -> str:
    """Give the name of the file with the program that searches an index; others lie beside it."""
    ((_, language),) = msgspec.json.decode(index["pagefind-entry.json"])["languages"].items()
    return f"wasm.{language['wasm'] or 'unknown'}.pagefind"


class _Service(NamedTuple):
    """Pagefind as it runs: where it is asked, where it answers, and where it prints."""

    process: subprocess.Popen[bytes]
    questions: IO[bytes]
    answers: IO[bytes]
    printed: IO[bytes]

    def ask(self, **question: object) -> dict[str, Any]:
        """Give the answer to a question; raises IndexingError where there is none or it tells of an error."""
        try:
            self.questions.write(base64.b64encode(msgspec.json.encode({"message_id": 0, "payload": question})) + _END)
            self.questions.flush()
        except BrokenPipeError as error:
            raise self._end() from error
        answer: dict[str, Any] = msgspec.json.decode(base64.b64decode(self._message()))["payload"]
        if answer["type"] == "Error":
            raise IndexingError(f"Pagefind failed: {answer['message']}")
        return answer

    def _message(self) -> bytes:
        """Read a message; nothing comes after it, since each question is asked after the answer to the last."""
        read = bytearray()
        while not read.endswith(_END):
            more = os.read(self.answers.fileno(), _AT_ONCE)
            if not more:
                raise self._end()
            read += more
        return bytes(read[: -len(_END)])

    def _end(self) -> IndexingError:
        code = self.process.wait()
        self.printed.seek(0)
        printed = self.printed.read().decode(errors="replace").strip()
        return IndexingError(f"Pagefind failed with exit code {code}: {printed}")


@contextmanager
def _service() -> Iterator[_Service]:
    executable = get_executable()
    if executable is None:
        raise IndexingError("Pagefind's program was not found (install the package pagefind-bin)")
    # Pagefind also takes options from the environment.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    # A run that is killed takes Pagefind with it, or it would write on into the folder of the next.
    with_us = partial(end_with_parent, os.getpid()) if sys.platform == "linux" else None
    with (
        TemporaryFile() as printed,
        subprocess.Popen(  # noqa: S603 (the command is ours)
            [str(executable), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=printed,
            env=environment,
            preexec_fn=with_us,  # noqa: PLW1509 (nothing of ours runs in threads)
        ) as process,
    ):
        service = _Service(process, cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout), printed)
        try:
            yield service
        finally:
            process.kill()
            with suppress(BrokenPipeError):  # where it did not live to read the last question
                service.questions.close()
