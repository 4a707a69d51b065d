"""QR codes by libqrencode, as the program prints them; payloads, and strangers' texts."""

import ctypes
import ctypes.util

import numpy as np


class _Code(ctypes.Structure):
    _fields_ = [("version", ctypes.c_int), ("width", ctypes.c_int),
                ("data", ctypes.POINTER(ctypes.c_ubyte))]


def _library():
    for name in ("libqrencode.so.4", ctypes.util.find_library("qrencode")):
        try:
            library = ctypes.CDLL(name)
        except (OSError, TypeError):
            continue
        library.QRcode_encodeString.restype = ctypes.POINTER(_Code)
        return library
    raise SystemExit("libqrencode is not here: install libqrencode-dev (brew: qrencode)")


_qrencode = _library()
LEVELS = {"L": 0, "M": 1, "Q": 2, "H": 3}


def modules(text, level="Q"):
    """The code's modules, true where dark, without its quiet zone."""
    found = _qrencode.QRcode_encodeString(text.encode(), 0, LEVELS[level], 2, 1)
    if not found:
        raise ValueError(f"no code holds {text!r}")
    width = found.contents.width
    cells = np.ctypeslib.as_array(found.contents.data, (width, width)) & 1
    cells = cells.astype(bool).copy()
    _qrencode.QRcode_free(found)
    return cells


ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def payload(workspace, code):
    body = f"SR1*{workspace}*{code}"
    total = sum((place + 1) * byte for place, byte in enumerate(body.encode()))
    return f"{body}*{ALPHABET[total % 31]}"


def with_bad_check(text):
    last = ALPHABET[(ALPHABET.index(text[-1]) + 7) % 31]
    return text[:-1] + last


STRANGERS = {
    "url": "https://example.com/p/8842?utm_source=pack",
    "wechat": "https://u.wechat.com/kPzQ9vXw3TgJ7nBdR2mYcLf8sHaE?t=" + "a9B4c7D2" * 12,
    "wifi": "WIFI:T:WPA;S:Studio-5G;P:not-a-secret;;",
    "ean": "6901234567892",
    "slate-like": "SR1-NOT*OURS*1234567*AB",
}
