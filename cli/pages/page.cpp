#include "cli/pages/page.hpp"

#include "cli/pages/theme.hpp"
#include "core/base/format.hpp"

namespace kontingent::cli {
namespace {

void add_seller(templates::Object& data, Seller const& seller) {
    data.insert({{"seller.name", seller.name},
                 {"seller.street", seller.street},
                 {"seller.postcode", seller.postcode},
                 {"seller.city", seller.city},
                 {"seller.country", seller.country},
                 {"seller.vat_id", seller.vat_id},
                 {"seller.email", seller.email},
                 {"seller.phone", seller.phone},
                 {"seller.phone_number", phone_number(seller.phone)},
                 {"seller.url", seller.url},
                 {"has_vat_id", !seller.vat_id.empty()},
                 {"has_email", !seller.email.empty()},
                 {"has_phone", !seller.phone.empty()},
                 {"has_url", !seller.url.empty()}});
    std::string town = seller.postcode;
    town += town.empty() || seller.city.empty() ? "" : " ";
    town += seller.city;
    templates::List address;
    for (std::string const& line : {seller.street, town, seller.country}) {
        if (!line.empty()) {
            address.push_back({{"line", line}});
        }
    }
    data.emplace("address", std::move(address));
}

// What there is to show, and to choose from: no heading over nothing, no choice of one.
void add_flags(templates::Object& data, Catalogue const& catalogue) {
    bool const has_on_demand = catalogue.on_demand() != nullptr;
    data.insert({{"has_services", !catalogue.services.empty()},
                 {"has_levels", !catalogue.levels.empty()},
                 {"has_answers", !catalogue.faq.empty()},
                 {"has_languages", catalogue.languages.size() > 1},
                 {"has_packages", catalogue.package_count() > 0},
                 {"has_on_demand", has_on_demand},
                 {"has_level_question", has_on_demand && !catalogue.levels.empty()},
                 {"has_terms", catalogue.terms.size() > 1}});
}

void add_assets(templates::Object& data, Texts const& assets, Language language) {
    // NAME_LL is the language's own file: it is the page's asset.NAME.
    std::string const ending = "_" + std::string(tag(language));
    for (std::string const& key : assets.keys()) {
        data.emplace("asset." + key, assets.text(key));
    }
    for (std::string const& key : assets.keys()) {
        if (key.ends_with(ending)) {
            data.insert_or_assign("asset." + key.substr(0, key.size() - ending.size()),
                                  assets.text(key));
        }
    }
    bool const has_portal = !assets.text("script").empty();
    data.insert({{"has_fonts", !assets.text("font_regular").empty()},
                 {"has_portal", has_portal},
                 {"portal_state", has_portal ? "loading" : "failed"}});
}

templates::List licences(PageSource const& page) {
    return {page.licences.begin(), page.licences.end()};
}

templates::Object data_of(PageSource const& page) {
    // Made where the template asks for it: a template of a host's own may need fewer texts.
    auto const when_used = [&page](auto make) {
        return templates::Make([&page, make] { return templates::Value(make(page)); });
    };
    templates::Object data{{"language", tag(page.language)},
                           {"root", root_of(page)},
                           {"endpoint", endpoint_address(page)},
                           {"endpoint_source", endpoint_source(page)},
                           {"has_own_texts", !page.own_portal_texts.empty()},
                           {"own_texts", page.own_portal_texts},
                           {"has_theme", page.catalogue.accent_rgb.has_value()},
                           {"is_sample", page.catalogue.is_sample},
                           {"has_canonical", !page.base_url.empty()},
                           {"canonical", canonical_address(page)},
                           {"alternates", when_used(alternate_links)},
                           {"languages", when_used(language_links)},
                           {"services", when_used(services)},
                           {"levels", when_used(levels)},
                           {"answers", when_used(answers)},
                           {"licences", when_used(licences)},
                           {"package_options", when_used(package_options)},
                           {"term_options", when_used(term_options)},
                           {"level_options", when_used(level_options)},
                           {"work_fields", when_used(work_fields)},
                           {"fields", when_used(form_fields)}};
    data.merge(packages(page));
    add_seller(data, page.catalogue.seller);
    add_flags(data, page.catalogue);
    add_assets(data, page.assets, page.language);
    return data;
}

} // namespace

std::string write_page(PageSource const& page, Template const& page_template,
                       templates::Problems& problems, templates::FindPartial const& find_partial) {
    return templates::render(page_template, data_of(page), page.texts, problems, find_partial);
}

} // namespace kontingent::cli
