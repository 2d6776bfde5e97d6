#include "documents/pdf/outline.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace kontingent::documents::pdf {
namespace {

// TrueType's "glyf": flags of a point.
constexpr unsigned on_curve = 0x01;
constexpr unsigned x_is_short = 0x02;
constexpr unsigned y_is_short = 0x04;
constexpr unsigned repeats = 0x08;
constexpr unsigned x_same_or_positive = 0x10;
constexpr unsigned y_same_or_positive = 0x20;

struct GlyphPoint {
    double x = 0, y = 0;
    bool is_on_curve = false;
};

GlyphPoint middle(GlyphPoint const& a, GlyphPoint const& b) {
    return {(a.x + b.x) / 2, (a.y + b.y) / 2, true};
}

// Reads one simple glyph; the build has checked the font, so its bytes are as they should be.
class GlyphReader {
public:
    explicit GlyphReader(std::span<unsigned char const> bytes) : bytes_(bytes) {}

    std::vector<std::vector<GlyphPoint>> contours() {
        constexpr std::size_t box = 8;
        std::size_t const count = u16();
        at_ += box;
        std::vector<std::size_t> ends;
        for (std::size_t index = 0; index < count; ++index) {
            ends.push_back(u16() + 1U);
        }
        at_ += u16(); // instructions
        read_points(ends.empty() ? 0 : ends.back());
        std::vector<std::vector<GlyphPoint>> contours;
        std::size_t begin = 0;
        for (std::size_t const end : ends) {
            contours.emplace_back(points_.begin() + static_cast<std::ptrdiff_t>(begin),
                                  points_.begin() + static_cast<std::ptrdiff_t>(end));
            begin = end;
        }
        return contours;
    }

private:
    unsigned u8() { return bytes_[at_++]; }

    unsigned u16() {
        unsigned const high = u8();
        return high << 8U | u8();
    }

    int step(unsigned flag, unsigned is_short, unsigned is_same_or_positive) {
        if ((flag & is_short) != 0) {
            int const size = static_cast<int>(u8());
            return (flag & is_same_or_positive) != 0 ? size : -size;
        }
        return (flag & is_same_or_positive) != 0
                   ? 0
                   : static_cast<int>(static_cast<std::int16_t>(u16()));
    }

    void read_points(std::size_t count) {
        std::vector<unsigned> flags;
        while (flags.size() < count) {
            unsigned const flag = u8();
            flags.insert(flags.end(), 1 + ((flag & repeats) != 0 ? u8() : 0), flag);
        }
        points_.resize(count);
        int x = 0;
        int y = 0;
        for (std::size_t index = 0; index < count; ++index) {
            x += step(flags[index], x_is_short, x_same_or_positive);
            points_[index].x = x;
            points_[index].is_on_curve = (flags[index] & on_curve) != 0;
        }
        for (std::size_t index = 0; index < count; ++index) {
            y += step(flags[index], y_is_short, y_same_or_positive);
            points_[index].y = y;
        }
    }

    std::span<unsigned char const> bytes_;
    std::size_t at_ = 0;
    std::vector<GlyphPoint> points_;
};

// Quadratic curves with implied points between two that are off the curve, as cubic ones.
class ContourWriter {
public:
    ContourWriter(std::vector<PathPiece>& path, double left, double scale)
        : path_(path), left_(left), scale_(scale) {}

    void write(std::vector<GlyphPoint> const& contour) {
        std::size_t const count = contour.size();
        if (count == 0) {
            return;
        }
        auto const first = std::ranges::find(contour, true, &GlyphPoint::is_on_curve);
        bool const has_first = first != contour.end();
        std::size_t const begin = has_first ? static_cast<std::size_t>(first - contour.begin()) : 0;
        now_ = has_first ? *first : middle(contour.front(), contour.back());
        GlyphPoint const start = now_;
        path_.push_back({'m', {placed(start), {}, {}}});
        for (std::size_t index = has_first ? 1 : 0; index < count; ++index) {
            GlyphPoint const& point = contour[(begin + index) % count];
            if (point.is_on_curve) {
                path_.push_back({'l', {placed(point), {}, {}}});
                now_ = point;
                continue;
            }
            GlyphPoint const& next = contour[(begin + index + 1) % count];
            bool const is_last = index + 1 == count;
            GlyphPoint const end = is_last ? start : next.is_on_curve ? next : middle(point, next);
            curve(point, end);
            index += !is_last && next.is_on_curve ? 1U : 0U;
        }
        path_.push_back({'h', {}});
    }

private:
    Point placed(GlyphPoint const& point) const {
        return {left_ + point.x * scale_, -point.y * scale_};
    }

    void curve(GlyphPoint const& by, GlyphPoint const& to) {
        auto const towards = [&by](GlyphPoint const& from) {
            return GlyphPoint{from.x + (by.x - from.x) * 2 / 3, from.y + (by.y - from.y) * 2 / 3,
                              true};
        };
        path_.push_back({'c', {placed(towards(now_)), placed(towards(to)), placed(to)}});
        now_ = to;
    }

    std::vector<PathPiece>& path_;
    double left_, scale_;
    GlyphPoint now_;
};

} // namespace

std::vector<PathPiece> outline_of(std::string_view text, Weight weight, Length size) {
    FontData const& font = weight == Weight::regular ? regular_font_data() : semibold_font_data();
    double const scale = static_cast<double>(size) / font.units_per_em;
    std::vector<PathPiece> path;
    double left = 0;
    for (char32_t const character : characters_of(text)) {
        auto const found =
            std::ranges::lower_bound(font.glyphs, character, {}, &FontGlyph::character);
        if (found == font.glyphs.end() || found->character != character) {
            continue;
        }
        if (found->size > 0) {
            ContourWriter writer(path, left, scale);
            for (auto const& contour :
                 GlyphReader(font.outlines.subspan(found->offset, found->size)).contours()) {
                writer.write(contour);
            }
        }
        left += found->advance * scale;
    }
    return path;
}

} // namespace kontingent::documents::pdf
