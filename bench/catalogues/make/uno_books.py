"""Fills sheets as a JSON plan tells and stores them; runs under the Python that has uno.

    uno_books.py PIPE PLAN.json
"""

import json
import sys
import time

import uno
from com.sun.star.awt import Point, Size
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import Locale


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice did not answer")


def value(name, v):
    p = PropertyValue()
    p.Name, p.Value = name, v
    return p


def area(sheet, ref):
    return sheet.getCellRangeByName(ref)


def fill(document, context, plan):
    formats = document.getNumberFormats()
    sheets = document.getSheets()
    for n, told in enumerate(plan["sheets"]):
        if n == 0:
            sheet = sheets.getByIndex(0)
            sheet.setName(told["name"])
        else:
            sheets.insertNewByName(told["name"], n)
            sheet = sheets.getByIndex(n)
        for r, row in enumerate(told["rows"]):
            for c, v in enumerate(row):
                cell = sheet.getCellByPosition(c, r)
                if v is None:
                    continue
                if isinstance(v, (int, float)):
                    cell.setValue(v)
                elif v.startswith("\u0001="):
                    cell.setFormula(v[1:])
                else:
                    cell.setString(v)
        for ref, code in told.get("formats", {}).items():
            locale = Locale("zh", "CN", "")
            key = formats.queryKey(code, locale, False)
            if key < 0:
                key = formats.addNew(code, locale)
            area(sheet, ref).NumberFormat = key
        for ref in told.get("merges", []):
            area(sheet, ref).merge(True)
        for ref, text in told.get("comments", {}).items():
            sheet.getAnnotations().insertNew(area(sheet, ref).getCellAddress(), text)
        for row in told.get("hidden_rows", []):
            sheet.getRows().getByIndex(row).IsVisible = False
        for row, height in told.get("heights", {}).items():
            sheet.getRows().getByIndex(int(row)).Height = height
        for ref, path in told.get("pictures", []):
            provider = context.ServiceManager.createInstanceWithContext(
                "com.sun.star.graphic.GraphicProvider", context)
            graphic = provider.queryGraphic((value("URL", uno.systemPathToFileUrl(path)), ))
            shape = document.createInstance("com.sun.star.drawing.GraphicObjectShape")
            shape.Graphic = graphic
            cell = area(sheet, ref)
            place = cell.Position
            shape.setPosition(Point(place.X + 60, place.Y + 60))
            shape.setSize(Size(1500, 1100))
            sheet.getDrawPage().add(shape)
            shape.setPosition(Point(place.X + 60, place.Y + 60))
            shape.Anchor = cell
        if told.get("hidden"):
            sheet.IsVisible = False


def main():
    context = connect(sys.argv[1])
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context)
    for plan in json.load(open(sys.argv[2])):
        document = desktop.loadComponentFromURL(
            "private:factory/scalc", "_blank", 0, (value("Hidden", True), ))
        fill(document, context, plan)
        document.calculateAll()
        for target, kind in plan["store"]:
            document.storeToURL(uno.systemPathToFileUrl(target), (value("FilterName", kind), ))
        document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass


main()
