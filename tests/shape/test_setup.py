"""`make setup` says in one sentence what a bare machine lacks, and does nothing where all is done."""

import os
import shutil
import subprocess

import pytest

from tests.shape.tree import ROOT

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")

TOOLS = ("make", "touch", "printf")
TOO_OLD = "#!/bin/sh\nexit 1\n"
BARE = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\necho Python 3.13.0\n'


@pytest.fixture
def machine(tmp_path):
    """A machine with make, a shell and whatever Python a test puts there."""
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool))
    for name in ("Makefile", "requirements-dev.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def program(path, script):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)


def setup(machine):
    environment = {"PATH": str(machine / "bin"), "LC_ALL": "C.UTF-8", "HOME": os.environ.get("HOME", "/")}
    return subprocess.run(["make", "setup"], cwd=machine, env=environment, capture_output=True, text=True, check=False)


def test_a_machine_without_python_is_told_which_one_it_needs(machine):
    done = setup(machine)
    assert done.returncode != 0
    assert "Python 3.11 或更高版本" in done.stdout
    assert "Python 3.11 or newer is needed" in done.stdout
    assert not (machine / ".venv").exists()


def test_too_old_a_python_is_not_taken(machine):
    program(machine / "bin/python3", TOO_OLD)
    assert "Python 3.11 or newer is needed" in setup(machine).stdout


def test_a_python_without_its_venv_module_is_told_what_to_install(machine):
    program(machine / "bin/python3", BARE)
    done = setup(machine)
    assert done.returncode != 0
    assert "apt-get install python3-venv" in done.stdout
    assert not (machine / ".venv").exists()


def test_where_all_is_done_nothing_is_done_again(machine):
    program(machine / ".venv/bin/python", TOO_OLD)
    (machine / ".venv/.installed").touch()
    done = setup(machine)
    assert (done.returncode, done.stdout.splitlines()) == (0, ["[4/4] 已就绪 · ready"])
