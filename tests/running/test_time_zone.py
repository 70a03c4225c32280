"""The time zone of a site: who says it, and what days follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from blint.rulebook import load_rulebook
from blint.running.config import load_config
from blint.running.discover import discover
from blint.running.errors import ConfigError
from blint.running.settings import bind
from samples import findings


def zone(root: Path, files: dict[str, str], collection: str = "") -> str:
    """The time zone in the settings of a collection."""
    for name, text in {"content/a.md": "", **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    rulebook = load_rulebook()
    config = load_config(root, None, rulebook)
    return bind(config, rulebook, discover(config)).settings[collection].time_zone


DATES = '[dates]\ntime-zone = "Europe/Berlin"\n'
NEWS = "[collections.news]\nfiles = ['content/news/**']\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"blint.toml": DATES}, "Europe/Berlin"),
        ({"blint.toml": ""}, ""),
        ({"hugo.toml": 'timeZone = "Asia/Tokyo"'}, "Asia/Tokyo"),
        ({"hugo.toml": 'timeZone = "Asia/Tokyo"', "blint.toml": DATES}, "Europe/Berlin"),
        ({"hugo.toml": 'timeZone = "Asia/Toyko"', "blint.toml": ""}, ""),
        ({"hugo.toml": "timeZone = 7", "blint.toml": ""}, ""),
        (
            {"_config.yml": "timezone: America/New_York", "_posts/2024-01-31-a.md": ""},
            "America/New_York",
        ),
    ],
)
def test_blint_is_told_or_the_generator_is(
    tmp_path: Path, files: dict[str, str], expected: str
) -> None:
    assert zone(tmp_path, files) == expected


def test_a_collection_may_have_a_time_zone_of_its_own(tmp_path: Path) -> None:
    text = f'{DATES}{NEWS}[collections.news.dates]\ntime-zone = "UTC"\n'
    files = {"blint.toml": text, "content/news/a.md": ""}
    assert zone(tmp_path, files, "news") == "UTC"
    assert zone(tmp_path, files) == "Europe/Berlin"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[dates]\ntime-zone = "Europe/Berlln"',
            "2:13: There is no time zone `Europe/Berlln`. Did you mean `Europe/Berlin`?",
        ),
        (
            '[dates]\ntime-zone = "nowhere at all"',
            "2:13: There is no time zone `nowhere at all`. Write one as in `Europe/Berlin`.",
        ),
        (
            "[dates]\ntimezone = 'UTC'",
            "2:1: `timezone` is not a key of the table `dates`. (Did you mean",
        ),
        ("[dates]\ntime-zone = 2", "2:13: "),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        zone(tmp_path, {"blint.toml": text})
    assert str(caught.value).startswith(f"blint.toml:{message}")


@pytest.mark.parametrize(("name", "count"), [("", 0), ("Europe/Berlin", 0), ("UTC", 1)])
def test_days_are_told_by_the_clocks_of_the_site(name: str, count: int) -> None:
    config = f'[dates]\ntime-zone = "{name}"' if name else ""
    post = "---\ndate: 2024-01-31T23:30:00Z\n---\n"
    found = findings("date-mismatch", {"content/2024-02-01-a.md": post}, config)
    assert len(found) == count
