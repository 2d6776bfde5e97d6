#include "documents/sheet.hpp"

#include "documents/conditions.hpp"
#include "documents/line_rows.hpp"

#include <string_view>

namespace kontingent::documents {
namespace {

using Lines = std::vector<std::string>;

void add_filled(Lines& lines, std::string const& line) {
    if (!line.empty()) {
        lines.push_back(line);
    }
}

Lines filled(Lines const& lines) {
    Lines list;
    for (std::string const& line : lines) {
        add_filled(list, line);
    }
    return list;
}

std::string joined(std::string const& one, std::string const& other) {
    return one.empty() || other.empty() ? one + other : one + " " + other;
}

Lines paragraphs_of(std::string_view text) {
    Lines list;
    while (!text.empty()) {
        auto const end = text.find('\n');
        add_filled(list, std::string(text.substr(0, end)));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return list;
}

class SheetWriter {
public:
    SheetWriter(Printable const& printable, templates::Texts const& texts)
        : printable_(printable), texts_(texts), words_(printable, texts) {}

    Sheet write() const {
        Content const& content = printable_.content;
        Sheet sheet;
        sheet.language = content.language;
        sheet.is_draft = printable_.is_draft();
        sheet.is_sample = printable_.catalogue.is_sample;
        sheet.number = printable_.number;
        sheet.title = content.title.empty() ? texts_.text("title") : content.title;
        sheet.introduction = paragraphs_of(content.introduction);
        sheet.closing = paragraphs_of(content.closing);
        sheet.payment_terms = paragraphs_of(content.payment_terms);
        sheet.digest = printable_.digest;
        sheet.logo = printable_.logo;
        sheet.changes = printable_.changes;
        sheet.vat_sentence = words_.vat_sentence();
        sheet.has_vat = words_.has_vat();
        add_people(sheet);
        add_days(sheet);
        for (OfferedAlternative const& offered : printable_.alternatives) {
            sheet.offers.push_back(offer(offered));
        }
        return sheet;
    }

private:
    void add_people(Sheet& sheet) const {
        Seller const& seller = printable_.catalogue.seller;
        sheet.seller = seller.name;
        sheet.address =
            filled({seller.street, joined(seller.postcode, seller.city), seller.country});
        sheet.contact = filled({seller.email, seller.phone, seller.url});
        sheet.legal = filled(seller.legal);
        if (!seller.vat_id.empty()) {
            sheet.legal.push_back(texts_.text("vat_id", {{"id", seller.vat_id}}));
        }
        Customer const& customer = printable_.customer;
        sheet.recipient = filled({customer.company, customer.name, customer.street,
                                  joined(customer.postcode, customer.city), customer.country});
        if (!customer.vat_id.empty()) {
            sheet.recipient.push_back(texts_.text("vat_id", {{"id", customer.vat_id}}));
        }
    }

    void add_days(Sheet& sheet) const {
        Content const& content = printable_.content;
        sheet.date = content.issued_on ? words_.day(*content.issued_on) : "";
        sheet.state = words_.state();
        std::string const& zone = printable_.catalogue.seller.zone;
        if (content.valid_until) {
            sheet.validity = texts_.text("validity", {{"day", words_.day(*content.valid_until)},
                                                      {"zone", zone.empty() ? "UTC" : zone}});
        }
    }

    std::vector<SheetRow> rows(OfferedAlternative const& offered, LinePart part) const {
        std::vector<SheetRow> list;
        for (LineRow const& row : rows_of(offered.lines, part)) {
            list.push_back({.label = words_.line(offered, row.line),
                            .months = words_.months(row),
                            .each = words_.money(row.line.line.net),
                            .sum = words_.money(row.sum())});
        }
        return list;
    }

    SheetTotal total(std::string_view key, TaxedAmount const& amount,
                     templates::TextArguments const& arguments = {}) const {
        return {.label = texts_.text(key, arguments),
                .net = words_.money(amount.net),
                .vat = words_.money(amount.vat),
                .gross = words_.money(amount.gross)};
    }

    std::vector<SheetTotal> totals(OfferedAlternative const& offered) const {
        templates::TextArguments const term{{"term", words_.months_in_all(offered)}};
        std::vector<SheetTotal> list;
        Offer const& offer = *printable_.catalogue.find_offer(offered.chosen.package_id);
        if (offer.is_package()) {
            list.push_back(total("total.month", offered.totals.month));
        }
        list.push_back(total("total.fixed", offered.totals.fixed, term));
        if (offered.totals.expected_net != Money{0}) {
            list.push_back(total("total.all", offered.totals.all, term));
        }
        return list;
    }

    Lines services(Offer const& offer) const {
        Lines names;
        for (std::size_t const service : offer.services) {
            names.push_back(words_.in(printable_.catalogue.services[service].name));
        }
        return names;
    }

    Lines responses(Offer const& offer) const {
        Lines sentences;
        for (ResponsePromise const& promise : offer.responses) {
            sentences.push_back(words_.response(promise));
        }
        return sentences;
    }

    Lines optional_items(OfferedAlternative const& offered) const {
        Lines sentences;
        for (OptionalItem const& optional : offered.optional_items) {
            Item const& item = printable_.content.items[optional.item];
            sentences.push_back(
                texts_.text(item.every == Every::once ? "optional.once" : "optional.month",
                            {{"text", item.text},
                             {"n", std::to_string(item.quantity)},
                             {"net", words_.money(Money{item.price.minor * item.quantity})}}));
        }
        return sentences;
    }

    // What the totals leave out, or what they rest on.
    Lines remarks(OfferedAlternative const& offered) const {
        Lines sentences;
        if (offered.totals.expected_net != Money{0} && offered.forecast_months < offered.months) {
            sentences.push_back(texts_.text(
                "remark.forecast", {{"months", words_.month_count(offered.forecast_months)}}));
        }
        if (!offered.pooled_pairs.empty()) {
            std::string pairs;
            for (std::int32_t const first : offered.pooled_pairs) {
                pairs += (pairs.empty() ? "" : ", ") + std::to_string(first) + "+" +
                         std::to_string(first + 1);
            }
            sentences.push_back(texts_.text("remark.pooled", {{"pairs", pairs}}));
        }
        if (offered.open != Minutes{0}) {
            sentences.push_back(texts_.text("remark.open", {{"work", words_.work(offered.open)}}));
        }
        for (std::size_t const extra : offered.missing_extras) {
            sentences.push_back(
                texts_.text("remark.missing_extra",
                            {{"name", words_.in(printable_.catalogue.extras[extra].name)}}));
        }
        Money const difference = offered.invoices.gross_difference;
        if (difference != Money{0}) {
            bool const is_less = difference < Money{0};
            sentences.push_back(texts_.text(
                is_less ? "remark.invoices_less" : "remark.invoices_more",
                {{"n", std::to_string(offered.invoices.count)},
                 {"sum", words_.money(offered.invoices.sum.gross)},
                 {"difference",
                  words_.money(Money{is_less ? -difference.minor : difference.minor})}}));
        }
        return sentences;
    }

    std::string heading(OfferedAlternative const& offered) const {
        std::string const name = words_.offer_name(offered);
        auto const& all = printable_.alternatives;
        auto const index = static_cast<std::size_t>(&offered - all.data());
        return all.size() == 1
                   ? name
                   : texts_.text("alternative", {{"n", std::to_string(index + 1)}, {"name", name}});
    }

    SheetOffer offer(OfferedAlternative const& offered) const {
        Offer const& offer = *printable_.catalogue.find_offer(offered.chosen.package_id);
        return {.heading = heading(offered),
                .included = words_.included(offer),
                .services = filled(services(offer)),
                .responses = filled(responses(offer)),
                .beyond = filled(words_.prices_beyond(offer)),
                .conditions = conditions_of(offer, printable_.catalogue, words_),
                .fixed = rows(offered, LinePart::fixed),
                .expected = rows(offered, LinePart::expected),
                .expected_net = words_.money(offered.totals.expected_net),
                .totals = totals(offered),
                .optional = filled(optional_items(offered)),
                .remarks = filled(remarks(offered))};
    }

    Printable const& printable_;
    templates::Texts const& texts_;
    Wording words_;
};

} // namespace

Sheet sheet_of(Printable const& printable, templates::Texts const& texts) {
    return SheetWriter(printable, texts).write();
}

} // namespace kontingent::documents
