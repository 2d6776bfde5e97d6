#include "cli/pages/html.hpp"

namespace kontingent::cli {

Html escaped(std::string_view text) {
    Html html;
    for (char const character : text) {
        switch (character) {
        case '&':
            html << "&amp;";
            break;
        case '<':
            html << "&lt;";
            break;
        case '>':
            html << "&gt;";
            break;
        case '"':
            html << "&quot;";
            break;
        case '\'':
            html << "&#39;";
            break;
        default:
            html.text_ += character;
        }
    }
    return html;
}

} // namespace kontingent::cli
