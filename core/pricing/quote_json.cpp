#include "core/pricing/quote_json.hpp"

#include "core/pricing/quote.hpp"

namespace kontingent {
namespace {

JsonText month_json(Month const& month) {
    return json_object({{"month", json_number(month.month)},
                        {"used_minutes", json_number(month.used.count)},
                        {"included_minutes", json_number(month.included.count)},
                        {"overage_minutes", json_number(month.overage.count)},
                        {"expired_minutes", json_number(month.expired.count)},
                        {"net", json_number(month.net.minor)}});
}

JsonText line_json(Line const& line) {
    return json_object({{"month", json_number(line.month)},
                        {"kind", json_string(line_kind_text(line.kind))},
                        {"minutes", line.minutes ? json_number(line.minutes->count) : json_null()},
                        {"hourly_rate", json_rate(line.hourly_rate)},
                        {"net", json_number(line.net.minor)}});
}

template <typename Value>
std::vector<JsonText> each(std::vector<Value> const& values, JsonText (*write)(Value const&)) {
    std::vector<JsonText> written;
    written.reserve(values.size());
    for (Value const& value : values) {
        written.push_back(write(value));
    }
    return written;
}

} // namespace

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

std::string quote_to_json(Quote const& quote) {
    return json_document({{"catalogue", json_string(quote.catalogue_id)},
                          {"package", json_string(quote.package_id)},
                          {"term_months", json_number(quote.term_months)},
                          {"currency", json_string(quote.currency)},
                          {"pooling", json_pairs(quote.pooled_pairs)},
                          {"months", json_array_of_lines(each(quote.months, month_json), 4)},
                          {"lines", json_array_of_lines(each(quote.lines, line_json), 4)},
                          {"used_minutes", json_number(quote.used.count)},
                          {"overage_minutes", json_number(quote.overage.count)},
                          {"expired_minutes", json_number(quote.expired.count)},
                          {"net", json_number(quote.net.minor)},
                          {"vat", json_number(quote.vat.minor)},
                          {"gross", json_number(quote.gross.minor)},
                          {"effective_hourly_rate", json_rate(quote.effective_hourly_rate)}});
}

} // namespace kontingent
