"""Evaluates the calls in the JSON on stdin, {library: [call]}. Of each library that this Python has, it answers with the version and with what each call returned."""

import importlib
import json
import sys
import warnings

MODULES = {
    "NumPy": ["numpy"],
    "SciPy": ["scipy", "scipy.spatial.distance", "scipy.special", "scipy.stats"],
    "scikit-learn": ["sklearn", "sklearn.metrics"],
    "PyTorch": ["torch"],
    "POT": ["ot"],
}
MOST_SHOWN = 6

warnings.simplefilter("ignore")


def load(modules):
    """The package that the modules are of; None where it is not here."""
    try:
        return [importlib.import_module(name) for name in modules][0]
    except ImportError:
        return None


def numbers(value):
    """A number, or a list of a few, as text: JSON has no infinities."""
    value = value.tolist() if hasattr(value, "tolist") else value
    if not isinstance(value, list):
        return repr(float(value))
    if not 1 <= len(value) <= MOST_SHOWN or any(isinstance(each, list) for each in value):
        raise TypeError(f"it returned no number and no list of at most {MOST_SHOWN}")
    return [repr(float(each)) for each in value]


def answer(call, names):
    try:
        return {"value": numbers(eval(call, names))}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


wanted = json.load(sys.stdin)
# POT and scikit-learn take what NumPy makes.
packages = {name: load(MODULES[name]) for name in {"NumPy", *wanted}}
names = {package.__name__: package for package in packages.values() if package}
json.dump(
    {
        library: {"version": packages[library].__version__, "answers": [answer(call, names) for call in calls]}
        for library, calls in wanted.items()
        if packages[library]
    },
    sys.stdout,
)
