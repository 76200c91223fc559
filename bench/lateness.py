# Copyright The jsongauge Authors
# SPDX-License-Identifier: Apache-2.0
"""How much later than planned polls came, as their target saw it."""

FAR_APART = 0x9E3779B97F4A7C15


def p99(polls, interval):
    """In seconds, after the most punctual of all polls; of each the time in seconds and the target's name."""
    phases = sorted((when - place(name) * interval) % interval for when, name in polls)
    # on the circle of the interval the polls begin after the widest gap
    gaps = [(phase - before) % interval for before, phase in zip([phases[-1], *phases], phases)]
    earliest = phases[gaps.index(max(gaps))]
    late = sorted((phase - earliest) % interval for phase in phases)
    return late[int(0.99 * (len(late) - 1))]


def place(name):
    """Where in its interval jsongauge plans the polls of a target, from 0 to 1: as its class Slots."""
    code = 0
    for letter in name:
        code = (31 * code + ord(letter)) & 0xFFFFFFFF
    if code >= 1 << 31:
        code -= 1 << 32
    return ((code * FAR_APART & 0xFFFFFFFFFFFFFFFF) >> 11) * 2.0**-53
