"""Who and which countries are mentioned in Arabic news, how often, where, by whom."""

from kit.articles.article import Article, Articles
from kit.articles.reading import read_articles
from kit.charts.bars import bars
from kit.charts.chart import Chart
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
from kit.charts.stacked import stacked
from kit.counts import (
    Breakdown,
    Counts,
    Filter,
    Together,
    ambiguous,
    behind,
    breakdown,
    concordance,
    count_lemmas,
    count_mentions,
    difference,
    ledger,
    positions,
    select,
    together,
)
from kit.decisions import Decision, Decisions, read_decisions, save_decisions
from kit.export.figures import save
from kit.labels import label
from kit.mentions.agreement import agreement
from kit.mentions.correcting import corrected
from kit.mentions.desk import Desk
from kit.mentions.finding import find_mentions
from kit.mentions.mention import Mentions

__all__ = [
    "Article",
    "Articles",
    "Breakdown",
    "Chart",
    "Counts",
    "Decision",
    "Decisions",
    "Desk",
    "Filter",
    "Mentions",
    "Together",
    "agreement",
    "ambiguous",
    "bars",
    "behind",
    "breakdown",
    "concordance",
    "corrected",
    "count_lemmas",
    "count_mentions",
    "difference",
    "dispersion",
    "find_mentions",
    "heatmap",
    "label",
    "ledger",
    "positions",
    "read_articles",
    "read_decisions",
    "save",
    "save_decisions",
    "select",
    "stacked",
    "together",
]
