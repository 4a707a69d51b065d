"""What the workbooks by openpyxl share."""

import datetime

from common import OUT, settle

MAKER = "openpyxl"
STAMP = datetime.datetime(2026, 6, 1, 8)


def finish(book, name, truth):
    book.properties.creator = "运营"
    book.properties.created = STAMP
    book.save(OUT / name)
    settle(OUT / name)
    truth.save()
