"""Texts and numbers as they are compared."""

import math
import unicodedata


def norm(text):
    """For comparing: compatibility forms, no blanks, marks or case."""
    text = unicodedata.normalize("NFKC", str(text or ""))
    return "".join(
        c for c in text
        if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc")).casefold()


def near(a, b):
    try:
        return math.isclose(float(a), float(b), rel_tol=1e-9, abs_tol=0.005)
    except (TypeError, ValueError):
        return False
