#include "cli/pages/page.hpp"

#include "core/base/format.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace kontingent::cli {
namespace {

constexpr std::string_view text_prefix = "text.";

struct Block {
    std::string_view name;
    Html (*write)(PageSource const&);
};

constexpr std::array blocks{
    Block{"alternate_links", alternate_links},
    Block{"language_links", language_links},
    Block{"packages_table", packages_table},
    Block{"services", services_block},
    Block{"levels", levels_block},
    Block{"answers", answers_block},
    Block{"contact", contact_block},
    Block{"imprint", imprint_block},
    Block{"sample_note", sample_note},
    Block{"theme", theme_link},
    Block{"package_options", package_options},
    Block{"term_options", term_options},
    Block{"level_options", level_options},
    Block{"endpoint", endpoint_address},
    Block{"endpoint_source", endpoint_source},
};

std::optional<Html> expand_name(PageSource const& page, std::string_view name) {
    if (name.starts_with(text_prefix)) {
        return page.text(name.substr(text_prefix.size()));
    }
    if (name == "language") {
        return escaped(tag(page.language));
    }
    if (name == "root") {
        return escaped(root_of(page));
    }
    auto const block = std::ranges::find(blocks, name, &Block::name);
    return block == blocks.end() ? std::nullopt : std::optional(block->write(page));
}

} // namespace

std::string write_page(PageSource const& page, Template const& page_template, Report& report) {
    auto const expand = [&page](std::string_view name) { return expand_name(page, name); };
    return expand_template(page_template, expand, report);
}

TextArguments common_arguments(Catalogue const& catalogue, Language language) {
    return {{"seller", catalogue.seller.name},
            {"currency", catalogue.currency},
            {"vat", format_percent(catalogue.vat, language)},
            {"catalogue", catalogue.id},
            {"email", catalogue.seller.email}};
}

} // namespace kontingent::cli
