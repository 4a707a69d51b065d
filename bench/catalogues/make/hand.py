"""A small writer of workbooks, part by part, for forms that no library writes."""

from xml.sax.saxutils import escape

from common import letter, zip_bytes

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

# Places in cellXfs.
GENERAL, TEXT, DATE, PERCENT, YUAN, DOLLAR, BOLD, QUOTED, SIX, STAMP = range(10)


def styles(ns=MAIN):
    formats = [(164, '"¥"#,##0.00'), (165, '[$$-409]#,##0.00'), (166, "000000"),
               (167, "yyyy/m/d h:mm")]
    xfs = [(0, ""), (49, ""), (14, ""), (10, ""), (164, ""), (165, ""), (0, ' fontId="1"'),
           (0, ' quotePrefix="1"'), (166, ""), (167, "")]
    return (
        f'{HEAD}<styleSheet xmlns="{ns}"><numFmts count="{len(formats)}">' +"".join(
            f'<numFmt numFmtId="{i}" formatCode="{escape(c, {chr(34): "&quot;"})}"/>'
            for i, c in formats) +
        '</numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font>'
        '<font><b/><sz val="11"/><name val="等线"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" '
        'borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(xfs)}">' +"".join(
            f'<xf numFmtId="{f}"'
            f'{extra if "fontId" in extra else " fontId=" + chr(34) + "0" + chr(34) + extra}'
            ' fillId="0" borderId="0" xfId="0"'
            f'{" applyNumberFormat=" + chr(34) + "1" + chr(34) if f else ""}/>'
            for f, extra in xfs) + "</cellXfs></styleSheet>")


class Cell:
    """kind: s shared, i inline, t str, n number, b bool, e error, d ISO date, r raw XML."""

    def __init__(self, kind, value, style=0, formula=None):
        self.kind, self.value, self.style, self.formula = kind, value, style, formula


def as_cell(value):
    if isinstance(value, Cell):
        return value
    if isinstance(value, (int, float)):
        return Cell("n", value)
    return Cell("s", value)


class Book:

    def __init__(self, ns=MAIN, rel=REL, conformance=""):
        self.ns, self.rel, self.conformance = ns, rel, conformance
        self.strings, self.places = [], {}
        self.sheets = []
        self.extra, self.types, self.defaults = [], [], {}
        self.workbook_rels = []
        self.workbook_pr = ""
        self.namespaces = ""

    def shared(self, raw):
        """Place of one <si> body, raw XML."""
        if raw not in self.places:
            self.places[raw] = len(self.strings)
            self.strings.append(raw)
        return self.places[raw]

    def text(self, value):
        space = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
        return self.shared(f"<t{space}>{escape(value)}</t>")

    def cell(self, ref, cell):
        s = f' s="{cell.style}"' if cell.style else ""
        r = f' r="{ref}"' if ref else ""
        f = f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
        v = cell.value
        match cell.kind:
            case "s":
                return f'<c{r}{s} t="s">{f}<v>{self.text(v)}</v></c>'
            case "S":
                return f'<c{r}{s} t="s"><v>{self.shared(v)}</v></c>'
            case "i":
                return f'<c{r}{s} t="inlineStr"><is>{v}</is></c>'
            case "t":
                return f'<c{r}{s} t="str">{f}<v>{escape(v)}</v></c>'
            case "b" | "e" | "d":
                return f'<c{r}{s} t="{cell.kind}">{f}<v>{escape(str(v))}</v></c>'
            case "r":
                return f"<c{r}{s}{v}</c>"
            case _:
                return f'<c{r}{s}>{f}' + ("" if v is None else f"<v>{v!r}</v>") + "</c>"

    def rows(self, rows, first=1, refs=True, attributes=None):
        """XML of <row>s; a row is a list of values, None for no cell."""
        out = []
        for n, row in enumerate(rows, first):
            more = (attributes or {}).get(n, "")
            r = f' r="{n}"' if refs else ""
            out.append(
                f"<row{r}{more}>" +"".join(
                    self.cell(f"{letter(c)}{n}" if refs else "", as_cell(v))
                    for c, v in enumerate(row, 1) if v is not None) + "</row>")
        return "".join(out)

    def sheet(self, name, rows_xml, before="", after="", state="", rels=()):
        self.sheets.append((name, rows_xml, before, after, state, list(rels)))

    def parts(self):
        types = [(
            "/xl/workbook.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
                 (
                     "/xl/styles.xml",
                     "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"), ]
        out, entries, rels = [], [], []
        for n, (name, rows_xml, before, after, state, sheet_rels) in enumerate(self.sheets, 1):
            types.append((
                f"/xl/worksheets/sheet{n}.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"))
            quoted = escape(name, {'"': "&quot;"})
            visible = f' state="{state}"' if state else ""
            entries.append(f'<sheet name="{quoted}" sheetId="{n}"{visible} r:id="rId{n}"/>')
            rels.append((f"rId{n}", f"{self.rel}/worksheet", f"worksheets/sheet{n}.xml"))
            out.append((
                f"xl/worksheets/sheet{n}.xml",
                f'{HEAD}<worksheet xmlns="{self.ns}" xmlns:r="{self.rel}"{self.namespaces}>{before}'
                f"<sheetData>{rows_xml}</sheetData>{after}</worksheet>"))
            if sheet_rels:
                out.append((f"xl/worksheets/_rels/sheet{n}.xml.rels", relations(sheet_rels)))
        n = len(self.sheets)
        rels.append((f"rId{n + 1}", f"{self.rel}/styles", "styles.xml"))
        if self.strings:
            types.append((
                "/xl/sharedStrings.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"))
            rels.append((f"rId{n + 2}", f"{self.rel}/sharedStrings", "sharedStrings.xml"))
            out.append((
                "xl/sharedStrings.xml",
                f'{HEAD}<sst xmlns="{self.ns}" count="{len(self.strings)}" '
                f'uniqueCount="{len(self.strings)}">'
                + "".join(f"<si>{s}</si>" for s in self.strings) + "</sst>"))
        rels += self.workbook_rels
        out.append((
            "xl/workbook.xml",
            f'{HEAD}<workbook xmlns="{self.ns}" xmlns:r="{self.rel}"{self.conformance}>'
            f'{self.workbook_pr}<sheets>{"".join(entries)}</sheets></workbook>'))
        out.append(("xl/_rels/workbook.xml.rels", relations(rels)))
        out.append(("xl/styles.xml", styles(self.ns)))
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml", **self.defaults
        }
        content = (
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
            "".join(f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in defaults.items()) +
            "".join(f'<Override PartName="{p}" ContentType="{t}"/>'
                    for p, t in types + self.types) + "</Types>")
        return [
            ("[Content_Types].xml", content),
            ("_rels/.rels", relations(
                [("rId1", f"{self.rel}/officeDocument", "xl/workbook.xml")])), *out, *self.extra
        ]

    def save(self, path, **how):
        path.write_bytes(zip_bytes(self.parts(), **how))


def relations(items):
    return (
        f'{HEAD}<Relationships xmlns="{PACKAGE}">' +
        "".join(f'<Relationship Id="{i}" Type="{t}" Target="{g}"/>'
                for i, t, g in items) + "</Relationships>")
