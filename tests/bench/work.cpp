#include "tests/bench/work.hpp"

#include "core/advice/trials.hpp"
#include "core/base/random.hpp"

namespace kontingent::bench {
namespace {

// A whole number from 0 to `bound` - 1.
std::int64_t random_below(std::uint64_t index, std::uint64_t bound) {
    return static_cast<std::int64_t>((random_bits(forecast_seed, index) >> 32) * bound >> 32);
}

class Digest {
public:
    void take(std::int64_t figure) {
        value_ = value_ * 31 + static_cast<std::uint32_t>(static_cast<std::uint64_t>(figure));
    }

    std::int64_t value() const { return value_; }

private:
    std::uint32_t value_ = 0;
};

void take_line(Digest& digest, Line const& line) {
    digest.take(line.month);
    digest.take(static_cast<std::int64_t>(line.kind));
    digest.take(line.minutes ? line.minutes->count : -1);
    digest.take(line.hourly_rate ? line.hourly_rate->minor_per_hour : -1);
    digest.take(line.quantity ? *line.quantity : -1);
    digest.take(line.net.minor);
}

std::int64_t digest_of(Quote const& quote) {
    Digest digest;
    digest.take(quote.term_months);
    for (std::int32_t const first_month : quote.pooled_pairs) {
        digest.take(first_month);
    }
    for (Month const& month : quote.months) {
        digest.take(month.month);
        digest.take(month.used.count);
        digest.take(month.included ? month.included->count : -1);
        digest.take(month.overage.count);
        digest.take(month.expired.count);
        digest.take(month.net.minor);
    }
    for (Line const& line : quote.lines) {
        take_line(digest, line);
    }
    for (Minutes const minutes :
         {quote.worked, quote.used, quote.granted, quote.overage, quote.expired}) {
        digest.take(minutes.count);
    }
    for (Money const amount :
         {quote.fixed, quote.expected, quote.committed_beyond, quote.saved_by_pooling, quote.vat}) {
        digest.take(amount.minor);
    }
    digest.take(quote.effective_hourly_rate ? quote.effective_hourly_rate->minor_per_hour : -1);
    return digest.value();
}

Forecast trial_forecast(Catalogue const& catalogue) {
    Needs needs;
    needs.average = Minutes{600};
    needs.season = catalogue.seasons[1].weights;
    needs.certainty = Certainty::half;
    return forecast_of(needs, catalogue, 0);
}

} // namespace

std::vector<Minutes> make_forecast(std::size_t index) {
    std::uint64_t const first = index * (month_count + 1);
    auto const level = static_cast<std::uint64_t>(120 + random_below(first, 2'281));
    std::vector<Minutes> months;
    for (std::size_t month = 1; month <= month_count; ++month) {
        months.push_back(Minutes{random_below(first + month, 2 * level + 1)});
    }
    return months;
}

QuoteWork::QuoteWork(Catalogue const& catalogue)
    : catalogue_(catalogue), offers_(offers_of(catalogue)), quotes_(offers_.size()) {
    for (std::size_t i = 0; i < forecast_count; ++i) {
        forecasts_.push_back(make_forecast(i));
    }
    scenario_.pooling = BestPooling{};
}

std::int64_t QuoteWork::quote_all(std::vector<Minutes> const& usage) {
    scenario_.usage = usage;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < offers_.size(); ++i) {
        OfferId const& offer = offers_[i];
        scenario_.package_id = catalogue_.offers[offer.offer_index].id;
        scenario_.term_months = offer.term_months;
        remake_quote(quotes_[i], catalogue_, scenario_).value();
        sum += quotes_[i].net.minor;
    }
    return sum;
}

std::int64_t QuoteWork::run(std::size_t first, std::size_t count) {
    std::int64_t sum = 0;
    for (std::size_t i = first; i < first + count; ++i) {
        sum += quote_all(forecasts_[i % forecast_count]);
    }
    return sum;
}

std::vector<std::int64_t> QuoteWork::results() {
    std::vector<std::int64_t> results;
    for (std::vector<Minutes> const& usage : forecasts_) {
        quote_all(usage);
        for (Quote const& quote : quotes_) {
            results.insert(results.end(), {quote.net.minor, quote.gross.minor, digest_of(quote)});
        }
    }
    return results;
}

Catalogue with_memory(Catalogue catalogue, Memory memory) {
    for (Offer& offer : catalogue.offers) {
        if (!offer.is_package() || memory == Memory::none) {
            continue;
        }
        Allowance& allowance = offer.allowance;
        allowance.pooling_pairs_per_term_max = 0;
        switch (memory) {
        case Memory::none:
            break;
        case Memory::yearly:
            allowance.period_months = 12;
            allowance.included.count *= 12;
            break;
        case Memory::carry:
            allowance.carry =
                Carry{.months = 3, .cap = allowance.included, .share = BasisPoints{5'000}};
            break;
        case Memory::blocks:
            offer.overage = Overage{.mode = OverageMode::block,
                                    .tiers = {},
                                    .block_size = Minutes{300},
                                    .block_price = Money{50'000},
                                    .block_valid_months = 6};
            break;
        }
    }
    return catalogue;
}

std::vector<std::int64_t> run_trials(Catalogue const& catalogue) {
    auto made = Trials::of(catalogue, trial_forecast(catalogue));
    Trials& trials = made.value();
    trials.run_all();
    std::vector<std::int64_t> results;
    std::vector<std::size_t> all;
    for (OfferRisk const& risk : trials.risks()) {
        all.push_back(all.size());
        results.insert(results.end(),
                       {risk.mean.minor, risk.p10.minor, risk.p50.minor, risk.p90.minor,
                        risk.overage_chance.value, risk.expired_mean.count});
    }
    for (BasisPoints const chance : trials.cheapest_chances(all)) {
        results.push_back(chance.value);
    }
    return results;
}

} // namespace kontingent::bench
