"""Writes tests/reference/divergences.json: 50 digits of the divergences of pmfs, from their definitions.

    python3 tests/reference/generate-divergences.py        (needs mpmath; `npm test` only reads what it wrote)

The inputs are those of pmfs.json, weights.json and thousand.json (see generate.py): a case names its file and its place there.
Values are those of p/P, q/Q with the exact sums P and Q, summed with 700 digits (400 for a thousand outcomes). Orders and
weights are doubles and taken exactly. The maximiser of the Chernoff coefficient is found by bisection and Newton's method.
"""

import json
import os
from fractions import Fraction

from mpmath import exp, inf, log, mp, mpf, nstr, sqrt

HERE = os.path.dirname(os.path.abspath(__file__))
RENYI = [0.0, 1e-9, 0.1, 0.5, 0.75, 1 - 2.0**-40, 1.0, 1 + 2.0**-40, 1.5, 2.0, 7.25, 100.0, inf]
ALPHA = [-3.5, -1.0, 0.0, 2.0**-30, 0.3, 0.5, 0.8, 1 - 2.0**-45, 1.0, 1 + 2.0**-30, 1.7, 2.0, 3.0, 10.5]
CHERNOFF = [0.0, 0.2, 0.5, 0.999, 1.0]
WEIGHTS = [2.0**-30, 0.1, 0.5, 0.8]
SKEWS = [0.01, 0.5, 0.99, 1.0]


def real(fraction):
    return mpf(fraction.numerator) / mpf(fraction.denominator)


def text(value):
    if value == inf:
        return "Infinity"
    # What is left of a sum that is exactly 0 or 1 before its logarithm.
    if abs(value) < mpf(10) ** (60 - mp.dps):
        return "0"
    return nstr(value, 50, strip_zeros=True, min_fixed=0, max_fixed=0)


class Case:
    def __init__(self, p, q):
        p, q = [Fraction(x) for x in p], [Fraction(x) for x in q]
        total_p, total_q = sum(p), sum(q)
        # Equal probabilities, compared exactly, have a logarithm of exactly 0.
        self.p = [real(x / total_p) for x in p]
        self.q = [real(x / total_q) for x in q]
        self.lp = [log(x) if x > 0 else None for x in self.p]
        self.lq = [log(x) if x > 0 else None for x in self.q]
        for i, (a, b) in enumerate(zip(p, q)):
            if a > 0 and a * total_q == b * total_p:
                self.q[i], self.lq[i] = self.p[i], self.lp[i]
        self.pairs = list(zip(self.p, self.q, self.lp, self.lq))
        self.shared = [x for x in self.pairs if x[0] > 0 and x[1] > 0]
        self.same = self.p == self.q
        self.dominated = all(b > 0 for a, b in zip(self.p, self.q) if a > 0)
        self.dominates = all(a > 0 for a, b in zip(self.p, self.q) if b > 0)

    def kl(self):
        return sum((a * (la - lb) for a, b, la, lb in self.shared), mpf(0)) if self.dominated else inf

    def reverse_kl(self):
        return sum((b * (lb - la) for a, b, la, lb in self.shared), mpf(0)) if self.dominates else inf

    def integral(self, order):
        """sum p^order q^(1 - order), for the orders where it is finite."""
        return sum((exp(order * la + (1 - order) * lb) for a, b, la, lb in self.shared), mpf(0))

    def renyi(self, order):
        if self.same:
            return mpf(0)
        if order == 1:
            return self.kl()
        if order > 1 and not self.dominated or not self.shared:
            return inf
        if order == inf:
            return max(la - lb for a, b, la, lb in self.shared)
        order = mpf(order)
        return log(self.integral(order)) / (order - 1)

    def alpha(self, order):
        if self.same:
            return mpf(0)
        if order == 1:
            return self.kl()
        if order == 0:
            return self.reverse_kl()
        if order > 1 and not self.dominated or order < 0 and not self.dominates:
            return inf
        order = mpf(order)
        return (self.integral(order) - 1) / (order * (order - 1))

    def chernoff(self, order):
        return -log(self.integral(mpf(order))) if self.shared else inf

    def slope(self, order):
        t = [(la - lb, exp(order * la + (1 - order) * lb)) for a, b, la, lb in self.shared]
        return sum(x * e for x, e in t), sum(x * x * e for x, e in t)

    def chernoff_order(self):
        if self.same or not self.shared or all(la == lb for a, b, la, lb in self.shared):
            return mpf("0.5")
        if self.slope(mpf(0))[0] >= 0:
            return mpf(0)
        if self.slope(mpf(1))[0] <= 0:
            return mpf(1)
        low, high = mpf(0), mpf(1)
        for _ in range(12):
            middle = (low + high) / 2
            low, high = (low, middle) if self.slope(middle)[0] > 0 else (middle, high)
        order = (low + high) / 2
        for _ in range(40):
            value, bend = self.slope(order)
            step = value / bend
            order -= step
            if abs(step) < mpf(10) ** -80:
                return order
        raise ArithmeticError("no maximiser")

    def to_mixture(self, ratio, p, lp, q):
        """KL from p to ratio q + (1 - ratio) p."""
        ratio = mpf(ratio)
        total = mpf(0)
        for a, la, b in zip(p, lp, q):
            if a > 0:
                m = ratio * b + (1 - ratio) * a
                if m == 0:
                    return inf
                total += a * (la - log(m))
        return total

    def weighted_js(self, weight):
        first = self.to_mixture(1 - mpf(weight), self.p, self.lp, self.q)
        second = self.to_mixture(mpf(weight), self.q, self.lq, self.p)
        return mpf(0) if self.same else mpf(weight) * first + (1 - mpf(weight)) * second

    def js_of_three(self):
        """Of p, q and the uniform distribution with weights 1/2, 1/4, 1/4."""
        n = len(self.p)
        total = mpf(0)
        for a, b in zip(self.p, self.q):
            c = mpf(1) / n
            m = a / 2 + b / 4 + c / 4
            for w, x in ((mpf(1) / 2, a), (mpf(1) / 4, b), (mpf(1) / 4, c)):
                if x > 0:
                    total += w * x * log(x / m)
        return total

    def geometric_js(self, weight):
        if self.same:
            return mpf(0)
        if not (self.dominated and self.dominates):
            return inf
        weight = mpf(weight)
        jeffreys = self.kl() + self.reverse_kl()
        return weight * (1 - weight) * jeffreys + log(self.integral(weight))

    def resistor(self):
        forward, backward = self.kl(), self.reverse_kl()
        if forward == inf or backward == inf:
            return min(forward, backward)
        return mpf(0) if self.same else forward * backward / (forward + backward)

    def values(self):
        p, q = self.p, self.q
        squared = sum(((sqrt(a) - sqrt(b)) ** 2 for a, b in zip(p, q)), mpf(0)) / 2
        chi = lambda x, y: sum(((a - b) ** 2 / b if b else inf for a, b in zip(x, y) if a or b), mpf(0))
        order = self.chernoff_order()
        one = {
            "squaredHellinger": squared,
            "hellinger": sqrt(squared),
            "chiSquared": chi(p, q),
            "neyman": chi(q, p),
            "triangular": sum(((a - b) ** 2 / (a + b) for a, b in zip(p, q) if a + b > 0), mpf(0)),
            "bhattacharyyaCoefficient": mpf(1) if self.same else self.integral(mpf("0.5")),
            "bhattacharyya": self.chernoff(0.5),
            "chernoffInformation": self.chernoff(order),
            "chernoffOrder": order,
            "resistorAverage": self.resistor(),
            "jensenShannonOfThree": self.js_of_three(),
        }
        many = {
            "renyi": [self.renyi(order) for order in RENYI],
            "alpha": [self.alpha(order) for order in ALPHA],
            "chernoff": [self.chernoff(order) for order in CHERNOFF],
            "weightedJensenShannon": [self.weighted_js(weight) for weight in WEIGHTS],
            "skew": [mpf(0) if self.same else self.to_mixture(s, self.p, self.lp, self.q) for s in SKEWS],
            "geometricJensenShannon": [self.geometric_js(weight) for weight in WEIGHTS],
        }
        return {**{k: text(v) for k, v in one.items()}, **{k: [text(x) for x in v] for k, v in many.items()}}


def digits(parameter):
    return "Infinity" if parameter == inf else float(parameter)


def cases():
    for file, precision in (("pmfs.json", 700), ("weights.json", 700), ("thousand.json", 400)):
        mp.dps = precision
        with open(os.path.join(HERE, file)) as given:
            rows = json.load(given)["cases"]
        for at, row in enumerate(rows):
            yield {"file": file, "at": at, "name": row["name"], "values": Case(row["p"], row["q"]).values()}


if __name__ == "__main__":
    parameters = {
        "renyi": [digits(x) for x in RENYI],
        "alpha": ALPHA,
        "chernoff": CHERNOFF,
        "weightedJensenShannon": WEIGHTS,
        "skew": SKEWS,
        "geometricJensenShannon": WEIGHTS,
    }
    note = "values of p/P, q/Q of the named case of another file, to 50 digits; lists go over the parameters"
    with open(os.path.join(HERE, "divergences.json"), "w") as out:
        json.dump({"note": note, "parameters": parameters, "cases": list(cases())}, out, separators=(",", ":"))
        out.write("\n")
