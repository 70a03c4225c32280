"""On real blogs, the same metadata as python-frontmatter reads, wherever that one reads any."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import frontmatter
import pytest
import yaml

from blint.reading.front_matter import read_front_matter
from blint.reading.nodes import FrontMatter
from blint.source import decode
from real_blogs import FOLDER, needs_corpora
from trees import dates_as_text, values

pytestmark = needs_corpora
Post = tuple[str, str, FrontMatter]


@pytest.fixture(scope="module")
def posts() -> list[Post]:
    """The path, the text and the front matter of every Markdown file."""
    found = []
    for folder, _, names in os.walk(FOLDER):
        for name in names:
            if name.endswith((".md", ".mdx", ".markdown")):
                path = Path(folder, name)
                text = decode(path.read_bytes()).text
                front = read_front_matter(text, dialect="yaml-1.1")
                found.append((str(path.relative_to(FOLDER)), text, front))
    return found


def test_the_same_yaml_as_python_frontmatter(posts: list[Post]) -> None:
    compared = 0
    differences = []
    unread = []
    for path, text, front in posts:
        if front.format == "toml":
            continue
        try:
            metadata, body = frontmatter.parse(text)
        except (yaml.YAMLError, ValueError):
            unread.append(front)
            continue
        # Published front matter that is faulty to blint alone is too long for its limit.
        if any(fault.kind == "limit" for fault in front.faults):
            continue
        ours = values(front.root, yaml.safe_load) if front.root is not None else {}
        if front.faults or ours != metadata or text[front.body :].strip() != body:
            differences.append(path)
        compared += front.format is not None
    assert differences == []
    assert compared > 0
    # What python-frontmatter cannot read has a fault: impossible dates and broken YAML.
    assert all(front.faults for front in unread)


def test_the_same_toml_as_tomllib(posts: list[Post]) -> None:
    differences = []
    for path, text, front in posts:
        if front.format != "toml":
            continue
        block = text[front.span.start : front.span.end].strip().strip("+")
        expected = tomllib.loads(block)
        if (
            front.faults
            or front.root is None
            or values(front.root, str) != front.data
            or values(front.root, iso) != dates_as_text(expected)
        ):
            differences.append(path)
    assert differences == []


def iso(raw: str) -> str:
    """A TOML date or time, written as Python does."""
    return str(tomllib.loads(f"k = {raw}")["k"].isoformat())
