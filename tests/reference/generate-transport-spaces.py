"""Writes tests/reference/transport-spaces.json: distances between Gaussians, energy distances, maximum mean discrepancies and
entropic transport, to 40 digits from their definitions.

    python3 tests/reference/generate-transport-spaces.py        (needs mpmath; `npm test` only reads what it wrote)

Inputs are exact doubles or small integers. Energy and MMD are the defining double sums; Gaussians use the trace formula with
the matrix square root from 60-digit eigenvalues; Sinkhorn's iteration runs at 60 digits until the plan stands still.
"""

import json
import os
import random

from mpmath import mp, mpf, matrix, nstr, sqrt, exp, log, eigsy, diag

mp.dps = 60
HERE = os.path.dirname(os.path.abspath(__file__))
rng = random.Random(20261122)


def text(value):
    return nstr(value, 40, strip_zeros=True, min_fixed=0, max_fixed=0) if value != 0 else "0"


def root(a):
    values, vectors = eigsy(a)
    return vectors * diag([sqrt(v) if v > 0 else mpf(0) for v in values]) * vectors.T


def trace(a):
    return sum(a[i, i] for i in range(a.rows))


def gaussian(m, a, n, b):
    half = root(matrix(a))
    square = sum((mpf(s) - mpf(t)) ** 2 for s, t in zip(m, n))
    square += trace(matrix(a)) + trace(matrix(b)) - 2 * trace(root(half * matrix(b) * half))
    return sqrt(square)


def covariance(d, scale=1.0):
    rows = [[rng.gauss(0, 1) * scale for _ in range(2 * d)] for _ in range(d)]
    a = [[0.0] * d for _ in range(d)]
    for i in range(d):
        for j in range(i + 1):
            a[i][j] = a[j][i] = sum(s * t for s, t in zip(rows[i], rows[j]))
    return a


def normals(n, d, centre=0.0):
    return [[rng.gauss(centre, 1) for _ in range(d)] for _ in range(n)]


def squared(x, y):
    return sum((mpf(s) - mpf(t)) ** 2 for s, t in zip(x, y))


def discrepancy(x, a, y, b, h):
    p, q = [mpf(w) / sum(a) for w in a], [mpf(w) / sum(b) for w in b]

    def mean(s, u, t, v):
        return sum(u[i] * v[j] * h(s[i], t[j]) for i in range(len(s)) for j in range(len(t)))

    return sqrt(2 * mean(x, p, y, q) - mean(x, p, x, p) - mean(y, q, y, q))


def entropic(a, b, cost, epsilon):
    """(cost, regularised cost) of the entropic plan."""
    n, m = len(a), len(b)
    a, b = [mpf(w) / sum(a) for w in a], [mpf(w) / sum(b) for w in b]
    kernel = [[exp(-mpf(cost[i][j]) / mpf(epsilon)) for j in range(m)] for i in range(n)]
    u, v = [mpf(1)] * n, [mpf(1)] * m
    while True:
        u = [1 / sum(kernel[i][j] * b[j] * v[j] for j in range(m)) for i in range(n)]
        columns = [v[j] * sum(kernel[i][j] * a[i] * u[i] for i in range(n)) for j in range(m)]
        v = [v[j] / columns[j] for j in range(m)]
        if max(abs(c - 1) for c in columns) < mpf(10) ** -45:
            break
    plan = [[a[i] * u[i] * kernel[i][j] * v[j] * b[j] for j in range(m)] for i in range(n)]
    value = sum(plan[i][j] * cost[i][j] for i in range(n) for j in range(m))
    relative = sum(a[i] * log(u[i]) for i in range(n)) + sum(b[j] * log(v[j]) for j in range(m))
    return value, mpf(epsilon) * relative


gaussians = []
for d in [1, 2, 3, 5]:
    for _ in range(3):
        m, a, n, b = normals(1, d)[0], covariance(d), normals(1, d)[0], covariance(d)
        gaussians.append({"m": m, "a": a, "n": n, "b": b, "value": text(gaussian(m, a, n, b))})
m, a = [1.0, 2.0, 3.0], covariance(3)
near = [[x + (1e-9 if i == j else 0.0) for j, x in enumerate(row)] for i, row in enumerate(a)]
gaussians.append({"m": m, "a": a, "n": m, "b": near, "value": text(gaussian(m, a, m, near))})
flat = [[1.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 4.0]]
other = [[4.0, 0.0, 0.0], [0.0, 9.0, 0.0], [0.0, 0.0, 0.0]]
gaussians.append({"m": m, "a": flat, "n": m, "b": other, "value": text(gaussian(m, flat, m, other))})

clouds = []
for n, k, d in [(1, 1, 1), (3, 4, 1), (5, 5, 2), (8, 6, 3), (10, 12, 2)]:
    x, y = normals(n, d), normals(k, d, 0.5)
    a, b = [rng.randrange(1, 9) for _ in range(n)], [rng.randrange(1, 9) for _ in range(k)]
    clouds.append(
        {
            "x": x,
            "a": a,
            "y": y,
            "b": b,
            "energy": text(discrepancy(x, a, y, b, lambda s, t: sqrt(squared(s, t)))),
            "mmd": {
                str(w): text(discrepancy(x, a, y, b, lambda s, t: -exp(-squared(s, t) / (2 * mpf(w) ** 2))))
                for w in [0.25, 1.0, 1000.0]
            },
        }
    )

problems = []
for n, k, epsilon in [(2, 2, 1.0), (3, 2, 0.5), (4, 5, 1.0), (4, 4, 0.25), (6, 6, 4.0), (5, 5, 0.125)]:
    a, b = [rng.randrange(1, 9) for _ in range(n)], [rng.randrange(1, 9) for _ in range(k)]
    cost = [[rng.randrange(0, 16) / 8 for _ in range(k)] for _ in range(n)]
    value, regularised = entropic(a, b, cost, epsilon)
    row = {"a": a, "b": b, "cost": cost, "epsilon": epsilon, "value": text(value), "regularised": text(regularised)}
    problems.append(row)

divergences = []
for n, epsilon in [(3, 1.0), (4, 2.0), (5, 8.0)]:
    p, q = [rng.randrange(1, 9) for _ in range(n)], [rng.randrange(1, 9) for _ in range(n)]
    cost = [[float((i - j) ** 2) for j in range(n)] for i in range(n)]
    value = entropic(p, q, cost, epsilon)[1] - (entropic(p, p, cost, epsilon)[1] + entropic(q, q, cost, epsilon)[1]) / 2
    divergences.append({"p": p, "q": q, "epsilon": epsilon, "value": text(value)})

with open(os.path.join(HERE, "transport-spaces.json"), "w") as file:
    rows = {"gaussians": gaussians, "clouds": clouds, "entropic": problems, "divergences": divergences}
    json.dump({"cases": [rows]}, file, separators=(",", ":"))
    file.write("\n")
