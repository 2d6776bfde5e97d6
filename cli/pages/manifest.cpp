#include "cli/pages/manifest.hpp"

#include "core/json/canonical.hpp"
#include "core/json/reader.hpp"
#include "core/json/writer.hpp"

#include <algorithm>
#include <vector>

namespace kontingent::cli {

std::optional<std::string> manifest_in(Language language, templates::Texts const& texts,
                                       std::string_view manifest) {
    auto const document = json::read(manifest, manifest.size() + 1);
    std::vector<std::string> const keys = texts.keys();
    if (!document || document->root().kind != json::Kind::object ||
        std::ranges::count(keys, "page.title") + std::ranges::count(keys, "page.description") < 2) {
        return std::nullopt;
    }
    std::vector<JsonMember> members{{"name", json_string(texts.text("page.title"))},
                                    {"description", json_string(texts.text("page.description"))},
                                    {"lang", json_string(tag(language))}};
    for (json::Value const& member : document->items(document->root())) {
        if (member.key == "name" || member.key == "description" || member.key == "lang") {
            continue;
        }
        auto const value = json::canonical(*document, member);
        if (!value) {
            return std::nullopt;
        }
        members.emplace_back(member.key, JsonText{*value});
    }
    return json_object(members).text;
}

} // namespace kontingent::cli
