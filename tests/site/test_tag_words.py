"""Which tags are one, and which are not: pairs, the first in one post, the other in five."""

from __future__ import annotations

import random
import re
from types import MappingProxyType

import pytest

from blint.checks.tags.inconsistent_tag import emit, judge
from blint.diagnostics import Finding
from blint.facts import PostFacts, Word
from blint.running.judge import ActiveJudge, judge_site
from blint.site.model import Site
from blint.site.presets import PRESETS
from blint.site.settings import Settings
from blint.source import Span

SETTINGS = Settings(collection="", preset=PRESETS["hugo"])
SITE = Site(frozenset(), MappingProxyType({"": SETTINGS}), "2026-06-01", ())


def judged(*posts: str) -> list[Finding]:
    """What is found where each post has these tags, with commas between them."""
    facts = [
        PostFacts(
            path=f"{number}.md",
            collection="",
            preset="hugo",
            lines=b"",
            length=0,
            front_matter=Span(0, 0),
            tags=tuple(Word(m[0], Span(*m.span())) for m in re.finditer("[^,]+", tags)),
        )
        for number, tags in enumerate(posts)
    ]
    judges = [ActiveJudge("inconsistent-tag", emit, judge, {})]
    return sorted((what.finding for _, what in judge_site(facts, SITE, judges)), key=repr)


def merged(rare: str, frequent: str) -> bool:
    found = judged(rare, *[frequent] * 5)
    assert [one.path for one in found] in ([], ["0.md"])
    return bool(found)


MERGED = """
iot | IoT
KubeVirt | kubevirt
nodejs | Node.js
node-js | Node.js
Node JS | Node.js
LiveMigration | live migration
live-migration | Live Migration
live_migration | live-migration
ESP32S3 | ESP32-S3
esp32 s3 | ESP32-S3
RISCV | RISC-V
Wi Fi | Wi-Fi
WiFi | wi-fi
CICD | CI-CD
CICD | CI/CD
CI/CD | CI-CD
CI / CD | CI/CD
UI-UX | UI/UX
TCPIP | TCP/IP
R & D | R and D
Café | café
ＡＩ | AI
ﬁrmware | firmware
container | containers
pods | pod
libraries | library
class | classes
box | boxes
branches | branch
coronaviruses | coronavirus
VMs | VM
virtual-machines | Virtual Machine
VirtualMachines | virtual machine
kuberentes | Kubernetes
Kuberntes | Kubernetes
kubernates | kubernetes
Pyhton | Python
Pyton | Python
securty | Security
observabilty | Observability
tutorail | tutorial
JavaScipt | JavaScript
Javascrpt | JavaScript
javscript | JavaScript
Postgress | Postgres
embeded systems | Embedded Systems
Machne Learning | machine learning
machine learnign | Machine Learning
performence | Performance
Espresif-IDE | Espressif IDE
developement | development
enviroment | environment
open telemtry | OpenTelemetry
Prometehus | Prometheus
optimisation | optimization
Haddop | Hadoop
терраформм | терраформ
"""

APART = """
C | C++
C | C#
C++ | C#
HTTP | HTTP/2
HTTP/2 | HTTP/3
HTTP2 | HTTP
HTTP2 | HTTP/2
OS/2 | OS2
24/7 | 247
/etc | etc
Python | Python 3
Python 2 | Python 3
Python 3.1 | Python 31
3.0 | 30
2-1 | 21
ESP32 | ESP32-S3
ESP32-S2 | ESP32-S3
ESP32-C3 | ESP32-C6
WSL | WSL2
v1.4 | v1.5
Esp8266 | Esp8268
REST | Rust
Java | JavaScript
Kafka | Kafkaesque
form | from
test | text
tests | text
angular | angularjs
react | preact
query | jquery
contained | container
computer | compute
login | logging
testing | texting
caching | coaching
OpenAI | OpenAPI
openai | openapi
fastai | FastAPI
GitLab | GitHub
OpenCL | OpenGL
opencl | opengl
OpenSSH | OpenSSL
Redis | Redux
Vitess | Vitest
Scala | scale
casual | causal
trail | trial
angel | angle
united | untied
projection | protection
commuting | computing
complaint | compliant
contact | contract
country | county
tracking | trucking
planing | planning
routing | rooting
looping | lopping
hooped | hopped
NET | .NET
Windows | window
https | http
AWS | AW
DNS | DN
iOS | io
news | new
ESP-ID | ESP-IDF
AIoT | IoT
webhook | websocket
Debug | Debugger
Debugging | Debugger
programadoras | programadores
compilers | compiled
schedulers | schedules
resolvers | resolves
Cython | CPython
GraphiQL | GraphQL
TypeORM | Typeform
diverting | diverging
OpenJS | opens
Go | Golang
k8s | k3s
Jupiter | Jupyter
中文 | 中午
"""


def rows(table: str) -> list[tuple[str, str]]:
    pairs = (line.split(" | ") for line in table.strip().split("\n"))
    return [(one, other) for one, other in pairs]


@pytest.mark.parametrize(("rare", "frequent"), rows(MERGED))
def test_one_tag(rare: str, frequent: str) -> None:
    assert merged(rare, frequent)


@pytest.mark.parametrize(("rare", "frequent"), rows(APART))
def test_two_tags(rare: str, frequent: str) -> None:
    assert not merged(rare, frequent)
    assert not merged(frequent, rare)


@pytest.mark.parametrize(
    ("posts", "found"),
    [
        (["kuberentes"] * 2 + ["kubernetes"] * 8, 2),
        (["kuberentes"] * 2 + ["kubernetes"] * 7, 0),
        (["kuberentes"] * 3 + ["kubernetes"] * 20, 0),
        (["kuberentes"] + ["kubernetes"] * 3, 0),
        (["kuberentes"] + ["kubernetes"] * 3 + ["Kubernetes"], 2),
        (["kuberentes", "Kuberentes"] + ["kubernetes"] * 9, 1),
        (["kuberentes,kubernetes"] + ["kubernetes"] * 4, 1),
    ],
)
def test_a_slip_is_rare(posts: list[str], found: int) -> None:
    assert len(judged(*posts)) == found


def test_a_slip_is_a_guess() -> None:
    (found,) = judged("kuberentes", *["kubernetes"] * 3, *["Kubernetes"] * 4)[:1]
    assert found.message == (
        "The tag `kuberentes` (1 post) is probably meant as `Kubernetes` (4 posts)."
    )
    assert found.fix is not None
    assert not found.fix.safe
    (both,) = judged("kuberentes,kubernetes", *["kubernetes"] * 4)
    assert both.fix is None, "the post would list the tag twice"


def test_each_use_has_one_finding_whatever_the_order() -> None:
    posts = [
        *(["Pods,kubernetes"] * 3 + ["pod,Kubernetes"] * 3 + ["pod,kubernetes,KUBERNETES"]),
        *["kuberentes", "kubernets,podd", "Kuberntes,pods,node.js", "nodejs", "Node JS,libvrit"],
        *["libvirt"] * 4,
    ]
    numbered = dict(enumerate(posts))
    usual = {(repr(one.span), one.message) for one in judged(*posts)}
    assert len(usual) >= 8
    for seed in range(20):
        order = list(numbered)
        random.Random(seed).shuffle(order)
        found = judged(*(numbered[n] for n in order))
        assert {(repr(one.span), one.message) for one in found} == usual
        assert len({(one.path, one.span) for one in found}) == len(found)
