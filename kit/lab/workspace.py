"""The working copy of the notebooks: run, changed and kept by the researcher.

The shipped notebooks stay as they are. Each copy remembers, in its metadata, what it
was copied from; as long as its cells are still the same it follows the shipped notebook
when that changes, and from the first change on it belongs to the researcher.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import nbformat

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = "notebooks"
WORKSPACE = "workspace"
_KEY = "arabic_news_kit"


def working_copies(root: Path) -> list[Path]:
    """Bring ``workspace/`` up to date and give its copies, in order.

    Raises
    ------
    FileNotFoundError
        If there are no notebooks in ``root``.

    """
    shipped = sorted((root / SHIPPED).glob("*.ipynb"))
    if not shipped:
        msg = (
            f"No notebooks in '{root / SHIPPED}'. "
            "Run this from a clone of the project, which holds them."
        )
        raise FileNotFoundError(msg)
    folder = root / WORKSPACE
    folder.mkdir(exist_ok=True)
    return [_copied(original, folder / original.name) for original in shipped]


def is_changed(copy: Path) -> bool:
    """Say whether the researcher has changed a copy: its cells, not its outputs."""
    try:
        notebook = read(copy)
    except (OSError, ValueError):
        return True  # whatever it is, it is not ours to overwrite
    return bool(notebook.metadata.get(_KEY) != _fingerprint(notebook))


def read(path: Path) -> Any:  # noqa: ANN401  # nbformat is not typed
    """Read a notebook."""
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # nbformat is not typed


def _copied(original: Path, copy: Path) -> Path:
    if copy.exists() and is_changed(copy):
        return copy
    notebook = read(original)
    mark = _fingerprint(notebook)
    if copy.exists() and read(copy).metadata.get(_KEY) == mark:
        return copy
    notebook.metadata[_KEY] = mark
    nbformat.write(notebook, copy)  # type: ignore[no-untyped-call]  # see read
    return copy


def _fingerprint(notebook: Any) -> str:  # noqa: ANN401  # nbformat is not typed
    cells = "\0".join(f"{cell.cell_type}\0{cell.source}" for cell in notebook.cells)
    return hashlib.sha256(cells.encode()).hexdigest()[:16]
