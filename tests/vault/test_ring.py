"""The key ring: made once, its owner's alone, replaced as a whole, and its keys never written unwrapped."""

import base64
import json
import os
import threading

import msgspec
import pytest

from declare.config import Stop, settings
from declare.extensions import db, vault
from declare.vault import KeyRing, Refused
from declare.vault.keys import FileRoot
from declare.vault.receipts import key_name
from declare.vault.ring import PURPOSES, SECRETS, SIGNERS, public_half
from tests.conftest import dispose, floor_app


def written(folder):
    return json.loads((folder / "ring.json").read_text())


def rewrite(folder, change):
    """Edits the ring file as somebody with a text editor would."""
    body = written(folder)
    change(body["keys"])
    (folder / "ring.json").write_text(json.dumps(body))


def test_the_first_use_makes_every_key_and_the_next_finds_them(tmp_path):
    first = KeyRing(tmp_path / "keys")
    again = KeyRing(tmp_path / "keys")
    assert {key.purpose for key in first.entries()} == set(PURPOSES)
    for purpose in PURPOSES:
        assert first.secret(purpose) == again.secret(purpose)
        assert first.versions(purpose) == (1,)


def test_all_keys_differ_and_have_full_length(ring):
    secrets = [ring.secret(purpose) for purpose in PURPOSES]
    assert len(set(secrets)) == len(PURPOSES)
    assert {len(secret) for secret in secrets} == {32}


def test_the_folder_is_private_and_so_is_every_file_in_it(ring):
    assert ring.folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in ring.folder.iterdir()} == {0o600}


@pytest.mark.parametrize("name", ["", "root.key", "ring.json", "ring.lock"])
@pytest.mark.parametrize("mode", [0o040, 0o004, 0o020, 0o001])
def test_wider_rights_stop_the_start_and_the_file_is_named(ring, name, mode):
    path = ring.folder / name
    path.chmod(path.stat().st_mode | mode)
    with pytest.raises(Stop, match=name or "keys"):
        KeyRing(ring.folder)


def test_no_key_lies_in_the_files_but_the_root(ring):
    ring.add("kek")
    stored = b"".join(path.read_bytes() for path in ring.folder.iterdir() if path.name != "root.key")
    for key in ring.entries():
        secret = ring.secret(key.purpose, key.version)
        assert not [form for form in (secret, secret.hex().encode(), base64.b64encode(secret)) if form in stored]
    root = (ring.folder / "root.key").read_bytes()
    assert base64.b64encode(root) not in stored


@pytest.mark.parametrize("name", ["root.key", "ring.json"])
def test_half_a_key_folder_stops_the_start_instead_of_making_new_keys(ring, name):
    (ring.folder / name).unlink()
    with pytest.raises(Stop, match=r"root\.key"):
        KeyRing(ring.folder)


def test_a_lost_key_folder_is_not_replaced_by_new_keys(floor, tmp_path):
    vault.create(db.session, "person/1")
    db.session.commit()
    (tmp_path / "instance" / "keys").rename(tmp_path / "elsewhere")
    again = floor_app(settings())
    with again.app_context(), pytest.raises(Stop, match="keys"):
        vault.digest("login", "x")
    assert not (tmp_path / "instance" / "keys").exists()
    (tmp_path / "elsewhere").rename(tmp_path / "instance" / "keys")
    with again.app_context():
        assert vault.sealer(db.session, "person/1").record == "person/1"
    dispose(again)


@pytest.mark.parametrize("body", ["", "{}", '{"format":1}', '{"format":2,"keys":[]}'])
def test_a_damaged_ring_stops_the_start(ring, body):
    (ring.folder / "ring.json").write_text(body)
    with pytest.raises(Stop, match=r"ring|2"):
        KeyRing(ring.folder)


def test_a_damaged_root_stops_the_start(ring):
    (ring.folder / "root.key").write_bytes(b"short")
    with pytest.raises(Stop, match=r"root\.key"):
        KeyRing(ring.folder)


def test_a_root_key_is_never_overwritten(tmp_path):
    FileRoot.create(tmp_path / "root.key")
    with pytest.raises(FileExistsError):
        FileRoot.create(tmp_path / "root.key")


def test_a_wrapped_key_moved_to_another_purpose_or_version_does_not_unwrap(ring):
    def swap(keys):
        by_name = {key["purpose"]: key for key in keys}
        by_name["export"]["wrapped"] = by_name["backup"]["wrapped"]
        by_name["audit"]["version"] = 2
        by_name["receipt"]["public"] = by_name["tree"]["public"]

    rewrite(ring.folder, swap)
    moved = KeyRing(ring.folder)
    assert len(moved.secret("backup")) == 32
    for purpose in ("export", "audit", "receipt"):
        with pytest.raises(Refused):
            moved.secret(purpose)


def test_a_ring_under_another_root_opens_nothing(ring, tmp_path):
    other = KeyRing(tmp_path / "other")
    (ring.folder / "root.key").write_bytes((other.folder / "root.key").read_bytes())
    with pytest.raises(Refused):
        KeyRing(ring.folder).secret("kek")


def test_a_new_version_is_the_latest_and_the_old_one_stays(ring):
    old = ring.secret("kek")
    assert ring.add("kek") == 2
    assert ring.latest("kek") == 2
    assert ring.secret("kek", 1) == old
    assert ring.secret("kek") != old
    assert ring.versions("kek") == (1, 2)


def test_a_rotation_by_another_process_is_noticed(ring):
    running = KeyRing(ring.folder)
    assert running.latest("kek") == 1
    ring.add("kek")
    assert running.latest("kek") == 2
    ring.add("kek")
    assert running.secret("kek", 3) == ring.secret("kek", 3)


def test_unknown_keys_are_refused(ring):
    with pytest.raises(Refused):
        ring.secret("kek", 9)
    with pytest.raises(Refused):
        ring.public("receipt", 9)
    with pytest.raises(ValueError, match="no such key"):
        ring.add("anything")


def test_signing_keys_carry_their_public_half_and_secrets_none(ring):
    for key in ring.entries():
        expected = public_half(ring.secret(key.purpose)) if key.purpose in SIGNERS else b""
        assert key.public == expected
    assert len(key_name(ring.public("receipt"))) == 16
    assert not set(SECRETS) & set(SIGNERS)


def test_a_crash_before_the_rename_leaves_the_old_ring(ring, monkeypatch):
    before = (ring.folder / "ring.json").read_bytes()

    def crash(*_):
        raise OSError("no more")

    monkeypatch.setattr("pathlib.Path.replace", crash)
    with pytest.raises(OSError, match="no more"):
        ring.add("kek")
    assert (ring.folder / "ring.json").read_bytes() == before
    monkeypatch.undo()
    assert KeyRing(ring.folder).latest("kek") == 1
    assert ring.add("kek") == 2
    assert not (ring.folder / "ring.new").exists()


def test_a_change_is_on_the_disk_before_it_takes_the_place_of_the_old(ring, monkeypatch):
    done = []
    sync, replace = os.fsync, type(ring.folder).replace
    monkeypatch.setattr("os.fsync", lambda handle: (done.append("sync"), sync(handle)))
    monkeypatch.setattr("pathlib.Path.replace", lambda path, to: (done.append("replace"), replace(path, to))[1])
    ring.add("kek")
    assert done == ["sync", "replace", "sync"]


def test_processes_that_start_together_agree_on_one_ring(tmp_path):
    made = []
    threads = [threading.Thread(target=lambda: made.append(KeyRing(tmp_path / "keys").secret("kek"))) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(made) == 8
    assert len(set(made)) == 1


def test_two_who_add_at_once_get_two_versions(ring):
    made = []
    threads = [threading.Thread(target=lambda: made.append(KeyRing(ring.folder).add("kek"))) for _ in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert sorted(made) == [2, 3, 4, 5, 6, 7]


def test_the_file_says_when_a_key_was_made(ring):
    for key in written(ring.folder)["keys"]:
        assert msgspec.convert(key["created"], type=type(ring.entries()[0].created)).tzinfo is not None
