"""Writes tests/reference/certified.json: what the certified numbers of the core must look like, at 6, 10 and 15 digits.

    python3 tests/reference/generate-certified.py          (needs mpmath; `npm test` only reads what it wrote)
    python3 tests/reference/generate-certified.py 17       prints the expected strings of instance 17

The instances are pairs of integer-like weights from a small generator that tests/core/certified-instances.ts repeats; every
weight is a double, all arithmetic on them is exact fractions, and logarithms have 400 digits (700 where masses go down to
2^-990). An instance is kept as a hash of its strings, the first twelve in full.
"""

import hashlib
import json
import os
import sys
from fractions import Fraction

from mpmath import mp, mpf, log, sqrt, floor

HERE = os.path.dirname(os.path.abspath(__file__))
COUNT = 4480
IN_FULL = 12
DIGITS = (6, 10, 15)
INFINITE = "∞"


def instance(index):
    state = (index * 2654435761 + 12345) % 2**32

    def draw():
        nonlocal state
        state = (1664525 * state + 1013904223) % 2**32
        return state

    for _ in range(3):
        draw()
    family = index % 8
    n = 2 + (draw() >> 30)
    p, q = [], []
    for x in range(n):
        if family == 0:  # counts
            p.append(float(1 + (draw() >> 28)))
            q.append(float(1 + (draw() >> 28)))
        elif family == 1:  # ordinary
            p.append(float(1 + draw()))
            q.append(float(1 + draw()))
        elif family == 2:  # nearly equal, by 2^-8 to 2^-43
            mass = 2.0**51 + draw() * 2.0**19
            p.append(mass)
            q.append(mass + (draw() >> (index // 8) % 32) * 2.0**11)
        elif family == 3:  # at most one unit in the last place apart
            mass = 2.0**52 + draw() * 2.0**20 + draw() % 2**20
            p.append(mass)
            q.append(mass + (draw() >> 16) % 3 - 1)
        elif family == 4:  # over 60 decades
            p.append((1 + draw()) * 2.0 ** -((draw() >> 16) % 200))
            q.append((1 + draw()) * 2.0 ** -((draw() >> 16) % 200))
        elif family == 5:  # zeros
            p.append(float(draw() >> 4) if (draw() >> 16) % 4 or x == 0 else 0.0)
            q.append(float(draw() >> 4) if (draw() >> 16) % 8 or x == 0 else 0.0)
        elif family == 6:  # all but one outcome near 2^-930
            scale = 1.0 if x == 0 else 2.0 ** -(900 + (draw() >> 16) % 60)
            p.append((1 + draw()) * scale)
            q.append((1 + draw()) * scale)
        else:  # nearly a point mass
            p.append(2.0**50 if x == 1 else float(1 + (draw() >> 26)))
            q.append(2.0**50 if x == 1 else float(1 + (draw() >> 26)))
    return family, p, q


def real(value):
    return mpf(value.numerator) / mpf(value.denominator)


def times_log(weight, numerator, denominator):
    """weight log(numerator/denominator)"""
    if weight == 0:
        return Fraction(0)
    if denominator == 0:
        return INFINITE
    ratio = numerator / denominator
    return Fraction(0) if ratio == 1 else real(weight) * log(real(ratio))


def total(terms):
    if INFINITE in terms:
        return INFINITE
    terms = [term for term in terms if term != 0]
    return sum((real(t) if isinstance(t, Fraction) else t for t in terms), mpf(0)) if terms else Fraction(0)


def negated(terms):
    return [t if t == INFINITE else -t for t in terms]


def numbers(p, q):
    p = [Fraction(a) for a in p]
    q = [Fraction(b) for b in q]
    P, Q = sum(p), sum(q)
    p = [a / P for a in p]
    q = [b / Q for b in q]
    m = [(a + b) / 2 for a, b in zip(p, q)]
    one = Fraction(1)
    entropies = [times_log(a, one, a) if a else Fraction(0) for a in p]
    crosses = [times_log(a, one, b) for a, b in zip(p, q)]
    forward = [times_log(a, a, b) for a, b in zip(p, q)]
    backward = [times_log(b, b, a) for a, b in zip(p, q)]
    sharesP = [times_log(a, a, c) for a, c in zip(p, m)]
    sharesQ = [times_log(b, b, c) for b, c in zip(q, m)]
    jensen = [total([s, t]) / 2 for s, t in zip(sharesP, sharesQ)]
    variation = [abs(a - b) / 2 for a, b in zip(p, q)]
    gaps, flow = [], Fraction(0)
    for a, b in zip(p[:-1], q[:-1]):
        flow += a - b
        gaps.append(abs(flow))
    jsd, kl, entropy = total(jensen), total(forward), total(entropies)
    bits = lambda nats: nats if nats in (INFINITE, 0) else nats / log(mpf(2))
    return [
        entropy, total(crosses), kl, total(backward), total([kl, total(backward)]), jsd,
        jsd if jsd == 0 else sqrt(jsd), sum(variation), sum(gaps), bits(entropy), bits(kl), bits(jsd),
        *entropies, *crosses, *forward, *jensen, *variation, *gaps,
    ]


SUPERSCRIPTS = dict(zip("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def shown(value, digits):
    if value == INFINITE:
        return INFINITE
    if value == 0:
        return "0"
    sign = "−" if value < 0 else ""
    size = abs(value)
    exponent = len(str(int(size))) - 1 if size >= 1 else -len(str(int(floor(1 / size) if not isinstance(size, Fraction) else 1 / size)))
    if size >= 10 * power(size, exponent):
        exponent += 1
    if size < power(size, exponent):
        exponent -= 1
    while True:
        scaled = size * power(size, digits - 1 - exponent)
        rounded = int(scaled + Fraction(1, 2)) if isinstance(size, Fraction) else int(floor(scaled + mpf(1) / 2))
        off = abs(scaled - int(scaled) - (Fraction(1, 2) if isinstance(size, Fraction) else mpf(1) / 2))
        if off * 10**29 > scaled:
            break
        digits += 1  # a tie: one digit more settles it
    text, at = str(rounded), exponent
    if len(text) > digits:
        text, at = text[:-1], at + 1
    small = size >= power(size, -4) and size < power(size, 6)
    if small and at < len(text):
        if at < 0:
            return sign + "0." + "0" * (-at - 1) + text
        whole, rest = text[: at + 1], text[at + 1 :]
        return sign + (f"{whole}.{rest}" if rest else whole)
    return sign + (f"{text[0]}.{text[1:]}" if len(text) > 1 else text) + " × 10" + "".join(SUPERSCRIPTS[c] for c in str(at))


def power(like, k):
    return Fraction(10) ** k if isinstance(like, Fraction) else mpf(10) ** k


def strings(index):
    family, p, q = instance(index)
    mp.dps = 700 if family == 6 else 400
    return [shown(value, digits) for value in numbers(p, q) for digits in DIGITS]


if len(sys.argv) > 1:
    print(instance(int(sys.argv[1])))
    print("\n".join(strings(int(sys.argv[1]))))
else:
    hashes, full, count = [], [], 0
    for index in range(COUNT):
        expected = strings(index)
        count += len(expected)
        hashes.append(hashlib.sha256("\n".join(expected).encode()).hexdigest()[:8])
        if index < IN_FULL:
            full.append(expected)
    with open(os.path.join(HERE, "certified.json"), "w") as file:
        json.dump({"generator": "generate-certified.py", "strings": count, "hashes": hashes, "full": full}, file, separators=(",", ":"), ensure_ascii=False)
        file.write("\n")
    print(count)
