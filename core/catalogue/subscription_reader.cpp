// Reads what a package costs each month, and the terms that it is sold with.
#include "core/base/small_sort.hpp"
#include "core/catalogue/offer_reader.hpp"
#include "core/catalogue/overage_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace kontingent {
namespace {

using json::Presence;

constexpr json::Bounds term_bounds{1, term_months_max};
constexpr json::Bounds term_count_bounds{1, term_months_max};

class SubscriptionReader {
public:
    SubscriptionReader(OfferContext& context, Offer& offer)
        : json_(context.checker.json),
          catalogue_(context.catalogue),
          subscription_(offer.subscription.emplace()),
          period_months_(offer.allowance.period_months) {}

    void read(json::Members const& members, json::Value const& object) {
        Money const setup_fee = json_.money(members["setup_fee"], price_max).value_or(Money{});
        read_terms(members["terms"], object);
        for (OfferedTerm& term : subscription_.terms) {
            term.setup_fee = setup_fee;
        }
        read_prices(members["prices"]);
        json::Value const* monthly = members["monthly_price"];
        subscription_.monthly_price = json_.money(monthly, price_max).value_or(Money{});
        bool const needs_monthly = std::ranges::any_of(
            subscription_.terms, [](OfferedTerm const& term) { return !term.total; });
        if (monthly == nullptr && needs_monthly) {
            json_.report(ErrorCode::missing_member, object, "monthly_price");
        }
        // What is behind it counts on a term.
        if (subscription_.terms.empty()) {
            subscription_.terms.emplace_back();
        }
    }

private:
    void read_terms(json::Value const* list, json::Value const& object) {
        if (list == nullptr) {
            for (Term const& term : catalogue_.terms) {
                add(term.months, object);
            }
            return;
        }
        if (!json_.list(list, term_count_bounds)) {
            return;
        }
        for (json::Value const& item : json_.document().items(*list)) {
            if (auto const months = known_term(&item)) {
                if (subscription_.find_term(*months) != nullptr) {
                    json_.report(ErrorCode::duplicate_id, item, std::to_string(*months));
                } else {
                    add(*months, item);
                }
            }
        }
        sort_few(subscription_.terms, &OfferedTerm::months);
    }

    void add(std::int32_t months, json::Value const& place) {
        auto const term = std::ranges::find(catalogue_.terms, months, &Term::months);
        subscription_.terms.push_back(
            {.months = months, .discount = term->discount, .total = {}, .setup_fee = {}});
        if (months % period_months_ != 0) {
            json_.report(ErrorCode::term_not_divisible, place, std::int64_t{period_months_});
        }
    }

    // One of the catalogue's.
    std::optional<std::int32_t> known_term(json::Value const* value) {
        auto const months = json_.integer(value, term_bounds);
        if (!months || catalogue_.terms.empty()) {
            return std::nullopt;
        }
        Choices possible;
        for (Term const& term : catalogue_.terms) {
            if (term.months == *months) {
                return term.months;
            }
            possible.push_back(std::to_string(term.months));
        }
        json_.report(ErrorCode::unknown_value, *value, std::move(possible));
        return std::nullopt;
    }

    void read_prices(json::Value const* list) {
        if (!json_.list(list, term_count_bounds)) {
            return;
        }
        std::vector<std::int32_t> priced;
        for (json::Value const& item : json_.document().items(*list)) {
            json::Members const members(
                json_, &item,
                {{"months"}, {"total", Presence::optional}, {"setup_fee", Presence::optional}});
            auto const months = known_term(members["months"]);
            auto const total = json_.money(members["total"], price_max);
            auto const setup_fee = json_.money(members["setup_fee"], price_max);
            if (!months) {
                continue;
            }
            if (std::ranges::find(priced, *months) != priced.end()) {
                json_.report(ErrorCode::duplicate_id, *members["months"], std::to_string(*months));
                continue;
            }
            priced.push_back(*months);
            auto const term = std::ranges::find(subscription_.terms, *months, &OfferedTerm::months);
            if (term == subscription_.terms.end()) {
                json_.report(ErrorCode::unknown_value, *members["months"], offered_terms());
                continue;
            }
            term->total = total;
            term->setup_fee = setup_fee.value_or(term->setup_fee);
        }
    }

    Choices offered_terms() const {
        Choices terms;
        for (OfferedTerm const& term : subscription_.terms) {
            terms.push_back(std::to_string(term.months));
        }
        return terms;
    }

    json::Checker& json_;
    Catalogue const& catalogue_;
    Subscription& subscription_;
    std::int32_t period_months_;
};

} // namespace

void read_subscription(OfferContext& context, json::Members const& members,
                       json::Value const& object, Offer& offer) {
    SubscriptionReader(context, offer).read(members, object);
}

} // namespace kontingent
