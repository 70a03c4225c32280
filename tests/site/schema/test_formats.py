"""Formats are truly checked, and importing the validator stays cheap."""

from __future__ import annotations

import subprocess
import sys

import pytest

from blint.site.schema.formats import format_checker

GOOD = {
    "date": ["2024-02-29"],
    "date-time": ["2024-01-31T09:30:00Z", "2024-01-31T09:30:00.5+02:00"],
    "time": ["09:30:00Z"],
    "duration": ["P3DT4H", "P2W", "PT5S"],
    "email": ["a@example.org", "a.b+c@localhost", '"a b"@example.org', "ä@example.org"],
    "idn-email": ["ä@exämple.org"],
    "hostname": ["example.org"],
    "ipv4": ["192.0.2.1"],
    "ipv6": ["2001:db8::1"],
    "uri": ["https://example.org/a?b#c", "mailto:a@example.org"],
    "uri-reference": ["/a/b", "../a"],
    "iri": ["https://exämple.org/ä"],
    "iri-reference": ["/ä"],
    "uuid": ["123e4567-e89b-12d3-a456-426614174000"],
    "regex": ["^a+$", "[[a-z]"],
    "json-pointer": ["/a/0"],
}
BAD = {
    "date": ["2024-02-30", "2024-1-31", "31.01.2024", "2024-01-31T09:30:00Z"],
    "date-time": ["2024-01-31", "2024-01-31T25:00:00Z", "2024-01-31T09:30:00"],
    "time": ["25:00:00Z"],
    "duration": ["3 days", "P", "PT", "P1W2D"],
    "email": ["a", "a@", "a b@example.org", "a@b@c", "a@b..c"],
    "idn-email": ["ä"],
    "hostname": ["a b"],
    "ipv4": ["192.0.2.256"],
    "ipv6": ["2001:db8"],
    "uri": ["example.org/a", "https://example.org/a b"],
    "uri-reference": ["a b"],
    "iri": ["exämple", "https://example.org/ä b"],
    "iri-reference": ["ä b"],
    "uuid": ["123"],
    "regex": ["("],
    "json-pointer": ["a"],
}


@pytest.mark.parametrize(("name", "value"), [(n, v) for n in GOOD for v in GOOD[n]])
def test_what_is_of_a_format_passes(name: str, value: str) -> None:
    assert format_checker().conforms(value, name)


@pytest.mark.parametrize(("name", "value"), [(n, v) for n in BAD for v in BAD[n]])
def test_what_is_not_of_a_format_is_found(name: str, value: str) -> None:
    assert not format_checker().conforms(value, name)


@pytest.mark.parametrize("name", GOOD)
def test_only_text_is_held_to_a_format(name: str) -> None:
    assert format_checker().conforms(3, name)


@pytest.mark.parametrize(
    "work",
    [
        "compile_schema({'format': 'iri'})",
        "compile_schema({'format': 'iri'}).violations({})",
        "schema_for(None).violations({'title': []})",
    ],
)
def test_the_heavy_modules_stay_out_and_stay_importable(work: str) -> None:
    program = (
        "import sys; from blint.site.schema.compiled import compile_schema, schema_for; "
        f"{work}; heavy = {{'lark', 'arrow', 'rfc3987_syntax', 'isoduration'}}; "
        "sys.exit('jsonschema' not in sys.modules or bool(heavy & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
