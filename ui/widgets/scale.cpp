#include "ui/widgets/scale.hpp"

#include "core/base/format.hpp"

#include <algorithm>
#include <cmath>

namespace kontingent::ui {

float Scale::at(double value) const {
    double const part = (value - static_cast<double>(first)) / static_cast<double>(last - first);
    return start + length * static_cast<float>(part);
}

std::int64_t Scale::value_at(float place) const {
    float const part = std::clamp((place - start) / length, 0.0F, 1.0F);
    return first + std::lround(static_cast<double>(part) * static_cast<double>(last - first));
}

std::int64_t round_step(std::int64_t span, std::int64_t count_max) {
    std::int64_t step = 1;
    for (int turn = 0; step * count_max < span; ++turn) {
        step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return step;
}

std::string whole_money(Frame const& frame, Money amount, std::string_view currency) {
    std::string text = format_money(amount, currency, frame.language);
    std::string_view const mark = number_format(frame.language).decimal_mark;
    std::size_t const from = text.find(mark);
    if (from == std::string::npos) {
        return text;
    }
    std::size_t const digits = text.find_first_not_of('0', from + mark.size());
    std::size_t const end = std::min(digits, text.size());
    bool const is_whole = end == text.size() || text[end] < '0' || text[end] > '9';
    return is_whole ? text.erase(from, end - from) : text;
}

std::string whole_amount(Frame const& frame, Money amount, std::string_view currency) {
    std::string const text = whole_money(frame, amount, currency);
    constexpr std::string_view digits = "0123456789";
    std::size_t const from = text.find_first_of(digits);
    return text.substr(from, text.find_last_of(digits) + 1 - from);
}

std::string currency_sign(Frame const& frame, std::string_view currency) {
    std::string const text = whole_money(frame, Money{}, currency);
    std::size_t const nought = text.find('0');
    constexpr std::string_view no_break_space = "\u00A0";
    std::string sign = text.substr(0, nought) + text.substr(nought + 1);
    if (std::size_t const space = sign.find(no_break_space); space != std::string::npos) {
        sign.erase(space, no_break_space.size());
    }
    return sign;
}

} // namespace kontingent::ui
