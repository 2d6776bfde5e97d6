#include "documents/pdf/letter.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::documents::pdf {
namespace {

constexpr Colour quiet = 0x5B6470;
constexpr Colour rule_colour = 0xC9CED6;
constexpr Colour draft_colour = 0xF7E6E6;
constexpr Length hairline = points(5);

constexpr Length head_top = millimetres(18);
constexpr Length window_top = millimetres(50);
constexpr Length window_width = millimetres(85);
constexpr Length details_left = left_margin + millimetres(100);
constexpr Length details_width = body_width - millimetres(100);
constexpr Length body_top = millimetres(98);
constexpr Length later_top = millimetres(29);
constexpr Length body_bottom = page_height - millimetres(25);
constexpr Length number_baseline = page_height - millimetres(12);

constexpr Style name_style{.weight = Weight::semibold, .size = points(150), .leading = points(190)};
constexpr Style address_style{.size = points(100), .leading = points(130)};
constexpr Style small_style{.size = points(75), .leading = points(100), .colour = quiet};
constexpr Style label_style{.size = points(80), .leading = points(115), .colour = quiet};
constexpr Style value_style{.weight = Weight::semibold, .size = points(90), .leading = points(125)};

} // namespace

Letter::Letter(Sheet const& sheet, templates::Texts const& texts, PlacedLogo logo)
    : sheet_(sheet), texts_(texts), logo_(std::move(logo)), head_bottom_(body_top) {
    // Beside a logo the seller's name needs no large letters.
    if (logo_.name.empty()) {
        add(left_margin, head_top, millimetres(95), name_style, sheet_.seller);
    }
    lay_out_recipient();
    lay_out_details();
    lay_out_foot();
}

Frame Letter::later_frame() const {
    return {later_top, body_bottom};
}

Length Letter::add(Length x, Length top, Length width, Style const& style,
                   std::string const& text) {
    for (std::string const& line : broken_lines(text, style.weight, style.size, width)) {
        marks_.push_back({x, top + style.size, style, line});
        top += style.leading;
    }
    return top;
}

// One line, the country last: in smaller letters where that makes room for street and city, else as
// far as it goes.
Length Letter::lay_out_sender() {
    constexpr std::size_t street_and_city = 2;
    constexpr Length size_min = points(60);
    Style style = small_style;
    std::string sender = sheet_.seller;
    std::size_t count = 0;
    for (std::string const& line : sheet_.address) {
        std::string const longer = sender + " · " + line;
        Length const least = count < street_and_city ? size_min : style.size;
        Length size = style.size;
        while (size > least && width_of(longer, style.weight, size) > window_width) {
            size -= points(5);
        }
        if (width_of(longer, style.weight, size) > window_width) {
            break;
        }
        style.size = size;
        sender = longer;
        ++count;
    }
    return add(left_margin, window_top, window_width, style, sender);
}

void Letter::lay_out_recipient() {
    Length top = lay_out_sender() + points(60);
    for (std::string const& line : sheet_.recipient) {
        top = add(left_margin, top, window_width, address_style, line);
    }
    head_bottom_ = std::max(head_bottom_, top + millimetres(10));
}

void Letter::lay_out_details() {
    Length top = head_top;
    // Without a logo the name is at the top in large letters already.
    if (!logo_.name.empty()) {
        top = add(details_left, top, details_width, value_style, sheet_.seller);
    }
    for (auto const* const lines : {&sheet_.address, &sheet_.contact}) {
        for (std::string const& line : *lines) {
            top = add(details_left, top, details_width, label_style, line);
        }
    }
    top += points(80);
    auto const detail = [&](std::string_view key, std::string const& value) {
        if (!value.empty()) {
            top = add(details_left, top, details_width, label_style, texts_.text(key));
            top = add(details_left, top, details_width, value_style, value) + points(30);
        }
    };
    detail("number", sheet_.number);
    detail("day", sheet_.date);
    head_bottom_ = std::max(head_bottom_, top + millimetres(8));
}

void Letter::lay_out_foot() {
    constexpr std::size_t column_count = 3;
    constexpr Length gap = millimetres(6);
    constexpr Length height_max = millimetres(45);
    Length const width = (body_width - 2 * gap) / static_cast<Length>(column_count);
    foot_top_ = body_bottom;
    if (sheet_.legal.empty()) {
        return;
    }
    std::size_t const rows = (sheet_.legal.size() + column_count - 1) / column_count;
    std::vector<Mark> above = std::exchange(marks_, {});
    Length lowest = 0;
    for (std::size_t column = 0; column < column_count; ++column) {
        Length top = 0;
        for (std::size_t i = column * rows; i < std::min((column + 1) * rows, sheet_.legal.size());
             ++i) {
            top = add(left_margin + static_cast<Length>(column) * (width + gap), top, width,
                      small_style, sheet_.legal[i]);
        }
        lowest = std::max(lowest, top);
    }
    has_legal_foot_ = lowest <= height_max;
    if (has_legal_foot_) {
        Length const top = number_baseline - millimetres(6) - lowest;
        for (Mark& mark : marks_) {
            mark.baseline += top;
            above.push_back(std::move(mark));
        }
        foot_top_ = std::min(body_bottom, top - millimetres(5));
    }
    marks_ = std::move(above);
}

std::vector<std::string> Letter::legal_for_body() const {
    return has_legal_foot_ ? std::vector<std::string>() : sheet_.legal;
}

void Letter::draw_logo(Page& page) const {
    if (logo_.name.empty()) {
        return;
    }
    if (logo_.is_scaled) {
        page.drawing(left_margin, head_top, logo_.width, logo_.height, logo_.name);
    } else {
        page.picture(left_margin, head_top, logo_.width, logo_.height, logo_.name);
    }
}

void Letter::draw(Page& page, std::size_t number, std::size_t count) const {
    if (sheet_.is_draft) {
        page.watermark(texts_.text("draft.mark"), draft_colour);
    }
    if (number == 1) {
        for (Mark const& mark : marks_) {
            page.text(mark.x, mark.baseline, mark.style, mark.text);
        }
        draw_logo(page);
        if (has_legal_foot_) {
            page.rule(left_margin, foot_top_ + millimetres(3), body_width, hairline, rule_colour);
        }
    } else {
        Length const baseline = millimetres(20);
        auto const lines =
            broken_lines(sheet_.title, small_style.weight, small_style.size, body_width * 6 / 10);
        page.text(left_margin, baseline, small_style,
                  lines.front() + (lines.size() > 1 ? "…" : ""));
        page.text_to(left_margin + body_width, baseline, small_style, sheet_.number);
        page.rule(left_margin, baseline + millimetres(2), body_width, hairline, rule_colour);
    }
    page.text_to(
        left_margin + body_width, number_baseline, small_style,
        texts_.text("page", {{"n", std::to_string(number)}, {"count", std::to_string(count)}}));
}

} // namespace kontingent::documents::pdf
