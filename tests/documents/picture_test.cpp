// Logos: PNG and SVG.
#include "documents/pdf/objects.hpp"
#include "documents/pdf/picture.hpp"

#include <doctest/doctest.h>

#include <string>
#include <variant>
#include <vector>

using namespace kontingent::documents::pdf;

namespace {

std::string u32(std::uint32_t value) {
    std::string bytes;
    for (unsigned const shift : {24U, 16U, 8U, 0U}) {
        bytes += static_cast<char>(value >> shift & 0xFFU);
    }
    return bytes;
}

// Its checksum is none: readers that trust the file's other checks need none of it.
std::string chunk(std::string const& name, std::string const& data) {
    return u32(static_cast<std::uint32_t>(data.size())) + name + data + u32(0);
}

struct Png {
    std::uint32_t width = 2, height = 2;
    std::string depth_and_kind;
    std::string rows; // each with its filter
    std::string palette = {}, opacities = {};
    std::string rest = std::string(3, '\0'); // compression, filter, interlace
};

std::string bytes_of(Png const& png) {
    std::string bytes = "\x89PNG\r\n\x1A\n";
    bytes += chunk("IHDR", u32(png.width) + u32(png.height) + png.depth_and_kind + png.rest);
    bytes += png.palette.empty() ? "" : chunk("PLTE", png.palette);
    bytes += png.opacities.empty() ? "" : chunk("tRNS", png.opacities);
    std::string const packed = deflated(png.rows);
    // Data may come in several chunks.
    bytes += chunk("IDAT", packed.substr(0, 3)) + chunk("IDAT", packed.substr(3));
    return bytes + chunk("IEND", "");
}

std::string operator""_b(char const* text, std::size_t size) {
    return {text, size};
}

Png const colour{.depth_and_kind = "\x08\x02"_b,
                 .rows = "\x00\x01\x02\x03\x04\x05\x06"
                         "\x00\x07\x08\x09\x0A\x0B\x0C"_b};

std::string path_text(std::string_view data) {
    auto const pieces = read_path(data);
    if (!pieces) {
        return "none";
    }
    std::string text;
    for (PathPiece const& piece : *pieces) {
        std::size_t const count = piece.operation == 'h' ? 0 : piece.operation == 'c' ? 3 : 1;
        for (std::size_t i = 0; i < count; ++i) {
            text += decimal(static_cast<Length>(piece.points[i].x * 1'000)) + "," +
                    decimal(static_cast<Length>(piece.points[i].y * 1'000)) + " ";
        }
        text += std::string(1, piece.operation) + " ";
    }
    text.pop_back();
    return text;
}

std::string svg(std::string const& content,
                std::string const& attributes = "viewBox=\"0 0 10 10\"") {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + ">" + content + "</svg>";
}

} // namespace

TEST_CASE("a PNG of each kind") {
    auto const pixels = read_png(bytes_of(colour));
    REQUIRE(pixels);
    CHECK(pixels->width == 2);
    CHECK(pixels->colours == "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0A\x0B\x0C");
    CHECK(pixels->opacities.empty());

    Png grey{.depth_and_kind = "\x08\x00"_b, .rows = "\x00\x01\x02\x00\x03\x04"_b};
    CHECK(read_png(bytes_of(grey))->colours == "\x01\x01\x01\x02\x02\x02\x03\x03\x03\x04\x04\x04");
    grey.opacities = "\x00\x02"_b;
    CHECK(read_png(bytes_of(grey))->opacities == "\xFF\x00\xFF\xFF"_b);

    Png key = colour;
    key.opacities = "\x00\x07\x00\x08\x00\x09"_b;
    CHECK(read_png(bytes_of(key))->opacities == "\xFF\xFF\x00\xFF"_b);

    Png const with_opacity{.height = 1,
                           .depth_and_kind = "\x08\x06"_b,
                           .rows = "\x00\x01\x02\x03\x80\x04\x05\x06\xFF"_b};
    CHECK(read_png(bytes_of(with_opacity))->colours == "\x01\x02\x03\x04\x05\x06");
    CHECK(read_png(bytes_of(with_opacity))->opacities == "\x80\xFF");

    // Three pixels of two bits: 1, 0, 2.
    Png palette{.width = 3,
                .height = 1,
                .depth_and_kind = "\x02\x03"_b,
                .rows = "\x00\x48"_b,
                .palette = "aaabbbccc",
                .opacities = "\x10"};
    CHECK(read_png(bytes_of(palette))->colours == "bbbaaaccc");
    CHECK(read_png(bytes_of(palette))->opacities == "\xFF\x10\xFF");
    palette.palette = "aaabbb"; // there is no colour 2
    CHECK_FALSE(read_png(bytes_of(palette)));
}

TEST_CASE("a PNG's filters give what was filtered") {
    // Rows 10 20 30 and 12 25 31, by each filter of the second row.
    struct Row {
        char const* name;
        std::string second;
    };

    Row const rows[] = {{"none", "\x00\x0C\x19\x1F"_b},
                        {"left", "\x01\x0C\x0D\x06"_b},
                        {"above", "\x02\x02\x05\x01"_b},
                        {"average", "\x03\x07\x09\x04"_b},
                        {"Paeth", "\x04\x02\x05\x01"_b}};
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Png const png{
            .width = 3, .depth_and_kind = "\x08\x00"_b, .rows = "\x00\x0A\x14\x1E"_b + row.second};
        auto const pixels = read_png(bytes_of(png));
        REQUIRE(pixels);
        CHECK(pixels->colours.substr(9) == "\x0C\x0C\x0C\x19\x19\x19\x1F\x1F\x1F");
    }
}

TEST_CASE("a PNG that cannot be printed is refused") {
    auto const with = [](auto change) {
        Png png = colour;
        change(png);
        return bytes_of(png);
    };
    std::string const good = bytes_of(colour);
    CHECK_FALSE(read_png(with([](Png& png) { png.rest = "\x00\x00\x01"_b; })));       // interlaced
    CHECK_FALSE(read_png(with([](Png& png) { png.depth_and_kind = "\x10\x02"_b; }))); // 16 bits
    CHECK_FALSE(read_png(with([](Png& png) { png.depth_and_kind = "\x08\x05"_b; }))); // no kind
    CHECK_FALSE(read_png(with([](Png& png) { png.depth_and_kind = "\x08\x03"_b; }))); // no palette
    CHECK_FALSE(read_png(with([](Png& png) { png.width = 0; })));
    CHECK_FALSE(read_png(with([](Png& png) { png.width = 2'001; })));
    CHECK_FALSE(read_png(with([](Png& png) { png.width = 0xFFFFFFFF; })));
    CHECK_FALSE(read_png(with([](Png& png) { png.rows.pop_back(); })));
    CHECK_FALSE(read_png(with([](Png& png) { png.rows += 'x'; })));
    CHECK_FALSE(read_png(with([](Png& png) { png.rows[7] = 5; }))); // no filter
    for (std::size_t size = 0; size < good.size(); ++size) {
        CHECK_FALSE(read_png(good.substr(0, size)));
    }
}

TEST_CASE("numbers of SVG") {
    std::string_view text = " 1.5.5-2,3e2 -1E-1 +.25 x";
    std::vector<double> found;
    while (auto const number = take_number(text)) {
        found.push_back(*number);
    }
    CHECK(found == std::vector<double>{1.5, .5, -2, 300, -.1, .25});
    CHECK(text == "x");
}

TEST_CASE("SVG's path data") {
    struct Row {
        char const* name;
        char const* data;
        char const* pieces;
    };

    Row const rows[] = {
        {"lines", "M1 2L3 4h2v-1H0V0z", "1,2 m 3,4 l 5,4 l 5,3 l 0,3 l 0,0 l h"},
        {"relative, and points after a move", "m1,1 2,0 0,2z", "1,1 m 3,1 l 3,3 l h"},
        {"after closing, from the start", "M1 1l2 0zl0 1", "1,1 m 3,1 l h 1,2 l"},
        {"curves, smooth and not", "M0 0C1 1 2 1 3 0S5-1 6 0",
         "0,0 m 1,1 2,1 3,0 c 4,-1 5,-1 6,0 c"},
        {"smooth after a line is where it is", "M0 0L1 0s1 1 2 0", "0,0 m 1,0 l 1,0 2,1 3,0 c"},
        {"quadratic", "M0 0Q3 3 6 0T12 0", "0,0 m 2,2 4,2 6,0 c 8,-2 10,-2 12,0 c"},
        {"a quarter of a circle", "M1 0A1 1 0 0 1 0 1", "1,0 m 1,0.552 0.552,1 0,1 c"},
        {"three quarters", "M1 0A1 1 0 1 0 0 1",
         "1,0 m 1,-0.552 0.552,-1 0,-1 c -0.552,-1 -1,-0.552 -1,0 c -1,0.552 -0.552,1 0,1 c"},
        {"an arc without a radius is a line", "M0 0A0 1 0 0 1 5 5", "0,0 m 5,5 l"},
        {"flags without blanks", "M1 0a1 1 0 01-1 1", "1,0 m 1,0.552 0.552,1 0,1 c"},
        {"empty", "", "none"},
        {"without a move", "L1 1", "none"},
        {"a number missing", "M1 1L2", "none"},
        {"no command", "M1 1X2 2", "none"},
        {"no flag", "M0 0A1 1 0 2 1 5 5", "none"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        std::string const found = row.data[0] == '\0' ? "none" : path_text(row.data);
        CHECK(found == row.pieces);
    }
}

TEST_CASE("an SVG's shapes, colours and transforms") {
    auto const drawing = read_svg(svg(
        R"svg(<title>Logo</title><g fill="#f00" transform="translate(1 2) scale(2)"><rect width="3" height="1"/></g>
           <path d="M0 0h1" style="fill: none; stroke: #010203; stroke-width: 2px" stroke-linecap="round"/>
           <circle cx="5" cy="5" r="2" fill-rule="evenodd"/><polygon points="0,0 1,0 1,1" transform="rotate(90)"/>)svg"));
    REQUIRE(drawing);
    CHECK(drawing->width == 10);
    REQUIRE(drawing->shapes.size() == 4);
    CHECK(drawing->shapes[0].fill == Colour{0xFF0000});
    CHECK(drawing->shapes[0].path[0].points[0].x == 4); // the middle of its upper side
    CHECK(drawing->shapes[0].path[0].points[0].y == 2);
    CHECK_FALSE(drawing->shapes[1].fill);
    CHECK(drawing->shapes[1].stroke == Colour{0x010203});
    CHECK(drawing->shapes[1].stroke_width == 2);
    CHECK(drawing->shapes[1].line_cap == 1);
    CHECK(drawing->shapes[2].fill == Colour{0});
    CHECK(drawing->shapes[2].is_even_odd);
    CHECK(drawing->shapes[3].path[1].points[0].y == doctest::Approx(1));
    CHECK(read_svg(svg("", "viewBox=\"-1 -2 3 4\""))->height == 4);
    CHECK(read_svg(svg("", "width=\"30px\" height=\"20\""))->width == 30);
}

TEST_CASE("an SVG that would be printed otherwise than it looks is refused") {
    char const* const contents[] = {
        "<text>Logo</text>",
        "<image href=\"x.png\"/>",
        "<style>rect{}</style>",
        "<use href=\"#a\"/>",
        "<script>1</script>",
        "<linearGradient/>",
        "<rect class=\"a\" width=\"1\" height=\"1\"/>",
        "<rect width=\"1\" height=\"1\" fill=\"url(#a)\"/>",
        "<rect width=\"1\" height=\"1\" opacity=\".5\"/>",
        "<rect width=\"50%\" height=\"1\"/>",
        "<rect width=\"-1\" height=\"1\"/>",
        "<path d=\"M0 0X\"/>",
        "<g transform=\"skewX(3)\"/>",
        "<g transform=\"scale(\"/>",
        "<rect width=\"1e9\" height=\"1\"/>",
    };
    for (char const* const content : contents) {
        CAPTURE(content);
        CHECK_FALSE(read_svg(svg(content)));
    }
    CHECK_FALSE(read_svg(svg("", "")));
    CHECK_FALSE(read_svg(svg("", "viewBox=\"0 0 0 10\"")));
    CHECK_FALSE(read_svg(svg("", "viewBox=\"0 0 1e-9 10\"")));
    CHECK(read_svg(svg("", "viewBox=\"0 0 0.01 10\"")));
    CHECK_FALSE(read_svg("<html/>"));
    CHECK_FALSE(read_svg("no picture"));
    std::string deep;
    for (int i = 0; i < 100; ++i) {
        deep += "<g>";
    }
    for (int i = 0; i < 100; ++i) {
        deep += "</g>";
    }
    CHECK_FALSE(read_svg(svg(deep)));
}

TEST_CASE("a logo is bounded") {
    CHECK(std::holds_alternative<Pixels>(*read_picture(bytes_of(colour))));
    CHECK(std::holds_alternative<Drawing>(*read_picture(svg(""))));
    CHECK_FALSE(read_picture(svg(std::string(64 << 10, ' '))));
    CHECK_FALSE(read_picture(""));
}
