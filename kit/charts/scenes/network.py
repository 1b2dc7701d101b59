"""A network laid out: circles and their names, pushed apart, and lines between them.

Positions follow Kamada and Kawai (1989): every two names stand as far from each other
as the way along the lines between them is long, as nearly as a plane allows. A line is
shorter where more sentences name both. Parts of a network that no line joins share the
paper by the room their names need. Nothing is left to chance: the same chart is always
laid out alike.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from kit.charts import theme
from kit.charts.scene import Line, Margins, Points, Scene, Text
from kit.charts.scenes.apart import apart, box, free
from kit.charts.scenes.legend import legend
from kit.labels import counted, wrapped

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kit.charts.chart import Chart
    from kit.charts.scenes.apart import Box

    Numbers = NDArray[np.float64]

LINE = "#BCC6CE"
_WIDE = 1.12  # capitals are wider than the letters of a text
_LETTERS = 17  # of a line of a name
_LINE_HEIGHT = 16
_SMALLEST, _LARGEST = 8.0, 34.0  # diameters
_THINNEST, _WIDEST = 1.0, 10.0
_BELOW_CIRCLE = 2
_FILLED = 0.34  # of the paper, by circles and names
_NUMBERS, _NUMBER_SIZE = 12, 11
_LOWEST = 160.0
_ONE_PLACE = 1e-6


@dataclass(frozen=True, slots=True)
class _Node:
    entity: str
    label: str
    group: str
    total: int
    diameter: float

    @property
    def text(self) -> str:
        return wrapped(self.label, _LETTERS, most=2)

    @property
    def size(self) -> tuple[float, float]:
        lines = self.text.split("\n")
        name = max(theme.text_width(line) for line in lines) * _WIDE
        height = self.diameter + _BELOW_CIRCLE + _LINE_HEIGHT * len(lines)
        return max(self.diameter, name) + 4, height + 4


def network_scene(chart: Chart, width: float) -> Scene:
    """Lay out a network: wide lines below, then circles, then names."""
    nodes = _nodes(chart)
    boxes, height = _boxes(chart, nodes, width)
    at = {
        node.entity: (float(x), float(y) + (node.size[1] - node.diameter) / 2 - 2)
        for node, (x, y) in zip(nodes, boxes, strict=True)
    }
    groups = dict.fromkeys(
        [*chart.data["group_label"], *chart.data["other_group_label"]]
    )
    colours = dict(zip(groups, theme.SERIES, strict=False))
    taken = [
        box(float(x), float(y), *node.size)
        for node, (x, y) in zip(nodes, boxes, strict=True)
    ]
    right = chart.direction == "rtl"
    key, above = (
        legend(
            list(colours.items()), (width if right else 0.0, height), width, right=right
        )
        if len(groups) > 1
        else ((), 0.0)
    )
    return Scene(
        x=(0.0, width),
        y=(0.0, height),
        height=height,
        marks=(
            *_lines(chart, at),
            Points(
                x=tuple(at[node.entity][0] for node in nodes),
                y=tuple(at[node.entity][1] for node in nodes),
                sizes=tuple(node.diameter for node in nodes),
                colours=tuple(colours[node.group] for node in nodes),
                hover=tuple(_said(chart, node) for node in nodes),
                keys=tuple((node.entity,) for node in nodes),
            ),
            *(
                Text(
                    *at[node.entity],
                    node.text,
                    dy=-node.diameter / 2 - _BELOW_CIRCLE,
                    valign="top",
                    halo=True,
                )
                for node in nodes
            ),
            *_numbers(chart, at, taken, (width, height)),
            *key,
        ),
        margins=Margins(top=above),
    )


def _nodes(chart: Chart) -> list[_Node]:
    """Give the names of a network, the most mentioned first."""
    sides = (
        ("entity", "label", "group_label", "entity_total"),
        ("other", "other_label", "other_group_label", "other_total"),
    )
    every = dict.fromkeys(
        row for side in sides for row in chart.data.select(side).rows()
    )
    most = max(total for *_, total in every)
    spread = _LARGEST - _SMALLEST
    # By area: a circle of four times the sentences is twice as wide.
    return [
        _Node(entity, label, group, total, _SMALLEST + spread * (total / most) ** 0.5)
        for entity, label, group, total in sorted(every, key=lambda row: -row[-1])
    ]


def _boxes(chart: Chart, nodes: list[_Node], width: float) -> tuple[Numbers, float]:
    """Give where each circle with its name stands, and the height of the paper."""
    sizes = np.array([node.size for node in nodes])
    areas = sizes.prod(axis=1)
    height = max(_LOWEST, float(areas.sum()) / (_FILLED * width))
    place = {node.entity: number for number, node in enumerate(nodes)}
    groups = [[place[one] for one in names] for names in _joined(chart, list(place))]
    at = np.zeros_like(sizes)
    shares = [float(areas[group].sum()) for group in groups]
    for group, room in zip(groups, _parted(shares, (0, 0, width, height)), strict=True):
        left, lower, across, up = room
        spare = np.maximum([across, up] - sizes[group].max(axis=0), 1)
        names = [nodes[one].entity for one in group]
        middle = np.array([left + across / 2, lower + up / 2])
        at[group] = _positions(chart, names, spare) + middle
    boxes = apart(at, sizes, (width, height))
    # What the names do not need above and below is not left blank.
    low, high = (boxes - sizes / 2)[:, 1].min(), (boxes + sizes / 2)[:, 1].max()
    return boxes - [0, low], float(high - low)


def _joined(chart: Chart, names: list[str]) -> list[list[str]]:
    """Give the names that lines join, group by group, the largest group first."""
    graph = _graph(chart, names)
    parts = _networkx().connected_components(graph)
    groups = [[name for name in names if name in part] for part in parts]
    return sorted(groups, key=len, reverse=True)


_Room = tuple[float, float, float, float]


def _parted(shares: list[float], room: _Room) -> list[_Room]:
    """Part a paper (left, lower edge, width, height) among groups by their shares."""
    if len(shares) == 1:
        return [room]
    left, lower, width, height = room
    first, *others = shares
    part = first / sum(shares)
    if width > height:
        own = (left, lower, width * part, height)
        rest = (left + width * part, lower, width * (1 - part), height)
    else:
        own = (left, lower + height * (1 - part), width, height * part)
        rest = (left, lower, width, height * (1 - part))
    return [own, *_parted(others, rest)]


def _networkx() -> Any:  # noqa: ANN401  # networkx has no types
    # It takes a third of a second to import, and most charts are no network.
    import networkx as nx  # noqa: PLC0415

    return nx


def _graph(chart: Chart, names: list[str]) -> Any:  # noqa: ANN401  # networkx has no types
    most = chart.data["value"].max()
    graph = _networkx().Graph()
    graph.add_nodes_from(names)
    known = set(names)
    for entity, other, value in chart.data.select("entity", "other", "value").rows():
        if entity in known:
            graph.add_edge(entity, other, far=2 - value / most)
    return graph


def _positions(chart: Chart, names: list[str], room: Numbers) -> Numbers:
    """Give where joined names stand in a room around zero, the long way along it."""
    graph = _graph(chart, names)
    ways = dict(_networkx().all_pairs_dijkstra_path_length(graph, weight="far"))
    found = _networkx().kamada_kawai_layout(graph, dist=ways)
    at = np.array([found[name] for name in names])
    *_, axes = np.linalg.svd(at - at.mean(axis=0))
    turned = at @ axes.T
    if room[0] < room[1]:
        turned = turned[:, ::-1]
    return np.column_stack([_spread(turned[:, side]) for side in (0, 1)]) * room


def _spread(values: Numbers) -> Numbers:
    """Spread numbers from -0.5 to 0.5, halfway to equal steps between them.

    A few outliers would press all others together, and distances are no measures here.
    """
    low, high = values.min(), values.max()
    if high - low < _ONE_PLACE:
        return np.zeros_like(values)
    even = np.argsort(np.argsort(values, kind="stable")) / (len(values) - 1)
    spread: Numbers = ((values - low) / (high - low) + even) / 2 - 0.5
    return spread


def _lines(chart: Chart, at: dict[str, tuple[float, float]]) -> list[Line | Points]:
    """Give a line for each pair, and at its middle a point that can be pointed at."""
    rows = chart.data.sort("value", maintain_order=True)
    most = rows["value"].max()
    ends = [
        (at[one], at[other]) for one, other in rows.select("entity", "other").rows()
    ]
    widths = [max(_THINNEST, _WIDEST * value / most) for value in rows["value"]]
    lines = [
        Line((a[0], b[0]), (a[1], b[1]), LINE, width)
        for (a, b), width in zip(ends, widths, strict=True)
    ]
    middles = Points(
        x=tuple((a[0] + b[0]) / 2 for a, b in ends),
        y=tuple((a[1] + b[1]) / 2 for a, b in ends),
        sizes=tuple(widths),
        colours=(LINE,) * len(ends),
        hover=tuple(theme.hover_lines(replace(chart, data=rows))),
        keys=tuple(
            ("together", *pair) for pair in rows.select("entity", "other").rows()
        ),
    )
    return [*lines, middles]


def _numbers(
    chart: Chart,
    at: dict[str, tuple[float, float]],
    taken: list[Box],
    paper: tuple[float, float],
) -> list[Text]:
    """Write the numbers of the widest lines at their middles, where there is room."""
    taken, texts = list(taken), []
    widest = chart.data.sort("value", descending=True, maintain_order=True)
    for one, other, text in (
        widest.select("entity", "other", "text").head(_NUMBERS).rows()
    ):
        x, y = ((a + b) / 2 for a, b in zip(at[one], at[other], strict=True))
        room = box(x, y, theme.text_width(text, _NUMBER_SIZE) + 4, _NUMBER_SIZE + 4)
        if free(room, taken, paper):
            taken.append(room)
            texts.append(
                Text(x, y, text, size=_NUMBER_SIZE, colour=theme.GREY, halo=True)
            )
    return texts


def _said(chart: Chart, node: _Node) -> str:
    total = counted(node.total, "sentences", chart.language, chart.digits)
    return f"{node.label}\n{total}"
