"""Answers one JSON request a line: values of, or CPU seconds for, functions of SciPy and POT.

{"load": path, "sizes": [k, ...]}              float64 arrays, one after the other
{"run": name, "repeat": k, "parameter": e}     [CPU seconds for k calls, the last value as text]

Divergences: p, q. Samples: u, v. On the line: positions, p, q. Plans: a, b, cost (n x n).
"""

import json
import sys
import time
import warnings

import numpy
import scipy
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy, wasserstein_distance

from script import script

try:
    import ot
except ImportError:
    ot = None

warnings.simplefilter("ignore")
arrays = []
parameter = None


def square():
    a, b, cost = arrays
    return a, b, cost.reshape(len(a), len(b))


def emd():
    a, b, cost = square()
    return (ot.emd(a, b, cost, numItermax=10**9) * cost).sum()


def emd_marginals():
    a, b, cost = square()
    plan = ot.emd(a, b, cost, numItermax=10**9)
    return max(abs(plan.sum(1) - a).max(), abs(plan.sum(0) - b).max())


def emd_gap():
    a, b, cost = square()
    plan, log = ot.emd(a, b, cost, numItermax=10**9, log=True)
    dual = a @ log["u"] + b @ log["v"]
    return abs((plan * cost).sum() - dual) / ((plan * abs(cost)).sum() or 1)


def sinkhorn(epsilon, iterations, tolerance=0):
    a, b, cost = square()
    plan = ot.bregman.sinkhorn_log(a, b, cost, epsilon, numItermax=iterations, stopThr=tolerance, warn=False)
    return (plan * cost).sum()


def on_line():
    x, p, q = arrays
    return x, x, p, q


functions = {
    "kl": lambda: entropy(arrays[0], arrays[1]),
    "jsd": lambda: jensenshannon(arrays[0], arrays[1]) ** 2,
    "entropy": lambda: entropy(arrays[0]),
    "wasserstein_distance": lambda: wasserstein_distance(*arrays),
    "wasserstein_distance on a grid": lambda: wasserstein_distance(*on_line()),
    "script": script,
}
if ot:
    functions |= {
        "emd2_1d": lambda: ot.emd2_1d(*arrays, metric="cityblock"),
        "emd2_1d on a grid": lambda: ot.emd2_1d(*on_line(), metric="cityblock"),
        "emd": emd,
        "emd marginals": emd_marginals,
        "emd gap": emd_gap,
        "sinkhorn_log": lambda: sinkhorn(0.1, 50),
        "sinkhorn_log to the end": lambda: sinkhorn(parameter, 100_000, 1e-15),
    }
versions = {"SciPy": scipy.__version__, **({"POT": ot.__version__} if ot else {})}
print(json.dumps({"versions": versions, "functions": list(functions)}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    if "load" in request:
        data = numpy.fromfile(request["load"])
        arrays = numpy.split(data, numpy.cumsum(request["sizes"])[:-1])
        answer = True
    else:
        call = functions[request["run"]]
        parameter = request.get("parameter")
        start = time.process_time()
        try:
            for _ in range(request["repeat"]):
                value = call()
        except Exception:
            value = numpy.nan
        answer = [time.process_time() - start, str(float(value))]
    print(json.dumps(answer), flush=True)
