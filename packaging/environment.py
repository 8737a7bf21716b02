"""Make the clone's own Python environment, or say in plain words what is missing for it.

Run by the Makefile with whatever Python the machine has, so it uses nothing but the standard library.
"""

import subprocess
import sys
from pathlib import Path

LEAST = (3, 11)


def main(folder: Path) -> int:
    """Create the environment at `folder` unless it stands; return 1 with an explanation if it cannot be made."""
    if sys.version_info < LEAST:
        found = ".".join(map(str, sys.version_info[:2]))
        return _refuse(f"Python 3.11 ou plus est nécessaire (ici : {found}). / Python 3.11 or newer is needed.")
    if _has_pip(folder):
        return 0
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode == 0:
        return 0
    return _refuse(
        "L’environnement Python n’a pas pu être créé. / The Python environment could not be created.\n"
        "Debian, Ubuntu : sudo apt install python3-venv    Fedora : sudo dnf install python3\n"
        f"({(made.stderr or made.stdout).strip().splitlines()[-1:]})"
    )


def _has_pip(folder: Path) -> bool:
    """Return whether a whole environment stands; one made without ensurepip is only half there."""
    for python in (folder / "bin" / "python", folder / "Scripts" / "python.exe"):
        if python.exists():
            return (
                subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True, check=False).returncode
                == 0
            )
    return False


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
