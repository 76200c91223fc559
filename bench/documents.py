# Copyright The jsongauge Authors
# SPDX-License-Identifier: Apache-2.0
"""The documents that are read: the same bytes at each run."""
import json
import random

FIELDS = ("requests", "errors", "queue", "bytes", "seconds")
# "other" has the objects of "wide", with other values
OBJECTS = {"wide": 5_000, "other": 5_000, "huge": 250_000}
SEED = 10


def write(folder, names):
    others = ["other"] if "wide" in names else []
    for name in [*names, *others]:
        (folder / f"{name}.json").write_text(json.dumps(document(name)))


def document(name):
    numbers = random.Random(SEED + (name == "other"))
    if name == "tiny":
        return {"requests": 184223, "errors": 17, "queue": 5, "seconds": 0.0421, "app": "shop-frontend-eu1"}
    if name == "medium":
        return {"parts": {f"part{i:02}": part(numbers) for i in range(20)}}
    return {"items": [item(numbers, i) for i in range(OBJECTS[name])]}


def part(numbers):
    return {"value": round(numbers.uniform(0, 1000), 3), "notes": [f"{numbers.getrandbits(64):016x}" for _ in range(23)]}


def item(numbers, i):
    values = {field: numbers.randrange(10**9) for field in FIELDS[:4]}
    text = {"id": f"item-{i:06}", "zone": numbers.choice(("north", "south")), "note": f"{numbers.getrandbits(160):040x}"}
    return {**text, **values, "seconds": round(numbers.uniform(0, 10), 4)}
