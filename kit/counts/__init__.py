"""Counts: filters and tables over mentions.

A count always says what was counted (the unit), out of how much (the denominator), and
which forms, parts and kinds were let in (the filter). The number on a bar equals the
number of mentions behind it: :func:`select` gives those rows, :func:`count_mentions`
counts them, :func:`concordance` opens them into their sentences.
:func:`together` counts the sentences that mention two, :func:`behind` gives the
mentions in them.

Units
-----
``mentions``
    rows; a name inside a longer name (ليبيا in بعثة الأمم المتحدة للدعم في ليبيا) is a
    row of its own and counts unless ``nested=False``.
``per_1000``
    rows per 1,000 running words of the selected parts of the selected articles.
``sentences``, ``articles``
    distinct sentences or articles with at least one row.
"""

from kit.counts.breaking import GROUPS, Breakdown, breakdown
from kit.counts.by_outlet import ByOutlet, by_outlet
from kit.counts.comparing import Comparison, compare, with_and_without
from kit.counts.counting import (
    UNITS,
    Counts,
    Positions,
    count_mentions,
    positions,
    ranked,
    tally,
)
from kit.counts.differences import difference
from kit.counts.filters import (
    BY,
    DEFAULT_KINDS,
    DEFAULT_PARTS,
    FORMS,
    KINDS,
    Filter,
    day_before,
)
from kit.counts.knowing import without_unknown
from kit.counts.ledgers import ambiguous, ledger
from kit.counts.lemmas import count_lemmas
from kit.counts.opening import ORDERS, concordance, in_order, names
from kit.counts.over_time import EVERY, OverTime, over_time
from kit.counts.selecting import select, selecting
from kit.counts.slices import SLICE_UNITS
from kit.counts.stories import by_story, placements
from kit.counts.together import Together, behind, together

__all__ = [
    "BY",
    "DEFAULT_KINDS",
    "DEFAULT_PARTS",
    "EVERY",
    "FORMS",
    "GROUPS",
    "KINDS",
    "ORDERS",
    "SLICE_UNITS",
    "UNITS",
    "Breakdown",
    "ByOutlet",
    "Comparison",
    "Counts",
    "Filter",
    "OverTime",
    "Positions",
    "Together",
    "ambiguous",
    "behind",
    "breakdown",
    "by_outlet",
    "by_story",
    "compare",
    "concordance",
    "count_lemmas",
    "count_mentions",
    "day_before",
    "difference",
    "in_order",
    "ledger",
    "names",
    "over_time",
    "placements",
    "positions",
    "ranked",
    "select",
    "selecting",
    "tally",
    "together",
    "with_and_without",
    "without_unknown",
]
