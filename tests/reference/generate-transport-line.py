"""Writes tests/reference/transport-line.json: W_p between distributions on the line, to 50 digits from the definition.

    python3 tests/reference/generate-transport-line.py        (needs mpmath; `npm test` only reads what it wrote)

Positions are doubles, weights integers or doubles, all exact. The coupling of quantiles is walked in rational
arithmetic; each distance is exact, its power and the root are taken with 120 digits.
"""

import json
import os
import random
from fractions import Fraction

from mpmath import mp, mpf, nstr

mp.dps = 120
HERE = os.path.dirname(os.path.abspath(__file__))
rng = random.Random(20261122)
ORDERS = ["1", "1.5", "2", "3", "7.25", "100", "Infinity"]


def real(fraction):
    return mpf(fraction.numerator) / mpf(fraction.denominator)


def segments(x, a, y, b):
    """(distance, mass) along the coupling of quantiles, both exact."""
    p = sorted((Fraction(s), Fraction(w)) for s, w in zip(x, a) if w)
    q = sorted((Fraction(s), Fraction(w)) for s, w in zip(y, b) if w)
    total_p, total_q = sum(w for _, w in p), sum(w for _, w in q)
    p = [[s, w / total_p] for s, w in p]
    q = [[s, w / total_q] for s, w in q]
    i = j = 0
    while i < len(p) and j < len(q):
        mass = min(p[i][1], q[j][1])
        yield abs(p[i][0] - q[j][0]), mass
        p[i][1] -= mass
        q[j][1] -= mass
        i += p[i][1] == 0
        j += q[j][1] == 0


def distance(pairs, order):
    if order == "Infinity":
        return real(max(d for d, _ in pairs))
    p = mpf(order)
    total = sum((real(m) * real(d) ** p for d, m in pairs if d), mpf(0))
    return total ** (1 / p)


def text(value):
    return nstr(value, 50, strip_zeros=True, min_fixed=0, max_fixed=0) if value != 0 else "0"


def normal(n, centre=0.0, scale=1.0):
    return [centre + scale * rng.gauss(0, 1) for _ in range(n)]


def counts(n, most=20):
    return [rng.randrange(0, most) for _ in range(n - 1)] + [1]


def cases():
    for n, m in [(1, 1), (2, 2), (5, 5), (30, 30), (3, 4), (6, 9), (7, 31), (1, 12), (25, 10)]:
        yield "samples of %d and %d" % (n, m), normal(n), [1] * n, normal(m, 0.5), [1] * m
    for n, m in [(2, 3), (5, 5), (8, 20), (40, 40)]:
        yield "integer weights, %d and %d points" % (n, m), normal(n), counts(n), normal(m), counts(m)
    for n, m in [(4, 4), (10, 7)]:
        a = [rng.random() for _ in range(n)]
        b = [rng.random() for _ in range(m)]
        yield "double weights, %d and %d points" % (n, m), normal(n), a, normal(m), b
    for n in [6, 20]:
        grid = [float(i) for i in range(n)]
        yield "a grid of %d" % n, grid, counts(n), grid, counts(n)
    x = normal(12)
    yield "positions that differ by 1e-9", x, [1] * 12, [s + 1e-9 * rng.random() for s in x], [1] * 12
    yield "positions over 60 decades", [10.0 ** rng.uniform(-30, 30) for _ in range(9)], counts(9), normal(9), counts(9)
    yield "weights over 60 decades", normal(9), [10.0 ** rng.uniform(-30, 0) for _ in range(9)], normal(9), counts(9)
    yield "ties", [0.0, 0.0, 1.0, 1.0, 2.0], [1, 2, 3, 4, 0], [0.0, 1.0, 1.0, 3.0], [1, 1, 1, 7]


rows = []
for name, x, a, y, b in cases():
    pairs = list(segments(x, a, y, b))
    values = {order: text(distance(pairs, order)) for order in ORDERS}
    rows.append({"name": name, "x": x, "a": a, "y": y, "b": b, "values": values})
with open(os.path.join(HERE, "transport-line.json"), "w") as file:
    json.dump({"cases": rows}, file, separators=(",", ":"))
    file.write("\n")
