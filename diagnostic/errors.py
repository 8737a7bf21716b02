"""The world's faults: what went wrong outside the program, as a message key and its figures."""

from __future__ import annotations

import errno
from pathlib import Path


class WorldError(Exception):
    """Something outside the program is wrong: a file, a disk, a value.

    `key` names the sentence `error.<key>` of the translations, `params` fill it. The sentence says what
    happened, to what, what is safe and what to do next. Our own mistakes are never a WorldError.
    """

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params


def writing_fault(fault: OSError, file: Path) -> WorldError:
    """Return what a refusal to write a file means to the user.

    Folders of the system that hold no files (/proc) answer that there is no such thing: they are there all the same.
    """
    if fault.errno == errno.ENOENT:
        there = file.parent.is_dir()
        return WorldError("not_written_here", file=file) if there else WorldError("no_folder", folder=file.parent)
    key = _WRITING.get(fault.errno or 0)
    return WorldError(key, file=file) if key else WorldError("cannot_write", file=file, reason=fault)


_WRITING = {
    errno.EACCES: "write_denied",
    errno.EPERM: "write_denied",
    errno.EROFS: "write_denied",
    errno.ENOSPC: "no_space",
    errno.EISDIR: "is_a_folder",
    errno.ENOTDIR: "not_in_a_folder",
    errno.EOPNOTSUPP: "not_written_here",
    errno.ENOTSUP: "not_written_here",
    errno.ENOSYS: "not_written_here",
}
