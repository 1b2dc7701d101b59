"""The data tables shipped with the kit: one CSV file each under ``kit/data``.

What each column means, where a table comes from and under which licence stands in
``kit/data/README.md``. Data is never code: to add a country's nickname or an actor,
edit a table.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from hashlib import blake2b
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Give the rows of a table, each a dict of column to text ("" where empty).

    >>> table("part_openers")[0]
    {'opener': 'تنويه', 'kind': 'notice'}

    Raises
    ------
    FileNotFoundError
        If there is no such table; the message lists those there are.

    """
    folder = files("kit").joinpath("data")
    file = folder.joinpath(f"{name}.csv")
    if not file.is_file():
        known = sorted(
            item.name[:-4] for item in folder.iterdir() if item.name.endswith(".csv")
        )
        msg = f"No data table '{name}'. Tables: {', '.join(known)}."
        raise FileNotFoundError(msg)
    # A spreadsheet that saved the table may have put a byte order mark before it.
    text = file.read_text(encoding="utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    blank = [""] * len(header)
    return tuple(dict(zip(header, row + blank, strict=False)) for row in reader if row)


@cache
def fingerprint() -> str:
    """Give the fingerprint of all that is shipped under ``kit/data``.

    Equal ones mean that the same names, places and words were known.
    """
    content = blake2b(digest_size=8)
    folder = files("kit").joinpath("data")
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_file() and not item.name.endswith(".md"):
            held = item.read_bytes()
            content.update(f"{item.name}:{len(held)}:".encode())
            content.update(held)
    return content.hexdigest()
