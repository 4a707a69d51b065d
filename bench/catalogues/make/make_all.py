"""Makes every workbook, feed and hostile file again, with its truth beside it.

    python3 make_all.py [workbooks] [feeds] [hostile]

Needs openpyxl, XlsxWriter and Pillow. The workbooks of LibreOffice need soffice and python3-uno
besides, and are left out where those are not.
"""

import shutil
import sys

import books_hand
import books_openpyxl
import books_xlsxwriter
import feeds
import hostile
from common import OUT


def main():
    wanted = set(sys.argv[1:]) or {"workbooks", "feeds", "hostile"}
    OUT.mkdir(exist_ok=True)
    if "workbooks" in wanted:
        books_openpyxl.make()
        books_xlsxwriter.make()
        books_hand.make()
        if shutil.which("soffice"):
            import books_libreoffice
            books_libreoffice.make()
        else:
            print("no soffice: the workbooks of LibreOffice are left out", file=sys.stderr)
    if "feeds" in wanted:
        feeds.make()
    if "hostile" in wanted:
        hostile.make()


if __name__ == "__main__":
    main()
