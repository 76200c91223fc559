# Copyright The jsongauge Authors
# SPDX-License-Identifier: Apache-2.0
"""What is measured of a running exporter."""
import http.client
import statistics
import time


class NotGood(Exception):
    """An exporter does not give what is measured."""


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        return answer(connection, path)
    finally:
        connection.close()


def answer(connection, path):
    connection.request("GET", path)
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


def requests(exporter, port, path, warm_seconds, seconds):
    """CPU and median latency of a request, in ms, one at a time over one connection, after a warm-up."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    repeated(connection, path, warm_seconds)
    before = exporter.cpu_seconds()
    latencies = repeated(connection, path, seconds)
    cpu = exporter.cpu_seconds() - before
    connection.close()
    return 1000 * cpu / len(latencies), 1000 * statistics.median(latencies)


def repeated(connection, path, seconds):
    latencies = []
    end = time.monotonic() + seconds
    while not latencies or time.monotonic() < end:
        begin = time.monotonic()
        answer(connection, path)
        latencies.append(time.monotonic() - begin)
    return latencies
