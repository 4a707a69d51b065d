"""Catalogue cells by the name that facts give them: `catalogue.csv:5 售价`."""

import csv
import io
import re
import unicodedata
from decimal import Decimal

CELL = re.compile(
    r"(?P<file>[^:;()]+?\.(?:csv|tsv)):(?P<row>\d+)(?: (?P<column>[^:;()]+(?:\([^)]*\))?))?"
)
YES = {"是", "有", "yes", "y", "true", "1", "可", "支持", "√", "✓"}
# Words that only say what a figure is.
FRAMES = sorted(
    "元 ¥ ￥ $ € £ 块 约 近 天 售出 件 评分 分 起 每 一 的 about sold in the last days rated out of per for only "
    "每500克 每100克 每斤 a pack of left pieces 还剩 库存 剩 到 为止 until 等 和 and 省 折 差 个 种 colours colors "
    "sizes 颜色 尺码 选 options".split(),
    key=len,
    reverse=True,
)


def plain(text):
    """For comparing: one width, no case, no signs."""
    text = unicodedata.normalize("NFKC", str(text)).lower()
    return "".join(c for c in text if c.isalnum())


class Cells:
    def __init__(self, folder):
        self.folder, self.tables = folder, {}

    def table(self, name):
        if name not in self.tables:
            try:
                text = (self.folder / name).read_text(encoding="utf-8-sig")
                self.tables[name] = list(csv.reader(io.StringIO(text, newline="")))
            except OSError:
                self.tables[name] = None
        return self.tables[name]

    def opened(self, source):
        """(cell's header, words) of every cell that a source names, or what is wrong with it."""
        if source.startswith("brand/"):
            return self.brand(source)
        found, names = [], list(CELL.finditer(source))
        if not names:
            return "no cell named"
        for name in names:
            table = self.table(name["file"].strip())
            if table is None:
                return "no such file"
            row = int(name["row"])
            if not name["column"]:
                return "no column named"
            column = name["column"].strip()
            if not 1 < row <= len(table):
                return "no such row"
            if column not in table[0]:
                return "no such column"
            place = table[0].index(column)
            found.append((column, table[row - 1][place] if place < len(table[row - 1]) else ""))
        return found

    def brand(self, source):
        path = self.folder / source.split(" ")[0].rstrip(":")
        if not path.exists():
            return "no such file"
        return [("", path.read_text())]


def holds(words, cells, names=()):
    """Whether the cells hold a fact's words: as they are, part by part, or a figure in its frame.

    `names` are what the playbooks call the cells' columns.
    """
    words = words.replace("out of 5", "")
    text = plain(" ".join([f"{header} {cell}" for header, cell in cells] + list(names)))
    alone = plain(" ".join(cell for _, cell in cells))
    if plain(words) in text or plain(words) in alone:
        return True
    headers = plain(" ".join([header for header, _ in cells] + list(names)))
    if plain(words) in headers and any(cell.strip().lower() in YES for _, cell in cells):
        return True
    if not quantities(words) <= quantities(
        " ".join(f"{header} {cell}" for header, cell in cells), bare=True
    ):
        return False
    for name in sorted([header for header, _ in cells] + list(names), key=len, reverse=True):
        if words.lower().startswith(name.lower()):
            words = words[len(name):]
            break
    parts = re.split(r"[\s、，,;；/|·和与+×x*：:]+|\band\b|\bor\b", words)
    return all(piece(part, text) for part in parts if part)


def piece(part, text):
    """A word of a fact: in the cells, or a figure with words that say what it is."""
    rest = QUANTITY.sub("", unicodedata.normalize("NFKC", part).lower())
    if plain(part) in text or plain(rest) in text or part.lower() in UNITS:
        return True
    for frame in FRAMES:
        rest = rest.replace(frame, "")
    return plain(rest) in text


def quantities(text, bare=False):
    """(figure, unit) of all figures; with `bare`, each without its unit where the cell has none."""
    found = set()
    for match in QUANTITY.finditer(unicodedata.normalize("NFKC", text).lower()):
        unit = UNITS.get(match[2] or "")
        figure = Decimal(match[1])
        if not bare:
            found.add((figure, unit))
        elif unit:
            found |= {(figure, unit), (figure, None)}
        else:
            found |= {(figure, other) for other in (None, *UNITS.values())}
    return found


# One name for each unit; a figure that is written in another is another figure.
UNITS = {
    spelling: names.split()[0]
    for names in (
        "cm 厘米 公分",
        "mm 毫米",
        "m 米",
        "g 克 grams",
        "kg 千克 公斤",
        "斤",
        "l 升 liters litres",
        "ml 毫升",
        "w 瓦 watts",
        "mah 毫安时 毫安",
        "h 小时 hours hour",
        "min 分钟 minutes",
        "s 秒 seconds",
        "month 个月 月 months",
        "year 年 years",
        "in inches inch",
        "gsm g/m2", "oz ounces",
        "lb lbs pounds",
        "%",
        "db 分贝",
    )
    for spelling in names.split()
}
SPELLINGS = sorted(UNITS, key=len, reverse=True)
QUANTITY = re.compile(
    rf"(\d+(?:\.\d+)?)\s*((?:{'|'.join(map(re.escape, SPELLINGS))})(?![a-z]))?")
