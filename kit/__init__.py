"""Who and which countries are mentioned in Arabic news, how often, where, by whom."""

from kit.articles.article import Article, Articles
from kit.articles.duplicates import duplicates
from kit.articles.reading import iter_articles, read_articles
from kit.charts.bars import bars
from kit.charts.chart import Chart
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
from kit.charts.network import network
from kit.charts.slope import slope
from kit.charts.stacked import stacked
from kit.charts.timeline import timeline
from kit.charts.world_map import world_map
from kit.corpus import build, open_corpus
from kit.counts import (
    Breakdown,
    ByOutlet,
    Comparison,
    Counts,
    Filter,
    OverTime,
    Positions,
    Together,
    ambiguous,
    behind,
    breakdown,
    by_outlet,
    by_story,
    compare,
    concordance,
    count_lemmas,
    count_mentions,
    difference,
    ledger,
    over_time,
    placements,
    positions,
    select,
    together,
    with_and_without,
)
from kit.decisions import Decision, Decisions, read_decisions, save_decisions
from kit.export.bundle import bundle
from kit.export.figures import save, save_both
from kit.export.reopening import Reopened, reopen
from kit.labels import label
from kit.mentions.agreement import agreement
from kit.mentions.correcting import corrected
from kit.mentions.desk import Desk
from kit.mentions.finding import find_mentions
from kit.mentions.mention import Mentions
from kit.report.reporting import report

__all__ = [
    "Article",
    "Articles",
    "Breakdown",
    "ByOutlet",
    "Chart",
    "Comparison",
    "Counts",
    "Decision",
    "Decisions",
    "Desk",
    "Filter",
    "Mentions",
    "OverTime",
    "Positions",
    "Reopened",
    "Together",
    "agreement",
    "ambiguous",
    "bars",
    "behind",
    "breakdown",
    "build",
    "bundle",
    "by_outlet",
    "by_story",
    "compare",
    "concordance",
    "corrected",
    "count_lemmas",
    "count_mentions",
    "difference",
    "dispersion",
    "duplicates",
    "find_mentions",
    "heatmap",
    "iter_articles",
    "label",
    "ledger",
    "network",
    "open_corpus",
    "over_time",
    "placements",
    "positions",
    "read_articles",
    "read_decisions",
    "reopen",
    "report",
    "save",
    "save_both",
    "save_decisions",
    "select",
    "slope",
    "stacked",
    "timeline",
    "together",
    "with_and_without",
    "world_map",
]
