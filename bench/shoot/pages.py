#!/usr/bin/env python3
"""Reads made sheets as a crew would: slates off the rendered pages, the phone page in a browser.

    pages.py [FOLDER]

FOLDER holds NAME.pdf, NAME-slates.pdf, NAME.csv, NAME.xlsx and NAME-zh.html for some names, as
`make bench-pages` leaves them, or a workspace's work/shotlist. Pictures of pages are left in
FOLDER/pictures. Exit status 1 when something falls short. Needs poppler, Pillow, pyzbar and
openpyxl; what Chromium or LibreOffice would show is skipped, and said so, where they are missing.
"""

import csv
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import openpyxl
from PIL import Image
from pyzbar import pyzbar

from phone import Phone, browser

MARKS = ("OK", "NG", "KEEP")
MM = 25.4
faults = []


def hold(condition, words):
    if not condition:
        faults.append(words)
        print("  FAULT", words)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def page_count(pdf):
    return int(re.search(rb"Pages:\s+(\d+)", run("pdfinfo", pdf)).group(1))


def rendered(pdf, dpi, folder):
    run("pdftoppm", "-r", str(dpi), "-gray", pdf, f"{folder}/page")
    for file in sorted(Path(folder).glob("page-*.pgm")):
        yield Image.open(file)
        file.unlink()


def codes(image):
    found = pyzbar.decode(image, symbols=[pyzbar.ZBarSymbol.QRCODE])
    return sorted(found, key=lambda c: (c.rect.top // 40, c.rect.left))


def modules_on_a_side(code):
    """Ours are versions 1 and 2; 16 characters fit version 1 at level Q."""
    return 21 if len(code.data) <= 16 else 25


def is_quiet(image, code):
    """Whether four modules around a code are white, by its box."""
    box, side = code.rect, modules_on_a_side(code)
    module = box.width / side
    for reach in (1.5, 3.5):
        for x in range(box.left - int(reach * module), box.left + box.width, 3):
            for y in (box.top - int(reach * module), box.top + box.height + int(reach * module)):
                if 0 <= x < image.width and 0 <= y < image.height and image.getpixel((x, y)) < 200:
                    return False
        for y in range(box.top - int(reach * module), box.top + box.height, 3):
            for x in (box.left - int(reach * module), box.left + box.width + int(reach * module)):
                if 0 <= x < image.width and 0 <= y < image.height and image.getpixel((x, y)) < 200:
                    return False
    return True


def check_slates(pdf, payloads, least_module, dpi=100):
    read, sizes, noisy = [], {True: [], False: []}, 0
    with tempfile.TemporaryDirectory() as folder:
        for image in rendered(pdf, dpi, folder):
            for code in codes(image):
                text = code.data.decode()
                read.append(text)
                sizes[text.split("*")[2] in MARKS].append(
                    code.rect.width / dpi * MM / modules_on_a_side(code))
                noisy += not is_quiet(image, code)
    slates = [text for text in read if text.split("*")[2] not in MARKS]
    marks = [text.split("*")[2] for text in read if text.split("*")[2] in MARKS]
    found = sum(1 for text in payloads if text in set(slates))
    least, least_mark = (min(sizes[kind], default=0) for kind in (False, True))
    print(f"  {pdf.name}: {page_count(pdf)} pages, {found} of {len(payloads)} slates read, "
          f"modules {least:.2f} mm; marks {marks}, modules {least_mark:.2f} mm")
    hold(slates == payloads, f"{pdf.name}: slates are not all read in filming order")
    hold(sorted(marks) == sorted(MARKS), f"{pdf.name}: mark cards {marks}")
    hold(least >= least_module, f"{pdf.name}: a slate's module is too small")
    hold(least_mark >= 3.2, f"{pdf.name}: a mark card's module is too small")
    hold(noisy == 0, f"{pdf.name}: {noisy} codes have something in their quiet zone")


def check_sheets(pdf, payloads):
    with tempfile.TemporaryDirectory() as folder:
        read = Counter(
            code.data.decode() for image in rendered(pdf, 150, folder) for code in codes(image))
    found = sum(1 for text in payloads if read[text])
    print(f"  {pdf.name}: {page_count(pdf)} pages, {found} of {len(payloads)} codes read")
    hold(read == Counter(payloads), f"{pdf.name}: codes on the cards are not those of the table")


def check_words(pdf):
    """Every word inside its page, every page with its number."""
    text = run("pdftotext", "-bbox", str(pdf), "-").decode("utf-8", "replace")
    pages = text.split("<page ")[1:]
    outside = 0
    for page in pages:
        width, height = map(float, re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
        boxes = re.findall(
            r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"', page)
        outside += sum(1 for x0, y0, x1, y1 in ([float(v) for v in box] for box in boxes)
                       if x0 < -1 or x1 > width + 1 or y1 < 0 or y0 > height)
    hold(outside == 0, f"{pdf.name}: {outside} words stand outside their page")
    return pages


def check_numbers(pdf, pages):
    for number, page in enumerate(pages, 1):
        words = re.findall(r">([^<]*)</word>", page)
        hold(words[-3:] == [str(number), "/", str(len(pages))],
             f"{pdf.name}: page {number} ends with {words[-3:]}")


def read_one(image):
    found = codes(image)
    return found[0].data.decode() if len(found) == 1 else None


def check_phone(page, payloads, pictures, is_plain):
    program = browser()
    if not program:
        print("  no Chromium here: the phone page is skipped")
        return
    name = page.stem
    phone = Phone(program)
    try:
        drive(phone, page, payloads, pictures, name, is_plain)
        drive_without_storage(program, page)
    finally:
        phone.close()
    hold(not phone.errors, f"{page.name}: the console says {phone.errors[:3]}")


def drive(phone, page, payloads, pictures, name, is_plain):
    phone.open(page)
    first = phone.picture(pictures / f"{name}-1-slate.png")
    hold(read_one(first) == payloads[0], f"{name}: the first slate is not read off the screen")
    shown = phone.ask(
        "(function(){var s=document.querySelector('section.on'),r=function(q){"
        "return s.querySelector(q).getBoundingClientRect()},"
        "n=document.querySelector('nav').getBoundingClientRect();"
        "return {code:r('.code svg').width,h1:r('h1').bottom,product:r('.product').bottom,"
        "picture:r('.picture').bottom,nav:n.top}})()")
    hold(shown["code"] == 390, f"{name}: the code is {shown['code']} wide on a screen of 390")
    if is_plain:
        hold(max(shown["h1"], shown["product"], shown["picture"]) <= shown["nav"],
             f"{name}: what is filmed needs scrolling: {shown}")
    phone.swipe(330, 60, 500)
    hold(read_one(phone.picture(pictures / f"{name}-2-next.png")) == payloads[1],
         f"{name}: a swipe to the left does not bring the next slate")
    phone.swipe(60, 330, 500)
    hold(read_one(phone.picture()) == payloads[0], f"{name}: a swipe to the right does not go back")
    for number, mark in enumerate(MARKS):
        phone.tap(f"nav [data-mark={mark}]")
        read = read_one(phone.picture(pictures / f"{name}-3-{mark}.png"))
        hold(read and read.split("*")[2] == mark, f"{name}: the {mark} card reads {read}")
        phone.swipe(330, 60, 300)
        read = read_one(phone.picture())
        hold(read == payloads[number + 1], f"{name}: a swipe on the {mark} card shows {read}")
    done = [phone.ask(f"document.getElementById('{word}').textContent") for word in ("done", "rest")]
    hold(done == ["2", str(len(payloads) - 2)], f"{name}: done and left are {done}")
    phone.tap("#open")
    phone.picture(pictures / f"{name}-4-list.png")
    wide = phone.ask("document.getElementById('list').scrollWidth")
    hold(wide <= 390, f"{name}: the list is {wide} wide")
    phone.tap("#left")
    hidden = phone.ask("[].filter.call(document.querySelectorAll('#list a'),"
                       "function(a){return !a.offsetParent}).length")
    hold(hidden == 2, f"{name}: {hidden} shots are hidden as done")
    phone.open(page)
    kept = phone.ask("[document.querySelectorAll('#list a[data-state]').length,"
                     "document.getElementById('place').textContent]")
    hold(kept == [3, f"4 / {len(payloads)}"], f"{name}: after loading anew: {kept}")
    check_every_slate(phone, page, payloads)
    phone.size(844, 390)
    phone.open(page, "#s1")
    hold(read_one(phone.picture(pictures / f"{name}-5-across.png")) == payloads[0],
         f"{name}: the slate is not read with the phone across")
    phone.size(390, 844)
    phone.send("Emulation.setEmulatedMedia",
               features=[{"name": "prefers-color-scheme", "value": "dark"}])
    dark = phone.picture()
    hold(dark.getpixel((5, 120)) == (255, 255, 255), f"{name}: a dark phone darkens the page")


def check_every_slate(phone, page, payloads):
    """Reads each slate off the screen, and looks that nothing is wider than it."""
    unread = too_wide = 0
    phone.open(page, "#s1")
    for index, payload in enumerate(payloads):
        # Every slate of a long list costs minutes; each tenth shows as much.
        if len(payloads) <= 60 or index % 10 == 0:
            unread += read_one(phone.picture()) != payload
        too_wide += phone.ask("document.documentElement.scrollWidth") > 390
        phone.tap("#next")
    hold(unread == 0, f"{page.name}: {unread} slates are not read off the screen")
    hold(too_wide == 0, f"{page.name}: {too_wide} shots are wider than the screen")


def drive_without_storage(program, page):
    phone = Phone(program)
    try:
        phone.before_load("Object.defineProperty(window,'localStorage',"
                          "{get:function(){throw new Error('no')}})")
        phone.open(page)
        phone.tap("nav [data-mark=OK]")
        phone.tap("#marks .code")
        done = phone.ask("document.getElementById('done').textContent")
        hold(done == "1", f"{page.name}: without storage a mark is not kept ({done})")
        hold(not phone.errors, f"{page.name}: without storage the console says {phone.errors[:2]}")
    finally:
        phone.close()


def check_book(path, table):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    formulas = sum(1 for page in book.worksheets for row in page.iter_rows() for cell in row
                   if cell.data_type == "f")
    hold(formulas == 0, f"{path.name}: {formulas} formulas")
    hold(sheet.max_row == len(table) + 1, f"{path.name}: {sheet.max_row} rows")
    hold(sheet.freeze_panes and sheet.auto_filter.ref and sheet.print_title_rows,
         f"{path.name}: no frozen header, filter or repeated row")
    hold(sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToHeight == 0,
         f"{path.name}: not set up for print")
    lists = [rule.formula1 for rule in sheet.data_validations.dataValidation]
    hold(lists.count('"OK,NG,KEEP"') >= 1, f"{path.name}: drop-downs {lists}")
    print(f"  {path.name}: sheets {book.sheetnames}, {sheet.max_row} rows")
    if not shutil.which("soffice"):
        print("  no LibreOffice here: its reading is skipped")
        return
    with tempfile.TemporaryDirectory() as folder:
        run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder, path)
        with open(next(Path(folder).glob("*.csv")), encoding="utf-8", newline="") as file:
            read = list(csv.reader(file))
    hold(len(read) == len(table) + 1, f"{path.name}: LibreOffice reads {len(read)} rows")


def first_pages(pdf, pictures):
    run("pdftoppm", "-r", "70", "-png", "-l", "3", pdf, str(pictures / pdf.stem))


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent / "work")
    pictures = folder / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    for table in sorted(folder.glob("*.csv")):
        name = table.stem
        print(name)
        rows = rows_of(table)
        payloads = [row["打板码 Slate"] for row in rows]
        sheets = folder / f"{name}.pdf"
        slates = next(folder / n for n in (f"{name}-slates.pdf", "slates.pdf")
                      if (folder / n).exists())
        check_sheets(sheets, payloads)
        check_numbers(sheets, check_words(sheets))
        check_slates(slates, payloads, 4.0)
        check_words(slates)
        large = folder / f"{name}-slates-a4.pdf"
        if large.exists():
            check_slates(large, payloads, 4.5)
            check_words(large)
        for pdf in (sheets, slates, large):
            if pdf.exists():
                first_pages(pdf, pictures)
        for page in (folder / f"{name}-zh.html", folder / f"{name}.html"):
            if page.exists():
                check_phone(page, payloads, pictures, name != "hostile")
        check_book(folder / f"{name}.xlsx", rows)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
