"""Settings: how the mentions of a store were found, so that others are not mixed in.

What a partition holds follows from its articles and from these. Tables, rules and the
recogniser stand in them by the hash of their files, so that a store knows whether the
kit that opens it would find the same.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from kit.corpus.sources import digest
from kit.mentions.engines import ENGINES, LEXICON
from kit.mentions.finding import DEFAULT_ENGINE
from kit.mentions.mention import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.decisions.record import Decisions

FORMAT = 1
"""The version of the layout of a store: another where a table has other columns."""

_KIT = Path(__file__).parent.parent
_RULES = ("articles", "decisions", "language", "lexicon", "mentions", "recogniser")
_SAID = {
    "kit": "another version of the kit",
    "lexicon": "another lexicon",
    "recogniser": "another recogniser",
    "rules": "other rules",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """How mentions were found.

    Attributes
    ----------
    engine, combine, titles
        Those of :func:`kit.find_mentions`.
    decisions
        The hash of the aliases and new actors that were known, "" where there are none.
    kit, lexicon, recogniser, rules, format
        The kit's version, and the hashes of its tables, its recogniser ("" where it
        took no part) and its code.

    """

    engine: tuple[str, ...]
    combine: str
    titles: bool
    decisions: str
    kit: str
    lexicon: str
    recogniser: str
    rules: str
    format: int = FORMAT

    @classmethod
    def now(
        cls,
        engine: str | Sequence[str] = DEFAULT_ENGINE,
        combine: str = "union",
        *,
        titles: bool = False,
        decisions: str = "",
    ) -> Settings:
        """Give the settings of this kit."""
        engines = (engine,) if isinstance(engine, str) else tuple(engine)
        heard = any(one != LEXICON for one in engines if one in ENGINES)
        return cls(
            engines,
            combine,
            titles,
            decisions,
            _version(),
            _hash_of("data/*.csv"),
            _hash_of("data/recogniser.npz") if heard else "",
            _hash_of(*(f"{package}/*.py" for package in _RULES)),
        )

    @classmethod
    def from_dict(cls, values: dict[str, object]) -> Settings:
        """Give the settings that :meth:`to_dict` wrote down."""
        known = {one.name for one in fields(cls)}
        given = {name: value for name, value in values.items() if name in known}
        engine = given.pop("engine")
        if not isinstance(engine, list):
            raise TypeError(engine)
        return cls(tuple(engine), **given)  # type: ignore[arg-type]  # of a manifest

    def to_dict(self) -> dict[str, object]:
        """Give them as JSON writes them."""
        return asdict(self)

    @property
    def key(self) -> str:
        """All of them, as a hash."""
        return digest(json.dumps(self.to_dict(), sort_keys=True))

    def asked(self, decisions: Decisions) -> Asked:
        """Give what finding is asked for."""
        return Asked(
            self.engine, self.combine, self.titles, additions=decisions.additions
        )

    def stale(self) -> dict[str, str]:
        """Give what differs in the kit that is running, each as a phrase."""
        now = Settings.now(
            self.engine, self.combine, titles=self.titles, decisions=self.decisions
        )
        return {
            name: said
            for name, said in _SAID.items()
            if getattr(self, name) != getattr(now, name)
        }


@cache
def _hash_of(*patterns: str) -> str:
    content = hashlib.blake2b(digest_size=12)
    for file in sorted(_files(patterns)):
        content.update(file.name.encode() + b"\0")
        # The line ends of a checkout are no difference.
        content.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return content.hexdigest()


def _files(patterns: Iterable[str]) -> list[Path]:
    return [file for pattern in patterns for file in _KIT.glob(pattern)]


@cache
def _version() -> str:
    try:
        return version("arabic-news-kit")
    except PackageNotFoundError:  # a folder on the path, not installed
        return ""
