"""Writes tests/reference/elementary.json: arguments, and the elementary functions of the core at them to 40 digits.

    python3 tests/reference/generate-elementary.py        (needs mpmath; `npm test` only reads what it wrote)

Every argument is a double, written as the shortest decimal that reads back as it; the value is that of the double itself.
Results below the smallest normal double, and above the largest, are there too.
"""

import json
import math
import os
import random
import struct

from mpmath import mp, mpf, log, exp, expm1, log1p, nstr, power

mp.dps = 60
HERE = os.path.dirname(os.path.abspath(__file__))
rng = random.Random(20261123)
LEAST = 5e-324


def neighbours(x, steps=2):
    found = {x}
    for direction in (math.inf, -math.inf):
        y = x
        for _ in range(steps):
            y = math.nextafter(y, direction)
            found.add(y)
    return sorted(found)


def text(value):
    return nstr(value, 40, strip_zeros=True, min_fixed=0, max_fixed=0)


def positives():
    found = [LEAST, 3 * LEAST, 2.0**-1022, 2.0**-1074 * 12345, 1.7976931348623157e308]
    for edge in [1.0, math.sqrt(2), math.sqrt(0.5), 2.0, 0.5, 2.0**-959, math.e, 10.0]:
        found += neighbours(edge)
    # Edges between two rows of the table: significands half-way between multiples of 1/128.
    for i in range(0, 128, 5):
        found += neighbours(1 + (2 * i + 1) / 256, 1)
    found += [1 + s * 2.0**-k for k in range(2, 52, 3) for s in (1, -1)]
    found += [rng.random() for _ in range(120)]
    found += [math.ldexp(1 + rng.random(), rng.randrange(-1074, 1023)) for _ in range(160)]
    return found


def signed(largest):
    found = []
    for k in range(0, 1000, 40):
        found += [2.0**-k, -(2.0**-k)]
    found += [s * rng.random() * 2.0 ** -rng.randrange(0, 60) for s in (1, -1) for _ in range(80)]
    found += [(2 * rng.random() - 1) * largest for _ in range(160)]
    return found


def exponents():
    found = signed(745.0)
    for edge in [709.782712893384, -708.3964185322641, -745.1332191019411, math.log(2) / 256, 0.0025, 45.0, -40.0, 0.5, 1.0]:
        found += neighbours(edge) + neighbours(-edge)
    # Half-way between two steps of log 2 / 128.
    found += [(2 * n + 1) * math.log(2) / 256 for n in range(-60, 60, 7)]
    return found


def powers():
    found = [(2.0, 10.0), (2.0, -1074.0), (2.0, 1023.0), (2.0, 0.5), (4.0, 0.5), (9.0, 1.5), (10.0, 15.0), (10.0, -5.0), (10.0, 23.0)]
    found += [(10.0, float(k)) for k in range(-320, 309, 37)]
    for _ in range(220):
        x = 10 * rng.random()
        found.append((x, 20 * rng.random() - 10))
    for _ in range(160):
        x = math.ldexp(1 + rng.random(), rng.randrange(-1070, 1023))
        found.append((x, (2 * rng.random() - 1) * 740 / abs(math.log(x))))
    for _ in range(120):
        x = 1 + (2 * rng.random() - 1) * 2.0 ** -rng.randrange(1, 50)
        if x != 1:
            found.append((x, (2 * rng.random() - 1) * 740 / abs(math.log(x))))
    for x in neighbours(1.0):
        if x != 1:
            found += [(x, y) for y in (1e15, -1e15, 1e18, -1e18, 1e-300)]
    return found


def table(function, arguments):
    return [[x, text(function(mpf(x)))] for x in arguments]


tables = {
    "log": table(log, positives()),
    "log1p": table(log1p, [x for x in signed(1.0) + [2.0**k for k in range(0, 1023, 31)] if x > -1] + neighbours(-0.5)),
    "exp": table(exp, exponents()),
    "expm1": table(expm1, exponents()),
    "pow": [[x, y, text(power(mpf(x), mpf(y)))] for x, y in powers()],
}

with open(os.path.join(HERE, "elementary.json"), "w") as file:
    json.dump({"generator": "generate-elementary.py", "tables": tables}, file, separators=(",", ":"))
    file.write("\n")
print({name: len(rows) for name, rows in tables.items()})
