# Copyright The jsongauge Authors
# SPDX-License-Identifier: Apache-2.0
"""What is measured of a running exporter."""
import gzip
import http.client
import statistics
import time


# As Prometheus asks for a page
SCRAPE = {"Accept": "application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=0.0.4;q=0.4", "Accept-Encoding": "gzip"}


class NotGood(Exception):
    """An exporter does not give what is measured."""


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        return answer(connection, path)
    finally:
        connection.close()


def answer(connection, path, headers={}):
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise OSError(f"{path} answered {response.status}: {body[:200]!r}")
    return body


def await_good(exporter, port, path, wanted, seconds=60):
    """Asks until the wanted text comes; the seconds that it took."""
    begin = time.monotonic()
    last = "nothing"
    while time.monotonic() < begin + seconds:
        try:
            if wanted in get(port, path):
                return time.monotonic() - begin
        except (OSError, http.client.HTTPException) as failed:
            last = failed
            if exporter.process.poll() is not None:
                raise NotGood(f"the exporter ended with {exporter.process.returncode}") from failed
        time.sleep(0.002)
    raise NotGood(f"no good answer within {seconds} s, but {last}")


def requests(exporter, port, path, warm_seconds, seconds, headers={}):
    """CPU and median latency of a request, in ms, one at a time over one connection, after a warm-up."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    repeated(connection, path, warm_seconds, headers)
    before = exporter.cpu_seconds()
    latencies = repeated(connection, path, seconds, headers)
    cpu = exporter.cpu_seconds() - before
    connection.close()
    return 1000 * cpu / len(latencies), 1000 * statistics.median(latencies)


def changed_scrapes(exporter, port, series, interval, polls):
    """CPU and median latency, in ms, of a scrape after each poll: what it adds to the polls, which bring other values each time."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    each_poll(connection, interval, polls)
    before = exporter.cpu_seconds()
    pages, latencies = each_poll(connection, interval, polls)
    scraped = exporter.cpu_seconds() - before
    connection.close()
    before = exporter.cpu_seconds()
    time.sleep(polls * interval)
    alone = exporter.cpu_seconds() - before
    values = [next((line for line in gzip.decompress(page).splitlines() if line.startswith(series)), b"") for page in pages]
    other = sum(value not in (b"", last) for last, value in zip(values, values[1:]))
    if other < 0.9 * (polls - 1):
        raise NotGood(f"of {polls} scrapes only {other} showed other values than the one before")
    return 1000 * (scraped - alone) / polls, 1000 * statistics.median(latencies)


def each_poll(connection, interval, polls):
    """Scrapes as often as is polled; the pages, and how long each took."""
    pages, latencies = [], []
    begin = time.monotonic()
    for poll in range(1, polls + 1):
        asked = time.monotonic()
        pages.append(answer(connection, "/metrics", SCRAPE))
        latencies.append(time.monotonic() - asked)
        time.sleep(max(0, begin + poll * interval - time.monotonic()))
    return pages, latencies


def repeated(connection, path, seconds, headers={}):
    latencies = []
    end = time.monotonic() + seconds
    while not latencies or time.monotonic() < end:
        begin = time.monotonic()
        answer(connection, path, headers)
        latencies.append(time.monotonic() - begin)
    return latencies
