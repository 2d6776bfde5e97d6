#include "documents/pdf/picture_file.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace kontingent::documents::pdf {
namespace {

std::size_t add_pixels(Objects& objects, Pixels const& pixels) {
    std::string const size = " /Width " + std::to_string(pixels.width) + " /Height " +
                             std::to_string(pixels.height) + " /BitsPerComponent 8";
    std::string const kind = " /Type /XObject /Subtype /Image" + size;
    std::string mask;
    if (!pixels.opacities.empty()) {
        mask = " /SMask " +
               reference(objects.add_stream(kind + " /ColorSpace /DeviceGray", pixels.opacities));
    }
    return objects.add_stream(kind + " /ColorSpace /DeviceRGB" + mask, pixels.colours);
}

class DrawingWriter {
public:
    DrawingWriter(Drawing const& drawing, PlacedLogo const& logo)
        : drawing_(drawing), logo_(logo) {}

    std::string write() {
        for (Shape const& shape : drawing_.shapes) {
            if (shape.fill || shape.stroke) {
                write(shape);
            }
        }
        return content_;
    }

private:
    void write(Shape const& shape) {
        if (shape.fill) {
            content_ += colour_operator(*shape.fill, "rg");
        }
        if (shape.stroke) {
            content_ += colour_operator(*shape.stroke, "RG") + across(shape.stroke_width) + " w " +
                        std::to_string(shape.line_cap) + " J " + std::to_string(shape.line_join) +
                        " j\n";
        }
        for (PathPiece const& piece : shape.path) {
            std::size_t const count = piece.operation == 'h' ? 0 : piece.operation == 'c' ? 3 : 1;
            for (std::size_t i = 0; i < count; ++i) {
                content_ += across(piece.points[i].x) + " " + upwards(piece.points[i].y) + " ";
            }
            content_ += std::string(1, piece.operation) + "\n";
        }
        std::string_view const even_odd = shape.is_even_odd && shape.fill ? "*" : "";
        content_ += std::string(shape.fill && shape.stroke ? "B"
                                : shape.fill               ? "f"
                                                           : "S") +
                    std::string(even_odd) + "\n";
    }

    // Both directions are scaled alike.
    std::string across(double length) const {
        double const scale = static_cast<double>(logo_.width) / drawing_.width;
        return decimal(std::llround(length * scale));
    }

    std::string upwards(double place) const {
        double const scale = static_cast<double>(logo_.width) / drawing_.width;
        return decimal(logo_.height - std::llround(place * scale));
    }

    Drawing const& drawing_;
    PlacedLogo const& logo_;
    std::string content_;
};

} // namespace

PlacedLogo placed(Picture const& picture) {
    double width = 0;
    double height = 0;
    if (auto const* pixels = std::get_if<Pixels>(&picture)) {
        width = static_cast<double>(pixels->width);
        height = static_cast<double>(pixels->height);
    } else {
        width = std::get<Drawing>(picture).width;
        height = std::get<Drawing>(picture).height;
    }
    double const scale = std::min(static_cast<double>(logo_width_max) / width,
                                  static_cast<double>(logo_height_max) / height);
    return {.name = "Logo",
            .width = std::max<Length>(std::llround(width * scale), 1),
            .height = std::max<Length>(std::llround(height * scale), 1),
            .is_scaled = std::holds_alternative<Drawing>(picture)};
}

std::size_t add_picture(Objects& objects, Picture const& picture, PlacedLogo const& logo) {
    if (auto const* pixels = std::get_if<Pixels>(&picture)) {
        return add_pixels(objects, *pixels);
    }
    return objects.add_stream(" /Type /XObject /Subtype /Form /BBox [0 0 " + decimal(logo.width) +
                                  " " + decimal(logo.height) + "]",
                              DrawingWriter(std::get<Drawing>(picture), logo).write());
}

} // namespace kontingent::documents::pdf
