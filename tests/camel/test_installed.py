import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit.camel.installed import NotInstalledError, data_folder, require_neural

HOW = "Install them: .venv/bin/pip install -e '.[neural]'"
LEMMA = """
import sys
from kit.camel.morphology import Morphology
print(Morphology.load(sys.argv[1]).lemma("وليبيا"))
"""
CATALOGUE = """
import os
from kit.camel.morphology import Morphology
from pathlib import Path
Morphology.load({database!r}).lemma("وليبيا")
from camel_tools.data.catalogue import Catalogue
print(Catalogue.get_default_catalogue_path())
print(os.environ.get("CAMELTOOLS_DATA"))
"""


@pytest.fixture
def bare(tmp_path):
    """Return the environment of a user without data and without a network."""
    kept = {key: os.environ[key] for key in ("PATH", "KIT_CACHE", "SYSTEMROOT")
            if key in os.environ}  # fmt: skip
    nowhere = "http://127.0.0.1:9"
    return kept | {
        "HOME": str(tmp_path),
        "USERPROFILE": str(tmp_path),
        "PYTHONUTF8": "1",
        "TQDM_DISABLE": "1",  # it would show on a busy machine
        "http_proxy": nowhere,
        "https_proxy": nowhere,
    }


def run(code, *arguments, env):
    command = [sys.executable, "-W", "error::RuntimeWarning", "-c", code, *arguments]
    return subprocess.run(
        command, env=env, capture_output=True, text=True, check=False, encoding="utf-8"
    )


@pytest.mark.parametrize("missing", ["torch", "transformers"])
def test_a_missing_package_is_named_with_the_command_that_installs_it(
    missing, monkeypatch
):
    for name in ("torch", "transformers"):
        monkeypatch.setitem(sys.modules, name, None)  # to Python: not installed
    with pytest.raises(NotInstalledError) as caught:
        require_neural()
    assert str(caught.value) == (
        "The camel engine needs torch and transformers; not installed here: "
        f"torch, transformers. {HOW}"
    )
    assert missing in str(caught.value)


def test_the_folder_of_the_data_is_looked_up_each_time(monkeypatch, tmp_path):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "one"))
    assert data_folder() == tmp_path / "one"
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "two"))
    assert data_folder() == tmp_path / "two"
    monkeypatch.setenv("CAMELTOOLS_DATA", "~/data")
    assert data_folder() == Path("~/data").expanduser()
    monkeypatch.delenv("CAMELTOOLS_DATA")
    assert data_folder().is_relative_to(Path.home())


def test_without_a_catalogue_and_a_network_a_database_is_read(bare, database):
    done = run(LEMMA, str(database), env=bare)
    assert (done.stdout, done.stderr) == ("لِيبِيا\n", "")


@pytest.mark.parametrize("named", [None, "elsewhere"])
def test_camel_tools_keeps_its_folder_and_the_variable_its_value(bare, database, named):
    env = bare | ({"CAMELTOOLS_DATA": bare["HOME"] + named} if named else {})
    done = run(CATALOGUE.format(database=str(database)), env=env)
    folder = env.get("CAMELTOOLS_DATA", str(Path(bare["HOME"], ".camel_tools")))
    assert done.stdout.splitlines() == [
        str(Path(folder, "catalogue.json")),
        str(env.get("CAMELTOOLS_DATA")),
    ]


def test_a_catalogue_that_is_there_is_used(bare, database, tmp_path):
    catalogue = tmp_path / "catalogue.json"
    content = {"version": "1.6", "packages": {}, "components": {}}
    catalogue.write_text(json.dumps(content), encoding="utf-8")
    done = run(LEMMA, str(database), env=bare | {"CAMELTOOLS_DATA": str(tmp_path)})
    assert (done.stdout, done.stderr) == ("لِيبِيا\n", "")


@pytest.mark.parametrize("content", ["<html>", "{}"])
def test_a_damaged_catalogue_is_named(bare, database, tmp_path, content):
    catalogue = tmp_path / "catalogue.json"
    catalogue.write_text(content, encoding="utf-8")
    done = run(LEMMA, str(database), env=bare | {"CAMELTOOLS_DATA": str(tmp_path)})
    last = done.stderr.splitlines()[-1]
    assert last.startswith(
        f"ValueError: camel-tools cannot read its catalogue '{catalogue}' ("
    )
    assert last.endswith("Remove that file and try again.")


def test_the_rest_of_the_kit_needs_none_of_it(bare, tmp_path):
    news = tmp_path / "news.txt"
    news.write_text("زار الوزير ليبيا والعراق أمس.", encoding="utf-8")
    code = "import sys; from kit.__main__ import main; sys.exit(main(sys.argv[1:]))"
    done = run(code, "counts", str(news), "--format", "csv", env=bare)
    assert done.stdout.splitlines()[1:] == [
        "IQ,العراق,Iraq,country,IQ,1,1",
        "LY,ليبيا,Libya,country,LY,1,1",
    ]
