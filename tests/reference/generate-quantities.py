"""Writes tests/reference/quantities.json: 50 digits of every exported quantity that the other files of this folder lack.

    python3 tests/reference/generate-quantities.py        (needs mpmath; `npm test` only reads what it wrote)

Each value is computed from the definition in the comment of the quantity, at 90 digits. Inputs are doubles, written as the shortest
decimal that reads back; pmfs are weights over their exact sum. A row: `of`, the export; `given`, its inputs by name; `value`, one
decimal or a list of them; `size`, for sums of either sign, that of their terms, of which their rounding is a part.
"""

import importlib.util
import json
import os
import random
from fractions import Fraction

from mpmath import mp, mpf, erf, exp, findroot, log, loggamma, nstr, pi, psi, sqrt

HERE = os.path.dirname(os.path.abspath(__file__))
spec = importlib.util.spec_from_file_location("projections", os.path.join(HERE, "generate-projections.py"))
projections = importlib.util.module_from_spec(spec)
spec.loader.exec_module(projections)

mp.dps = 90
INF = mpf("inf")
rng = random.Random(20261125)
rows = []


def text(value):
    if isinstance(value, (list, tuple)):
        return [text(v) for v in value]
    if isinstance(value, Fraction):
        value = mpf(value.numerator) / value.denominator
    if value in (INF, -INF):
        return "Infinity" if value > 0 else "-Infinity"
    return nstr(value, 50, strip_zeros=True, min_fixed=0, max_fixed=0) if value != 0 else "0"


def row(of, value, size=None, **given):
    rows.append({"of": of, "given": given, "value": text(value), **({} if size is None else {"size": float(size)})})


def normalised(weights):
    exact = [Fraction(w) for w in weights]
    return [mpf(w.numerator) / w.denominator / mpf(sum(exact).numerator) * sum(exact).denominator for w in exact]


def times_log(a, b, c):
    """a log(b/c)"""
    return mpf(0) if a == 0 else INF if c == 0 else a * log(b / c)


# --- pmfs: terms, the Chernoff coefficient, f-divergences -------------------------------------------------------------------

base = [rng.random() for _ in range(5)]
pairs = [
    ([1, 2, 3], [3, 2, 1]),
    ([0.5, 0.5], [0.9, 0.1]),
    ([rng.random() for _ in range(6)], [rng.random() for _ in range(6)]),
    (base, [b * (1 + 1e-9 * rng.random()) for b in base]),
    ([1, 1e-20, 3e-7], [1e-12, 2, 1]),
    ([1, 0, 2], [1, 0, 5]),
]
with_zeros = [([0, 1, 2, 0], [1, 0, 2, 0]), ([0, 1, 1], [1, 1, 1]), ([1, 1, 1], [0, 1, 1])]

for p, q in pairs + with_zeros:
    a, b = normalised(p), normalised(q)
    m = [(s + t) / 2 for s, t in zip(a, b)]
    row("entropyTerms", [times_log(s, 1, s) for s in a], p=p, q=q)
    row("crossEntropyTerms", [times_log(s, 1, t) for s, t in zip(a, b)], p=p, q=q)
    row("klTerms", [times_log(s, s, t) for s, t in zip(a, b)], p=p, q=q)
    row("jensenShannonTerms", [(times_log(s, s, c) + times_log(t, t, c)) / 2 for s, t, c in zip(a, b, m)], p=p, q=q)
    row("totalVariationTerms", [abs(s - t) / 2 for s, t in zip(a, b)], p=p, q=q)
    row("categoricalKlDivergence", sum(times_log(s, s, t) for s, t in zip(a, b)), p=p, q=q)
    for order in [0, 1e-9, 0.3, 0.5, 0.875, 1]:
        powers = [s ** mpf(order) * t ** (1 - mpf(order)) if s and t else mpf(0) for s, t in zip(a, b)]
        row("chernoffCoefficient", sum(powers), p=p, q=q, order=order)


def alpha_value(order):
    o = mpf(order)
    if order == 1:
        return lambda t: t * log(t) - t + 1
    if order == 0:
        return lambda t: t - 1 - log(t)
    return lambda t: (t**o - o * t - (1 - o)) / (o * (o - 1))


def alpha_slope(order):
    o = mpf(order)
    return (lambda t: log(t)) if order == 1 else lambda t: (t ** (o - 1) - 1) / (o - 1)


def weighted_value(w):
    w = mpf(w)
    return lambda t: w * t * log(t / (w * t + 1 - w)) - (1 - w) * log(w * t + 1 - w)


def weighted_slope(w):
    w = mpf(w)
    return lambda t: w * log(t / (w * t + 1 - w))


# value, derivative, f(0), f′(∞); the conjugate st − f(t) is taken at the t where f′(t) = s.
generators = {
    "klGenerator": (lambda t: t * log(t), lambda t: log(t) + 1, 0, INF),
    "reverseKlGenerator": (lambda t: -log(t), lambda t: -1 / t, INF, 0),
    "jeffreysGenerator": (lambda t: (t - 1) * log(t), lambda t: log(t) + 1 - 1 / t, INF, INF),
    "jensenShannonGenerator": (
        lambda t: t * log(t) / 2 - (t + 1) / 2 * log((t + 1) / 2),
        lambda t: log(2 * t / (t + 1)) / 2,
        log(mpf(2)) / 2,
        log(mpf(2)) / 2,
    ),
    "totalVariationGenerator": (lambda t: abs(t - 1) / 2, lambda t: mpf((t > 1) - (t < 1)) / 2, mpf(1) / 2, mpf(1) / 2),
    "squaredHellingerGenerator": (lambda t: (sqrt(t) - 1) ** 2 / 2, lambda t: (1 - 1 / sqrt(t)) / 2, mpf(1) / 2, mpf(1) / 2),
    "chiSquaredGenerator": (lambda t: (t - 1) ** 2, lambda t: 2 * (t - 1), 1, INF),
    "neymanChiSquaredGenerator": (lambda t: (t - 1) ** 2 / t, lambda t: 1 - 1 / t**2, INF, 1),
    "triangularGenerator": (lambda t: (t - 1) ** 2 / (t + 1), lambda t: 1 - 4 / (t + 1) ** 2, 1, 1),
}
parametric = {
    "alphaGenerator": {
        o: (alpha_value(o), alpha_slope(o), 1 / mpf(o) if o > 0 else INF, 1 / (1 - mpf(o)) if o < 1 else INF)
        for o in [-2, 0, 0.5, 0.75, 1, 2, 3.5]
    },
    "weightedJensenShannonGenerator": {
        w: (weighted_value(w), weighted_slope(w), -(1 - mpf(w)) * log(1 - mpf(w)), -mpf(w) * log(mpf(w))) for w in [0.5, 0.125, 0.9]
    },
}
named = [(name, None, parts) for name, parts in generators.items()]
named += [(name, parameter, parts) for name, of in parametric.items() for parameter, parts in of.items()]
POINTS = [0.001, 0.25, 0.75, 0.9990234375, 1.0009765625, 1.5, 4, 1000]


def f_divergence(a, b, parts):
    value, _, at_zero, at_infinity = parts
    return sum(
        (0 if s == 0 else s * at_infinity) if t == 0 else t * at_zero if s == 0 else t * value(s / t) for s, t in zip(a, b)
    )


for name, parameter, parts in named:
    value, slope, at_zero, at_infinity = parts
    given = {} if parameter is None else {"parameter": parameter}
    for t in POINTS:
        exact = mpf(t)
        s = slope(exact)
        row(name, [value(exact), s], size=1 + abs(value(exact)) + abs(s) + exact * abs(log(exact)), **given, t=t)
    row(name, [mpf(at_zero), mpf(at_infinity)], size=1, **given, ends=True)
    if name != "totalVariationGenerator":
        # Doubles s that f′ takes: f* is st − f(t) where f′(t) = s.
        for t in [0.25, 0.75, 1.5, 4]:
            s = float(slope(mpf(t)))
            at = findroot(lambda x: slope(x) - mpf(s), mpf(t))
            row(name, mpf(s) * at - value(at), size=1 + abs(mpf(s) * at) + abs(value(at)), **given, s=s)
    else:
        for s in [-1, -0.5, -0.25, 0, 0.375, 0.5]:
            row(name, max(mpf(s), -mpf(1) / 2), size=1, **given, s=s)
    for p, q in pairs + with_zeros:
        a, b = normalised(p), normalised(q)
        row("fDivergence", f_divergence(a, b, parts), p=p, q=q, generator=name, **given)
    for p, q in [pairs[0], pairs[2]]:
        a, b = normalised(p), normalised(q)
        ratios = [s / t for s, t in zip(a, b)]
        critic = [slope(r) for r in ratios]
        row("optimalCritic", critic, size=2 + max(r + 1 / r**3 for r in ratios), p=p, q=q, generator=name, **given)
        # Half the optimal critic, rounded to doubles: f* of it by the same definition.
        if name == "totalVariationGenerator":
            continue
        half = [float(slope(sqrt(r))) for r in ratios]
        at = [findroot(lambda x, s=s: slope(x) - mpf(s), sqrt(r)) for s, r in zip(half, ratios)]
        gains = [s * mpf(c) for s, c in zip(a, half)]
        prices = [t * (mpf(c) * x - value(x)) for t, c, x in zip(b, half, at)]
        size = sum(map(abs, gains)) + sum(map(abs, prices)) + sum(t * abs(mpf(c)) * x for t, c, x in zip(b, half, at)) + 1
        row("variationalLowerBound", sum(gains) - sum(prices), size=size, p=p, q=q, generator=name, critic=half, **given)

# --- joint pmfs, units, counts ----------------------------------------------------------------------------------------------

for shape in [(2, 3), (3, 2), (1, 4)]:
    weights = [rng.choice([rng.random(), float(rng.randrange(5)), 1e-12 * rng.random()]) for _ in range(shape[0] * shape[1])]
    weights[0] = 1.0
    a = normalised(weights)
    r, c = shape
    row("rowMarginal", [sum(a[i * c : (i + 1) * c]) for i in range(r)], weights=weights, rows=r, columns=c)
    row("columnMarginal", [sum(a[j::c]) for j in range(c)], weights=weights, rows=r, columns=c)

for nats in [0.1, 1, 0.6931471805599453, 1e-300, 12345.678]:
    row("toBits", mpf(nats) / log(mpf(2)), nats=nats)

for counts, others in [([1, 2, 7], [3, 3, 4]), ([5], [9]), ([0, 4, 1, 0, 95], [1, 1, 1, 1, 96]), ([3, 0, 0], [1, 2, 2]), ([10**6, 1, 999], [10**6, 2, 1001])]:
    a, b = normalised(counts), normalised(others)
    seen, total, other = sum(n > 0 for n in counts), sum(counts), sum(others)
    entropy = sum(times_log(s, 1, s) for s in a)
    row("plugInEntropy", [entropy, -mpf(seen - 1) / (2 * total)], counts=counts)
    row("millerMadowEntropy", entropy + mpf(seen - 1) / (2 * total), counts=counts)
    bias = mpf(seen - 1) / (2 * total) + (sum(s / t for s, t in zip(a, b)) - 1) / (2 * other)
    row("plugInKlDivergence", [sum(times_log(s, s, t) for s, t in zip(a, b)), bias], size=1, counts=counts, others=others)

# --- transport --------------------------------------------------------------------------------------------------------------


def quantiles(x, a, y, b):
    """(from, to, mass) of the coupling of the quantiles, exactly."""
    x = sorted((Fraction(s), Fraction(w)) for s, w in zip(x, a))
    y = sorted((Fraction(s), Fraction(w)) for s, w in zip(y, b))
    x = [(s, w / sum(v for _, v in x)) for s, w in x]
    y = [(s, w / sum(v for _, v in y)) for s, w in y]
    i = j = 0
    left, right = x[0][1], y[0][1]
    while True:
        mass = min(left, right)
        if mass > 0:
            yield x[i][0], y[j][0], mass
        left, right = left - mass, right - mass
        if left == 0:
            i += 1
            if i == len(x):
                return
            left = x[i][1]
        if right == 0:
            j += 1
            if j == len(y):
                return
            right = y[j][1]


def real(value):
    return mpf(value.numerator) / value.denominator if isinstance(value, Fraction) else mpf(value)


def cost_of(x, a, y, b, order):
    return sum(real(mass) * real(abs(s - t)) ** mpf(order) for s, t, mass in quantiles(x, a, y, b))


def line(n, m):
    return (
        [rng.gauss(0, 1) for _ in range(n)],
        [float(rng.randrange(1, 9)) for _ in range(n)],
        [rng.gauss(0.5, 2) for _ in range(m)],
        [float(rng.randrange(1, 9)) for _ in range(m)],
    )


lines = [line(1, 1), line(3, 4), line(5, 5), line(8, 3)]
near = line(6, 6)
lines.append((near[0], near[1], [s + 1e-9 for s in near[0]], near[1]))
for x, a, y, b in lines:
    given = {"x": x, "a": a, "y": y, "b": b}
    flow, gaps = Fraction(0), []
    at = {}
    for sign, s, w in [(1, x, a), (-1, y, b)]:
        for point, weight in zip(s, w):
            at[point] = at.get(point, 0) + sign * Fraction(weight) / Fraction(sum(w))
    points = sorted(at)
    for here, there in zip(points, points[1:]):
        flow += at[here]
        gaps.append([Fraction(here), Fraction(there), abs(flow) * (Fraction(there) - Fraction(here))])
    # Gaps that nothing crosses are listed as well.
    row("wassersteinTerms", gaps, **given)
    row("earthMoversDistance", sum(gap[2] for gap in gaps) if gaps else mpf(0), **given)
    row("quantileCoupling", [list(segment) for segment in quantiles(x, a, y, b)], **given)
    for order in [1, 1.5, 2, 3, 7.25]:
        row("wassersteinCost", cost_of(x, a, y, b, order), **given, order=order)
    for order in [1, 2, 3.5]:
        ones = [[1.0] * len(s) for s in (x, y)]
        row("sampleWassersteinDistance", cost_of(x, ones[0], y, ones[1], order) ** (1 / mpf(order)), x=x, y=y, order=order)

for n, m, d in [(1, 1, 1), (2, 3, 1), (3, 2, 2), (2, 2, 5)]:
    x = [[rng.gauss(0, 1) for _ in range(d)] for _ in range(n)]
    y = [[rng.gauss(0, 1) for _ in range(d)] for _ in range(m)]
    for metric in ["euclidean", "manhattan", "chebyshev"]:
        for exponent in [1, 2, 0.5, 3.25]:
            costs = []
            for s in x:
                for t in y:
                    steps = [abs(mpf(u) - mpf(v)) for u, v in zip(s, t)]
                    distance = {"euclidean": sqrt(sum(u * u for u in steps)), "manhattan": sum(steps), "chebyshev": max(steps)}[metric]
                    costs.append(distance ** mpf(exponent))
            row("costMatrix", costs, x=x, y=y, metric=metric, exponent=exponent)
    plan = [rng.random() for _ in range(n * m)]
    cost = [rng.gauss(0, 1) for _ in range(n * m)]
    terms = [mpf(s) * mpf(t) for s, t in zip(plan, cost)]
    row("transportCost", sum(terms), size=sum(map(abs, terms)), plan=plan, cost=cost)


def normals(seed):
    """The stream of seededRandom: xoshiro128** filled by splitmix32, and the polar method at full precision."""
    mask = 2**32 - 1
    state = seed

    def split():
        nonlocal state
        state = (state + 0x9E3779B9) & mask
        z = state
        z = ((z ^ (z >> 16)) * 0x85EBCA6B) & mask
        z = ((z ^ (z >> 13)) * 0xC2B2AE35) & mask
        return z ^ (z >> 16)

    s = [split() for _ in range(4)]

    def turned(z, k):
        return ((z << k) | (z >> (32 - k))) & mask

    def bits():
        result = (turned((s[1] * 5) & mask, 7) * 9) & mask
        shifted = (s[1] << 9) & mask
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = turned(s[3], 11)
        return result

    def uniform():
        high = bits() >> 5
        return Fraction(high * 2**26 + (bits() >> 6), 2**53)

    while True:
        u, v = 2 * uniform() - 1, 2 * uniform() - 1
        square = real(u * u + v * v)
        if 0 < square < 1:
            scale = sqrt(-2 * log(square) / square)
            yield real(u) * scale
            yield real(v) * scale


def line_cost(x, a, y, b, order):
    """As cost_of, of positions that are reals."""
    x, y = sorted(zip(x, a)), sorted(zip(y, b))
    x = [(s, Fraction(w) / Fraction(sum(a))) for s, w in x]
    y = [(s, Fraction(w) / Fraction(sum(b))) for s, w in y]
    i = j = 0
    left, right, total = x[0][1], y[0][1], mpf(0)
    while True:
        mass = min(left, right)
        total += real(mass) * abs(x[i][0] - y[j][0]) ** mpf(order)
        left, right = left - mass, right - mass
        if left == 0:
            i += 1
            if i == len(x):
                return total
            left = x[i][1]
        if right == 0:
            j += 1
            if j == len(y):
                return total
            right = y[j][1]


for n, m, d, seed, count, order in [(2, 3, 2, 0, 10, 2), (4, 4, 3, 7, 5, 1), (3, 5, 2, 20261125, 20, 2.5), (3, 3, 4, 1, 7, 1)]:
    x = [[rng.gauss(0, 1) for _ in range(d)] for _ in range(n)]
    y = [[rng.gauss(1, 1) for _ in range(d)] for _ in range(m)]
    a, b = [rng.randrange(1, 9) for _ in range(n)], [rng.randrange(1, 9) for _ in range(m)]
    stream = normals(seed)
    total = mpf(0)
    for _ in range(count):
        direction = [next(stream) for _ in range(d)]
        length = sqrt(sum(t * t for t in direction))

        def along(points):
            return [sum(mpf(c) * t for c, t in zip(point, direction)) / length for point in points]

        total += line_cost(along(x), a, along(y), b, order)
    value = (total / count) ** (1 / mpf(order))
    row("slicedWassersteinDistance", value, x=x, a=a, y=y, b=b, seed=seed, projections=count, order=order)

# --- normal distributions of singular and nearly singular covariances, all exact in doubles ----------------------------------


def root_of(a):
    values, vectors = mp.eigsy(a)
    return vectors * mp.diag([sqrt(v) if v > 0 else mpf(0) for v in values]) * vectors.T


def trace(a):
    return sum(a[i, i] for i in range(a.rows))


def gaussian(m, a, n, b):
    square = sum((mpf(s) - mpf(t)) ** 2 for s, t in zip(m, n))
    half = root_of(mp.matrix(a))
    square += trace(mp.matrix(a)) + trace(mp.matrix(b)) - 2 * trace(root_of(half * mp.matrix(b) * half))
    # What is left of 200 digits where the covariances are equal.
    return sqrt(square) if square > mpf(10) ** -150 else mpf(0)


def product(roots):
    return [[float(sum(s * t for s, t in zip(u, v))) for v in roots] for u in roots]


def plus(a, step):
    return [[x + (step if i == j else 0.0) for j, x in enumerate(line)] for i, line in enumerate(a)]


mp.dps = 200
integers = random.Random(5)
covariances = []
for d, rank in [(2, 1), (3, 1), (3, 2), (4, 2), (5, 3), (6, 5), (8, 4)]:
    one, two = [product([[integers.randrange(-4, 5) for _ in range(rank)] for _ in range(d)]) for _ in range(2)]
    covariances.append((one, two))
    for step in [2.0**-20, 2.0**-34, 2.0**-44]:
        covariances.append((plus(one, step), two))
        covariances.append((one, plus(one, step)))
        covariances.append((plus(one, step), plus(one, step * (1 + 2.0**-6))))
covariances.append(([[1.0, 1.0], [1.0, 1.0]], [[1.0, 1.0], [1.0, 1 + 2.0**-52]]))
covariances.append(([[1.0, 0.0], [0.0, 1e-18]], [[1e-18, 0.0], [0.0, 1.0]]))
covariances.append(([[1.0, 2.0**-30], [2.0**-30, 2.0**-59]], [[1.0, -(2.0**-30)], [-(2.0**-30), 2.0**-60]]))
covariances.append(([[2.0, 1.0], [1.0, 1.0]], [[2.0, 1.0], [1.0, 1 + 2.0**-52]]))
covariances.append(([[1e200, 0.0], [0.0, 0.0]], [[1e-200, 0.0], [0.0, 3.0]]))
for a, b in covariances:
    mean = [0] * len(a)
    value = gaussian(mean, a, mean, b)
    deviation = sqrt(max(a[i][i] for i in range(len(a))) + max(b[i][i] for i in range(len(b))))
    row("gaussianWassersteinDistance", value, size=len(a) * deviation + 4 * value, m=mean, a=a, n=mean, b=b)
row("gaussianWassersteinDistance", mpf(2) * 10**200, m=[1e200, 3], a=[[1, 0], [0, 1]], n=[-1e200, 3], b=[[4, 0], [0, 1]])
mp.dps = 90

# --- integrals and densities ------------------------------------------------------------------------------------------------

for name, ends, value in [
    ("exp(-x^2)", ["-Infinity", "Infinity"], sqrt(pi)),
    ("exp(-x)", [1.5, "Infinity"], exp(mpf(-1.5))),
    ("1/(1+x^2)", [-1, 3], mp.atan(3) + mp.atan(1)),
    ("1/(1+x^2)", ["-Infinity", "Infinity"], pi),
    ("sqrt(x)", [0, 2], mpf(2) ** mpf(1.5) * 2 / 3),
    ("log(x)", [0, 1], mpf(-1)),
    ("1/sqrt(x)", [0, 0.25], mpf(1)),
    ("exp(-x^2)", [-0.5, 1], sqrt(pi) / 2 * (erf(1) + erf(mpf(0.5)))),
]:
    row("integral", value, f=name, ends=ends)


def gamma_kl(a, s, b, t):
    a, s, b, t = map(mpf, (a, s, b, t))
    return (a - b) * psi(0, a) - loggamma(a) + loggamma(b) + b * (log(t) - log(s)) + a * (s - t) / t


def beta_kl(a, b, c, d):
    a, b, c, d = map(mpf, (a, b, c, d))
    lbeta = lambda u, v: loggamma(u) + loggamma(v) - loggamma(u + v)
    return lbeta(c, d) - lbeta(a, b) + (a - c) * psi(0, a) + (b - d) * psi(0, b) + (c - a + d - b) * psi(0, a + b)


def normal_kl(m, s, n, t):
    m, s, n, t = map(mpf, (m, s, n, t))
    return log(t / s) + (s**2 + (m - n) ** 2) / (2 * t**2) - mpf(1) / 2


def laplace_kl(m, s, n, t):
    m, s, n, t = map(mpf, (m, s, n, t))
    return log(t / s) + abs(m - n) / t + s / t * exp(-abs(m - n) / s) - 1


closed = {"gamma": gamma_kl, "beta": beta_kl, "normal": normal_kl, "laplace": laplace_kl}
for family, p, q in [
    ("gamma", [0.25, 1], [0.5, 2]), ("gamma", [0.125, 3], [2, 1]), ("gamma", [0.0625, 1], [0.09375, 1]), ("gamma", [3, 0.001], [2, 10]),
    ("gamma", [0.5, 1], [0.5000001, 1]), ("gamma", [1000, 1], [1001, 1]),
    ("beta", [0.25, 2], [0.5, 3]), ("beta", [0.125, 1], [3, 2]), ("beta", [0.5, 0.75], [2, 3]), ("beta", [200, 3], [150, 2.5]),
    ("beta", [0.0625, 50], [0.125, 20]),
    ("normal", [0, 1], [0, 1000]), ("normal", [0, 1000], [3, 1]), ("normal", [1e6, 1], [1e6 + 1, 2]), ("normal", [0, 1], [1e-6, 1]),
    ("laplace", [0, 1], [0.5, 100]), ("laplace", [0, 100], [0.5, 1]), ("laplace", [0, 1], [1e-5, 1]),
]:
    row("klOfDensities", closed[family](*p, *q), family=family, p=p, q=q)

# --- moment projections: the member whose statistics have the means that they have under q -----------------------------------

for n, d in [(2, 1), (4, 1), (6, 2), (8, 3), (12, 4)]:
    for level in [1, 1e-6]:
        base = [rng.random() + 0.01 for _ in range(n)]
        q = [h * (1 + level * rng.random()) if level < 1 else rng.random() + 0.01 for h in base]
        statistics = [[rng.gauss(0, 1) for _ in range(n)] for _ in range(d)]
        b = normalised(q)
        means = [sum(s * mpf(v) for s, v in zip(b, f)) for f in statistics]
        multipliers, member, _ = projections.project(base, statistics, means)
        value = sum(s * log(s / t) for s, t in zip(b, member))
        row("momentProjection", [value, *member, *multipliers], size=1, q=q, base=base, statistics=statistics)

with open(os.path.join(HERE, "quantities.json"), "w") as out:
    note = "values to 50 digits from the definitions by generate-quantities.py"
    json.dump({"note": note, "cases": rows}, out, separators=(",", ":"), ensure_ascii=False)
    out.write("\n")
