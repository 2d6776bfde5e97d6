#include "documents/view.hpp"

#include "documents/line_rows.hpp"
#include "documents/wording.hpp"
#include "templates/embedded.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace kontingent::documents {
namespace {

using templates::List;
using templates::Object;

// Those that are not empty.
List lines_of(std::vector<std::string> const& lines) {
    List list;
    for (std::string const& line : lines) {
        if (!line.empty()) {
            list.push_back({{"line", line}});
        }
    }
    return list;
}

std::string joined(std::string const& one, std::string const& other) {
    return one.empty() || other.empty() ? one + other : one + " " + other;
}

List paragraphs_of(std::string_view text) {
    List list;
    while (!text.empty()) {
        auto const end = text.find('\n');
        std::string_view const line = text.substr(0, end);
        if (!line.empty()) {
            list.push_back({{"line", line}});
        }
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return list;
}

class ViewWriter {
public:
    ViewWriter(Printable const& printable, templates::Texts const& texts)
        : printable_(printable), texts_(texts), words_(printable, texts) {}

    Object write() const {
        Content const& content = printable_.content;
        Object view{{"language", tag(content.language)},
                    {"number", printable_.number},
                    {"is_draft", printable_.is_draft()},
                    {"title", content.title.empty() ? texts_.text("title") : content.title},
                    {"introduction", paragraphs_of(content.introduction)},
                    {"closing", paragraphs_of(content.closing)},
                    {"has_payment_terms", !content.payment_terms.empty()},
                    {"payment_terms", paragraphs_of(content.payment_terms)},
                    {"digest", printable_.digest},
                    {"has_digest", !printable_.digest.empty()},
                    {"vat_sentence", words_.vat_sentence()},
                    {"has_vat", words_.has_vat()},
                    {"is_sample", printable_.catalogue.is_sample}};
        add_people(view);
        add_days(view);
        List alternatives;
        for (std::size_t i = 0; i < printable_.alternatives.size(); ++i) {
            alternatives.push_back(alternative(i));
        }
        view.insert_or_assign("alternatives", std::move(alternatives));
        view.insert_or_assign("has_choice", printable_.alternatives.size() > 1);
        return view;
    }

private:
    void add_people(Object& view) const {
        Seller const& seller = printable_.catalogue.seller;
        List sender = lines_of({seller.street, joined(seller.postcode, seller.city), seller.country,
                                seller.email, seller.phone, seller.url});
        List legal = lines_of(seller.legal);
        if (!seller.vat_id.empty()) {
            legal.push_back({{"line", texts_.text("vat_id", {{"id", seller.vat_id}})}});
        }
        Customer const& customer = printable_.customer;
        List recipient = lines_of({customer.company, customer.name, customer.street,
                                   joined(customer.postcode, customer.city), customer.country});
        if (!customer.vat_id.empty()) {
            recipient.push_back({{"line", texts_.text("vat_id", {{"id", customer.vat_id}})}});
        }
        view.insert_or_assign("seller", seller.name);
        view.insert_or_assign("sender", std::move(sender));
        view.insert_or_assign("legal", std::move(legal));
        view.insert_or_assign("recipient", std::move(recipient));
    }

    void add_days(Object& view) const {
        Content const& content = printable_.content;
        view.insert_or_assign("has_date", content.issued_on.has_value());
        view.insert_or_assign("date", content.issued_on ? words_.day(*content.issued_on) : "");
        std::string const state = words_.state();
        view.insert_or_assign("has_state", !state.empty());
        view.insert_or_assign("state", state);
        std::string const& zone = printable_.catalogue.seller.zone;
        view.insert_or_assign("has_validity", content.valid_until.has_value());
        view.insert_or_assign(
            "validity", content.valid_until
                            ? texts_.text("validity", {{"day", words_.day(*content.valid_until)},
                                                       {"zone", zone.empty() ? "UTC" : zone}})
                            : "");
    }

    List rows(OfferedAlternative const& offered, LinePart part) const {
        List list;
        for (LineRow const& row : rows_of(offered.lines, part)) {
            list.push_back({{"label", words_.line(offered, row.line)},
                            {"months", words_.months(row)},
                            {"each", words_.money(row.line.line.net)},
                            {"sum", words_.money(row.sum())}});
        }
        return list;
    }

    Object total(std::string_view key, TaxedAmount const& amount,
                 templates::TextArguments const& arguments = {}) const {
        return {{"label", texts_.text(key, arguments)},
                {"net", words_.money(amount.net)},
                {"vat", words_.money(amount.vat)},
                {"gross", words_.money(amount.gross)}};
    }

    List totals(OfferedAlternative const& offered) const {
        templates::TextArguments const term{{"term", words_.months_in_all(offered)}};
        List list;
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

    std::vector<std::string> services(Offer const& offer) const {
        std::vector<std::string> names;
        for (std::size_t const service : offer.services) {
            names.push_back(words_.in(printable_.catalogue.services[service].name));
        }
        return names;
    }

    std::vector<std::string> responses(Offer const& offer) const {
        std::vector<std::string> sentences;
        for (ResponsePromise const& promise : offer.responses) {
            sentences.push_back(words_.response(promise));
        }
        return sentences;
    }

    std::vector<std::string> optional_items(OfferedAlternative const& offered) const {
        std::vector<std::string> sentences;
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
    std::vector<std::string> remarks(OfferedAlternative const& offered) const {
        std::vector<std::string> sentences;
        if (offered.totals.expected_net != Money{0} && offered.forecast_months < offered.months) {
            sentences.push_back(
                texts_.text("remark.forecast", {{"n", std::to_string(offered.forecast_months)}}));
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

    Object alternative(std::size_t index) const {
        OfferedAlternative const& offered = printable_.alternatives[index];
        Offer const& offer = *printable_.catalogue.find_offer(offered.chosen.package_id);
        List const expected = rows(offered, LinePart::expected);
        List const optional = lines_of(optional_items(offered));
        List const beyond = lines_of(words_.prices_beyond(offer));
        List const promises = lines_of(responses(offer));
        List const included = lines_of(services(offer));
        Object view{{"index", std::to_string(index + 1)},
                    {"name", words_.offer_name(offered)},
                    {"included", words_.included(offer)},
                    {"has_services", !included.empty()},
                    {"services", included},
                    {"has_responses", !promises.empty()},
                    {"responses", promises},
                    {"has_beyond", !beyond.empty()},
                    {"beyond", beyond},
                    {"fixed", rows(offered, LinePart::fixed)},
                    {"has_expected", !expected.empty()},
                    {"expected", expected},
                    {"expected_net", words_.money(offered.totals.expected_net)},
                    {"has_optional", !optional.empty()},
                    {"optional", optional},
                    {"totals", totals(offered)},
                    {"remarks", lines_of(remarks(offered))}};
        return view;
    }

    Printable const& printable_;
    templates::Texts const& texts_;
    Wording words_;
};

std::string filled(Printable const& printable, std::string_view file,
                   templates::Problems& problems) {
    auto const texts = document_texts(printable.content.language, problems);
    if (!texts) {
        return {};
    }
    templates::Template const page{.file = std::string(file),
                                   .text = std::string(templates::embedded(file).value_or(""))};
    return templates::render(page, ViewWriter(printable, *texts).write(), *texts, problems);
}

} // namespace

std::string to_html(Printable const& printable, templates::Problems& problems) {
    return filled(printable, "document.html", problems);
}

std::string to_text(Printable const& printable, templates::Problems& problems) {
    return with_plain_spaces(filled(printable, "document.txt", problems));
}

} // namespace kontingent::documents
