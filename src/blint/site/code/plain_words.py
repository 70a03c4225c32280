"""Words that stand where a language would, for blocks that are no code, or that something draws."""

from __future__ import annotations

# Not every highlighter knows these, and none needs to: they ask for no colours.
_PLAIN_TEXT = """
text txt plain plaintext plain-text ansi none nohighlight no-highlight raw verbatim ascii
output input console terminal stdout stderr log logs example prompt
"""

# Diagrams and formulas, which a generator or a plugin draws; call-outs; and what rustdoc takes in
# the place of a language.
_DRAWN = """
math latex geojson topojson stl mermaid goat ditaa svgbob flowchart sequence chart wavedrom
vega vega-lite bytefield excalidraw nomnoml tikz blockdiag seqdiag actdiag nwdiag railroad
structurizr symbolator umlet wireviz pikchr d2 plantuml puml
admonition attention caution danger error example hint important info note quote seealso
success summary tip todo warning
ignore no_run should_panic compile_fail edition2015 edition2018 edition2021 edition2024
"""
PLAIN_TEXT = frozenset(_PLAIN_TEXT.split())
DRAWN = frozenset(_DRAWN.split())
_PROSE = frozenset({"markdown", "md", "csv", "tsv"})


def is_no_code(word: str) -> bool:
    """Whether a word in the place of a language says that the block is no code."""
    return any(word.lower() in words for words in (PLAIN_TEXT, DRAWN, _PROSE))
