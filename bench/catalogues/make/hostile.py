"""Files that are broken, hostile or of another kind, each with the kind of answer a reader owes."""

import hostile_kinds
import hostile_text
import hostile_zips
from hostile_base import HOSTILE


def make():
    HOSTILE.mkdir(exist_ok=True)
    for part in (hostile_zips, hostile_text, hostile_kinds):
        part.make()


if __name__ == "__main__":
    make()
