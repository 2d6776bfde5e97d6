#include "cli/pages/template.hpp"

#include "cli/text/plain.hpp"
#include "cli/text/wording.hpp"

#include <algorithm>

namespace kontingent::cli {
namespace {

// "FILE:LINE:COLUMN" of a place in the template, both from 1, columns in code points.
std::string place_of(Template const& page, std::size_t offset) {
    std::string_view const before = std::string_view(page.text).substr(0, offset);
    auto const line = std::ranges::count(before, '\n') + 1;
    std::size_t const line_start = before.rfind('\n') + 1; // npos + 1 is 0
    std::size_t const column = width_of(before.substr(line_start)) + 1;
    return page.file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

} // namespace

std::string expand_template(Template const& page, Expand const& expand, Report& report) {
    Wording const& words = wording(report.language());
    std::string_view const text = page.text;
    std::string out;
    std::size_t at = 0;
    for (std::size_t open = text.find("{{"); open != std::string_view::npos;
         open = text.find("{{", at)) {
        out += text.substr(at, open - at);
        std::size_t const close = text.find("}}", open);
        if (close == std::string_view::npos) {
            report.add_line(place_of(page, open) +
                            ": open_placeholder: " + std::string(words.open_placeholder));
            return out;
        }
        std::string_view const name = text.substr(open + 2, close - open - 2);
        at = close + 2;
        if (auto const html = expand(name)) {
            out += html->text();
        } else {
            report.add_line(place_of(page, open) +
                            ": unknown_placeholder: " + filled(words.unknown_placeholder, {name}));
        }
    }
    return out += text.substr(at);
}

} // namespace kontingent::cli
