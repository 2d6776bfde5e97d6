#include "templates/own_texts.hpp"

#include "core/base/format.hpp"
#include "core/json/reader.hpp"
#include "core/json/writer.hpp"
#include "templates/embedded.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace kontingent::templates {

namespace {

// For ASCII letters; others are as capital as the catalogue writes them.
std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

void replace_all(std::string& text, std::string_view find, std::string_view replacement) {
    for (auto at = text.find(find); at != std::string::npos;
         at = text.find(find, at + replacement.size())) {
        text.replace(at, find.size(), replacement);
    }
}

// {one}, {unit} (more than one, nobody knows how many) and {Unit}, {many}.
std::string with_nouns(std::string text, Unit const& unit, Language language) {
    std::string const& several = unit.noun(2, language);
    replace_all(text, "{one}", unit.noun(1, language));
    replace_all(text, "{unit}", several);
    replace_all(text, "{Unit}", capitalised(several));
    replace_all(text, "{many}", unit.noun(5, language));
    return text;
}

bool outlives_months(Catalogue const& catalogue) {
    return std::ranges::any_of(catalogue.offers, [](Offer const& offer) {
        return offer.has_memory() || offer.allowance.is_unlimited;
    });
}

// Later ones take the place of earlier ones.
std::vector<std::string_view> variants_of(Catalogue const& catalogue) {
    std::vector<std::string_view> variants;
    if (outlives_months(catalogue)) {
        variants.emplace_back("kept/");
    }
    if (catalogue.prices_include_vat) {
        variants.emplace_back("gross/");
    }
    if (catalogue.unit) {
        variants.emplace_back("unit/");
    }
    return variants;
}

// The place of each name of a KONTINGENT_TEXT or KONTINGENT_COUNTED.
std::map<std::string_view, std::size_t> portal_places() {
    std::map<std::string_view, std::size_t> places;
    std::string_view rest = embedded("texts.def").value_or("");
    while (!rest.empty()) {
        std::string_view const line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        auto const open = line.find('(');
        if (line.starts_with("KONTINGENT_") && open != std::string_view::npos) {
            places.emplace(line.substr(open + 1, line.find(')') - open - 1), places.size());
        }
    }
    return places;
}

// Of all languages, since a counted text is replaced form by form.
std::vector<std::string> page_keys() {
    std::vector<std::string> keys;
    for (Language const language : all_languages()) {
        std::string_view const text =
            embedded("page." + std::string(tag(language)) + ".json").value_or("{}");
        auto const document = json::read(text, text.size() + 1);
        for (json::Value const& member : document->items(document->root())) {
            if (member.kind != json::Kind::object) {
                keys.emplace_back(member.key);
                continue;
            }
            for (json::Value const& form : document->items(member)) {
                keys.push_back(std::string(member.key) + "." + std::string(form.key));
            }
        }
    }
    return keys;
}

} // namespace

OwnTexts own_texts(Catalogue const& catalogue, Language language) {
    OwnTexts own;
    std::string const name = "variants." + std::string(tag(language)) + ".json";
    std::string_view const text = embedded(name).value_or("{}");
    auto const document = json::read(text, text.size() + 1);
    for (std::string_view const variant : variants_of(catalogue)) {
        for (json::Value const& member : document->items(document->root())) {
            if (member.key.starts_with(variant)) {
                std::string written(member.text);
                own.insert_or_assign(std::string(member.key.substr(variant.size())),
                                     catalogue.unit
                                         ? with_nouns(std::move(written), *catalogue.unit, language)
                                         : std::move(written));
            }
        }
    }
    for (OwnText const& one : catalogue.texts) {
        own.insert_or_assign(one.key, one.text.in(language));
    }
    return own;
}

bool names_a_text(std::string_view key) {
    static auto const of_portal = portal_places();
    static std::vector<std::string> const of_page = page_keys();
    return of_portal.contains(key) || std::ranges::count(of_page, key) > 0;
}

void use_catalogue(Texts& texts, OwnTexts const& own, Catalogue const& catalogue,
                   Language language) {
    for (auto const& [key, text] : own) {
        texts.replace(key, text);
    }
    texts.set_common({{"seller", catalogue.seller.name},
                      {"currency", catalogue.currency},
                      {"vat", format_percent(catalogue.vat, language)},
                      {"catalogue", catalogue.id},
                      {"email", catalogue.seller.email}});
}

std::string own_portal_texts(OwnTexts const& texts) {
    static auto const places = portal_places();
    std::vector<std::string> keys;
    std::vector<std::string_view> values;
    for (auto const& [key, text] : texts) {
        if (auto const place = places.find(key); place != places.end()) {
            keys.push_back(std::to_string(place->second));
            values.push_back(text);
        }
    }
    std::vector<JsonMember> members;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        members.emplace_back(keys[i], json_string(values[i]));
    }
    return members.empty() ? "" : json_object(members).text;
}

} // namespace kontingent::templates
