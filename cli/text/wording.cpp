#include "cli/text/wording.hpp"

#include "cli/text/plain.hpp"
#include "core/base/format.hpp"

#include <algorithm>
#include <cstddef>

namespace kontingent::cli {

std::string filled(std::string_view text, std::initializer_list<std::string_view> arguments) {
    std::string out;
    while (!text.empty()) {
        std::size_t const open = text.find('{');
        out += text.substr(0, open);
        text.remove_prefix(std::min(open, text.size()));
        if (text.size() < 3) {
            out += text;
            break;
        }
        // "{0}" to "{9}": languages/generate.mjs writes nothing else into braces.
        out += std::data(arguments)[text[1] - '0'];
        text.remove_prefix(3);
    }
    return out;
}

std::string_view form_for(Counted const& noun, std::int64_t count, Language language) {
    return noun.forms.at(static_cast<std::size_t>(plural_of(count, false, language)));
}

std::string counted(Counted const& noun, std::int64_t count, Language language) {
    return filled(form_for(noun, count, language), {plain(format_integer(count, language))});
}

} // namespace kontingent::cli
