"""Self-BLEU: how much of each text of a sample stands in the others (0 nothing, 1 all)."""

import math
from collections import Counter

from grams import counts

LENGTHS = (1, 2, 3, 4)


class Best:
    """The most and the second most often that any text has each run, and which has it most."""

    def __init__(self, tables):
        self.first, self.owner, self.second = Counter(), {}, Counter()
        for index, table in enumerate(tables):
            for run, count in table.items():
                if count > self.first[run]:
                    self.second[run] = self.first[run]
                    self.first[run], self.owner[run] = count, index
                elif count > self.second[run]:
                    self.second[run] = count

    def without(self, index, run):
        return self.second[run] if self.owner.get(run) == index else self.first[run]


def self_bleu(texts):
    """Mean BLEU-4 of each text against all others; texts are lists of letters or words."""
    texts = [text for text in texts if len(text) >= 4]
    if len(texts) < 2:
        return None
    scores = [[] for _ in texts]
    for length in LENGTHS:
        tables = [counts(text, length) for text in texts]
        best = Best(tables)
        for index, table in enumerate(tables):
            shared = sum(min(count, best.without(index, run)) for run, count in table.items())
            # One half for none, so that one length without a match does not hide the others.
            scores[index].append((shared or 0.5) / sum(table.values()))
    lengths = sorted(len(text) for text in texts)
    total = 0
    for text, score in zip(texts, scores):
        nearest = min((size for size in lengths), key=lambda size: abs(size - len(text)))
        brevity = min(1.0, math.exp(1 - nearest / len(text)))
        total += brevity * math.exp(sum(map(math.log, score)) / len(LENGTHS))
    return total / len(texts)
