"""Letters and words of copy as runs, and how near two texts are."""

import hashlib
import re
from collections import Counter

WORD = re.compile(r"[a-z0-9][a-z0-9.'’-]*")


def units(text, locale):
    """What a text is made of: letters in Chinese, words in English; signs aside."""
    if locale == "en":
        return WORD.findall(text.lower())
    return [letter for letter in text.lower() if letter.isalnum()]


def shingles(text, locale):
    """Runs of three letters or two words."""
    parts, length = units(text, locale), 3 if locale == "zh" else 2
    return {" ".join(parts[i:i + length]) for i in range(max(1, len(parts) - length + 1))}


def distance(one, other):
    """1 − Jaccard of two sets of runs."""
    both = len(one | other)
    return 1 - len(one & other) / both if both else 0.0


def counts(parts, length):
    return Counter(tuple(parts[i:i + length]) for i in range(len(parts) - length + 1))


def hashed(run):
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big")
