"""Writes tests/reference/*.json: inputs, and the value of each quantity to 50 digits from its definition.

    python3 tests/reference/generate.py        (needs mpmath; `npm test` only reads what it wrote)

Every input is exact. In pmf files, "p" and "q" are doubles, written as the shortest decimal that reads back as that
double; the value is that of the double itself, not of the decimal. In weights files they are integers. In both the
quantities are those of p/P and q/Q, P = sum p and Q = sum q taken exactly, and every number is summed from the
definition with 60 digits beyond what cancellation can cost: 700 digits for small cases, since the smallest divergences are
near 1e-600, 400 for a thousand outcomes, 80 for the million, whose divergences are above 1e-18.
"""

import json
import os
import random
from fractions import Fraction

from mpmath import mp, mpf, log, nstr, sqrt, inf

mp.dps = 700
HERE = os.path.dirname(os.path.abspath(__file__))
rng = random.Random(20261122)


def normalised(masses):
    exact = [Fraction(m) for m in masses]
    total = sum(exact)
    return [m / total for m in exact]


def real(fraction):
    return mpf(fraction.numerator) / mpf(fraction.denominator)


def kl(p, q):
    if any(a > 0 and b == 0 for a, b in zip(p, q)):
        return inf
    return sum((real(a) * log(real(a / b)) for a, b in zip(p, q) if a > 0), mpf(0))


def entropy(p):
    return -sum((real(a) * log(real(a)) for a in p if a > 0), mpf(0))


def cross_entropy(p, q):
    if any(a > 0 and b == 0 for a, b in zip(p, q)):
        return inf
    return -sum((real(a) * log(real(b)) for a, b in zip(p, q) if a > 0), mpf(0))


def jsd(p, q):
    m = [(a + b) / 2 for a, b in zip(p, q)]
    return (kl(p, m) + kl(q, m)) / 2


def tv(p, q):
    return real(sum((abs(a - b) for a, b in zip(p, q)), Fraction(0)) / 2)


def w1(p, q):
    """On the positions 0, 1, 2, ..."""
    flow, total = Fraction(0), Fraction(0)
    for a, b in zip(p[:-1], q[:-1]):
        flow += a - b
        total += abs(flow)
    return real(total)


def text(value):
    if value == inf:
        return "Infinity"
    return nstr(value, 50, strip_zeros=True, min_fixed=0, max_fixed=0) if value != 0 else "0"


def values(p, q):
    p, q = normalised(p), normalised(q)
    divergence = jsd(p, q)
    forward, backward = kl(p, q), kl(q, p)
    return {
        "entropy": text(entropy(p)),
        "crossEntropy": text(cross_entropy(p, q)),
        "kl": text(forward),
        "klReversed": text(backward),
        "jeffreys": text(forward + backward),
        "jsd": text(divergence),
        "jsDistance": text(sqrt(divergence)),
        "tv": text(tv(p, q)),
        "w1": text(w1(p, q)),
    }


# --- families -------------------------------------------------------------------------------------------------


def ordinary(n):
    w = [rng.gammavariate(1, 1) for _ in range(n)]
    total = sum(w)
    return [x / total for x in w]


def rounded_to_sum(w):
    total = sum(w)
    return [x / total for x in w]


def pairs_of(make, sizes):
    return [make(n) for n in sizes]


SIZES = [2, 3, 3, 5, 10, 10, 40]


def near(level):
    def make(n):
        p = ordinary(n)
        return p, rounded_to_sum([x * (1 + level * rng.uniform(-1, 1)) for x in p])

    return make


def with_zeros(n):
    p = [0.0 if rng.random() < 0.4 else x for x in ordinary(n)]
    if not any(p):
        p[0] = 1.0
    # P's support lies in Q's in every second case.
    q = ordinary(n)
    if rng.random() < 0.5:
        q = [0.0 if a == 0 and rng.random() < 0.5 else b for a, b in zip(p, q)]
    else:
        q = [0.0 if rng.random() < 0.3 else b for b in q]
    if not any(q):
        q[-1] = 1.0
    return rounded_to_sum(p), rounded_to_sum(q)


def disjoint(n):
    p, q = ordinary(n), ordinary(n)
    h = n // 2
    return rounded_to_sum(p[:h]) + [0.0] * (n - h), [0.0] * h + rounded_to_sum(q[h:])


def subnormal(n):
    def one():
        p = ordinary(n)
        for i in range(0, n - 1, 2):
            p[i] = rng.randrange(1, 2**40) * 5e-324
        return rounded_to_sum(p)

    p, q = one(), one()
    # Dividing rounds subnormals to other subnormals: still doubles, still exact inputs.
    return p, q


def tiny(n):
    def one():
        p = ordinary(n)
        for i in range(0, n - 1, 2):
            p[i] = 1e-300 * rng.uniform(0.5, 2)
        return rounded_to_sum(p)

    return one(), one()


def log_uniform(n):
    def one():
        return rounded_to_sum([10 ** rng.uniform(-300, 0) for _ in range(n)])

    return one(), one()


def one_ulp(n):
    import math

    p = ordinary(n)
    q = [math.nextafter(x, rng.choice([0.0, 1.0])) if rng.random() < 0.7 else x for x in p]
    if q == p:
        q[0] = math.nextafter(p[0], 1.0)
    return p, q


def point_mass(n):
    def one(exponent):
        small = [rng.random() * 10.0**exponent for _ in range(n - 1)]
        return rounded_to_sum([1.0] + small)

    return one(rng.choice([-3, -9, -17, -40])), one(rng.choice([-3, -9, -17, -40]))


def ratios(n):
    """Ratios p/q at and beside the powers of two where the kernels change branch."""
    p, q = [], []
    for _ in range(n):
        a = rng.random()
        k = rng.choice([0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 1 / 3])
        p.append(a)
        q.append(a * k * (1 + rng.choice([-1, 0, 1]) * 2.0 ** -rng.randrange(20, 53)))
    return rounded_to_sum(p), rounded_to_sum(q)


def decimals(n):
    """Decimals such as authors write them: thousandths that sum to 1, read as doubles."""
    cuts = lambda: sorted(rng.sample(range(1, 1000), n - 1))

    def one():
        c = [0] + cuts() + [1000]
        return [(b - a) / 1000 for a, b in zip(c, c[1:])]

    return one(), one()


PMF_FAMILIES = {
    "ordinary": (ordinary, SIZES * 3),
    "nearly equal, 1e-4": (near(1e-4), SIZES),
    "nearly equal, 1e-8": (near(1e-8), SIZES),
    "nearly equal, 1e-12": (near(1e-12), SIZES),
    "one ulp apart": (one_ulp, SIZES),
    "zeros": (with_zeros, SIZES),
    "disjoint": (disjoint, [2, 4, 10]),
    "subnormal": (subnormal, [2, 3, 5, 10]),
    "1e-300": (tiny, [2, 3, 5, 10]),
    "log-uniform over 300 decades": (log_uniform, [2, 3, 5, 10, 40]),
    "point masses": (point_mass, [2, 3, 5, 10]),
    "ratios at powers of two": (ratios, SIZES),
    "decimals": (decimals, [2, 3, 3, 4, 5, 8]),
}


def pair_case(name, p, q):
    return {"name": f"{name}, {len(p)} outcomes", "p": p, "q": q, "values": values(p, q)}


def pmf_cases():
    for name, (make, sizes) in PMF_FAMILIES.items():
        for n in sizes:
            made = make(n)
            p, q = made if isinstance(made, tuple) else (made, make(n))
            yield pair_case(name, p, q)
    yield pair_case("disjoint point masses", [1.0, 0.0], [0.0, 1.0])
    yield pair_case("a point mass on a fair coin", [1.0, 0.0], [0.5, 0.5])
    yield pair_case("equal", [0.1, 0.2, 0.7], [0.1, 0.2, 0.7])


def thousand_cases():
    yield pair_case("ordinary", ordinary(1000), ordinary(1000))
    yield pair_case("nearly equal, 1e-8", *near(1e-8)(1000))
    yield pair_case("log-uniform over 300 decades", *log_uniform(1000))
    yield pair_case("one ulp apart", *one_ulp(1000))


def weight_cases():
    fixed = [
        ("tenths and tenths, other totals", [100000, 200000, 700000], [8, 1, 1]),
        ("thirds", [1, 1, 1], [1, 2, 3]),
        ("proportional", [1, 2, 4], [3, 6, 12]),
        ("proportional, total 7 and 49", [1, 2, 4], [7, 14, 28]),
        ("next to proportional", [10**6, 2 * 10**6 + 1, 3 * 10**6], [10**6 + 1, 2 * 10**6, 3 * 10**6]),
        ("next to proportional, other totals", [3 * 10**8, 3 * 10**8 + 1], [7 * 10**8, 7 * 10**8 - 1]),
        ("nearly proportional at 1e-15", [10**15, 10**15 + 1], [3 * 10**15, 3 * 10**15 - 1]),
        ("zeros", [0, 3, 5, 0], [0, 1, 9, 4]),
        ("point mass", [0, 9], [1, 10**12]),
    ]
    for name, p, q in fixed:
        yield pair_case(name, p, q)
    for n in [2, 3, 5, 10, 40, 100]:
        yield pair_case("random counts", [rng.randrange(1, 10**6) for _ in range(n)], [rng.randrange(1, 10**4) for _ in range(n)])


# --- the million outcomes: stored as a recipe ----------------------------------------------------------------


def lcg(seed):
    """x <- 1664525 x + 1013904223 mod 2^32; the test has the same four lines."""
    x = seed
    while True:
        x = (1664525 * x + 1013904223) % 2**32
        yield x


def million_cases():
    mp.dps = 80
    n = 10**6
    g, h = lcg(1), lcg(2)
    p = [1 + (next(g) >> 12) for _ in range(n)]
    q = [1 + (next(h) >> 12) for _ in range(n)]
    yield "ordinary: 1 + (x >> 12), seeds 1 and 2", "ordinary", p, q
    g = lcg(3)
    q = []
    p = []
    for _ in range(n):
        a = (1 << 44) + next(g) * 4096
        p.append(a)
        q.append(a + (next(g) >> 13) - (1 << 18))
    yield "nearly equal at 1e-8: a = 2^44 + 4096 x against a + (x' >> 13) - 2^18, seed 3", "near", p, q


def million_values(p, q):
    P, Q = sum(p), sum(q)
    total_kl = mpf(0)
    total_js = mpf(0)
    total_h = mpf(0)
    tv_int = 0
    logP, logQ = log(mpf(P)), log(mpf(Q))
    for a, b in zip(p, q):
        la, lb = log(mpf(a)), log(mpf(b))
        total_kl += a * (la - lb)
        total_h += a * la
        m = a * Q + b * P
        lm = log(mpf(m))
        # a/P log(2 a Q / m) + b/Q log(2 b P / m), times P Q
        total_js += a * Q * (la + logQ - lm) + b * P * (lb + logP - lm)
        tv_int += abs(a * Q - b * P)
    P_, Q_ = mpf(P), mpf(Q)
    divergence = (total_js / (P_ * Q_) + 2 * log(mpf(2))) / 2
    return {
        "entropy": text(logP - total_h / P_),
        "kl": text(total_kl / P_ + logQ - logP),
        "jsd": text(divergence),
        "jsDistance": text(sqrt(divergence)),
        "tv": text(mpf(tv_int) / (2 * P_ * Q_)),
    }


def write(name, note, cases):
    with open(os.path.join(HERE, name), "w") as out:
        json.dump({"note": note, "cases": cases}, out, indent=None, separators=(",", ":"), ensure_ascii=False)
        out.write("\n")


DOUBLES = "p and q are doubles (shortest decimals that read back as them); values are those of p/P, q/Q, exact sums P, Q, to 50 digits"
INTEGERS = "p and q are integer weights; values are those of p/P, q/Q to 50 digits"

if __name__ == "__main__":
    write("pmfs.json", DOUBLES, list(pmf_cases()))
    write("weights.json", INTEGERS, list(weight_cases()))
    mp.dps = 400
    write("thousand.json", DOUBLES, list(thousand_cases()))
    write(
        "million.json",
        "integer weights from the recurrence x <- 1664525 x + 1013904223 mod 2^32 (see generate.py); values to 50 digits",
        [{"name": name, "recipe": recipe, "values": million_values(p, q)} for name, recipe, p, q in million_cases()],
    )
