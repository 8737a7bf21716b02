"""One writer at a time: a lock file beside the dossier, let go by the system if the program dies."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from diagnostic.errors import WorldError


class Lock:
    """The right to write a dossier, held from `take` to `release`."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self._path = path
        self._lock = lock

    @classmethod
    def take(cls, dossier: Path) -> Lock:
        """Return the lock on a dossier. WorldError held or unwritable (the folder takes no new file)."""
        path = dossier.with_name(f".{dossier.name}.lock")
        lock = FileLock(path, timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            raise WorldError("held", file=dossier) from None
        except OSError as fault:
            raise WorldError("unwritable", file=dossier) from fault
        return cls(path, lock)

    def release(self) -> None:
        """Let the dossier go."""
        with suppress(OSError):  # Windows keeps an open file: there the lock removes it itself
            self._path.unlink(missing_ok=True)
        self._lock.release()
