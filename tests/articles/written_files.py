"""Files as researchers have them, written by hand: a PDF of letters at their places."""

import re


def pdf_of(*lines, backward=False):
    """Write a PDF of Arabic lines, each letter at its place, drawn in either order."""
    letters = sorted(set("".join(lines)) - {" "})
    codes = {letter: at + 1 for at, letter in enumerate(letters)}
    drawn = ["BT /F 12 Tf"]
    for row, line in enumerate(lines):
        # What stands from the left in a line from the right: numbers, Latin words.
        seen = re.sub(r"[0-9A-Za-z.%]*[0-9A-Za-z%]", lambda run: run[0][::-1], line)
        places = [(500 - 7 * at, x) for at, x in enumerate(seen) if x != " "]
        for x, letter in reversed(places) if backward else places:
            drawn.append(f"1 0 0 1 {x} {700 - 20 * row} Tm <{codes[letter]:02x}> Tj")
    return _pdf("\n".join([*drawn, "ET"]), codes)


def _pdf(drawn, codes):
    last = len(codes)
    names = " ".join(f"/g{code}" for code in codes.values())
    glyph = "600 0 0 0 560 700 d1 0 0 560 700 re f"
    mapped = "\n".join(f"<{code:02x}> <{ord(x):04x}>" for x, code in codes.items())
    unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{last} beginbfchar\n{mapped}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        "/Resources << /Font << /F 5 0 R >> >> >>"
    )
    glyphs = " ".join(f"/g{code} 7 0 R" for code in codes.values())
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FirstChar 1 "
        f"/FontMatrix [0.001 0 0 0.001 0 0] /LastChar {last} "
        f"/Widths [{' '.join(['600'] * last)}] /ToUnicode 6 0 R "
        f"/Encoding << /Type /Encoding /Differences [1 {names}] >> "
        f"/CharProcs << {glyphs} >> >>"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        _stream(drawn),
        font,
        _stream(unicode),
        _stream(glyph),
    ]
    body = "%PDF-1.4\n"
    places = ["0000000000 65535 f "]
    for number, one in enumerate(objects, start=1):
        places.append(f"{len(body):010} 00000 n ")
        body += f"{number} 0 obj\n{one}\nendobj\n"
    table = "\n".join(["xref", f"0 {len(places)}", *places])
    trailer = f"trailer\n<< /Root 1 0 R /Size {len(places)} >>"
    body += f"{table}\n{trailer}\nstartxref\n{body.rindex('endobj') + 7}\n%%EOF\n"
    return body.encode("ascii")


def _stream(text):
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"
