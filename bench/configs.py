# Copyright The jsongauge Authors
# SPDX-License-Identifier: Apache-2.0
"""The same mappings in the languages of the exporters. JSON is YAML too."""
import json

from documents import FIELDS

LIMITS = {"sample_limit": 2_000_000, "metric_series_limit": 300_000, "body_size_limit": "128MiB"}


def jsongauge(targets=()):
    modules = {name: {**LIMITS, "timeout": "5s" if name == "tiny" else "60s", "probe": {"allowed_targets": ["127.0.0.0/8"]},
                      "metrics": metrics(name, path="$.{}", each="$.items[*]")}
               for name in ("tiny", "medium", "wide", "huge", "sums")}
    return json.dumps({"modules": modules, **({"global": {"target_label": "target"}, "targets": list(targets)} if targets else {})}, separators=(",", ":"))


def metrics(name, path, each):
    if name == "tiny":
        return [{"name": f"tiny_{f}", "path": path.format(f)} for f in ("requests", "errors", "queue", "seconds")]
    if name == "medium":
        return [{"name": f"medium_part{i:02}", "path": path.format(f"parts.part{i:02}.value")} for i in range(20)]
    if name == "sums":
        return [{"name": "sums_items", "count": "$.items"},
                {"name": "sums_queue", "sum": "$.items[*].queue"},
                {"name": "sums_seconds_max", "max": "$.items[*].seconds"},
                {"name": "sums_zone", "each": "$.items[*]", "value": 1, "on_duplicate": "sum", "labels": {"zone": ".zone"}}]
    inside = [{"name": f"items_{f}", "path": f".{f}"} for f in FIELDS]
    return [{"each": each, "labels": {"id": ".id"}, "metrics": inside}]


def json_exporter():
    def single(name):
        return [{**m, "path": "{." + m["path"] + "}"} for m in metrics(name, path="{}", each="")]

    items = {"name": "items", "type": "object", "path": "{.items[*]}", "help": "items",
             "labels": {"id": "{.id}"}, "values": {f: "{." + f + "}" for f in FIELDS}}
    modules = {"tiny": single("tiny"), "medium": single("medium"), "wide": [items], "huge": [items]}
    return json.dumps({"modules": {name: {"metrics": listed} for name, listed in modules.items()}})
