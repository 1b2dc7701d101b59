"""What is installed is what is declared: the lock files and the built wheel."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = ROOT / "kit" / "data"
LOCKS = ("core.lock", "test.lock")
PIN = re.compile(r"^([a-z0-9-]+)==[0-9][^ ;]*( ; [^#]+?)?( +#.*)?$")


def lock_lines(name):
    text = (ROOT / ".ci" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.lstrip().startswith("#")]


def pins(name):
    """Return what a lock installs, without the comments that say for whom."""
    return {line.partition("#")[0].strip() for line in lock_lines(name)}


def locked_names(name):
    return {PIN.match(line)[1] for line in lock_lines(name)}


def requirement_names(requirements):
    return {re.match(r"[\w.-]+", text)[0].lower() for text in requirements}


def declared():
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["project"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_and_names_no_host(lock):
    assert [line for line in lock_lines(lock) if not PIN.match(line)] == []
    assert "://" not in (ROOT / ".ci" / lock).read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_leaves_out_what_no_module_imports(lock):
    text = (ROOT / ".ci" / "left-out.txt").read_text(encoding="utf-8")
    left_out = {line for line in text.splitlines() if not line.startswith("#")}
    assert left_out == {"torch", "transformers", "camel-kenlm"}
    assert locked_names(lock) & left_out == set()


def test_every_declared_dependency_is_locked():
    project = declared()
    core = requirement_names(project["dependencies"])
    test = requirement_names(project["optional-dependencies"]["test"])
    assert core - locked_names("core.lock") == set()
    assert (core | test) - locked_names("test.lock") == set()


def test_the_test_lock_contains_the_core_lock():
    # Without the machines a pin is for: the test tools may need it on more of them.
    bare = {
        lock: {pin.partition(" ;")[0] for pin in pins(lock)}
        for lock in ("core.lock", "test.lock")
    }
    assert bare["core.lock"] - bare["test.lock"] == set()


def test_the_installed_version_is_the_declared_one():
    assert importlib.metadata.version("arabic-news-kit") == declared()["version"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def test_the_wheel_holds_every_data_file(wheel):
    data = {p.relative_to(ROOT).as_posix() for p in DATA.rglob("*") if p.is_file()}
    assert data
    assert data - set(wheel.namelist()) == set()


def test_the_wheel_holds_what_the_screen_is_made_of(wheel):
    kinds = {".css", ".j2", ".js"}
    found = (path for path in (ROOT / "kit").rglob("*") if path.suffix in kinds)
    parts = {path.relative_to(ROOT).as_posix() for path in found}
    assert {"kit/explorer/explorer.css", "kit/lab/page.html.j2"} <= parts
    assert parts - set(wheel.namelist()) == set()


def test_the_wheel_holds_the_kit_and_its_metadata_and_nothing_else(wheel):
    folders = {name.partition("/")[0] for name in wheel.namelist()}
    version = declared()["version"]
    assert folders == {"kit", f"arabic_news_kit-{version}.dist-info"}


def test_the_wheel_requires_what_is_declared(wheel):
    (name,) = (n for n in wheel.namelist() if n.endswith(".dist-info/METADATA"))
    metadata = wheel.read(name).decode("utf-8")
    required = re.findall(r"^Requires-Dist: ([\w.-]+)[^;\n]*$", metadata, re.MULTILINE)
    assert set(required) == requirement_names(declared()["dependencies"])
    assert "camel-tools" in required
