"""Ids as MkDocs gives them: by Python-Markdown's extensions, and on pages of HTML."""

from __future__ import annotations

from typing import Final

from blint.site.headings.copied import copied_is_open, copied_page
from blint.site.headings.python_markdown_ids import PYTHON_MARKDOWN

IDS: Final = PYTHON_MARKDOWN._replace(page=copied_page, is_open=copied_is_open)
