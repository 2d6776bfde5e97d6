#include "ui/state.hpp"

#include "core/scenario.hpp"

#include <algorithm>
#include <charconv>

namespace kontingent::ui {

namespace {

constexpr std::string_view spelling = "1";

// Takes what stands before the next ';' off the text.
std::string_view take(std::string_view& text) {
    std::size_t const end = text.find(';');
    std::string_view const piece = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return piece;
}

std::optional<std::int64_t> whole(std::string_view text, std::int64_t maximum) {
    std::int64_t value = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || value < 0 || value > maximum) {
        return std::nullopt;
    }
    return value;
}

} // namespace

Minutes slider_maximum(Catalogue const& catalogue) {
    std::int64_t largest = 10 * 60;
    for (Package const& package : catalogue.packages) {
        largest = std::max(largest, package.included.count);
    }
    constexpr std::int64_t ten_hours = 600;
    std::int64_t const twice = (2 * largest + ten_hours - 1) / ten_hours * ten_hours;
    return {std::min(twice, month_usage_max.count)};
}

NeedsState initial_needs(Catalogue const& catalogue) {
    NeedsState needs;
    needs.even = {std::min<std::int64_t>(12 * 60, slider_maximum(catalogue).count)};
    needs.months.assign(static_cast<std::size_t>(catalogue.horizon_months), needs.even);
    needs.month_edits.resize(needs.months.size());
    needs.term_months = catalogue.terms.back().months;
    return needs;
}

std::vector<Minutes> usage_of(NeedsState const& needs) {
    if (needs.profile == Profile::by_month) {
        return needs.months;
    }
    return std::vector<Minutes>(needs.months.size(), needs.even);
}

std::string needs_to_text(NeedsState const& needs) {
    std::string text{spelling};
    text += needs.profile == Profile::even ? ";e;" : ";m;";
    text += std::to_string(needs.term_months.value_or(0));
    text += needs.price_view == PriceView::net ? ";n;" : ";g;";
    text += std::to_string(needs.even.count);
    for (Minutes const month : needs.months) {
        text += ";" + std::to_string(month.count);
    }
    return text;
}

std::optional<NeedsState> needs_from_text(std::string_view text, Catalogue const& catalogue) {
    if (take(text) != spelling) {
        return std::nullopt;
    }
    NeedsState needs = initial_needs(catalogue);
    needs.profile = take(text) == "m" ? Profile::by_month : Profile::even;
    auto const term = whole(take(text), 1'000);
    if (!term || (*term != 0 && catalogue.find_term(static_cast<std::int32_t>(*term)) == nullptr)) {
        return std::nullopt;
    }
    needs.term_months = *term == 0 ? std::nullopt : std::optional{static_cast<std::int32_t>(*term)};
    needs.price_view = take(text) == "g" ? PriceView::gross : PriceView::net;
    auto const even = whole(take(text), month_usage_max.count);
    if (!even) {
        return std::nullopt;
    }
    needs.even = {*even};
    for (Minutes& month : needs.months) {
        auto const minutes = whole(take(text), month_usage_max.count);
        if (!minutes) {
            return std::nullopt;
        }
        month = {*minutes};
    }
    if (!text.empty()) {
        return std::nullopt;
    }
    return needs;
}

bool is_listed(std::vector<std::string> const& keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void toggle(std::vector<std::string>& keys, std::string_view key) {
    auto const found = std::find(keys.begin(), keys.end(), key);
    if (found == keys.end()) {
        keys.emplace_back(key);
    } else {
        keys.erase(found);
    }
}

} // namespace kontingent::ui
