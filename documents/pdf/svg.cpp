#include "documents/pdf/picture.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <tinyxml2.h>

namespace kontingent::documents::pdf {
namespace {

constexpr std::size_t shape_count_max = 2'000;
constexpr int depth_max = 32;
constexpr double length_max = 1e6;
constexpr double side_min = 0.01; // of the whole picture, so that its scale stays bounded

// x' = a x + c y + e, y' = b x + d y + f
struct Transform {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    Point apply(Point point) const {
        return {a * point.x + c * point.y + e, b * point.x + d * point.y + f};
    }

    Transform after(Transform const& first) const {
        Point const origin = apply({first.e, first.f});
        return {a * first.a + c * first.b,
                b * first.a + d * first.b,
                a * first.c + c * first.d,
                b * first.c + d * first.d,
                origin.x,
                origin.y};
    }
};

// What elements inherit.
struct Paint {
    std::optional<Colour> fill = Colour{0};
    std::optional<Colour> stroke;
    bool is_even_odd = false;
    double stroke_width = 1;
    int line_cap = 0, line_join = 0;
    Transform transform;
};

struct Name {
    std::string_view name;
    int value;
};

constexpr Name line_caps[]{{"butt", 0}, {"round", 1}, {"square", 2}};
constexpr Name line_joins[]{{"miter", 0}, {"round", 1}, {"bevel", 2}};
constexpr Name colours[]{{"black", 0x000000},  {"white", 0xFFFFFF},       {"red", 0xFF0000},
                         {"green", 0x008000},  {"blue", 0x0000FF},        {"gray", 0x808080},
                         {"grey", 0x808080},   {"silver", 0xC0C0C0},      {"navy", 0x000080},
                         {"orange", 0xFFA500}, {"currentColor", 0x000000}};

template <std::size_t size>
std::optional<int> value_of(Name const (&names)[size], std::string_view name) {
    auto const* const found = std::ranges::find(names, name, &Name::name);
    return found == std::end(names) ? std::nullopt : std::optional(found->value);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

// #rgb, #rrggbb, or one of a few names.
std::optional<Colour> colour_of(std::string_view text) {
    if (!text.starts_with('#')) {
        auto const named = value_of(colours, text);
        return named ? std::optional(static_cast<Colour>(*named)) : std::nullopt;
    }
    text.remove_prefix(1);
    constexpr std::size_t short_size = 3;
    constexpr std::size_t long_size = 6;
    if (text.size() != short_size && text.size() != long_size) {
        return std::nullopt;
    }
    Colour colour = 0;
    for (char const digit : text) {
        auto const value =
            std::string_view("0123456789abcdef").find(static_cast<char>(digit | 0x20));
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        auto const nibble = static_cast<Colour>(value);
        colour = text.size() == short_size ? colour << 8U | nibble << 4U | nibble
                                           : colour << 4U | nibble;
    }
    return colour;
}

// A number, perhaps with "px".
std::optional<double> length_of(std::string_view text) {
    auto const number = take_number(text);
    bool const is_length = number && (trimmed(text).empty() || trimmed(text) == "px") &&
                           std::abs(*number) <= length_max;
    return is_length ? number : std::nullopt;
}

std::optional<Transform> transform_of(std::string_view name, std::vector<double> const& values) {
    auto const value = [&values](std::size_t i, double other) {
        return i < values.size() ? values[i] : other;
    };
    if (name == "translate" && (values.size() == 1 || values.size() == 2)) {
        return Transform{.e = values[0], .f = value(1, 0)};
    }
    if (name == "scale" && (values.size() == 1 || values.size() == 2)) {
        return Transform{.a = values[0], .d = value(1, values[0])};
    }
    if (name == "matrix" && values.size() == 6) {
        return Transform{values[0], values[1], values[2], values[3], values[4], values[5]};
    }
    if (name == "rotate" && (values.size() == 1 || values.size() == 3)) {
        constexpr double half_turn = 180;
        constexpr double pi = 3.14159265358979323846;
        double const cosine = std::cos(values[0] * pi / half_turn);
        double const sine = std::sin(values[0] * pi / half_turn);
        Transform const back{.e = -value(1, 0), .f = -value(2, 0)};
        return Transform{cosine, sine, -sine, cosine, value(1, 0), value(2, 0)}.after(back);
    }
    return std::nullopt;
}

// "translate(1 2) scale(3)"
std::optional<Transform> read_transform(std::string_view text) {
    Transform all;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        auto const open = text.find('(');
        auto const close = text.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
            return std::nullopt;
        }
        std::string_view arguments = text.substr(open + 1, close - open - 1);
        std::vector<double> values;
        while (auto const number = take_number(arguments)) {
            values.push_back(*number);
        }
        auto const one = transform_of(trimmed(text.substr(0, open)), values);
        if (!one || !trimmed(arguments).empty()) {
            return std::nullopt;
        }
        all = all.after(*one);
        text.remove_prefix(close + 1);
        text.remove_prefix(text.starts_with(',') ? 1 : 0);
    }
    return all;
}

class SvgReader {
public:
    std::optional<Drawing> read(tinyxml2::XMLElement const& root) {
        Paint paint;
        Point corner;
        if (std::string_view(root.Name()) != "svg" || !read_size(root, corner)) {
            return std::nullopt;
        }
        paint.transform = {.e = -corner.x, .f = -corner.y};
        if (!read_paint(root, paint) || !read_children(root, paint, 0)) {
            return std::nullopt;
        }
        return std::move(drawing_);
    }

private:
    bool read_size(tinyxml2::XMLElement const& root, Point& corner) {
        if (char const* const box = root.Attribute("viewBox")) {
            std::string_view text = box;
            auto const x = take_number(text);
            auto const y = take_number(text);
            auto const width = take_number(text);
            auto const height = take_number(text);
            if (!height) {
                return false;
            }
            corner = {*x, *y};
            drawing_.width = *width;
            drawing_.height = *height;
        } else {
            drawing_.width = number(root, "width", 0);
            drawing_.height = number(root, "height", 0);
        }
        return is_valid_ && drawing_.width >= side_min && drawing_.height >= side_min &&
               drawing_.width <= length_max && drawing_.height <= length_max;
    }

    double number(tinyxml2::XMLElement const& element, char const* name, double other) {
        char const* const text = element.Attribute(name);
        if (text == nullptr) {
            return other;
        }
        auto const length = length_of(text);
        is_valid_ = is_valid_ && length;
        return length.value_or(other);
    }

    bool read_children(tinyxml2::XMLElement const& parent, Paint const& paint, int depth) {
        for (auto const* child = parent.FirstChildElement(); child != nullptr;
             child = child->NextSiblingElement()) {
            std::string_view const name = child->Name();
            if (name == "title" || name == "desc" || name == "metadata") {
                continue;
            }
            Paint own = paint;
            if (depth >= depth_max || !read_paint(*child, own)) {
                return false;
            }
            bool const is_read =
                name == "g" ? read_children(*child, own, depth + 1) : read_shape(*child, name, own);
            if (!is_read) {
                return false;
            }
        }
        return true;
    }

    bool read_paint(tinyxml2::XMLElement const& element, Paint& paint) {
        for (auto const* attribute = element.FirstAttribute(); attribute != nullptr;
             attribute = attribute->Next()) {
            if (!set(attribute->Name(), trimmed(attribute->Value()), paint)) {
                return false;
            }
        }
        return true;
    }

    static bool set_style(std::string_view style, Paint& paint) {
        while (!style.empty()) {
            auto const end = std::min(style.find(';'), style.size());
            std::string_view const declaration = style.substr(0, end);
            auto const colon = declaration.find(':');
            if (!trimmed(declaration).empty() &&
                (colon == std::string_view::npos ||
                 !set(trimmed(declaration.substr(0, colon)), trimmed(declaration.substr(colon + 1)),
                      paint))) {
                return false;
            }
            style.remove_prefix(std::min(end + 1, style.size()));
        }
        return true;
    }

    static bool set_colour(std::optional<Colour>& colour, std::string_view text) {
        colour = colour_of(text);
        return colour || text == "none";
    }

    // Whether the attribute is understood, or says nothing of how a shape looks.
    static bool set(std::string_view name, std::string_view value, Paint& paint) {
        if (name == "style") {
            return set_style(value, paint);
        }
        if (name == "fill") {
            return set_colour(paint.fill, value);
        }
        if (name == "stroke") {
            return set_colour(paint.stroke, value);
        }
        if (name == "stroke-width") {
            auto const width = length_of(value);
            paint.stroke_width = width.value_or(1);
            return width && *width >= 0;
        }
        if (name == "fill-rule") {
            paint.is_even_odd = value == "evenodd";
            return paint.is_even_odd || value == "nonzero";
        }
        if (name == "stroke-linecap" || name == "stroke-linejoin") {
            bool const is_cap = name == "stroke-linecap";
            auto const number = is_cap ? value_of(line_caps, value) : value_of(line_joins, value);
            (is_cap ? paint.line_cap : paint.line_join) = number.value_or(0);
            return number.has_value();
        }
        if (name == "transform") {
            auto const transform = read_transform(value);
            paint.transform = paint.transform.after(transform.value_or(Transform{}));
            return transform.has_value();
        }
        if (name == "opacity" || name == "fill-opacity" || name == "stroke-opacity") {
            return value == "1";
        }
        constexpr std::string_view refused[]{
            "class", "clip-path",  "mask",    "filter",     "stroke-dasharray",
            "href",  "xlink:href", "display", "visibility", "mix-blend-mode",
            "color"};
        return std::ranges::find(refused, name) == std::end(refused);
    }

    bool read_shape(tinyxml2::XMLElement const& element, std::string_view name,
                    Paint const& paint) {
        auto path = path_of(element, name);
        if (!path || !is_valid_ || drawing_.shapes.size() >= shape_count_max) {
            return false;
        }
        for (PathPiece& piece : *path) {
            for (Point& point : piece.points) {
                point = paint.transform.apply(point);
                if (!(std::abs(point.x) <= length_max && std::abs(point.y) <= length_max)) {
                    return false;
                }
            }
        }
        Transform const& by = paint.transform;
        drawing_.shapes.push_back(
            {.path = *std::move(path),
             .fill = paint.fill,
             .stroke = paint.stroke,
             .is_even_odd = paint.is_even_odd,
             .stroke_width = paint.stroke_width * std::sqrt(std::abs(by.a * by.d - by.b * by.c)),
             .line_cap = paint.line_cap,
             .line_join = paint.line_join});
        return true;
    }

    // Every shape as path data, so that there is one way to read them.
    std::optional<std::vector<PathPiece>> path_of(tinyxml2::XMLElement const& element,
                                                  std::string_view name) {
        auto const get = [&](char const* attribute, double other = 0) {
            return number(element, attribute, other);
        };
        if (name == "path" || name == "polygon" || name == "polyline") {
            char const* const data = element.Attribute(name == "path" ? "d" : "points");
            std::string const text = data == nullptr ? "" : data;
            return read_path(name == "path" ? text : "M" + text + (name == "polygon" ? "Z" : ""));
        }
        if (name == "line") {
            return std::vector<PathPiece>{{'m', {Point{get("x1"), get("y1")}}},
                                          {'l', {Point{get("x2"), get("y2")}}}};
        }
        if (name == "circle" || name == "ellipse") {
            double const r = get("r");
            return rounded({get("cx"), get("cy")}, {get("rx", r), get("ry", r)},
                           {get("rx", r), get("ry", r)});
        }
        if (name == "rect") {
            Point const half{get("width") / 2, get("height") / 2};
            double const rx = get("rx", get("ry"));
            return rounded({get("x") + half.x, get("y") + half.y}, half,
                           {std::min(rx, half.x), std::min(get("ry", rx), half.y)});
        }
        return std::nullopt;
    }

    // A rectangle around a centre with elliptical corners.
    static std::optional<std::vector<PathPiece>> rounded(Point centre, Point half, Point corner) {
        if (half.x < 0 || half.y < 0 || corner.x < 0 || corner.y < 0) {
            return std::nullopt;
        }
        // Of a curve's control point from the end of a quarter circle, against its radius.
        constexpr double reach = 0.5522847498307936;
        constexpr Point quarters[]{{1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
        std::vector<PathPiece> pieces{{'m', {Point{centre.x, centre.y - half.y}}}};
        for (std::size_t i = 0; i < std::size(quarters); ++i) {
            Point const sign = quarters[i];
            Point const outer{centre.x + sign.x * half.x, centre.y + sign.y * half.y};
            Point const across{outer.x - sign.x * corner.x, outer.y};
            Point const upwards{outer.x, outer.y - sign.y * corner.y};
            Point const control_across{across.x + sign.x * reach * corner.x, across.y};
            Point const control_upwards{upwards.x, upwards.y + sign.y * reach * corner.y};
            bool const begins_across = i % 2 == 0;
            pieces.push_back({'l', {begins_across ? across : upwards}});
            pieces.push_back(begins_across
                                 ? PathPiece{'c', {control_across, control_upwards, upwards}}
                                 : PathPiece{'c', {control_upwards, control_across, across}});
        }
        pieces.push_back({'h', {}});
        return pieces;
    }

    Drawing drawing_;
    bool is_valid_ = true;
};

} // namespace

std::optional<Drawing> read_svg(std::string_view bytes) {
    tinyxml2::XMLDocument document;
    bool const is_xml = document.Parse(bytes.data(), bytes.size()) == tinyxml2::XML_SUCCESS;
    return is_xml && document.RootElement() != nullptr ? SvgReader().read(*document.RootElement())
                                                       : std::nullopt;
}

} // namespace kontingent::documents::pdf
