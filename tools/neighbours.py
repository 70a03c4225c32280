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

COMMON = {"en": 40_000, "de": 4_000, "es": 4_000, "fr": 4_000, "it": 4_000, "nl": 4_000}
COMMON |= {"pt": 4_000, "ru": 4_000}
"""How many words of each language count as words that a tag may be: the most used ones."""

# Words of the trade that the lists lack or hold to be rare; names that stand near to another one.
TRADE = """
actix aiohttp airbyte airflow akamai alacritty algolia alpine android angular ansible antlr
apache apollo appium arango arduino argocd astro authn authz autogen avalonia azure babel
backstage bazel beego benchmarking bevy bicep bitbucket blazor blender boost bootstrap buildah
buildkit buildpack caching cacti caddy calico camel canva cassandra catching celery centos ceph
cilium circleci clang clickhouse clojure cmake coaching cobol cockpit codeberg codecov codepen
conan concourse consul containerd coredns coreos cosmos couchbase couchdb crossplane crystal
cucumber curl cypress dagger dagster dapr dart dashboards databricks datadog dataset debezium
debian deepmind deepseek delphi deno detekt devops devsecops dgraph django docker docusaurus
dotenv dotnet druid drupal duckdb dynamo dynatrace eclipse ecto elastic elasticsearch electron
eleventy elixir emacs ember emscripten envoy erlang esbuild eslint espressif ethereum express
falco fastai fastapi fastify fedora firebase firebird firefox fivetran flake8 flannel flask
flatpak fluent fluentd flutter flyway fortran fossil framer freebsd gatsby gemini gentoo ghost
gitea github gitlab gitops glibc gnome golang gophers gradio gradle grafana graphite graphql
groovy gulp hadoop harbor hashicorp haskell heroku hibernate homebrew hugging hyper hyperv
icinga idris influx influxdb insomnia ionic istio jaeger jasmine javascript jekyll jenkins
jetbrains jetpack jetty julia jupyter kafka karma karpenter keras kibana kivy knative kotlin
ktor kubectl kubeflow kubelet kubernetes kustomize laminas langchain laravel latex leaflet lerna
libvirt linkerd linting linux liquibase litmus llama locust logback logging login logstash
longhorn looker lucene lustre magento mamba mariadb markdoc markdown mastodon mattermost maven
memcached mercurial mermaid meson metabase meteor micronaut microservices milvus minikube minio
mistral mkdocs mocha modbus mongo mongodb mongoose mysql nagios neovim nestjs netbeans netlify
nginx nixos nodejs nomad nornir notion numba numpy nushell nuxt nvidia octave offboarding ollama
onboarding openai openapi opencl opencv opengl openid openshift openssh openssl openstack
openvpn openwrt opera oracle otlp packer pagerduty pandas pandoc parcel parquet parsing perl
phoenix photon phpstan pinecone pipenv pixel plotly podman poetry polars portainer postcss
postgres postgresql postman powershell preact presto prettier prisma prolog prometheus protobuf
proxmox pulsar pulumi puppet puppeteer pycharm pydantic pylint pyright pytest python pytorch
qdrant quarkus quasar quasars qwik rabbitmq racket rails rancher raspberry raspbian react redis
redshift redux refactoring remix renovate replit riak rollup rspec rubocop ruby rustup saltstack
sanity scala scikit scipy scrapy seaborn selenium sentry serverless servlet shopify sinatra
snort snowflake socket solana solaris solid solidity sonar spack spark sphinx splunk spotify
spring sqlalchemy sqlite squid starlette starlight storybook strapi streamlit stripe supabase
superset svelte swagger swift sybase symfony tableau tailwind tauri telegraf tensor tensorflow
terraform terragrunt texting thanos thrift tokenization tokenizer tornado traefik travis trino
turborepo typescript ubuntu unity unreal uvicorn vagrant valgrind valkey vault vector vercel
verilog victoria vitepress vitess vitest vmware vuetify wagtail wasmer wasmtime webassembly
webgl webgpu webhook weblogic webpack websocket wikipedia windows wireguard wireshark wordpress
xamarin yarn yugabyte zabbix zephyr zeppelin zigbee zipkin zookeeper
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
