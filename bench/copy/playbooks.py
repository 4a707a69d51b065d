"""What the playbooks call things: attributes by their headers, products by the words of titles.

A fact may name a cell's thing by the playbook's word for it: 帽子 for a cell with 渔夫帽.
"""

import re

ATTRIBUTE = re.compile(
    r"- (?:\{)?key: [\w-]+(?:,|\n)(?P<body>.*?)(?=\n  - |\n\w|\Z)", re.DOTALL)
NAMES = re.compile(r"\b(zh|en): [\"']?([^,\n}\"'\[]+)")
ALIASES = re.compile(r"aliases: \[([^\]]*)\]")
NOUN = re.compile(
    r"\{zh: (?P<zh>[^,}]+), en: (?P<en>[^,}]+)"
    r"(?:[^\[\]}]*match: \[(?P<match>[^\]]*)\])?")


def words(text):
    return [word.strip().strip("\"'").lower() for word in text.split(",") if word.strip()]


class Playbooks:
    def __init__(self, folder):
        # Header → names; name of a product → words that stand for it.
        self.attributes, self.nouns, self.first = {}, {}, {}
        for path in sorted(folder.glob("*.yaml")):
            text = path.read_text()
            for found in ATTRIBUTE.finditer(text):
                aliases = ALIASES.search(found["body"])
                names = {name.strip().lower() for _, name in NAMES.findall(
                    found["body"].split("lines:")[0])[:2]}
                for alias in words(aliases[1]) if aliases else []:
                    self.attributes.setdefault(alias, set()).update(names)
            head = text.split("\nattributes:")[0]
            for found in NOUN.finditer(head):
                # What stands for a whole category is no claim; 好物 stands for anything.
                own = {found["zh"].strip(), found["en"].strip().lower()}
                self.first.setdefault(path.stem, own if path.stem != "general" else set())
                matched = set(words(found["match"] or ""))
                for name in (found["zh"], found["en"]):
                    for spelling in (name, re.sub(r"[ -]", "", name)):
                        self.nouns.setdefault(spelling.strip().lower(), set()).update(matched)

        self.name_words = {
            word for name, others in self.attributes.items()
            for one in (name, *others) if one.isascii() for word in one.split()}

    def calls(self, header):
        """Names that an attribute under a header may go by."""
        return self.attributes.get(header.lower(), set())

    def stands_for(self, noun, cell):
        cell = cell.lower()
        names = [noun.lower()]
        # English plurals: dresses, shoes.
        names += [noun.lower()[:-1], noun.lower()[:-2]] if noun.isascii() else []
        return any(word in cell for name in names for word in self.nouns.get(name, ()))
