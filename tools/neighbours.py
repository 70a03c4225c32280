"""Refreshes the table of words that a slip of the keyboard turns into another word.

    python tools/neighbours.py

Needs pyspellchecker, whose word lists say how often each word is used. Only words that are near to
another one are kept, for a word that no slip leads to needs no protection.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from importlib import metadata, resources
from itertools import combinations
from pathlib import Path

from blint.site.slips import is_near

TABLE = Path(__file__).parent.parent / "src" / "blint" / "site" / "data" / "neighbours.json"

COMMON = {"en": 200_000, "de": 4_000, "es": 4_000, "fr": 4_000, "it": 4_000, "nl": 4_000}
COMMON |= {"pt": 4_000, "ru": 4_000}
"""How many words of each language a tag may be: the most used ones, in English all of them."""

# Words of the trade that the lists lack or hold to be rare; names that stand near to another one.
TRADE = """
actix aiohttp airbyte airflow akamai alacritty algolia alpine android angular ansible antlr
apache apiversion apollo appium appversion arango arduino argocd astro authn authz autogen
avalonia azure babel backstage bazel beego benchmarking bevy bicep bigquery bigtable bitbucket
blazor blender boost bootstrap buildah buildkit buildkite buildpack caching cacti caddy calico
camel canva cassandra catching celery centos ceph chromium cilium circleci circuitpython clang
clickhouse clojure cmake coaching cobol cockpit cocoa codeberg codec codecov codepen coder
codespaces conan concourse conftest consul containerd contest coredns coreos cortex cosmos
couchbase couchdb cpython crossplane crystal cucumber curl cypress cython dagger dagster dapr
dart dashboards databricks datadog datalog dataset debezium debian deepmind deepseek delphi deno
detekt devops devsecops devspace dgraph django docker dockerfile docusaurus dotenv dotnet druid
drupal duckdb dynamo dynatrace eclipse ecto elastic elasticsearch electron eleventy elixir emacs
ember emscripten envoy erlang esbuild eslint espressif ethereum express falco fastai fastapi
fastify fedora firebase firebird firefox fivetran flake8 flannel flask flatpak fluent fluentd
flutter flyway fortran fossil founder framer freebsd funder gatsby gemini gentoo ghost gitea
github gitlab gitops gitpod glibc gnome golang gophers gradio gradle grafana graphiql graphite
graphql groovy guids gulp hadoop harbor hashicorp hashmap hashnode haskell helmfile helmfiles
heroku hibernate homebrew hugging hyper hyperv icinga idris influx influxdb insomnia ionic
ironpython istio jaeger jasmine javascript jekyll jenkins jenkinsx jetbrains jetpack jetty julia
jupyter jython kafka karma karpenter keras kibana kivy knative kotlin ktor kubeadm kubectl
kubeedge kubeflow kubelet kubernetes kubevirt kustomize laminas langchain laravel latex leaflet
lerna libvirt linkerd linting linux liquibase litmus llama locust logback logging login logstash
longhorn looker lucene lustre magento makefile mamba mariadb markdoc markdown mastodon
mattermost maven memcached mercurial mermaid meson metabase meteor micronaut microservices
milvus minikube minio mistral mkdocs mocha modbus mongo mongodb mongoose mysql nagios neovim
nestjs netbeans netlify nextcloud nextjs nginx nighties nightlies nixos nodejs nomad nornir
notion numba numpy nushell nuxt nvidia octave offboarding ollama onboarding openai openapi
opencl opencv opengl openid opensearch openshift openssh openssl openstack opentofu openvpn
openwrt opera oracle otlp owncloud packer pagerduty pandas pandoc parcel parquet parsing perl
phoenix photon phpstan pinecone pipenv pixel plotly podman poetry polars portainer postcss
postgis postgres postgresql postman powershell preact presto prettier prisma procfile prolog
prometheus protobuf proxmox pulsar pulumi puppet puppeteer pycharm pydantic pylint pyright
pytest python pytorch qdrant quarkus quartus quasar quasars qwik rabbitmq racket rails rakefile
rancher raspberry raspbian react redis redshift redux refactoring remix renovate replit riak
rollup rspec rubocop ruby rustfix rustix rustup saltstack sanity scala schneider schneier scikit
scilla scipy scrapy scylla seaborn seeed selenide selenium sentry serverless servlet shopify
sinatra snort snowflake socket solana solaris solid solidity sonar spack spark sphinx splunk
spotify spring sqlalchemy sqlite squid starlette starlight storybook strapi streamlet streamlit
stringly stripe strongly supabase superset svelte sveltekit swagger swift swiftdata sybase
symfony tableau tailwind tauri telegraf tensor tensorflow terraform terragrunt texting thanos
threading thrift timelines timeliness tokenization tokenizer tornado traefik travis treading
trino turborepo typeform typeorm typescript ubuntu unity unreal uvicorn vagrant valgrind valkey
vault vector vercel verilog victoria viral virtual vitepress vitess vitest vmware vortex vuetify
wagtail wasmer wasmtime webassembly webgl webgpu webhook webkit weblogic webpack webpacker
websocket wikipedia windows wireguard wireshark wordpress xamarin yarn yugabyte zabbix zephyr
zeppelin zigbee zipkin zookeeper
"""


def main() -> None:
    """Write the table."""
    words = {word for word in TRADE.split() if word.isalpha()}
    for language, count in COMMON.items():
        words.update(_common(language, count))
    near = sorted({word for pair in _pairs(words) for word in pair})
    about = {
        "about": "Words that a slip of the keyboard turns into another word, by "
        "tools/neighbours.py.",
        "sources": [f"pyspellchecker {metadata.version('pyspellchecker')} (PyPI, MIT)"],
        "words": " ".join(near),
    }
    TABLE.write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(near):,} of {len(words):,} words, {TABLE.stat().st_size:,} bytes")


def _common(language: str, count: int) -> list[str]:
    """The most used words of a language that are long enough to be mistaken for a slip."""
    data = (resources.files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes()
    uses: dict[str, int] = json.loads(gzip.decompress(data))
    fit = [word for word in uses if len(word) >= 5 and word.isalpha()]
    return sorted(fit, key=lambda word: (-uses[word], word))[:count]


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The words that are near to each other: those share what is left when a letter is struck."""
    by_rest: dict[str, set[str]] = {}
    for word in words:
        for rest in (word, *(word[:n] + word[n + 1 :] for n in range(len(word)))):
            by_rest.setdefault(rest, set()).add(word)
    for group in by_rest.values():
        for one, other in combinations(sorted(group), 2):
            if is_near(one, other):
                yield one, other


if __name__ == "__main__":
    main()
