"""Texts that are too deep, too long or name files of the machine, and odd sheets."""


from common import zip_bytes
from hand import Book, Cell
from hostile_base import ROWS, SECRET, book, five, replaced, write


def entities():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    write(
        "billion-laughs.xml",
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 '
        f'"lol">{laughs}]><rss><channel><item><id>A1</id><title>&l9;</title><price>1.00 '
        'USD</price></item></channel></rss>',
        "error", "entities that double nine times")
    write(
        "quadratic.xml",
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a '
        f'"{"a" * 100000}">]><rss><channel><item><id>A1</id><title>{"&a;" * 50000}</title><price>'
        '1.00 USD</price></item></channel></rss>',
        "error", "one long entity many times: 5 GB")
    item = "<item><id>A1</id><title>Mug &x;</title><price>1.00 USD</price></item>"
    write(
        "xxe.xml",
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM '
        f'"file:///etc/passwd">]><rss><channel>{item}</channel></rss>',
        "either",
        "an entity from a file of the machine",
        never=SECRET)
    write(
        "xxe-parameter.xml",
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p; '
        f'<!ENTITY x "y">]><rss><channel>{item}</channel></rss>',
        "either",
        "a parameter entity from a file",
        never=SECRET)
    write(
        "xxe-dtd.xml",
        '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:9/evil.dtd"><rss><channel>'
        f'{item.replace("&x;", "")}</channel></rss>',
        "either", "a document type that lies elsewhere; nothing may be fetched")
    parts = book().parts()
    doctype = '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    evil = replaced(
        parts, "xl/sharedStrings.xml",
        lambda s: s.replace("<sst", doctype + "<sst", 1).replace("<t>冰丝", "<t>&x;冰丝"))
    write(
        "xxe-in-workbook.xlsx",
        zip_bytes(evil),
        "either",
        "an entity from a file, within the strings of a workbook",
        never=SECRET)
    laugh = replaced(
        parts, "xl/sharedStrings.xml",
        lambda s: s.replace("<sst", f'<!DOCTYPE sst [<!ENTITY l0 "lol">{laughs}]><sst', 1).replace(
            "<t>冰丝", "<t>&l9;冰丝"))
    write(
        "laughs-in-workbook.xlsx", zip_bytes(laugh), "error",
        "doubling entities within the strings of a workbook")


def depths():
    deep = 100_000
    write(
        "deep.xml", '<?xml version="1.0"?><rss><channel>' + "<a>" * deep + "</a>" * deep +
        "<item><id>A1</id><title>Mug</title><price>1.00 USD</price></item></channel></rss>",
        "either", "100,000 elements within each other")
    write("deep-unclosed.xml", "<a>" * 1_000_000, "error", "a million elements never closed")
    write("deep.json", "[" * deep + "]" * deep, "error", "100,000 lists within each other")
    write(
        "deep-objects.json", '{"a":' * deep + "1" + "}" * deep, "error",
        "100,000 objects within each other")
    write(
        "deep-in-workbook.xlsx",
        zip_bytes(
            replaced(
                book().parts(), "xl/worksheets/sheet1.xml", lambda s: s.replace(
                    "</worksheet>", "<a>" * deep + "</a>" * deep + "</worksheet>"))), "either",
        "the same after the rows of a workbook")
    write(
        "many-attributes.xml",
        "<rss><channel><item " + " ".join(f'a{n}="1"' for n in range(200_000)) +
        "><id>A1</id><title>Mug</title><price>1 USD</price></item></channel></rss>", "either",
        "200,000 attributes on one element")


def big_cells():
    ten = "长" * 3_500_000
    head = "商品编码,商品名称,类目,售价,库存,商品描述\n"
    write(
        "ten-mb-cell.csv", head + f"A1,帆布包,箱包,79,5,{ten}\nA2,马克杯,厨具,39,6,短\n", "either",
        "a description of 10 MB")
    write(
        "ten-mb-title.csv", head + f"A1,{ten},箱包,79,5,短\nA2,马克杯,厨具,39,6,短\n", "either",
        "a title of 10 MB; the second product is read or the file refused by name")
    b = Book()
    rows = [[*ROWS[0], "商品描述"], *[[*r, "短"] for r in ROWS[1:]]]
    rows[1][5] = Cell("i", f"<t>{ten}</t>")
    b.sheet("商品", b.rows(rows))
    write(
        "ten-mb-cell.xlsx", zip_bytes(b.parts()), "either", "a description of 10 MB in a workbook")
    write(
        "unclosed-quote.csv", head + 'A1,"帆布包,箱包,79,5,x\n' + "A2,马克杯,厨具,39,6,短\n" * 200_000,
        "either", "a quote that never closes before 200,000 rows")
    write(
        "nul-bytes.csv", (head + "A1,帆布\0包,箱包,79,5,x\n" + "\0" * 1000 + "\n").encode(), "either",
        "NUL bytes in a cell and after the rows")
    write(
        "million-columns.csv",
        ",".join(f"c{n}" for n in range(1_000_000)) + "\n" + "," * 999_999 + "\n", "error",
        "a million columns")


def odd_sheets():
    parts = book().parts()
    change = lambda f: zip_bytes(replaced(parts, "xl/worksheets/sheet1.xml", f))
    write(
        "string-out-of-range.xlsx",
        change(
            lambda s: s.replace("<v>6</v>", "<v>999999999</v>").replace("<v>7</v>", "<v>-1</v>")),
        "either", "cells that point past the strings", {"least": 3, "most": 5})
    write(
        "huge-references.xlsx",
        change(
            lambda s: s.replace('r="A3"', 'r="ZZZZZZ99999999999"').replace(
                '<row r="4"', '<row r="99999999999999999999"').replace('r="A5"', 'r="A0"')),
        "either", "cells and rows far past the last")
    write(
        "giant-merge.xlsx",
        change(
            lambda s: s.replace(
                "</sheetData>",
                '</sheetData><mergeCells count="3"><mergeCell ref="A1:XFD1048576"/><mergeCell '
                'ref="A6:A1048576"/><mergeCell ref="XFD1048576:A1"/></mergeCells>'
            )), "either", "cells merged over the whole sheet")
    write(
        "odd-numbers.xlsx",
        change(
            lambda s: s.replace("<v>89.0</v>", "<v>1e400</v>").replace("<v>59.9</v>", "<v>NaN</v>").
            replace("<v>139.0</v>", "<v>-0</v>").replace("<v>129.0</v>", "<v>0x10</v>")), "either",
        "numbers that are none", {"least": 1, "most": 5})
    write(
        "same-cell-twice.xlsx",
        change(lambda s: s.replace("</row>", '<c r="A1"><v>1</v></c></row>', 1)), "either",
        "one cell twice in a row", {"least": 0, "most": 5})
    far = "".join(f'<row r="{r}"><c r="XFD{r}"><v>1</v></c></row>' for r in range(7, 60007))
    write(
        "far-column.xlsx",
        change(lambda s: s.replace("</sheetData>", far + "</sheetData>")),
        "either",
        "60,000 rows with one cell in the last column: 983 million cells if laid out",
        seconds=30)
    b = Book()
    for n in range(3000):
        b.sheet(f"s{n}", b.rows(ROWS if n == 0 else [["x"]]))
    write(
        "three-thousand-sheets.xlsx", zip_bytes(b.parts()), "either",
        "3,000 sheets, one with products", five())
    bad = book()
    bad.strings[0] = '<t>商品编码\x01</t>'
    write(
        "control-characters.xlsx", zip_bytes(bad.parts()), "either", "a character that XML forbids")
    write(
        "not-utf8.xlsx",
        zip_bytes([(n, b.encode("gbk", "replace") if n == "xl/sharedStrings.xml" else b)
                   for n, b in parts]), "either", "strings in GBK that say UTF-8")


def make():
    entities()
    depths()
    big_cells()
    odd_sheets()


if __name__ == "__main__":
    make()
