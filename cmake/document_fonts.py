#!/usr/bin/env python3
"""Writes the typeface of documents as C++: every character that Inter has, in two weights.

Usage: document_fonts.py FOLDER OUTPUT
FOLDER holds @fontsource/inter's woff2 files. OUTPUT defines what documents/pdf/font_data.hpp declares: for each weight
its measures, its characters with their widths, and TrueType outlines without hinting; and which letter and accent are one
character of the font. Digits are tabular, as in the site's font. A document embeds the characters that it uses.
"""

import os
import sys
import unicodedata

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from subset_font import add_arrow, add_character, add_comparisons, freeze_tabular_digits, merge_character, write

SETS = ["latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext"]
# Spaces of other widths that the source lacks, and the character whose width they take.
SPACES = {"\u202f": "\u2009", "\u2007": "0", "\u2011": "-"}


def load(folder, weight):
    files = [TTFont(f"{folder}/inter-{name}-{weight}-normal.woff2", recalcTimestamp=False) for name in SETS]
    font = files[0]
    freeze_tabular_digits(font)
    for other in files[1:]:
        for code in sorted(set(other.getBestCmap()) - set(font.getBestCmap())):
            merge_character(font, other, chr(code))
    for character, draw in (("→", add_arrow), ("≤", add_comparisons)):
        if ord(character) not in font.getBestCmap():
            draw(font)
    return font


def outline(font, name):
    """The glyph as the bytes of a simple TrueType glyph; nothing for a blank."""
    recording = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(recording)
    pen = TTGlyphPen(None)
    recording.replay(pen)
    glyph = pen.glyph()
    if glyph.numberOfContours == 0:
        return b"", 0, 0
    glyph.recalcBounds(None)
    data = glyph.compile(None, recalcBBoxes=False)
    return data + b"\0" * (-len(data) % 4), len(glyph.coordinates), glyph.numberOfContours


def bytes_as_cpp(name, data):
    rows = [",".join(map(str, data[i:i + 40])) for i in range(0, len(data), 40)]
    return f"constexpr unsigned char {name}[]{{\n" + ",\n".join(rows) + "};\n"


def face(font, weight):
    characters = dict(font.getBestCmap())
    for character, model in SPACES.items():
        characters.setdefault(ord(character), characters[ord(model)])
    glyphs = []
    notdef, points, contours = outline(font, ".notdef")
    outlines = bytearray(notdef)
    for code, name in sorted(characters.items()):
        data, point_count, contour_count = outline(font, name)
        glyphs.append((code, font["hmtx"][name][0], len(outlines), len(data)))
        outlines += data
        points, contours = max(points, point_count), max(contours, contour_count)
    head, hhea = font["head"], font["hhea"]
    cap_height = getattr(font["OS/2"], "sCapHeight", 0)
    measures = [head.unitsPerEm, hhea.ascent, hhea.descent, cap_height, head.xMin, head.yMin, head.xMax, head.yMax, points,
                contours, font["hmtx"][".notdef"][0], len(notdef)]
    table = ",\n".join(f"{{{c},{a},{o},{s}}}" for c, a, o, s in glyphs)
    return (f"constexpr FontGlyph glyphs_{weight}[]{{\n{table}}};\n" + bytes_as_cpp(f"outlines_{weight}", bytes(outlines)) +
            f"constexpr FontData face_{weight}{{{','.join(map(str, measures))}, glyphs_{weight}, outlines_{weight}}};\n"), set(characters)


def compositions(characters):
    pairs = []
    for code in sorted(characters):
        parts = unicodedata.normalize("NFD", chr(code))
        # Accents may be written after a letter that has one already: what is left of the last accent is composed first.
        if len(parts) > 1:
            base = unicodedata.normalize("NFC", parts[:-1])
            if len(base) == 1 and unicodedata.normalize("NFC", base + parts[-1]) == chr(code):
                pairs.append((ord(base), ord(parts[-1]), code))
    return sorted(pairs)


def make(folder, output):
    regular, characters = face(load(folder, 400), "regular")
    semibold, others = face(load(folder, 600), "semibold")
    if characters != others:
        raise SystemExit("document_fonts.py: the weights have different characters")
    pairs = ",\n".join(f"{{{a},{b},{c}}}" for a, b, c in compositions(characters))
    text = ('// Made by cmake/document_fonts.py.\n#include "documents/pdf/font_data.hpp"\n\nnamespace kontingent::documents::pdf {\n'
            "namespace {\n" + regular + semibold + f"constexpr Composition pairs[]{{\n{pairs}}};\n" +
            "}\nFontData const& regular_font_data() { return face_regular; }\n"
            "FontData const& semibold_font_data() { return face_semibold; }\n"
            "std::span<Composition const> compositions() { return pairs; }\n}\n")
    os.makedirs(os.path.dirname(output), exist_ok=True)
    write(output, lambda file: open(file, "w", encoding="ascii").write(text))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    make(*sys.argv[1:])
