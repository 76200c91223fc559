# Copyright The jsongauge Authors
# SPDX-License-Identifier: Apache-2.0
"""An exporter as one writes it by hand; it reads the target at /probe?module=&target=, like the others."""
import json
import sys
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prometheus_client import CollectorRegistry, Gauge, generate_latest

FIELDS = ("requests", "errors", "queue", "bytes", "seconds")


class Probe(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # header and body in one write: else each answer waits 40 ms for an acknowledgement

    def do_GET(self):
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        with urllib.request.urlopen(query["target"][0]) as response:
            document = json.load(response)
        body = exposition(query["module"][0], document)
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def exposition(module, document):
    registry = CollectorRegistry()
    if module == "tiny":
        for field in ("requests", "errors", "queue", "seconds"):
            Gauge(f"tiny_{field}", "-", registry=registry).set(document[field])
    elif module == "medium":
        for name, part in document["parts"].items():
            Gauge(f"medium_{name}", "-", registry=registry).set(part["value"])
    else:
        gauges = {f: Gauge(f"items_{f}", "-", ["id"], registry=registry) for f in FIELDS}
        for item in document["items"]:
            for field, gauge in gauges.items():
                gauge.labels(item["id"]).set(item[field])
    return generate_latest(registry)


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Probe).serve_forever()
