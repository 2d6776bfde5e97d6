#include "core/catalogue/catalogue.hpp"

#include <algorithm>

namespace kontingent {
namespace {

template <class Item, class Key, class Member>
Item const* find_in(std::vector<Item> const& items, Key const& key, Member member) {
    auto const found = std::ranges::find(items, key, member);
    return found == items.end() ? nullptr : &*found;
}

} // namespace

OfferedTerm const* Subscription::find_term(std::int32_t months) const {
    return find_in(terms, months, &OfferedTerm::months);
}

ResponsePromise const* Offer::promise_for(std::int32_t level) const {
    return find_in(responses, level, &ResponsePromise::level);
}

bool Offer::can_exceed() const {
    return !allowance.is_unlimited ||
           std::ranges::any_of(kinds, [](KindRule const& rule) { return !rule.uses_included; });
}

bool Offer::has_memory() const {
    auto const keeps_blocks = [](KindRule const& rule) {
        return rule.overage && rule.overage->keeps_blocks();
    };
    return !allowance.is_monthly() || overage.keeps_blocks() ||
           std::ranges::any_of(kinds, keeps_blocks);
}

Offer const* Catalogue::find_offer(std::string_view offer_id) const {
    return find_in(offers, offer_id, &Offer::id);
}

Offer const* Catalogue::on_demand() const {
    return offers.back().is_package() ? nullptr : &offers.back();
}

std::size_t Catalogue::package_count() const {
    return offers.size() - (offers.back().is_package() ? 0 : 1);
}

std::string const& Unit::noun(std::int64_t count, Language language) const {
    LocalizedText const* form = &other;
    switch (plural_of(count, false, language)) {
    case Plural::one:
        form = &one;
        break;
    case Plural::few:
        form = &few;
        break;
    case Plural::many:
        form = &many;
        break;
    case Plural::zero:
    case Plural::two:
    case Plural::other:
        break;
    }
    return form->in(language).empty() ? other.in(language) : form->in(language);
}

bool Catalogue::has_rule_for_kind(std::size_t kind) const {
    return std::ranges::any_of(offers, [kind](Offer const& offer) {
        return kind < offer.kinds.size() && !offer.kinds[kind].is_alike(offer.kinds[0]);
    });
}

bool Catalogue::counts_tasks() const {
    return std::ranges::any_of(offers, [](Offer const& offer) { return offer.task.has_value(); });
}

bool Catalogue::has_questions_about_work() const {
    bool has_any = counts_tasks();
    for (std::size_t kind = 1; kind < kinds.size(); ++kind) {
        has_any = has_any || has_rule_for_kind(kind);
    }
    for (std::size_t extra = 0; extra < extras.size(); ++extra) {
        has_any = has_any || sells_extra(extra);
    }
    return has_any;
}

bool Catalogue::sells_extra(std::size_t extra) const {
    return std::ranges::any_of(offers, [extra](Offer const& offer) {
        return find_in(offer.extras, extra, &OfferedExtra::extra) != nullptr;
    });
}

} // namespace kontingent
