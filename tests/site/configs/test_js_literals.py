"""Plain values read from modules of JavaScript and TypeScript."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.configs.js_literals import (
    REST,
    Computed,
    read_config,
    read_module,
    read_value,
)
from blint.site.configs.literals import without_comments

UNKNOWN = Computed()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "{a: 1, 'b-c': \"x\", d: [true, null, -2.5,], }",
            {"a": 1, "b-c": "x", "d": [1, None, -2.5]},
        ),
        ("{ // no\n a: '/* x */', /* b: 1 */ }", {"a": "/* x */"}),
        (r"'it\'s \u0041\n'", "it's A\n"),
        ("`/a`", "/a"),
        ("`/${x}`", UNKNOWN),
        ("1 + 1", UNKNOWN),
        ("'a' as const", "a"),
        ("{a: '/x' satisfies Path, b: 1}", {"a": "/x", "b": 1}),
        ("{a: c ? 'x' : 'y', b: 1}", {"a": UNKNOWN, "b": 1}),
        ("{a() { return {b: 2} }, c: 3}", {"a": UNKNOWN, "c": 3}),
        ("{async a() {}, get b() {}, c: (x) => ({d: 1})}", dict.fromkeys("abc", UNKNOWN)),
        ("{a: /['\"{]/g, b: 1}", {"a": UNKNOWN, "b": 1}),
        ("{...x, [y]: 1, b: 2}", {REST: UNKNOWN, "b": 2}),
        ("[1, ...x]", [1, Computed(REST)]),
        ("f.g({a: 1}, 'b')", Computed("f.g", ({"a": 1}, "b"))),
        ("f(1)({a: 2})", Computed("f", ({"a": 2},))),
        ("on && f()", Computed("f", ())),
        ("process.env.BASE", Computed("process.env.BASE")),
        ("(('x'))", "x"),
        ("{a: {b: [", {"a": {"b": []}}),
        ("", UNKNOWN),
    ],
)
def test_values(text: str, found: Any) -> None:
    assert read_value(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("export default {base: '/a'}", {"base": "/a"}),
        ("export default defineConfig({base: '/a'})", {"base": "/a"}),
        ("module.exports = {base: '/a'}", {"base": "/a"}),
        ("const base = '/a'\nconst c: Config = { base }\nexport default wrap(c)", {"base": "/a"}),
        ("const b = '/a'; export default {x: `${b}/b`, ...{y: 1}}", {"x": "/a/b", "y": 1}),
        ("const o = {b: '/a'}; export default {x: o.b}", {"x": "/a"}),
        ("export default () => ({a: 1})", {REST: UNKNOWN}),
        ("export default config", {REST: UNKNOWN}),
        ("let x = {a: 1}; export default x", {REST: UNKNOWN}),
        ("not a program", {REST: UNKNOWN}),
    ],
)
def test_what_a_configuration_exports(text: str, found: Any) -> None:
    assert read_config(text) == found


def test_constants_of_functions_are_not_those_of_the_module() -> None:
    module = read_module("const a = 1\nfunction f() { const a = 2 }\nexport const b = [a]")
    assert module.constants == {"a": 1, "b": [1]}


@pytest.mark.parametrize(
    ("first", "doubled"),
    [("[1, 1]", "[...a{0}, ...a{0}]"), ("'xx'", "`${{a{0}}}${{a{0}}}`")],
)
def test_constants_that_double_end(first: str, doubled: str) -> None:
    lines = [f"const a{n + 1} = {doubled.format(n)}" for n in range(60)]
    text = "\n".join((f"const a0 = {first}", *lines, "export default { x: a60, y: 1 }"))
    assert read_module(text).default["y"] == 1


def test_deep_nesting_ends() -> None:
    read_value("[" * 5000)
    read_value("{a:" * 5000)


def test_comments() -> None:
    assert without_comments("a // b\n'//c' /* d */ e") == "a  \n'//c'   e"
