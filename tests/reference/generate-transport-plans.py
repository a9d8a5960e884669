"""Writes tests/reference/transport-plans.json: least transport costs from two solvers that are not ours.

    python3 tests/reference/generate-transport-plans.py      (needs numpy, SciPy with HiGHS, and POT; tests only read)

The 520 instances come from a linear congruential generator, x <- 1664525 x + 1013904223 mod 2^32, seeded with the number of the
instance, so tests/core/transport-instances.ts makes the same ones; only the costs are stored: [HiGHS, POT]. The last 20 are larger.
"""

import json
import os

import numpy
import ot
import scipy.sparse
from scipy.optimize import linprog

LARGE = 500
HERE = os.path.dirname(os.path.abspath(__file__))


def generator(seed):
    state = seed

    def below(most):
        nonlocal state
        state = (1664525 * state + 1013904223) % 2**32
        return (state >> 8) % most

    return below


def instance(number):
    """Integer weights a and b, and a matrix of costs that are exact doubles."""
    below = generator(number)
    for _ in range(5):
        below(2)
    kind = number % 10
    large = number >= LARGE
    n, m = (65 + below(60), 65 + below(60)) if large else (2 + below(14), 2 + below(14))
    weight = lambda: 1 + below(1000)
    cost = lambda i, j: float(below(1000))
    if kind == 0:  # squared distances of points in the plane
        points = [(below(1000), below(1000)) for _ in range(n + m)]
        cost = lambda i, j: float(sum((s - t) ** 2 for s, t in zip(points[i], points[n + j])))
    elif kind == 1:  # many ties
        weight = lambda: 1 + below(3)
        cost = lambda i, j: float(i * j % 5 + below(2) if large else below(4))
    elif kind == 2:  # half of the weights are zero
        weight = lambda: below(2) * (1 + below(9))
    elif kind == 3:  # rectangular
        n, m = (2, 40) if below(2) else (35, 3)
        if large:
            n, m = 5 * n, 5 * m
    elif kind == 4:  # negative costs
        cost = lambda i, j: float(below(1000) - 700)
    elif kind == 5:  # costs over twelve decades
        cost = lambda i, j: float((1 + below(9)) * 10 ** below(13))
    elif kind == 6:  # assignment
        m = n = (65 if large else 4) + below(16)
        weight = lambda: 1
    elif kind == 7:  # pictures, distance in steps
        side = 10 if large else 4
        n = m = side * side
        weight = lambda: below(4)
        cost = lambda i, j: float(abs(i % side - j % side) + abs(i // side - j // side))
    elif kind == 8:  # weights and costs of 24 bits, weights over six decades
        weight = lambda: (1 + below(2**24)) * 10 ** below(6)
        cost = lambda i, j: below(2**24) / 2**24
    elif kind == 9:  # every partial sum of one side meets one of the other
        m = (66 if large else 1) + below(6)
        n = 3 * m
        weight = lambda: 1
        cost = lambda i, j: float(i * j % 11 if large else below(10))
    a = [weight() for _ in range(n)]
    b = [weight() for _ in range(m)]
    if sum(a) == 0:
        a[0] = 1
    if sum(b) == 0:
        b[0] = 1
    return a, b, [[cost(i, j) for j in range(m)] for i in range(n)]


def highs(a, b, cost):
    n, m = cost.shape
    rows = scipy.sparse.kron(scipy.sparse.identity(n), numpy.ones((1, m)))
    columns = scipy.sparse.kron(numpy.ones((1, n)), scipy.sparse.identity(m))
    # HiGHS has absolute tolerances: costs over many decades are left as they are, so that the small ones count.
    scale = 1.0 if abs(cost).max() > 1e6 else abs(cost).max() or 1.0
    result = linprog(
        cost.ravel() / scale,
        A_eq=scipy.sparse.vstack([rows, columns]).tocsc(),
        b_eq=numpy.concatenate([a, b]),
        bounds=(0, None),
        method="highs-ds",
        options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10},
    )
    assert result.status == 0, result.message
    return float(result.fun * scale)


if __name__ == "__main__":
    costs = []
    for number in range(LARGE + 20):
        a, b, cost = instance(number)
        a, b = numpy.array(a) / sum(a), numpy.array(b) / sum(b)
        cost = numpy.array(cost)
        costs.append([highs(a, b, cost), float(ot.emd2(a, b, cost))])
    with open(os.path.join(HERE, "transport-plans.json"), "w") as file:
        json.dump({"cases": costs}, file, separators=(",", ":"))
        file.write("\n")
