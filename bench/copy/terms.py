"""A scanner for terms that may not be said, simpler than the program's and written apart from it.

It shares the term list and matching.yaml with the program, and nothing else.
"""

import csv
import re
import unicodedata

CONTACTS = [
    ("phone", re.compile(r"(?<![\d.])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")),
    ("account", re.compile(r"(?:微信|薇信|wechat|weixin|vx|qq) ?(?:号|id)? ?[::] ?[a-z0-9_-]{5,}")),
    ("link", re.compile(r"https?://|www\.|[a-z0-9-]{2,}\.(?:com|cn|net|shop)\b")),
]
MONEY = re.compile(r"[$¥€£] ?\d|\d ?(?:元|块钱|usd\b|dollars?\b)")


def folded(text):
    text = unicodedata.normalize("NFKC", text).lower()
    return "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc") or c == "\n")


def bare(text, lookalikes):
    """Letters alone, with those that stand in for others made equal."""
    return "".join(lookalikes.get(c, c) for c in text if c.isalnum() or c in "。!?;\n")


class Matching:
    """The flow lists of matching.yaml: section → key → words."""

    def __init__(self, text):
        self.sections, section = {}, None
        for line in text.splitlines():
            if re.match(r"\w+:", line):
                section = self.sections.setdefault(line.split(":")[0], {})
            found = re.match(r"  (\S+?): \[(.*)\]", line)
            if found:
                words = [word.strip().strip("'\"") for word in found[2].split(",")]
                section[found[1]] = [word for word in words if word]
        self.within = int(re.search(r"within: (\d+)", text)[1])

    def scopes(self, product):
        """The term list's categories that hold for a product."""
        names = {name for name, members in self.sections["categories"].items()
                 if product["category"] in members}
        own = [product["title"], *product.get("tags", [])]
        own += [one["text"] for one in product.get("category_evidence", [])]
        words = folded("\n".join(own))
        return names | {product["category"]} | {
            name for name, triggers in self.sections["triggers"].items()
            if any(stands(folded(trigger), words) for trigger in triggers)}


def stands(word, text):
    if word.isascii():
        return re.search(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", text)
    return word in text


class Terms:
    def __init__(self, folder):
        self.matching = Matching((folder / "matching.yaml").read_text())
        self.lookalikes = {
            letter: plain for plain, letters in self.matching.sections["lookalikes"].items()
            for letter in letters}
        with open(folder / "terms.tsv", encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.known, self.scanners = {}, {}
        # A platform's region names it too.
        self.regions = {
            file.stem: re.search(r"^region: (\w+)", file.read_text(), re.M)[1]
            for file in (folder.parent / "platforms").glob("*.yaml")}

    def hits(self, text, scopes, platforms, rule=lambda row: True):
        """(term, rule, severity) of all that is found."""
        key = (text, frozenset(scopes), frozenset(platforms))
        if key not in self.known:
            self.known[key] = self.scanner(*key[1:]).hits(text)
        return self.known[key]

    def scanner(self, scopes, platforms):
        if (scopes, platforms) not in self.scanners:
            rows = [row for row in self.rows if self.holds(row, scopes, platforms)]
            self.scanners[scopes, platforms] = Scanner(rows, self)
        return self.scanners[scopes, platforms]

    def holds(self, row, scopes, platforms):
        if row["category"] != "*" and row["category"] not in scopes:
            return False
        names = row["platform"].split(",")
        also = self.matching.sections["platforms"]
        return "*" in names or any(
            platform in [name, *also.get(name, [])] or self.regions.get(platform) == name
            for name in names for platform in platforms)


class Scanner:
    """The terms of one set of categories and platforms."""

    def __init__(self, rows, terms):
        self.terms = terms
        self.patterns = [(self.pattern(row), row) for row in rows if row["term"].startswith("re:")]
        words = [row for row in rows if not row["term"].startswith("re:")]
        self.plain = self.table(words)
        self.loose = self.table([row for row in words if row["rule"] == "diversion"])

    @staticmethod
    def pattern(row):
        return re.compile(row["term"][3:], re.IGNORECASE)

    def table(self, rows):
        """Term → rows, and the one expression that finds them all, the longest first."""
        by_term = {}
        for row in rows:
            by_term.setdefault(folded(row["term"]), []).append(row)
        marked = [rf"(?<![a-z0-9]){re.escape(t)}(?![a-z0-9])" if t.isascii() else re.escape(t)
                  for t in sorted(by_term, key=len, reverse=True)]
        return by_term, re.compile(f"(?=({'|'.join(marked) or '(?!)'}))")

    def hits(self, text):
        plain = folded(text)
        found = self.literal(plain, *self.plain)
        found |= self.literal(bare(plain, self.terms.lookalikes), *self.loose)
        for pattern, row in self.patterns:
            for match in pattern.finditer(plain):
                if not self.excused(row, plain, match.start(), match.end()):
                    found.add((match[0], row["rule"], row["severity"]))
        return found

    def literal(self, text, by_term, expression):
        found = set()
        for match in expression.finditer(text):
            start, end = match.span(1)
            for row in by_term[match[1]]:
                if not self.excused(row, text, start, end):
                    found.add((row["term"], row["rule"], row["severity"]))
        return found

    def excused(self, row, text, start, end):
        """Within a phrase that the term's row allows, or compared with the shop's own goods."""
        for phrase in filter(None, (row.get("exceptions") or "").split("|")):
            for match in re.finditer(re.escape(folded(phrase)), text):
                if match.start() <= start and end <= match.end():
                    return True
        own = self.terms.matching.sections["self_comparison"]
        if row["rule"] != "absolute" or not text[start:].startswith(tuple(own["starts"])):
            return False
        for word in own["words"]:
            at = text.rfind(word, 0, start)
            between = text[at + len(word):start]
            if at >= 0 and len(between) <= self.terms.matching.within and not re.search(
                    "[。!?;\n]", between) and not any(wide in between for wide in own["unless"]):
                return True
        return False
