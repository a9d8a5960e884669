"""Writes tests/reference/information.json and gradients.json: 50 digits from the definitions.

    python3 tests/reference/generate-information.py        (needs mpmath; `npm test` only reads what it wrote)

Joint pmfs are doubles, written as the shortest decimals that read back as them, divided by their exact sum. Gradients are central
differences of the quantity itself, from its definition on free positive masses, with a step of 1e-120 of the mass (of the logit)
and 500 digits: they know nothing of the formulas of the gradients. The inputs of gradients.json are those of pmfs.json.
"""

import json
import os
import random
from fractions import Fraction

from mpmath import exp, inf, log, mp, mpf, nstr, sqrt

mp.dps = 500
HERE = os.path.dirname(os.path.abspath(__file__))
rng = random.Random(20261123)


def real(fraction):
    return mpf(fraction.numerator) / mpf(fraction.denominator)


def text(value):
    if value in (inf, -inf):
        return "Infinity" if value > 0 else "-Infinity"
    if abs(value) < mpf(10) ** -440:
        return "0"
    return nstr(value, 50, strip_zeros=True, min_fixed=0, max_fixed=0)


def entropy(p):
    return -sum((a * log(a) for a in p if a > 0), mpf(0))


# --- joint distributions --------------------------------------------------------------------------------------


def normalised(w):
    total = sum(w)
    return [x / total for x in w]


def product(r, c, noise):
    return normalised([a * b * (1 + noise * rng.uniform(-1, 1)) for a in r for b in c])


def positive(n):
    return normalised([rng.gammavariate(1, 1) for _ in range(n)])


def joints():
    shapes = [(1, 1), (1, 4), (2, 2), (3, 2), (4, 5), (7, 3)]
    for rows, columns in shapes:
        n = rows * columns
        yield "ordinary", rows, columns, positive(n)
        yield "zeros", rows, columns, normalised([1.0] + [0.0 if rng.random() < 0.5 else x for x in positive(n)][1:])
        for noise in (1e-4, 1e-8, 1e-12, 0.0):
            yield f"nearly independent, {noise}", rows, columns, product(positive(rows), positive(columns), noise)
        yield "log-uniform over 300 decades", rows, columns, normalised([10 ** rng.uniform(-300, 0) for _ in range(n)])
        yield "point mass and subnormal masses", rows, columns, [1.0] + [rng.randrange(2**30) * 5e-324 for _ in range(n - 1)]
        yield "nearly a function of the row", rows, columns, normalised(
            [1.0 if i % columns == 0 else 1e-18 * rng.random() for i in range(n)]
        )


def joint_values(p, rows, columns):
    exact = [Fraction(x) for x in p]
    total = sum(exact)
    exact = [x / total for x in exact]
    r = [sum(exact[x * columns : (x + 1) * columns]) for x in range(rows)]
    c = [sum(exact[y::columns]) for y in range(columns)]
    mutual = mpf(0)
    given_row = mpf(0)
    given_column = mpf(0)
    for i, a in enumerate(exact):
        if a > 0:
            x, y = divmod(i, columns)
            mutual += real(a) * log(real(a / (r[x] * c[y])))
            given_row += real(a) * log(real(r[x] / a))
            given_column += real(a) * log(real(c[y] / a))
    h = entropy([real(a) for a in exact])
    return {
        "jointEntropy": text(h),
        "givenRows": text(given_row),
        "givenColumns": text(given_column),
        "mutualInformation": text(mutual),
        "perplexity": text(exp(h)),
        "surprisals": [text(-log(real(a))) if a > 0 else "Infinity" for a in exact],
    }


# --- gradients ------------------------------------------------------------------------------------------------


def kl(p, q):
    return sum((a * log(a / b) for a, b in zip(p, q) if a > 0), mpf(0))


def mean(p, q):
    return [(a + b) / 2 for a, b in zip(p, q)]


QUANTITIES = {
    "kl": kl,
    "reverseKl": lambda p, q: kl(q, p),
    "crossEntropy": lambda p, q: -sum((a * log(b) for a, b in zip(p, q) if a > 0), mpf(0)),
    "jensenShannon": lambda p, q: (kl(p, mean(p, q)) + kl(q, mean(p, q))) / 2,
    "squaredHellinger": lambda p, q: sum(((sqrt(a) - sqrt(b)) ** 2 for a, b in zip(p, q)), mpf(0)) / 2,
    "chiSquared": lambda p, q: sum(((a - b) ** 2 / b for a, b in zip(p, q)), mpf(0)),
    "entropy": lambda p, q: entropy(p),
}
STEP = mpf(10) ** -120


def difference(f, p, x, on_logit):
    def at(step):
        moved = list(p)
        moved[x] = p[x] * (exp(step) if on_logit else 1 + step)
        if on_logit:
            total = sum(moved)
            moved = [a / total for a in moved]
        return f(moved)

    slope = (at(STEP) - at(-STEP)) / (2 * STEP)
    # Below the error of the difference, some STEP², it is 0.
    slope = mpf(0) if abs(slope) < mpf(10) ** -200 else slope
    return slope if on_logit else slope / p[x]


def gradient_values(p, q):
    p, q = [Fraction(x) for x in p], [Fraction(x) for x in q]
    p, q = [real(x / sum(p)) for x in p], [real(x / sum(q)) for x in q]
    n = range(len(p))
    out = {}
    for name, f in QUANTITIES.items():
        of_p = lambda v: f(v, q)
        of_q = lambda v: f(p, v)
        out[name] = {
            "p": [text(difference(of_p, p, x, False)) for x in n],
            "logitsOfP": [text(difference(of_p, p, x, True)) for x in n],
        }
        if name != "entropy":
            out[name]["q"] = [text(difference(of_q, q, x, False)) for x in n]
            out[name]["logitsOfQ"] = [text(difference(of_q, q, x, True)) for x in n]
    return out


def gradient_cases():
    with open(os.path.join(HERE, "pmfs.json")) as given:
        rows = json.load(given)["cases"]
    taken = {}
    for at, row in enumerate(rows):
        if len(row["p"]) > 3 or min(row["p"] + row["q"]) < 1e-60 or taken.get(row["name"], 0) >= 1:
            continue
        taken[row["name"]] = 1
        yield {"at": at, "name": row["name"], "values": gradient_values(row["p"], row["q"])}


# --- softmax --------------------------------------------------------------------------------------------------


def logits():
    yield "ordinary", [0.5, -1.25, 3.0, 0.1]
    yield "equal", [7.5, 7.5, 7.5]
    yield "huge", [1e300, 1e300, -1e300]
    yield "large", [1000.1, 999.7, 400.3, 280.25, -1e5]
    yield "a winner", [40.0, 0.0, -3.3]
    yield "next to a winner", [3e-17, 0.0, -700.123456789, -740.0]
    yield "one", [-12.5]
    yield "random", [rng.gauss(0, 30) for _ in range(40)]


def softmax_values(z):
    z = [mpf(x) for x in z]
    top = max(z)
    e = [exp(x - top) if x - top > -10000 else mpf(0) for x in z]
    total = sum(e)
    return {
        "softmax": [text(x / total) if x / total > mpf(2) ** -1075 else "0" for x in e],
        "logSoftmax": [text(x - top - log(total)) for x in z],
    }


def write(name, note, content):
    with open(os.path.join(HERE, name), "w") as out:
        json.dump({"note": note, **content}, out, separators=(",", ":"))
        out.write("\n")


if __name__ == "__main__":
    joint = [
        {"name": f"{name}, {r} x {c}", "rows": r, "columns": c, "p": p, "values": joint_values(p, r, c)}
        for name, r, c, p in joints()
    ]
    soft = [{"name": name, "logits": z, "values": softmax_values(z)} for name, z in logits()]
    write("information.json", "joint pmfs in row-major order, doubles divided by their exact sum, and logits; 50 digits", {"cases": joint, "logits": soft})
    write("gradients.json", "central differences at 500 digits of the quantities of the case of pmfs.json", {"cases": list(gradient_cases())})
