"""Writes tests/reference/families.json and special-functions.json: values to 40 digits, from the definitions.

    python3 tests/reference/generate-families.py        (needs mpmath; `npm test` only reads what it wrote)

Arguments are doubles, written as the shortest decimal that reads back; values are those of the doubles themselves. Closed
forms are evaluated with 80 digits, 40 more than are kept, so that nearly equal parameters lose none of them. Sums
without a closed form are summed over all integers that matter, or, past a million of them, integrated: by Poisson's summation
formula the two differ by exp(-2 pi^2 sigma^2).
"""

import json
import math
import os
import random

from mpmath import mp, mpf, mpc, inf, log, exp, sqrt, pi, e, loggamma, digamma, psi, nstr, quad, matrix, floor, binomial, log1p, ceil

mp.dps = 80
HERE = os.path.dirname(os.path.abspath(__file__))
rng = random.Random(20261123)


def text(value):
    if value == inf:
        return "Infinity"
    if value == -inf:
        return "-Infinity"
    return nstr(value, 40, strip_zeros=True, min_fixed=0, max_fixed=0) if value != 0 else "0"


def log_uniform(a, b):
    return 10 ** rng.uniform(a, b)


def near(x, level):
    y = x * (1 + rng.choice([-1, 1]) * level)
    return y if y != x else math.nextafter(x, math.inf)


def lbeta(*alpha):
    return sum(map(loggamma, alpha)) - loggamma(sum(alpha))


# --- divergences ------------------------------------------------------------------------------------------------


def coin(p, q):
    def term(a, b):
        return mpf(0) if a == 0 else inf if b == 0 else a * log(a / b)

    with mp.workdps(750):  # 1 - p for p down to 5e-324
        return term(p, q) + term(1 - p, 1 - q)


def kl_dirichlet(a, b):
    s = sum(a)
    return lbeta(*b) - lbeta(*a) + sum((x - y) * (digamma(x) - digamma(s)) for x, y in zip(a, b))


def kl_mvn(m, s, n, t, d):
    S = matrix(d, d)
    T = matrix(d, d)
    for i in range(d):
        for j in range(d):
            S[i, j], T[i, j] = s[i * d + j], t[i * d + j]
    inverse = T**-1
    delta = matrix([x - y for x, y in zip(m, n)])
    product = inverse * S
    trace = sum(product[i, i] for i in range(d))
    return (trace - d - log(mp.det(product)) + (delta.T * inverse * delta)[0]) / 2


KL = {
    "bernoulli": lambda p, q: coin(p[0], q[0]),
    "geometric": lambda p, q: coin(p[0], q[0]) / p[0],
    "poisson": lambda p, q: q[0] if p[0] == 0 else inf if q[0] == 0 else p[0] * log(p[0] / q[0]) - p[0] + q[0],
    "exponential": lambda p, q: log(p[0] / q[0]) + q[0] / p[0] - 1,
    "gamma": lambda p, q: (p[0] - q[0]) * digamma(p[0]) - loggamma(p[0]) + loggamma(q[0])
    + q[0] * log(q[1] / p[1]) + p[0] * (p[1] / q[1] - 1),
    "beta": lambda p, q: kl_dirichlet(p, q),
    "uniform": lambda p, q: inf if p[0] < q[0] or p[1] > q[1] else log((q[1] - q[0]) / (p[1] - p[0])),
    "laplace": lambda p, q: log(q[1] / p[1]) - 1 + abs(p[0] - q[0]) / q[1] + p[1] / q[1] * exp(-abs(p[0] - q[0]) / p[1]),
    "normal": lambda p, q: log(q[1] / p[1]) + (p[1] ** 2 + (p[0] - q[0]) ** 2) / (2 * q[1] ** 2) - mpf(1) / 2,
}

# --- entropies and log densities ----------------------------------------------------------------------------------


def gamma_entropy(a, t):
    return a + log(t) + loggamma(a) + (1 - a) * digamma(a)


def dirichlet_entropy(a):
    s = sum(a)
    return lbeta(*a) + (s - len(a)) * digamma(s) - sum((x - 1) * digamma(x) for x in a)


def sum_or_integral(f, mean, sigma, last):
    low, high = max(mpf(0), floor(mean - 60 - 25 * sigma)), mean + 60 + 25 * sigma
    if high > last:
        high = mpf(last)
    if high - low < 30000:
        total, k = mpf(0), low
        while k <= high:
            total += f(k)
            k += 1
        return total
    steps = [mean + sigma * i for i in range(-25, 26)]
    return quad(f, steps)


def poisson_log(l, k):
    return k * log(l) - l - loggamma(k + 1)


def binomial_log(n, p, k):
    return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1) + k * log(p) + (n - k) * log(1 - p)


def surprisal(f):
    def term(k):
        l = f(k)
        return -l * exp(l)

    return term


def poisson_entropy(l):
    return sum_or_integral(surprisal(lambda k: poisson_log(l, k)), l, sqrt(l), inf)


def binomial_entropy(n, p):
    return sum_or_integral(surprisal(lambda k: binomial_log(n, p, k)), n * p, sqrt(n * p * (1 - p)), n)


def binomial_kl(n, p, m, q):
    def term(k):
        l = binomial_log(n, p, k)
        return (l - binomial_log(m, q, k)) * exp(l)

    return sum_or_integral(term, n * p, sqrt(n * p * (1 - p)), n)


LOG_DENSITY = {
    "geometric": lambda p, k: k * log(1 - p[0]) + log(p[0]) if k else log(p[0]),
    "poisson": lambda p, k: poisson_log(p[0], k),
    "binomial": lambda p, k: binomial_log(p[0], p[1], k),
    "exponential": lambda p, x: log(p[0]) - p[0] * x,
    "gamma": lambda p, x: (p[0] - 1) * log(x) - x / p[1] - loggamma(p[0]) - p[0] * log(p[1]),
    "beta": lambda p, x: (p[0] - 1) * log(x) + (p[1] - 1) * log(1 - x) - lbeta(*p),
    "laplace": lambda p, x: -abs(x - p[0]) / p[1] - log(2 * p[1]),
    "normal": lambda p, x: -(((x - p[0]) / p[1]) ** 2) / 2 - log(p[1]) - log(2 * pi) / 2,
}

ENTROPY = {
    "bernoulli": lambda p: -p[0] * log(p[0]) - (1 - p[0]) * log(1 - p[0]),
    "geometric": lambda p: (-p[0] * log(p[0]) - (1 - p[0]) * log(1 - p[0])) / p[0],
    "poisson": lambda p: poisson_entropy(p[0]),
    "binomial": lambda p: binomial_entropy(p[0], p[1]),
    "exponential": lambda p: 1 - log(p[0]),
    "gamma": lambda p: gamma_entropy(*p),
    "beta": lambda p: dirichlet_entropy(p),
    "uniform": lambda p: log(p[1] - p[0]),
    "laplace": lambda p: 1 + log(2 * p[1]),
    "normal": lambda p: log(2 * pi * e * p[1] ** 2) / 2,
}


def exact(values):
    return [mpf(x) for x in values]


LEVELS = [1e-1, 1e-3, 1e-6, 1e-9, 1e-12, 1e-15]


def parameters(family):
    if family in ("bernoulli", "geometric"):
        p = rng.choice([log_uniform(-12, 0), rng.random(), 1 - log_uniform(-12, -1)])
        return [p]
    if family == "poisson":
        return [log_uniform(-10, 10)]
    if family == "binomial":
        return [rng.choice([1, 2, 7, 30, 1000, 10**6, 10**10]), rng.choice([log_uniform(-6, 0), rng.random(), 1 - log_uniform(-6, -1)])]
    if family == "exponential":
        return [log_uniform(-10, 10)]
    if family == "gamma":
        return [log_uniform(-3, 6), log_uniform(-5, 5)]
    if family == "beta":
        return [log_uniform(-3, 6), log_uniform(-3, 6)]
    if family == "uniform":
        a = rng.uniform(-10, 10)
        return [a, a + log_uniform(-6, 6)]
    return [rng.uniform(-10, 10), log_uniform(-5, 5)]


def nearby(family, p, level):
    if family == "bernoulli" or family == "geometric":
        return [min(near(p[0], level), math.nextafter(1, 0))]
    if family == "uniform":
        w = p[1] - p[0]
        return [p[0] - w * level, p[1] + w * level]
    return [near(x, level * rng.choice([0, 1, 1])) for x in p]


def kl_rows():
    def row(name, family, p, q):
        return {"name": name, "family": family, "p": p, "q": q, "value": text(KL[family](exact(p), exact(q)))}

    for family in KL:
        for _ in range(12):
            yield row("any two", family, parameters(family), parameters(family))
        for level in LEVELS:
            for _ in range(3):
                p = parameters(family)
                yield row(f"nearly equal, {level}", family, p, nearby(family, p, level))
        p = parameters(family)
        yield row("equal", family, p, p)
    yield row("N(0,1) against N(1e-9,1)", "normal", [0, 1], [1e-9, 1])
    yield row("N(0,1) against N(0,1+1e-12)", "normal", [0, 1], [0, 1 + 1e-12])
    yield row("far means", "normal", [-1e30, 1e-30], [1e30, 1e-3])
    for p, q in [(0, 0.5), (1, 0.5), (0.5, 0), (0.5, 1), (0, 1), (0, 0), (1e-300, 1e-200), (5e-324, 0.5), (0.5, 5e-324)]:
        yield row("ends of the interval", "bernoulli", [p], [q])
    for p, q in [(1e-10, 1e10), (1e10, 1e-10), (1e10, 1e10 + 1e-5), (0, 3), (3, 0), (0, 0), (1e-10, 1.0000001e-10)]:
        yield row("extreme means", "poisson", [p], [q])
    for p, q in [((1e-3, 1), (1e6, 1)), ((1e6, 1), (1e-3, 1)), ((1e6, 1), (1e6 + 1e-4, 1)), ((1e-3, 1), (1e-3, 1.0000001))]:
        yield row("extreme shapes", "gamma", list(p), list(q))
    shapes = [1e-3, 0.5, 1, 3.7, 1e3, 1e6]
    for a in shapes:
        for b in shapes:
            yield row("a grid of shapes", "beta", [a, b], [rng.choice(shapes), rng.choice(shapes)])
            yield row("a grown, b kept", "beta", [a, b], [near(a, 1e-7), b])
            yield row("both nearly the same", "beta", [a, b], [near(a, 1e-9), near(b, 1e-8)])
            yield row("both in proportion", "beta", [a, b], [a * 2, b * 2])


def dirichlet_rows():
    for n in [2, 3, 3, 5, 5, 20]:
        for level in [None, 1, 1e-3, 1e-8, 1e-13]:
            a = [log_uniform(-3, 6) for _ in range(n)]
            b = [log_uniform(-3, 6) for _ in range(n)] if level is None else [near(x, level * rng.random()) for x in a]
            yield {"p": a, "q": b, "value": text(kl_dirichlet(exact(a), exact(b))), "entropy": text(dirichlet_entropy(exact(a)))}
    for a, b in [([1e6] * 3, [1e6, 1e6, 1e6 + 1e-3]), ([1e-3] * 3, [1e6] * 3), ([1e6] * 3, [1e-3] * 3), ([1, 1, 1], [1, 1, 1])]:
        yield {"p": a, "q": b, "value": text(kl_dirichlet(exact(a), exact(b))), "entropy": text(dirichlet_entropy(exact(a)))}


def covariance(d, spread):
    """G D G^T in doubles, made symmetric: positive definite with a condition of about 10^spread."""
    g = [[rng.gauss(0, 1) for _ in range(d)] for _ in range(d)]
    scale = [10 ** (spread / 2 * rng.random()) for _ in range(d)]
    a = [[sum(g[i][k] * scale[k] ** 2 * g[j][k] for k in range(d)) + (0.1 if i == j else 0) for j in range(d)] for i in range(d)]
    return [a[max(i, j)][min(i, j)] for i in range(d) for j in range(d)]


def condition(s, d):
    A = matrix(d, d)
    for i in range(d):
        for j in range(d):
            A[i, j] = mpf(s[i * d + j])
    values = mp.eigsy(A, eigvals_only=True)
    return float(max(values) / min(values))


def mvn_rows():
    for d, spread in [(1, 0), (2, 0), (2, 4), (3, 1), (3, 6), (5, 2), (8, 3)]:
        for level in [None, 1e-2, 1e-7, 1e-12]:
            m, s = [rng.gauss(0, 1) for _ in range(d)], covariance(d, spread)
            if level is None:
                n, t = [rng.gauss(0, 1) for _ in range(d)], covariance(d, spread)
            else:
                n, t = [near(x, level) for x in m], list(s)
                for i in range(d):
                    t[i * d + i] = near(s[i * d + i], level * rng.random() / 10)
            mp.dps = 40
            k = max(condition(s, d), condition(t, d))
            mp.dps = 80
            yield {"d": d, "p": [m, s], "q": [n, t], "condition": k, "value": text(kl_mvn(exact(m), exact(s), exact(n), exact(t), d))}


def entropy_rows():
    for family in ENTROPY:
        for i in range(10):
            p = parameters(family)
            yield {"family": family, "p": p, "value": text(ENTROPY[family](exact(p)))}
    for l in [1e-10, 1e-3, 1, 10, 255, 256, 1e3, 1e10]:
        yield {"family": "poisson", "p": [l], "value": text(poisson_entropy(mpf(l)))}
    for a in [1e-3, 0.5, 1, 15.9, 16, 16.1, 1e6]:
        yield {"family": "gamma", "p": [a, 1], "value": text(gamma_entropy(mpf(a), mpf(1)))}
        yield {"family": "beta", "p": [a, 1], "value": text(dirichlet_entropy([mpf(a), mpf(1)]))}
    for n, p in [(10**10, 1e-9), (10**10, 0.3), (10**10, 1 - 1e-9), (1, 0.5), (100, 0.999)]:
        yield {"family": "binomial", "p": [n, p], "value": text(binomial_entropy(mpf(n), mpf(p)))}


def binomial_rows():
    for n, p, m, q in [(3, 0.5, 7, 0.2), (30, 0.1, 31, 0.0968), (1000, 0.25, 1001, 0.25), (1000, 0.9, 2000, 0.45), (100, 1e-6, 101, 1e-6),
                       (10**6, 0.3, 10**6 + 1, 0.3), (10**6, 0.001, 2 * 10**6, 0.0005), (10**5, 0.5, 10**9, 1e-5), (1000, 0.5, 10**10, 0.5)]:
        yield {"p": [n, p], "q": [m, q], "value": text(binomial_kl(mpf(n), mpf(p), mpf(m), mpf(q)))}


def point(family, p):
    if family == "geometric":
        return int(rng.random() * 3 / p[0]) if p[0] > 1e-15 else 3
    if family in ("poisson", "binomial"):
        mean = p[0] if family == "poisson" else p[0] * p[1]
        k = max(0, round(mean + rng.uniform(-4, 4) * math.sqrt(mean)))
        return min(k, int(p[0])) if family == "binomial" else k
    if family == "exponential":
        return rng.random() * 5 / p[0]
    if family == "gamma":
        return p[1] * rng.choice([log_uniform(-3, 2), p[0] * rng.uniform(0.5, 2), p[0]])
    if family == "beta":
        return rng.choice([rng.random(), p[0] / (p[0] + p[1]), log_uniform(-9, -1)]) or 0.5
    return p[0] + p[1] * rng.uniform(-6, 6)


def density_rows():
    for family in LOG_DENSITY:
        for _ in range(25):
            p = parameters(family)
            x = point(family, p)
            if family == "beta" and not 0 < x < 1:
                x = 0.25
            yield {"family": family, "p": p, "x": x, "value": text(LOG_DENSITY[family](exact(p), mpf(x)))}


def special_rows():
    def argument():
        z = 1.4616321449683622
        return rng.choice([log_uniform(-6, 7), rng.uniform(0, 20), 1 + rng.choice([-1, 1]) * log_uniform(-15, -1),
                           2 + rng.choice([-1, 1]) * log_uniform(-15, -1), z * (1 + rng.choice([-1, 1]) * log_uniform(-15, -2))])

    one = {"logGamma": loggamma, "digamma": digamma, "trigamma": lambda x: psi(1, x)}
    for name, f in one.items():
        for x in [1e-300, 1e-3, 0.5, 1, 1.5, 2, 2.5, 15.999, 16, 1e6, 1e15] + [argument() for _ in range(80)]:
            yield {"function": name, "x": [x], "value": text(f(mpf(x)))}
    for x in [1e-30, 1e-3, 0.999, 1, 15.999, 16, 1e6] + [log_uniform(-3, 3) for _ in range(60)]:
        yield {"function": "binet", "x": [x], "value": text(loggamma(mpf(x)) - (mpf(x) - mpf(1) / 2) * log(mpf(x)) + x - log(2 * pi) / 2)}
    for _ in range(80):
        x = [log_uniform(-3, 6), log_uniform(-3, 6)]
        yield {"function": "logBeta", "x": x, "value": text(lbeta(*exact(x)))}


def write(name, content):
    with open(os.path.join(HERE, name), "w") as out:
        json.dump(content, out, separators=(",", ":"), ensure_ascii=False)
        out.write("\n")


if __name__ == "__main__":
    note = "arguments are doubles; values to 40 digits by generate-families.py"
    write("special-functions.json", {"note": note, "cases": list(special_rows())})
    write("families.json", {
        "note": note,
        "kl": list(kl_rows()),
        "dirichlet": list(dirichlet_rows()),
        "multivariateNormal": list(mvn_rows()),
        "binomial": list(binomial_rows()),
        "entropy": list(entropy_rows()),
        "logDensity": list(density_rows()),
    })
