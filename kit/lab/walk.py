"""The walk: the pictures of the second notebook, each after the clicks it tells of.

A step is done as a reader would do it, in a real JupyterLab, over a copy of the seeds
in which decisions leave no trace; then the screen is kept as a small picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COLOURS = 64
"""Of a picture: the screen has few, and a palette of them makes small files."""

WIDTH, HEIGHT = 1280, 2000
"""Of the page in pixels: what does not fit into it would be grey."""

TALL = 1130
"""Of a picture in pixels at most: below stand the sentences, again and again."""

_PATIENCE = 60_000  # milliseconds, for a slow machine


@dataclass(frozen=True, slots=True)
class Step:
    """A picture's name, and what is done before it is taken."""

    name: str
    does: Callable[[Any], None]


def walk(tab: Any, folder: Path, root: Path) -> list[Path]:  # noqa: ANN401  # playwright's page
    """Walk on a page that shows the explorer in English; give the pictures.

    The temporary folder that all stands in is called ~ on them.
    """
    tab.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    screen = tab.locator(".kit-explorer")
    taken = []
    for step in STEPS:
        step.does(screen)
        # Where the mouse rests, a bar would say its number over the picture.
        tab.mouse.move(0, 0)
        screen.evaluate(_CALLED_HOME, str(root))
        taken.append(_kept(screen, folder / f"{step.name}.png"))
    return taken


_CALLED_HOME = """(screen, root) => {
  for (const code of screen.querySelectorAll("code"))
    for (const text of [code.firstChild, code.firstChild?.firstChild])
      if (text?.nodeType === Node.TEXT_NODE) text.data = text.data.replace(root, "~");
}"""


def _kept(screen: Any, path: Path) -> Path:  # noqa: ANN401  # playwright's locator
    with Image.open(BytesIO(screen.screenshot(animations="disabled"))) as image:
        upper = image.convert("RGB").crop((0, 0, image.width, min(image.height, TALL)))
        few = upper.quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
    return path


def _press(screen: Any, text: str, within: str = "") -> None:  # noqa: ANN401  # see above
    screen.locator(f"{within} button", has_text=text).first.click(timeout=_PATIENCE)


def _wait(screen: Any, css: str, **options: str) -> None:  # noqa: ANN401  # see above
    screen.locator(css, **options).first.wait_for(timeout=_PATIENCE)


def _view(screen: Any, name: str) -> None:  # noqa: ANN401  # see above
    _press(screen, name, ".kit-tabs")
    _wait(screen, ".kit-tabs [aria-pressed=true]", has_text=name)


def _ask_for_actors(screen: Any) -> None:  # noqa: ANN401  # see above
    _press(screen, "Actors", ".kit-counting")
    _wait(screen, ".ytick text", has_text="Haftar")
    _choose_bar(screen, 0)


def _choose_bar(screen: Any, at: int) -> None:  # noqa: ANN401  # see above
    screen.locator(".point path").nth(at).click(force=True)
    _wait(screen, ".kit-chosen")


def _leave_demonyms_out(screen: Any) -> None:  # noqa: ANN401  # see above
    screen.locator(".kit-chosen").click()
    _press(screen, "Countries", ".kit-counting")
    _wait(screen, ".ytick text", has_text="Libya")
    screen.locator(".kit-filters label", has_text="demonym").first.click()
    _wait(screen, ".kit-chip", has_text="demonym")


def _read_haftar(screen: Any) -> None:  # noqa: ANN401  # see above
    screen.locator(".kit-chip").first.click()
    screen.locator(".kit-chip").first.wait_for(state="detached")
    _press(screen, "Actors", ".kit-counting")
    bars = screen.locator(".ytick text")
    _wait(screen, ".ytick text", has_text="Haftar")
    names = bars.all_text_contents()
    _choose_bar(screen, next(at for at, name in enumerate(names) if "Haftar" in name))
    _view(screen, "Concordance")
    _wait(screen, ".kit-kwic tbody tr")


def _preview_white_house(screen: Any) -> None:  # noqa: ANN401  # see above
    screen.locator(".kit-chosen").click()
    _view(screen, "Read")
    mark = screen.locator(".kit-article mark", has_text="البيت الأبيض")
    mark.first.click(timeout=_PATIENCE)
    _press(screen, "The same as", ".kit-draft")
    _press(screen, "United States", ".kit-draft .kit-actions")
    _wait(screen, ".kit-difference")


def _accept(screen: Any) -> None:  # noqa: ANN401  # see above
    screen.locator(".kit-accept").click()
    screen.locator(".kit-draft").wait_for(state="detached", timeout=_PATIENCE)
    _view(screen, "Decide")
    _wait(screen, ".kit-record button")


def _save(screen: Any) -> None:  # noqa: ANN401  # see above
    _view(screen, "Overview")
    _press(screen, "Countries", ".kit-counting")
    _wait(screen, ".ytick text", has_text="United States")
    screen.locator(".kit-save input").fill("white house")
    _press(screen, "Save figure", ".kit-save")
    _wait(screen, ".kit-note code")


STEPS = (
    Step("walk_1_most", _ask_for_actors),
    Step("walk_2_demonyms", _leave_demonyms_out),
    Step("walk_3_haftar", _read_haftar),
    Step("walk_4_difference", _preview_white_house),
    Step("walk_5_decided", _accept),
    Step("walk_6_saved", _save),
)
