"""The paper's first script, as a user of NumPy and SciPy writes it: the setting of ours in components/labs/paper-script."""

import numpy
from scipy.stats import entropy, wasserstein_distance


def layer(random, inputs, outputs):
    bound = inputs**-0.5
    shape = (inputs, outputs)
    return (
        random.uniform(-bound, bound, shape).astype(numpy.float32),
        random.uniform(-bound, bound, outputs).astype(numpy.float32),
    )


def generated(random, images):
    x = random.standard_normal((images, 100), dtype=numpy.float32)
    for inputs, outputs in ((100, 256), (256, 512)):
        weights, bias = layer(random, inputs, outputs)
        x = (x @ weights + bias) / numpy.float32((1 + 1e-5) ** 0.5)
        x = numpy.where(x > 0, x, numpy.float32(0.2) * x)
    weights, bias = layer(random, 512, 784)
    return numpy.tanh(x @ weights + bias)


def script(images=10_000, seed=1):
    """The mean distance; the two histograms of 50 bins are made."""
    random = numpy.random.default_rng(seed)
    made = generated(random, images)
    distances = [wasserstein_distance(image, random.standard_normal(784)) for image in made]
    entropies = [entropy((image + 1) / 2, base=2) for image in made]
    numpy.histogram(distances, bins=50)
    numpy.histogram(entropies, bins=50)
    return numpy.mean(distances)
