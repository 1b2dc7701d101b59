"""What is installed: packages and data that the kit can do without.

camel-tools keeps its models and databases in ``~/.camel_tools``, or in the folder that
``CAMELTOOLS_DATA`` names. It reads that variable, and a catalogue of everything there
is, when its ``data`` module is imported; where the catalogue is missing it downloads
it, which fails without a network and asks nobody. Here the folder is looked up each
time it is needed, so the variable may also be set later, and camel-tools is imported
in a way that never reaches for the network: where there is no catalogue it gets an
empty one, for the kit finds models and databases by their place.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
import warnings
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE = "CAMELTOOLS_DATA"
_DATA = "camel_tools.data"
_CATALOGUE = "catalogue.json"
_EMPTY = '{"version": "", "packages": {}, "components": {}}'
_HEAVY = ("torch", "transformers")
NEURAL = "Install them: .venv/bin/pip install -e '.[neural]'"
WHOLE_KIT = "Make the environment anew: make clean, then make lab."


class NotInstalledError(ImportError):
    """A package that only an opt-in engine needs is missing or does not work."""


def data_folder() -> Path:
    """Give the folder where camel-tools keeps its models and databases."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    at_home = "AppData/Roaming/camel_tools" if os.name == "nt" else ".camel_tools"
    return Path.home() / at_home


def require_neural() -> None:
    """Make sure, without importing them, that torch and transformers are installed.

    Raises
    ------
    NotInstalledError
        If one is missing; the message names the command that installs it.

    """
    missing = [name for name in _HEAVY if importlib.util.find_spec(name) is None]
    if missing:
        msg = (
            f"The camel engine needs torch and transformers; not installed here: "
            f"{', '.join(missing)}. {NEURAL}"
        )
        raise NotInstalledError(msg)


@contextmanager
def camel_tools_at_hand(*, remedy: str = WHOLE_KIT) -> Iterator[None]:
    """Let camel-tools be imported inside, without the network or foreign warnings.

    Raises
    ------
    NotInstalledError
        If what is imported inside, or what it imports, does not work here; the message
        ends with the remedy.
    ValueError
        If camel-tools cannot read its catalogue.

    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nobody here can mend camel-tools' packages
        try:
            _import_catalogue()
            yield
        except (ImportError, OSError) as error:
            msg = f"The camel engine cannot be imported: {error}. {remedy}"
            raise NotInstalledError(msg) from error


def _import_catalogue() -> None:
    """See to it that camel-tools finds a catalogue when it first looks for one."""
    if _DATA in sys.modules:
        return
    folder = data_folder()
    if (folder / _CATALOGUE).is_file():
        try:
            importlib.import_module(_DATA)
        except (OSError, ValueError, KeyError) as error:
            msg = (
                f"camel-tools cannot read its catalogue '{folder / _CATALOGUE}' "
                f"({error!r}). Remove that file and try again."
            )
            raise ValueError(msg) from error
        return
    with TemporaryDirectory() as empty, _environment(VARIABLE, empty):
        Path(empty, _CATALOGUE).write_text(_EMPTY, encoding="utf-8")
        importlib.import_module(_DATA)
    # What the researcher asks of camel-tools itself goes to the real folder.
    vars(sys.modules[f"{_DATA}.catalogue"])["CT_DATA_DIR"] = folder


@contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
