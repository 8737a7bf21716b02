"""Write the lock files: what the program needs, and what its tests need besides, with their digests.

One lock serves Linux, macOS and Windows and every Python from 3.11 on. Run by `make lock`.
"""

import subprocess
import sys

COMMON = (
    *("pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--quiet"),
)


def compile_lock(target: str, *options: str) -> None:
    """Resolve the project's ranges into the lock `target`; CalledProcessError if they cannot be met."""
    subprocess.run([sys.executable, "-m", "uv", "pip", "compile", *COMMON, *options, "-o", target], check=True)


if __name__ == "__main__":
    compile_lock("packaging/requirements.lock")
    compile_lock("packaging/requirements-dev.lock", "--extra", "dev")
