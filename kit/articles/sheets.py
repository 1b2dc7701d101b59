"""Sheets: workbooks (``.xlsx``) and Parquet files, an article a row under a header.

Of a workbook each sheet that has a column of texts is read. A Parquet file is read some
rows at a time.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import polars as pl

from kit.articles.archives import check_document
from kit.articles.article import Problem
from kit.articles.columns import columns_of
from kit.articles.file import Facts, UnreadableError
from kit.articles.records import Record, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.articles.file import File, Options

_TOGETHER = 1000  # rows
_PARQUET = b"PAR1"  # its first and last bytes
_MIDNIGHT = " 00:00:00"  # of a day among days that are written as text


def read_workbook(file: File, options: Options) -> Iterator[Record | Problem | Facts]:
    """Read the sheets of a workbook; rows are counted as Excel counts them."""
    data = file.whole(options.limits)
    check_document(data, options.limits)
    sheets = pl.read_excel(
        io.BytesIO(data),
        sheet_id=0,
        infer_schema_length=None,
        drop_empty_rows=False,
        drop_empty_cols=False,
        raise_if_empty=False,
    )
    filled = {name: sheet for name, sheet in sheets.items() if not sheet.is_empty()}
    if not filled:
        msg = "is empty"
        raise UnreadableError(msg)
    for name, sheet in filled.items():
        within = "" if len(filled) == 1 else f"sheet '{name}', "
        try:
            columns = columns_of(sheet.columns, options.columns)
        except UnreadableError as error:
            yield Problem(f"{file.place}, sheet '{name}'", str(error))
            continue
        yield Facts(columns=tuple(columns.of.items()), guessed=columns.guessed)
        read = sheet.select(columns.of.values())
        for number, row in enumerate(read.iter_rows(named=True), start=2):
            if all(value in (None, "") for value in row.values()):
                continue
            day = columns.of.get("date", "")
            if isinstance(row.get(day), str):
                row[day] = row[day].removesuffix(_MIDNIGHT)
            yield from record_of(row, columns, file, f"{within}row {number}")


def read_parquet(file: File, options: Options) -> Iterator[Record | Problem | Facts]:
    """Read a Parquet file."""
    data = None if file.local else file.whole(options.limits)
    with io.BytesIO(data) if data is not None else file.open() as stream:
        # Of a file that is cut off, the library would say so at length as it fails.
        begins = stream.read(len(_PARQUET)) == _PARQUET
        stream.seek(-min(len(_PARQUET), stream.seek(0, io.SEEK_END)), io.SEEK_END)
        if not begins or stream.read() != _PARQUET:
            msg = "is cut off or damaged, or no Parquet file"
            raise UnreadableError(msg)
    source = file.local or io.BytesIO(data or b"")
    frame = pl.scan_parquet(source, glob=False)
    columns = columns_of(frame.collect_schema().names(), options.columns)
    yield Facts(columns=tuple(columns.of.items()), guessed=columns.guessed)
    read = frame.select(columns.of.values())
    first = 0
    while True:
        some = read.slice(first, _TOGETHER).collect()
        for number, row in enumerate(some.iter_rows(named=True), start=first + 1):
            yield from record_of(row, columns, file, f"row {number}")
        first += len(some)
        if len(some) < _TOGETHER:
            return
