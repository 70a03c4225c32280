"""Names of languages that mean the same to every reader and highlighter: `js`, `javascript`."""

from __future__ import annotations

from functools import cache


def same_language(word: str) -> str:
    """What all names of one language have in common, in small letters; for others the word itself.

    Narrower than `languages.language_named`, whose languages have dialects and kinds of files:
    `bash` and `zsh`, `json` and `geojson`, `js` and `jsx`, which an author may want to tell apart.
    """
    folded = word.lower()
    return _firsts().get(folded, folded)


@cache
def _firsts() -> dict[str, str]:
    rows = (line.split() for line in _SAME.split("\n"))
    return {name: row[0] for row in rows for name in row}


# Not here: `shell`, which is a script to some highlighters and a session to others, and what names
# a version or a kind of file (`python3`, `mjs`, `hpp`).
_SAME = """
adoc asciidoc
bat batch
bib bibtex
c++ cpp
c# csharp cs
clj clojure
coffee coffeescript
console shell-session shellsession sh-session
docker dockerfile
elisp emacs-lisp
elixir ex
erl erlang
f# fsharp
go golang
gql graphql
handlebars hbs
haskell hs
htm html
javascript js
jinja jinja2
jl julia
kotlin kt
make makefile
markdown md
objc objective-c objectivec obj-c
perl pl
postgres postgresql
powershell ps1 pwsh
proto protobuf
py python
rb ruby
regex regexp
restructuredtext rst
rs rust
sol solidity
ssh-config sshconfig
styl stylus
t-sql tsql
terraform tf
plain plaintext text txt
ts typescript
vb.net vbnet
vim viml vimscript
yaml yml
"""
