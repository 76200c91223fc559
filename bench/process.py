# Copyright The jsongauge Authors
# SPDX-License-Identifier: Apache-2.0
"""A started program on a core of its own, and what /proc says of it."""
import os
import socket
import subprocess
from pathlib import Path

CORES = sorted(os.sched_getaffinity(0))
TICKS = os.sysconf("SC_CLK_TCK")


class Process:
    def __init__(self, command, core, log):
        with open(log, "ab") as out:
            self.process = subprocess.Popen(
                command, stdout=out, stderr=out, preexec_fn=lambda: os.sched_setaffinity(0, {core}))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def cpu_seconds(self):
        """User and system time of all its threads, those that have ended too."""
        fields = self._proc("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def rss_mb(self, which="VmRSS"):
        """Its memory now, or at most with VmHWM."""
        line = next(line for line in self._proc("status").splitlines() if line.startswith(which + ":"))
        return int(line.split()[1]) / 1024

    def _proc(self, name):
        return Path(f"/proc/{self.process.pid}/{name}").read_text()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
