"""Writes tests/reference/projections.json and estimators.json: values to 40 digits, from the definitions.

    python3 tests/reference/generate-projections.py        (needs mpmath; `npm test` only reads what it wrote)

Numbers in the inputs are doubles, written as the shortest decimal that reads back; masses are those over their exact sum.
Projections: the dual is solved by Newton's method at 80 digits until its gradient is below 1e-60.
"""

import json
import os
import random

from mpmath import mp, mpf, log, exp, expm1, sqrt, nstr, matrix, digamma, lu_solve

mp.dps = 80
HERE = os.path.dirname(os.path.abspath(__file__))
rng = random.Random(20261124)


def text(value):
    return nstr(value, 40, strip_zeros=True, min_fixed=0, max_fixed=0) if value != 0 else "0"


def project(q, statistics, expectations):
    """Multipliers, pmf and divergence of the projection of q."""
    n, d = len(q), len(statistics)
    total = sum(map(mpf, q))
    q = [mpf(a) / total for a in q]
    g = [[mpf(statistics[j][x]) - mpf(expectations[j]) for j in range(d)] for x in range(n)]
    theta = [mpf(0)] * d

    def dual(t):
        return log(sum(q[x] * exp(sum(t[j] * g[x][j] for j in range(d))) for x in range(n)))

    for _ in range(400):
        w = [q[x] * exp(sum(theta[j] * g[x][j] for j in range(d))) for x in range(n)]
        z = sum(w)
        p = [a / z for a in w]
        m = [sum(p[x] * g[x][j] for x in range(n)) for j in range(d)]
        if max(map(abs, m)) < mpf(10) ** -60:
            return theta, p, sum(a * log(a / b) for a, b in zip(p, q))
        h = matrix(d, d)
        for i in range(d):
            for j in range(d):
                h[i, j] = sum(p[x] * (g[x][i] - m[i]) * (g[x][j] - m[j]) for x in range(n))
        step = lu_solve(h, matrix([-a for a in m]))
        slope = sum(step[j] * m[j] for j in range(d))
        size, now = mpf(1), dual(theta)
        while dual([theta[j] + size * step[j] for j in range(d)]) > now + slope * size / 10000 + mpf(10) ** -70:
            size /= 2
        theta = [theta[j] + size * step[j] for j in range(d)]
    raise ArithmeticError("no convergence")


def projection_row(name, q, statistics, expectations):
    theta, p, value = project(q, statistics, expectations)
    return {"name": name, "q": q, "statistics": statistics, "expectations": expectations,
            "multipliers": [text(t) for t in theta], "pmf": [text(a) for a in p], "value": text(value)}


def normalised(w):
    total = sum(w)
    return [a / total for a in w]


def projection_rows():
    faces = [1, 2, 3, 4, 5, 6]
    yield projection_row("a die of mean 4.5 (Jaynes)", [1] * 6, [faces], [4.5])
    yield projection_row("a die of mean 1.01", [1] * 6, [faces], [1.01])
    yield projection_row("a die of mean 3.5 + 1e-9", [1] * 6, [faces], [3.5 + 1e-9])
    yield projection_row("a die of mean 5.999999", [1] * 6, [faces], [5.999999])
    yield projection_row("masses over 300 decades", [1, 1e-100, 1e-200, 1e-300], [[0, 1, 2, 3]], [1.5])
    for n, d in [(2, 1), (3, 1), (5, 1), (5, 2), (8, 2), (8, 3), (20, 3), (20, 5)]:
        for level in [1, 1e-4, 1e-10]:
            q = [rng.gammavariate(1, 1) for _ in range(n)]
            statistics = [[rng.gauss(0, 1) for _ in range(n)] for _ in range(d)]
            p = normalised(q)
            r = normalised([a * (1 + level * rng.random()) if level < 1 else rng.gammavariate(1, 1) for a in q])
            expectations = [sum(a * b for a, b in zip(r, f)) for f in statistics]
            yield projection_row(f"{n} outcomes, {d} statistics, {level} from q", q, statistics, expectations)


def neighbour_estimate(x, y, k):
    """Wang, Kulkarni, Verdu with ranks that skip points that coincide."""

    def ranked(point, others):
        squares = sorted(sum((mpf(a) - mpf(b)) ** 2 for a, b in zip(point, other)) for other in others)
        rank = next(i for i in range(k, len(squares) + 1) if squares[i - 1] > 0)
        return sqrt(squares[rank - 1]), rank

    d, n, m = len(x[0]), len(x), len(y)
    total = mpf(0)
    for i, point in enumerate(x):
        rho, own = ranked(point, x[:i] + x[i + 1 :])
        nu, other = ranked(point, y)
        total += d * log(nu / rho) + digamma(own) - digamma(other)
    return total / n + log(mpf(m) / (n - 1))


def estimator_content():
    neighbours = []
    for n, m, d, k in [(2, 1, 1, 1), (20, 30, 1, 1), (20, 30, 1, 5), (15, 10, 2, 3), (12, 12, 3, 2)]:
        x = [[rng.gauss(0, 1) for _ in range(d)] for _ in range(n)]
        y = [[rng.gauss(0.3, 1.2) for _ in range(d)] for _ in range(m)]
        neighbours.append({"name": f"{n} and {m} points in {d} dimensions", "x": x, "y": y, "k": k, "value": text(neighbour_estimate(x, y, k))})
    x = [[float(rng.randrange(5))] for _ in range(20)]
    y = [[float(rng.randrange(5))] for _ in range(30)]
    for k in [1, 3]:
        neighbours.append({"name": "ties: integers", "x": x, "y": y, "k": k, "value": text(neighbour_estimate(x, y, k))})
    monte = []
    for n, level in [(2, 1), (10, 1), (50, 1e-4), (50, 1e-9), (30, 10)]:
        r = [rng.gauss(level / 4, level) for _ in range(n)]
        row = {"logRatios": r}
        for name, f in [("k1", lambda l: l), ("k2", lambda l: l * l / 2), ("k3", lambda l: expm1(-l) + l)]:
            terms = [f(mpf(l)) for l in r]
            mean = sum(terms) / n
            variance = sum((t - mean) ** 2 for t in terms) / (n - 1)
            row[name] = [text(mean), text(variance), text(sqrt(variance / n))]
        monte.append(row)
    return {"neighbours": neighbours, "monteCarlo": monte}


def write(name, content):
    content = {"note": "inputs are doubles; values to 40 digits by generate-projections.py", **content}
    with open(os.path.join(HERE, name), "w") as out:
        json.dump(content, out, separators=(",", ":"), ensure_ascii=False)
        out.write("\n")


if __name__ == "__main__":
    write("projections.json", {"cases": list(projection_rows())})
    write("estimators.json", estimator_content())
