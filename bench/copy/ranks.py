"""Whether two orders agree: 1 alike, −1 reversed."""

import statistics


def ranks(values):
    order = sorted(range(len(values)), key=lambda i: values[i])
    result = [0.0] * len(values)
    for place, index in enumerate(order):
        same = [i for i, other in enumerate(order) if values[other] == values[index]]
        result[index] = statistics.mean(same)
    return result


def spearman(one, other):
    a, b = ranks(one), ranks(other)
    if len(a) < 2 or len(set(a)) == 1 or len(set(b)) == 1:
        return None
    return statistics.correlation(a, b)
