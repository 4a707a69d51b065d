"""Makes every workbook, feed and hostile file again, with its truth beside it.

    python3 make_all.py [workbooks] [feeds] [hostile]

Needs openpyxl, XlsxWriter and Pillow. The workbooks of LibreOffice need soffice and python3-uno
besides, and are left out where those are not.
"""

import sys

import books_libreoffice
import books_openpyxl
import books_openpyxl_faults
import books_openpyxl_rows
import books_xlsxwriter
import feeds_rows
import feeds_shops
import feeds_xml
import hand_excel
import hand_small
import hand_wps
import hostile
from common import OUT

BOOKS = (
    books_openpyxl, books_openpyxl_rows, books_openpyxl_faults, books_xlsxwriter, hand_excel,
    hand_small, hand_wps)
FEEDS = (feeds_xml, feeds_rows, feeds_shops)


def main():
    wanted = set(sys.argv[1:]) or {"workbooks", "feeds", "hostile"}
    OUT.mkdir(exist_ok=True)
    if "workbooks" in wanted:
        for maker in BOOKS:
            maker.make()
        if books_libreoffice.is_here():
            books_libreoffice.make()
        else:
            print("no soffice and python3-uno: the workbooks of LibreOffice are left out", file=sys.stderr)
    if "feeds" in wanted:
        for maker in FEEDS:
            maker.make()
    if "hostile" in wanted:
        hostile.make()


if __name__ == "__main__":
    main()
