// The blocks that say what the catalogue says besides prices: services, levels, answers, and who
// offers it all.
#include "cli/pages/page.hpp"
#include "core/base/format.hpp"

#include <algorithm>

namespace kontingent::cli {
namespace {

Html link(std::string_view address, std::string_view text) {
    Html html("<a href=\"");
    return html << escaped(address) << "\">" << escaped(text) << "</a>";
}

Html mail_link(Seller const& seller) {
    return link("mailto:" + seller.email, seller.email);
}

Html phone_link(Seller const& seller) {
    std::string number;
    std::ranges::copy_if(seller.phone, std::back_inserter(number), [&number](char sign) {
        return (sign >= '0' && sign <= '9') || (sign == '+' && number.empty());
    });
    return link("tel:" + number, seller.phone);
}

Html imprint_row(PageSource const& page, std::string_view key, Html const& value) {
    Html row("<div><dt>");
    return row << page.text(key) << "</dt><dd>" << value << "</dd></div>\n";
}

} // namespace

Html services_block(PageSource const& page) {
    Html block("<ul class=\"service-list\">\n");
    for (Service const& service : page.catalogue.services) {
        block << "<li><h3>" << page.in_language(service.name) << "</h3> <p>"
              << page.in_language(service.description) << "</p></li>\n";
    }
    return block << "</ul>";
}

Html levels_block(PageSource const& page) {
    Html block("<ol class=\"levels\">\n");
    for (SupportLevel const& level : page.catalogue.levels) {
        std::string const number = format_integer(level.level, page.language);
        block << "<li id=\"level-" << escaped(number) << "\"><h3><span class=\"level-number\">"
              << page.text("level.number", {{"level", number}}) << "</span> "
              << page.in_language(level.name) << "</h3> <p>" << page.in_language(level.definition)
              << "</p> <ul>";
        for (LocalizedText const& example : level.examples) {
            block << "<li>" << page.in_language(example) << "</li>";
        }
        block << "</ul></li>\n";
    }
    return block << "</ol>";
}

Html answers_block(PageSource const& page) {
    Html block("<div class=\"answers\">\n");
    for (Answer const& answer : page.catalogue.faq) {
        block << "<div><h3>" << page.in_language(answer.question) << "</h3> <p>"
              << page.in_language(answer.answer) << "</p></div>\n";
    }
    return block << "</div>";
}

Html contact_block(PageSource const& page) {
    Seller const& seller = page.catalogue.seller;
    Html block("<ul class=\"contact-links\"><li>");
    return block << mail_link(seller) << "</li><li>" << phone_link(seller) << "</li></ul>";
}

Html imprint_block(PageSource const& page) {
    Seller const& seller = page.catalogue.seller;
    Html block("<address>");
    block << escaped(seller.name) << "<br>" << escaped(seller.street) << "<br>"
          << escaped(seller.postcode) << " " << escaped(seller.city) << "<br>"
          << escaped(seller.country) << "</address>\n<dl>";
    block << imprint_row(page, "imprint.vat_id", escaped(seller.vat_id));
    block << imprint_row(page, "imprint.email", mail_link(seller));
    block << imprint_row(page, "imprint.phone", phone_link(seller));
    block << imprint_row(page, "imprint.url", link(seller.url, seller.url));
    return block << "</dl>";
}

Html sample_note(PageSource const& page) {
    if (!page.catalogue.is_sample) {
        return {};
    }
    Html note("<p class=\"sample-note\">");
    return note << page.text("sample.note") << "</p>";
}

} // namespace kontingent::cli
