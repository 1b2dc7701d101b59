import os
import subprocess
import sys

import pytest

from kit.camel.cache import Cache, digest, file_digest

WRITE_MANY = """
import sys
from kit.camel.cache import Cache
cache = Cache.of_user()
for number in range(50):
    cache.keep({f"{sys.argv[1]} {number}": "value", f"both {number}": "same"})
    assert cache.recall([f"both {number}"]) == {f"both {number}": "same"}
"""


def test_what_was_kept_is_recalled_and_the_rest_left_out(cache):
    assert cache.recall(["a"]) == {}
    cache.keep({"a": "ليبيا", "b": ""})
    cache.keep({"a": "روسيا"})
    assert cache.recall(["b", "a", "c"]) == {"a": "روسيا", "b": ""}


def test_any_number_of_keys_may_be_asked_for(cache):
    many = {str(number): "x" for number in range(100_000)}
    cache.keep(many)
    assert cache.recall(many) == many


def test_the_cache_is_where_the_variable_says(cache, tmp_path):
    assert cache.file == tmp_path / "cache" / "camel.sqlite"
    assert not cache.file.exists()
    cache.keep({"a": "x"})
    assert cache.file.is_file()


def test_without_the_variable_it_is_the_users_own(monkeypatch, tmp_path):
    monkeypatch.delenv("KIT_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))  # read on Linux only
    file = Cache.of_user().file
    assert file.name == "camel.sqlite"
    assert "arabic-news-kit" in file.parts


@pytest.mark.parametrize("damage", [b"no database at all, but text" * 99, None])
def test_a_damaged_file_is_set_aside_and_begun_anew(cache, damage):
    cache.keep({str(number): "x" * 500 for number in range(100)})
    whole = cache.file.read_bytes()
    damaged = damage or whole[:100] + b"\xff" * (len(whole) - 100)
    cache.file.write_bytes(damaged)
    with pytest.warns(RuntimeWarning, match=r"is damaged .*set aside as"):
        assert cache.recall(["1"]) == {}
    cache.keep({"1": "y"})
    assert cache.recall(["1"]) == {"1": "y"}
    aside = cache.file.with_name("camel.sqlite.damaged")
    assert aside.read_bytes() == damaged


def test_where_nothing_can_be_written_it_is_said_once(tmp_path, recwarn):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    cache = Cache(in_the_way / "camel.sqlite")
    assert cache.recall(["a"]) == {}
    cache.keep({"a": "x"})
    assert cache.recall(["a"]) == {}
    (warning,) = recwarn
    message = str(warning.message)
    assert message.startswith(f"Cannot read the cache '{cache.file}'")
    assert message.endswith("working without. Set KIT_CACHE to a folder of your own.")
    assert "\n" not in message


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write all")
def test_a_cache_that_can_only_be_read_is_read(cache):
    cache.keep({"a": "x"})
    cache.file.chmod(0o444)
    cache.file.parent.chmod(0o555)
    with pytest.warns(RuntimeWarning, match="Cannot write the cache"):
        cache.keep({"b": "y"})
    assert cache.recall(["a", "b"]) == {"a": "x"}
    cache.file.parent.chmod(0o755)


def test_processes_may_write_at_once(cache):
    writers = [
        subprocess.Popen([sys.executable, "-W", "error", "-c", WRITE_MANY, name])
        for name in ("one", "two", "three")
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    for name in ("one", "two", "three", "both"):
        keys = [f"{name} {number}" for number in range(50)]
        assert len(cache.recall(keys)) == 50


def test_a_key_tells_where_one_text_ends_and_the_next_begins():
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("a", "b") != digest("b", "a")
    assert digest("a", "") != digest("a")


def test_a_file_is_known_by_what_it_holds(tmp_path):
    one, two, other = (tmp_path / name for name in "abc")
    for file, text in ((one, "x"), (two, "x"), (other, "y")):
        file.write_text(text)
    assert file_digest(one) == file_digest(two) != file_digest(other)
