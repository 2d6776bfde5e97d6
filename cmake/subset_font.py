#!/usr/bin/env python3
"""Makes the site's font file: Inter, cut down to the characters that pages need.

Usage: subset_font.py FOLDER WEIGHT OUTPUT TEXTS…
FOLDER holds @fontsource/inter's woff2 files. OUTPUT is a woff2 file with what every page needs and the
letters of the files TEXTS; beside it, with the ending .advances, is a table of the characters' widths
for tests: the units of an em, and then a code point and its width a line. Layout tables and hinting are dropped. Digits are replaced by their tabular forms, so that columns of money align. The arrow and
comparison signs that the source lacks are drawn from its own glyphs.
"""

import os
import sys
import tempfile

from fontTools import subset
from fontTools.misc.transform import Transform
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

# What every page needs, since visitors type it; what is rarer is shown in the next font of the family.
ASCII = "".join(c for c in map(chr, range(0x20, 0x7F)) if c not in "\\^`{}~[]<>")
PUNCTUATION = "–—’‚“”„•…·" + "\u00a0\u2009\u202f"
SYMBOLS = "€£§°×±−→≤≥"


def letters_of(files):
    letters = set()
    for name in files:
        with open(name, encoding="utf-8") as file:
            letters.update(c for c in file.read() if ord(c) > 0x7F and c.isalpha())
    return letters


def wanted_characters(letters):
    return {ord(c) for c in ASCII + PUNCTUATION + SYMBOLS} | {ord(c) for c in letters}


def add_glyph(font, name, glyph):
    font["glyf"][name] = glyph
    # The glyf table lengthens the order itself; setting it makes the font drop its old index.
    font.setGlyphOrder(font["glyf"].glyphOrder)


def draw(font, name, parts, width):
    """Adds the glyph `name`, made of (source glyph, transform) parts."""
    glyphs = font.getGlyphSet()
    pen = TTGlyphPen(None)
    for source, transform in parts:
        recording = DecomposingRecordingPen(glyphs)
        glyphs[source].draw(recording)
        recording.replay(TransformPen(pen, transform))
    add_glyph(font, name, pen.glyph())
    font["hmtx"][name] = (width, bounds(font, name)[0])


def bounds(font, name):
    glyph = font["glyf"][name]
    glyph.recalcBounds(font["glyf"])
    return glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax


def add_character(font, character, name):
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(character)] = name


def add_arrow(font):
    """→ is ↑ turned about the middle of the minus sign's height."""
    up = font.getBestCmap()[ord("↑")]
    left, bottom, right, top = bounds(font, up)
    _, minus_bottom, _, minus_top = bounds(font, font.getBestCmap()[ord("−")])
    middle_x, middle_y = (left + right) / 2, (bottom + top) / 2
    axis_y = (minus_bottom + minus_top) / 2
    half = (top - bottom) / 2
    margin = max(font["hmtx"][up][1], 0)
    width = round(2 * half + 2 * margin)
    transform = Transform().translate(width / 2, axis_y).transform(Transform(0, -1, 1, 0, 0, 0)).translate(-middle_x, -middle_y)
    draw(font, "arrowright", [(up, transform)], width)
    add_character(font, "→", "arrowright")


def add_comparisons(font):
    """≤ and ≥ are < and > over a minus sign."""
    characters = font.getBestCmap()
    minus = characters[ord("−")]
    bar_left, bar_bottom, bar_right, bar_top = bounds(font, minus)
    for character, name, source in (("≤", "lessequal", "<"), ("≥", "greaterequal", ">")):
        angle = characters[ord(source)]
        _, bottom, _, top = bounds(font, angle)
        lift = (bar_top - bar_bottom) * 1.4
        parts = [(angle, Transform(1, 0, 0, 1, 0, lift)),
                 (minus, Transform(1, 0, 0, 1, 0, bottom - bar_top))]
        draw(font, name, parts, font["hmtx"][angle][0])
        add_character(font, character, name)


def freeze_tabular_digits(font):
    """Lets 0 to 9 show the glyphs that the feature `tnum` would put in their place."""
    gsub = font["GSUB"].table
    lookups = {index for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for index in record.Feature.LookupListIndex}
    tabular = {}
    for index in lookups:
        for table in gsub.LookupList.Lookup[index].SubTable:
            tabular.update(getattr(table, "ExtSubTable", table).mapping)
    for table in font["cmap"].tables:
        for digit in range(ord("0"), ord("9") + 1):
            if table.isUnicode():
                # Tables may share one map: a digit replaced already stays.
                table.cmap[digit] = tabular.get(table.cmap[digit], table.cmap[digit])
    advances = {font["hmtx"][font.getBestCmap()[digit]][0] for digit in range(0x30, 0x3A)}
    if len(advances) != 1:
        raise SystemExit(f"subset_font.py: the digits' widths differ: {sorted(advances)}")


def merge_character(font, other, character):
    """Copies one simple or composed glyph of another file of the family, as outlines."""
    name = other.getBestCmap()[ord(character)]
    recording = DecomposingRecordingPen(other.getGlyphSet())
    other.getGlyphSet()[name].draw(recording)
    pen = TTGlyphPen(None)
    recording.replay(pen)
    add_glyph(font, name, pen.glyph())
    font["hmtx"][name] = other["hmtx"][name]
    add_character(font, character, name)


def save_advances(font, file):
    with open(file, "w", encoding="ascii") as table:
        table.write(f"{font['head'].unitsPerEm}\n")
        for character, name in sorted(font.getBestCmap().items()):
            table.write(f"{character} {font['hmtx'][name][0]}\n")


def write(output, save):
    # Written aside and renamed: two builds may make the same file at once.
    handle, aside = tempfile.mkstemp(dir=os.path.dirname(output))
    os.close(handle)
    save(aside)
    os.chmod(aside, 0o644)
    os.replace(aside, output)


def make(folder, weight, output, *texts):
    font = TTFont(f"{folder}/inter-latin-{weight}-normal.woff2", recalcTimestamp=False)
    extended = TTFont(f"{folder}/inter-latin-ext-{weight}-normal.woff2")
    freeze_tabular_digits(font)
    letters = sorted(letters_of(texts))
    for character in letters:
        if ord(character) not in font.getBestCmap() and ord(character) in extended.getBestCmap():
            merge_character(font, extended, character)
    add_arrow(font)
    add_comparisons(font)
    add_character(font, "\u202f", font.getBestCmap()[0x2009])

    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "gasp", "DSIG"]
    options.name_IDs = [0, 1, 2, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted_characters(letters))
    subsetter.subset(font)
    lacking = wanted_characters(letters) - set(font.getBestCmap())
    if lacking:
        raise SystemExit("subset_font.py: Inter lacks " + " ".join(f"U+{c:04X}" for c in sorted(lacking)))

    font.flavor = "woff2"
    os.makedirs(os.path.dirname(output), exist_ok=True)
    write(output, font.save)
    write(os.path.splitext(output)[0] + ".advances", lambda file: save_advances(font, file))


if __name__ == "__main__":
    if len(sys.argv) < 5:
        raise SystemExit(__doc__)
    make(*sys.argv[1:])
