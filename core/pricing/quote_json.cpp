#include "core/pricing/quote_json.hpp"

#include "core/json/unit_names.hpp"
#include "core/pricing/quote.hpp"

namespace kontingent {
namespace {

JsonText minutes_json(std::optional<Minutes> const& minutes) {
    return minutes ? json_number(minutes->count) : json_null();
}

class QuoteWriter {
public:
    QuoteWriter(Catalogue const& catalogue, Quote const& quote)
        : catalogue_(catalogue), quote_(quote), counts_units_(quote.counts_units) {}

    std::string document() const {
        std::vector<JsonText> months;
        for (Month const& month : quote_.months) {
            months.push_back(this->month(month));
        }
        std::vector<JsonText> lines;
        for (Line const& line : quote_.lines) {
            lines.push_back(json_object(line_members(catalogue_, line, quote_.special_discounts)));
        }
        Quote const& quote = quote_;
        return json_document(
            {{"catalogue", json_string(quote.catalogue_id)},
             {"package", json_string(quote.package_id)},
             {"term_months", json_number(quote.term_months)},
             {"currency", json_string(quote.currency)},
             {"pooling", json_pairs(quote.pooled_pairs)},
             {"months", json_array_of_lines(months, 4)},
             {"lines", json_array_of_lines(lines, 4)},
             {name("worked_minutes"), json_number(quote.worked.count)},
             {name("used_minutes"), json_number(quote.used.count)},
             {name("overage_minutes"), json_number(quote.overage.count)},
             {name("expired_minutes"), json_number(quote.expired.count)},
             {name("left_minutes"), json_number(quote.left.count)},
             {name("open_minutes"), json_number(quote.open.count)},
             {"missing_extras", json_extras(catalogue_, quote.missing_extras)},
             {"fixed", json_number(quote.fixed.minor)},
             {"expected", json_number(quote.expected.minor)},
             {"committed_beyond", json_number(quote.committed_beyond.minor)},
             {"net", json_number(quote.net.minor)},
             {"vat", json_number(quote.vat.minor)},
             {"gross", json_number(quote.gross.minor)},
             {name("effective_hourly_rate"), json_rate(quote.effective_hourly_rate)}});
    }

private:
    std::string_view name(std::string_view minutes_name) const {
        return json::member_name(minutes_name, counts_units_);
    }

    JsonText month(Month const& month) const {
        return json_object({{"month", json_number(month.month)},
                            {name("used_minutes"), json_number(month.used.count)},
                            {name("included_minutes"), minutes_json(month.included)},
                            {name("overage_minutes"), json_number(month.overage.count)},
                            {name("expired_minutes"), json_number(month.expired.count)},
                            {"net", json_number(month.net.minor)}});
    }

    Catalogue const& catalogue_;
    Quote const& quote_;
    bool counts_units_;
};

} // namespace

std::vector<JsonMember> line_members(Catalogue const& catalogue, Line const& line,
                                     SpecialDiscounts const& discounts) {
    bool const counts_units = catalogue.unit.has_value();
    std::vector<JsonMember> members{
        {"month", json_number(line.month)},
        {"kind", json_string(info_of(line.kind).text)},
        {json::member_name("minutes", counts_units), minutes_json(line.minutes)},
        {json::member_name("hourly_rate", counts_units), json_rate(line.hourly_rate)},
        {"net", json_number(line.net.minor)}};
    if (line.work_kind) {
        members.emplace_back("work_kind", json_string(catalogue.kinds[*line.work_kind].id));
    }
    if (line.extra) {
        members.emplace_back("extra", json_string(catalogue.extras[*line.extra].id));
    }
    if (line.quantity) {
        members.emplace_back("quantity", json_number(*line.quantity));
    }
    if (line.special_discount) {
        SpecialDiscount const& discount = discounts[*line.special_discount];
        members.emplace_back("on", json_string(text_of(discount.on)));
        members.emplace_back("reason", json_string(discount.reason));
    }
    return members;
}

JsonText json_rate(std::optional<HourlyRate> const& rate) {
    return rate ? json_number(rate->minor_per_hour) : json_null();
}

JsonText json_pairs(PairList const& pairs) {
    std::vector<JsonText> written;
    written.reserve(pairs.size());
    for (std::int32_t const first : pairs) {
        written.push_back(json_array({json_number(first), json_number(first + 1)}));
    }
    return json_array(written);
}

JsonText json_extras(Catalogue const& catalogue, std::vector<std::size_t> const& extras) {
    std::vector<JsonText> ids;
    for (std::size_t const extra : extras) {
        ids.push_back(json_string(catalogue.extras[extra].id));
    }
    return json_array(ids);
}

std::string quote_to_json(Catalogue const& catalogue, Quote const& quote) {
    return QuoteWriter(catalogue, quote).document();
}

} // namespace kontingent
