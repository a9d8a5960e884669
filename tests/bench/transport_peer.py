"""Answers one JSON request a line: CPU seconds for, or the value of, a transport cost by POT or SciPy.

{"load": path, "sizes": [k, ...]}                    float64 arrays, one after the other
{"run": name, "repeat": k, "epsilon": e}             [CPU seconds for k calls, the last value]

Samples: u, v. Plans: a, b, cost (n x n).
"""

import json
import sys
import time
import warnings

import numpy
import scipy
from scipy.stats import wasserstein_distance

try:
    import ot
except ImportError:
    ot = None

warnings.simplefilter("ignore")
arrays = []


def square():
    a, b, cost = arrays
    return a, b, cost.reshape(len(a), len(b))


def sinkhorn(epsilon):
    a, b, cost = square()
    plan = ot.bregman.sinkhorn_log(a, b, cost, epsilon, numItermax=50, stopThr=0, warn=False)
    return (plan * cost).sum()


functions = {
    "wasserstein_distance": lambda _: wasserstein_distance(*arrays),
    "emd2_1d": lambda _: ot.emd2_1d(*arrays, metric="cityblock"),
    "emd": lambda _: (ot.emd(*square(), numItermax=10**9) * square()[2]).sum(),
    "sinkhorn_log": sinkhorn,
}
print(json.dumps({"scipy": scipy.__version__, "pot": ot.__version__ if ot else None}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    if "load" in request:
        data = numpy.fromfile(request["load"])
        arrays = numpy.split(data, numpy.cumsum(request["sizes"])[:-1])
        answer = True
    else:
        call = functions[request["run"]]
        start = time.process_time()
        for _ in range(request["repeat"]):
            value = call(request.get("epsilon"))
        answer = [time.process_time() - start, float(value)]
    print(json.dumps(answer), flush=True)
