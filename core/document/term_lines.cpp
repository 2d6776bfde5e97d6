#include "core/document/term_lines.hpp"

#include "core/pricing/fixed.hpp"
#include "core/pricing/quote.hpp"
#include "core/pricing/tariff.hpp"

#include <utility>

namespace kontingent {
namespace {

// The first `month_count` months of a scenario.
Scenario shortened(Scenario scenario, std::size_t month_count) {
    if (scenario.usage.size() <= month_count) {
        return scenario;
    }
    scenario.usage.resize(month_count);
    for (KindMonths& kind : scenario.work.kinds) {
        kind.months.resize(month_count);
    }
    if (!scenario.work.tasks.empty()) {
        scenario.work.tasks.resize(month_count);
    }
    if (auto* pairs = std::get_if<PairList>(&scenario.pooling)) {
        std::erase_if(*pairs, [month_count](std::int32_t first) {
            return static_cast<std::size_t>(first) >= month_count;
        });
    }
    return scenario;
}

} // namespace

std::expected<TermLines, Errors> lines_of_term(Catalogue const& catalogue,
                                               Scenario const& scenario) {
    TermLines result;
    Offer const* offer = catalogue.find_offer(scenario.package_id);
    bool const has_term = offer != nullptr && offer->subscription.has_value();
    result.months =
        has_term ? scenario.term_months : static_cast<std::int32_t>(scenario.usage.size());
    Scenario const covered = shortened(scenario, static_cast<std::size_t>(result.months));
    auto quote = make_quote(catalogue, covered);
    if (!quote) {
        return std::unexpected(std::move(quote.error()));
    }
    result.forecast_months = static_cast<std::int32_t>(covered.usage.size());
    result.lines = std::move(quote->lines);
    result.pooled_pairs = std::move(quote->pooled_pairs);
    result.open = quote->open;
    result.missing_extras = std::move(quote->missing_extras);
    Tariff tariff = tariff_of(catalogue, *offer, scenario.term_months);
    tariff.special_discounts = scenario.special_discounts;
    LineSink sink = LineSink::behind(result.lines);
    for (std::int32_t month = result.forecast_months + 1; month <= result.months; ++month) {
        sink.set_month(month);
        if (!put_fixed(sink, tariff, scenario.extras, month)) {
            return std::unexpected(
                Errors{{.code = ErrorCode::overflow, .pointer = "/term_months", .detail = {}}});
        }
    }
    sink.close();
    return result;
}

} // namespace kontingent
