"""Recomputes figures that the program has computed from cells."""

import ast
import operator
import re
from decimal import Decimal, DivisionByZero, InvalidOperation

SIGNS = {"÷": "/", "×": "*", "−": "-", "–": "-", "·": "*"}
WORK = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
EQUAL = re.compile(r"\s*(=|≈)\s*")


def computed(expression):
    """The value of sums, differences, products, quotients; None where it is something else."""
    for sign, plain in SIGNS.items():
        expression = expression.replace(sign, plain)
    if not re.fullmatch(r"[\d\s.()+\-*/]+", expression):
        return None
    try:
        return walk(ast.parse(expression.strip(), mode="eval").body)
    except (SyntaxError, ValueError, DivisionByZero, InvalidOperation):
        return None


def walk(node):
    if isinstance(node, ast.BinOp) and type(node.op) in WORK:
        return WORK[type(node.op)](walk(node.left), walk(node.right))
    if isinstance(node, ast.Constant):
        return Decimal(str(node.value))
    raise ValueError("something else")


def listed(text):
    return len([part for part in re.split(r"[、，,;；/|]|\s+\+\s+", text) if part.strip()])


def fault(formula, words, cells):
    """What is wrong with a computed figure, or None."""
    sides = EQUAL.split(formula)
    if len(sides) < 3:
        return "formula without a result"
    left, sign, right = sides[0], sides[1], sides[2]
    day = re.fullmatch(r"\s*\d{4}-0?(\d+)-0?(\d+)\s*", left)
    if day:
        return None if right in words and left.strip() in " ".join(
            cell for _, cell in cells) and re.findall(r"\d+", right) in (
                [day[1], day[2]], [day[2]]) else "formula gives something else"
    found = re.search(r"\d+(?:\.\d+)?", right)
    if not found:
        return "formula without a result"
    result, value = Decimal(found[0]), computed(left)
    held = " ".join(cell for _, cell in cells).replace(",", "")
    if value is None:
        value = Decimal(listed(left))
        if not all(part.strip() in held for part in re.split(r"[、，,;；/|]", left)):
            return "formula not understood"
    else:
        for operand in re.findall(r"\d+(?:\.\d+)?", left):
            # Units bring in round figures of their own: 500 g, 1000 ml, 100 sheets.
            if not within(operand, held) and Decimal(operand) not in (100, 500, 1000):
                return "a figure of the formula is in no cell"
    step = Decimal(1).scaleb(result.as_tuple().exponent)
    if abs(value - result) >= step or (sign == "=" and value != result):
        return "formula gives something else"
    if found[0] not in words.replace(",", "") and str(result.normalize()) not in words:
        return "result is not in the words"
    return None


# Of grams, millilitres and centimetres in what cells measure with.
TURNED = [Decimal(factor) for factor in (
    "1", "1000", "500", "50", "100", "10", "0.1", "28.349523125", "453.59237", "29.5735295625")]


def within(figure, text):
    """Whether a text has a figure, in its own unit or turned into another."""
    wanted = Decimal(figure)
    return any(
        abs(Decimal(other) * factor - wanted) <= wanted / 1000
        for other in re.findall(r"\d+(?:\.\d+)?", text) for factor in TURNED)
