# Copyright The jsongauge Authors
# SPDX-License-Identifier: Apache-2.0
"""What was measured, as one Markdown table."""
import datetime
import platform
import re
import subprocess
from pathlib import Path

BEGIN, END = "<!-- bench/run --write: begin -->", "<!-- bench/run --write: end -->"


def of(results, jar, cores):
    rows = []
    for name in ("tiny", "medium", "wide", "huge"):
        if name in results["jsongauge"]:
            rows.append((f"`/probe` {name}: CPU · latency · peak RSS",
                         [cell(r.get(name), "{0:.2f} ms · {1:.2f} ms · {2:.0f} MB") for r in results.values()]))
    if "huge" in results["jsongauge"]:
        rows.append(("`/probe` huge, four sums and counts, `-Xmx48m`: CPU · latency · peak RSS",
                     [cell(r.get("sums"), "{0:.0f} ms · {1:.0f} ms · {2:.0f} MB") for r in results.values()]))
    rows.append(("start to first good scrape", [f"{r['start']:.0f} ms" for r in results.values()]))
    rows.append(("idle RSS", [f"{r['idle']:.0f} MB" for r in results.values()]))
    if "wide" in results["jsongauge"]:
        for part, title in (("scrape", "unchanged"), ("changed", "changed")):
            rows.append((f"scrape of 25,000 polled series, {title} since the last: CPU · latency",
                         [cell(r.get(part), "{0:.2f} ms · {1:.2f} ms") for r in results.values()]))
        rows.append(("10,000 tiny targets at 5 s: cores · readings done · p99 lateness · peak RSS",
                     [cell(many(r), "{0:.2f} · {1:.0f} % · {2:.0f} ms · {3:.0f} MB") for r in results.values()]))
    lines = ["| | " + " | ".join(results) + " |", "|---" * (len(results) + 1) + "|"]
    lines += [f"| {title} | " + " | ".join(cells) + " |" for title, cells in rows]
    return "\n".join(lines) + f"\n\n{circumstances(jar, cores)}\n"


def many(figures):
    return (figures["many"][0], 100 * figures["many"][1], *figures["many"][2:]) if "many" in figures else None


def cell(figures, form):
    return form.format(*figures) if figures else "–"


def circumstances(jar, cores):
    java = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr.splitlines()
    java = next(line for line in java if "version" in line)
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    load = Path("/proc/loadavg").read_text().split()[0]
    return (f"{datetime.date.today()}, {cores} cores ({cpu.group(1) if cpu else platform.machine()}), {java}, "
            f"jar {jar.stat().st_size / 1e6:.1f} MB, load of the machine at the end {load}.")


def write(text, page):
    before, rest = page.read_text().split(BEGIN)
    page.write_text(before + BEGIN + "\n" + text + END + rest.split(END)[1])
