"""Answers one JSON request a line: values of, or CPU seconds for, SciPy's KL divergence, JSD and entropy.

{"load": path, "n": n}                     two float64 arrays, one after the other, become p and q
{"value": "kl" | "jsd" | "entropy"}        the value, as SciPy gives it
{"time": "kl" | "jsd" | "entropy", "repeat": k}   CPU seconds for k calls
"""

import json
import sys
import time
import warnings

import numpy
import scipy
from scipy.spatial.distance import jensenshannon
from scipy.stats import entropy

warnings.simplefilter("ignore")
p = q = None
functions = {
    "kl": lambda: entropy(p, q),
    "jsd": lambda: jensenshannon(p, q),
    "entropy": lambda: entropy(p),
}
print(json.dumps(scipy.__version__), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    if "load" in request:
        both = numpy.fromfile(request["load"])
        p, q = both[: request["n"]], both[request["n"] :]
        answer = True
    elif "value" in request:
        value = float(functions[request["value"]]())
        answer = str(value * value if request["value"] == "jsd" else value)
    else:
        call = functions[request["time"]]
        start = time.process_time()
        for _ in range(request["repeat"]):
            call()
        answer = time.process_time() - start
    print(json.dumps(answer), flush=True)
