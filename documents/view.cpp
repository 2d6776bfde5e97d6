#include "documents/view.hpp"

#include "core/base/base64.hpp"
#include "documents/sheet.hpp"
#include "templates/embedded.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace kontingent::documents {
namespace {

using templates::List;
using templates::Object;

List lines_of(std::vector<std::string> const& lines) {
    List list;
    for (std::string const& line : lines) {
        list.push_back({{"line", line}});
    }
    return list;
}

List rows_of(std::vector<SheetRow> const& rows) {
    List list;
    for (SheetRow const& row : rows) {
        list.push_back(
            {{"label", row.label}, {"months", row.months}, {"each", row.each}, {"sum", row.sum}});
    }
    return list;
}

Object offer_of(SheetOffer const& offer, std::size_t index) {
    List totals;
    for (SheetTotal const& total : offer.totals) {
        totals.push_back({{"label", total.label},
                          {"net", total.net},
                          {"vat", total.vat},
                          {"gross", total.gross}});
    }
    return {{"index", std::to_string(index + 1)},
            {"heading", offer.heading},
            {"included", offer.included},
            {"has_services", !offer.services.empty()},
            {"services", lines_of(offer.services)},
            {"has_responses", !offer.responses.empty()},
            {"responses", lines_of(offer.responses)},
            {"has_beyond", !offer.beyond.empty()},
            {"beyond", lines_of(offer.beyond)},
            {"has_conditions", !offer.conditions.empty()},
            {"conditions", lines_of(offer.conditions)},
            {"fixed", rows_of(offer.fixed)},
            {"has_expected", !offer.expected.empty()},
            {"expected", rows_of(offer.expected)},
            {"expected_net", offer.expected_net},
            {"has_optional", !offer.optional.empty()},
            {"optional", lines_of(offer.optional)},
            {"totals", std::move(totals)},
            {"remarks", lines_of(offer.remarks)}};
}

Object view_of(Sheet const& sheet) {
    List offers;
    for (std::size_t i = 0; i < sheet.offers.size(); ++i) {
        offers.push_back(offer_of(sheet.offers[i], i));
    }
    List sender = lines_of(sheet.address);
    for (Object& line : lines_of(sheet.contact)) {
        sender.push_back(std::move(line));
    }
    return {
        {"language", tag(sheet.language)},
        {"has_logo", !sheet.logo.empty()},
        {"logo_type", std::string(logo_type(sheet.logo))},
        {"logo", to_base64(sheet.logo)},
        {"has_changes", sheet.changes.has_value()},
        {"changes_title", sheet.changes ? sheet.changes->title : std::string()},
        {"changes", lines_of(sheet.changes ? sheet.changes->lines : std::vector<std::string>())},
        {"number", sheet.number},
        {"is_draft", sheet.is_draft},
        {"title", sheet.title},
        {"introduction", lines_of(sheet.introduction)},
        {"closing", lines_of(sheet.closing)},
        {"has_payment_terms", !sheet.payment_terms.empty()},
        {"payment_terms", lines_of(sheet.payment_terms)},
        {"digest", sheet.digest},
        {"has_digest", !sheet.digest.empty()},
        {"vat_sentence", sheet.vat_sentence},
        {"has_vat", sheet.has_vat},
        {"is_sample", sheet.is_sample},
        {"seller", sheet.seller},
        {"sender", std::move(sender)},
        {"legal", lines_of(sheet.legal)},
        {"recipient", lines_of(sheet.recipient)},
        {"has_date", !sheet.date.empty()},
        {"date", sheet.date},
        {"has_state", !sheet.state.empty()},
        {"state", sheet.state},
        {"has_validity", !sheet.validity.empty()},
        {"validity", sheet.validity},
        {"alternatives", std::move(offers)},
        {"has_choice", sheet.has_choice()}};
}

std::string filled(Printable const& printable, std::string_view file,
                   templates::Problems& problems) {
    auto const texts = document_texts(printable.content.language, problems);
    if (!texts) {
        return {};
    }
    templates::Template const page{.file = std::string(file),
                                   .text = std::string(templates::embedded(file).value_or(""))};
    return templates::render(page, view_of(sheet_of(printable, *texts)), *texts, problems);
}

} // namespace

std::string to_html(Printable const& printable, templates::Problems& problems) {
    return filled(printable, "document.html", problems);
}

} // namespace kontingent::documents
