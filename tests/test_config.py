"""Settings come from the environment alone, and a wrong one stops the start with one sentence."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask

from declare.config import PROJECT, Settings, Stop, now, settings


def test_an_empty_environment_gives_the_embedded_database_in_the_instance_folder():
    chosen = Settings.from_environment({})
    assert chosen.instance == PROJECT / "instance"
    assert chosen.database_url == f"sqlite:///{PROJECT / 'instance' / 'declare.db'}"
    assert (chosen.language, chosen.demo, chosen.secure_cookies, chosen.log_level) == ("zh", False, False, "INFO")


def test_the_instance_folder_moves_the_embedded_database_with_it():
    chosen = Settings.from_environment({"DECLARE_INSTANCE": "/srv/place"})
    assert chosen.instance == Path("/srv/place")
    assert chosen.database_url == "sqlite:////srv/place/declare.db"


def test_a_relative_instance_folder_is_where_the_command_was_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Settings.from_environment({"DECLARE_INSTANCE": "here"}).instance == tmp_path / "here"


def test_every_setting_is_read():
    chosen = Settings.from_environment(
        {
            "DECLARE_DATABASE_URL": "postgresql://u:secret@db/x",
            "DECLARE_DEMO": "1",
            "DECLARE_SECURE_COOKIES": "yes",
            "DECLARE_LANGUAGE": "en",
            "DECLARE_LOG_LEVEL": "warning",
            "DECLARE_PROXIES": "2",
        }
    )
    assert chosen.database_url == "postgresql://u:secret@db/x"
    assert (chosen.language, chosen.demo, chosen.secure_cookies, chosen.log_level) == ("en", True, True, "WARNING")
    assert chosen.proxies == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DECLARE_DATABASE_URL", "mysql://u:secret@db/x"),
        ("DECLARE_DATABASE_URL", "just secret words"),
        ("DECLARE_DEMO", "perhaps"),
        ("DECLARE_SECURE_COOKIES", "2"),
        ("DECLARE_LANGUAGE", "fr"),
        ("DECLARE_PROXIES", "-1"),
        ("DECLARE_LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_setting_stops_the_start_and_is_named(name, value):
    with pytest.raises(Stop) as stopped:
        Settings.from_environment({name: value})
    assert name in str(stopped.value)
    assert "\n" not in str(stopped.value)
    assert "secret" not in str(stopped.value)


def test_a_password_in_the_address_is_not_shown():
    assert "secret" not in repr(Settings(database_url="postgresql://u:secret@db/x"))


def test_the_clock_is_the_applications():
    noon = datetime(2026, 11, 23, 4, tzinfo=UTC)
    app = Flask("clocked")
    app.extensions["clock"] = lambda: noon
    with app.app_context():
        assert now() == noon
    assert now().tzinfo is UTC
    assert now() != noon


def test_the_settings_are_the_running_applications():
    app = Flask("set")
    app.extensions["settings"] = chosen = Settings(demo=True)
    with app.app_context():
        assert settings() is chosen
    app.extensions["settings"] = None
    with app.app_context(), pytest.raises(TypeError):
        settings()
