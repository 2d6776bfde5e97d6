#include "endpoint/http/media_type.hpp"

#include "core/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kontingent::endpoint {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 18> types{{
    {"html", "text/html; charset=utf-8"},
    {"css", "text/css; charset=utf-8"},
    {"js", "text/javascript; charset=utf-8"},
    {"mjs", "text/javascript; charset=utf-8"},
    {"json", "application/json"},
    {"map", "application/json"},
    {"wasm", "application/wasm"},
    {"webmanifest", "application/manifest+json"},
    {"svg", "image/svg+xml"},
    {"png", "image/png"},
    {"webp", "image/webp"},
    {"jpg", "image/jpeg"},
    {"ico", "image/vnd.microsoft.icon"},
    {"ttf", "font/ttf"},
    {"woff2", "font/woff2"},
    {"txt", "text/plain; charset=utf-8"},
    {"xml", "application/xml"},
    {"pdf", "application/pdf"},
}};

} // namespace

std::string_view media_type(std::string_view file_name) {
    auto const dot = file_name.rfind('.');
    if (dot != std::string_view::npos) {
        for (auto const& [extension, type] : types) {
            if (file_name.substr(dot + 1) == extension) {
                return type;
            }
        }
    }
    return "application/octet-stream";
}

bool is_fingerprinted(std::string_view file_name) {
    auto const dot = file_name.rfind('.');
    if (dot == std::string_view::npos) {
        return false;
    }
    auto const stem = file_name.substr(0, dot);
    auto const separator = stem.find_last_of(".-");
    if (separator == std::string_view::npos || separator == 0) {
        return false;
    }
    auto const mark = stem.substr(separator + 1);
    return mark.size() >= 8 && std::ranges::any_of(mark, ascii::is_digit) &&
           std::ranges::all_of(mark,
                               [](char c) { return ascii::is_digit(c) || ascii::is_letter(c); });
}

} // namespace kontingent::endpoint
