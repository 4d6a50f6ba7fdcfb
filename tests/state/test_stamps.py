"""When a file is known to be untouched, and when it has to be read."""

import os
from pathlib import Path

import pytest

from roadmapc.state.index import Index, Sources
from roadmapc.workspace.memory import keep, kept
from roadmapc.workspace.stamps import imprint_of, settled, stamp_of

SECOND = 1_000_000_000


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text("план", "utf-8")
    return path


def index_of(path: Path) -> Index:
    """An index that vouches for another content than the file has: only a reading can tell."""
    stamp = stamp_of(path)
    assert stamp is not None
    return Index(stamps={path.name: ("как было", stamp)})


def test_a_file_of_a_known_stamp_is_not_read(source: Path) -> None:
    assert Sources(source.parent, index_of(source), 0).digest(source.name) == "как было"


@pytest.mark.parametrize("change", ["content", "size", "time", "replaced", "link"])
def test_a_changed_stamp_lets_the_contents_decide(change: str, source: Path) -> None:
    index = index_of(source)
    if change == "content":
        source.write_text("плаз", "utf-8")
        os.utime(source, ns=(index.stamps[source.name][1].modified,) * 2)
    elif change == "size":
        source.write_text("планы", "utf-8")
    elif change == "time":
        os.utime(source, (0, 0))
    else:
        other = source.with_name("other")
        other.write_text("план", "utf-8")
        if change == "replaced":
            other.replace(source)
        else:
            source.unlink()
            source.symlink_to(other)
    digest = Sources(source.parent, index, 0).digest(source.name)
    assert digest != "как было"
    assert (digest == "") == (change == "link")


def test_what_was_changed_when_a_build_had_begun_is_read_again(source: Path) -> None:
    """A change within the same tick of the clock would have the same stamp."""
    stamp = stamp_of(source)
    assert stamp is not None
    assert not settled(stamp, stamp.modified)
    assert not settled(stamp, stamp.modified + SECOND)
    assert settled(stamp, max(stamp.modified, stamp.changed) + 3 * SECOND)
    index = Index()
    Sources(source.parent, index, stamp.modified).digest(source.name)
    assert index.stamps == {}
    Sources(source.parent, index, max(stamp.modified, stamp.changed) + 3 * SECOND).digest(source.name)
    assert index.stamps.keys() == {source.name}


def test_every_file_of_a_folder_is_in_its_imprint(tmp_path: Path) -> None:
    (tmp_path / "officers").mkdir()
    seen = {imprint_of(tmp_path)}
    for path in (tmp_path / "calendar.ics", tmp_path / "officers" / "director.ics"):
        path.write_bytes(b"1")
        seen.add(imprint_of(tmp_path))
        path.write_bytes(b"22")
        seen.add(imprint_of(tmp_path))
    (tmp_path / ".roadmapc.lock").touch()
    assert imprint_of(tmp_path) in seen
    assert len(seen) == 5
    assert imprint_of(tmp_path / "missing") is None


def test_an_imprint_is_the_same_where_a_system_opens_no_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("officers/director.ics", "officers/deep/down.ics", "calendar.ics"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    (tmp_path / "link").symlink_to("calendar.ics")
    found = imprint_of(tmp_path), imprint_of(tmp_path, ("deep",)), imprint_of(tmp_path, ("officers",))
    monkeypatch.setattr(os, "supports_fd", {*os.supports_fd} - {os.scandir})
    others = imprint_of(tmp_path), imprint_of(tmp_path, ("deep",)), imprint_of(tmp_path, ("officers",))
    assert found == others
    assert found[0] == found[2] != found[1]


def test_a_pipe_in_place_of_a_folder_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan")
    assert imprint_of(tmp_path / "plan") is None


@pytest.mark.parametrize("damage", [b"", b"\n", b"0" * 64 + b"\n{}", "{}".encode("utf-16")])
def test_a_damaged_file_is_as_if_lost(damage: bytes, tmp_path: Path) -> None:
    path = tmp_path / "index.json"
    keep(path, b"{}")
    assert kept(path) == b"{}"
    path.write_bytes(damage)
    assert kept(path) is None
