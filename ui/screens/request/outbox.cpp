#include "ui/screens/request/outbox.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr float padding = 16;

// Why it waits, as far as that helps a person.
Text waiting_words(OutboxEntry const& entry) {
    return entry.problem == "busy"     ? Text::delivery_busy
           : entry.problem == "failed" ? Text::delivery_failed
                                       : Text::delivery_waiting;
}

std::string state_words(Frame const& frame, OutboxEntry const& entry) {
    switch (entry.delivery) {
    case Delivery::waiting:
        return std::string{frame.texts[waiting_words(entry)]};
    case Delivery::sending:
        return std::string{frame.texts[Text::delivery_sending]};
    case Delivery::sent:
        return frame.texts.fill(Text::delivery_sent, {{"reference", entry.reference}});
    case Delivery::refused:
        return std::string{frame.texts[Text::delivery_refused]};
    }
    return {};
}

Colour state_colour(Frame const& frame, Delivery delivery) {
    switch (delivery) {
    case Delivery::sent:
        return frame.theme.good;
    case Delivery::refused:
        return frame.theme.bad;
    case Delivery::waiting:
    case Delivery::sending:
        return frame.theme.warn;
    }
    return frame.theme.text;
}

// "/contact/email: Das ist …" without the pointer, which means nothing to people.
std::string_view without_pointer(std::string_view line) {
    std::size_t const colon = line.find(": ");
    return !line.empty() && line.front() == '/' && colon != std::string_view::npos
               ? line.substr(colon + 2)
               : line;
}

float draw_problem(Frame& frame, std::string_view problem, float x, float y, float width) {
    float at = y;
    while (!problem.empty()) {
        std::string_view const line = problem.substr(0, problem.find('\n'));
        at += paragraph(frame, x, at, width, without_pointer(line),
                        {.size = type::small, .colour = frame.theme.text});
        problem.remove_prefix(std::min(problem.size(), line.size() + 1));
    }
    return at - y;
}

// While an entry is being sent it has no buttons.
float draw_buttons(Frame& frame, OutboxEntry const& entry, OutboxResult& result, float x, float y) {
    if (entry.delivery == Delivery::sending) {
        return 0;
    }
    float left = x;
    auto const press = [&](std::string_view key, Text label) {
        float const width = button_width(frame, frame.texts[label]);
        bool const is_pressed = button(frame, key, {left, y + 8, width, size::touch},
                                       frame.texts[label], ButtonKind::quiet);
        left += width + 12;
        return is_pressed;
    };
    if (entry.delivery != Delivery::sent && press("edit", Text::edit_request)) {
        result.edited_key = entry.key;
    }
    if (press("withdraw", entry.delivery == Delivery::sent ? Text::dismiss : Text::withdraw)) {
        result.withdrawn_key = entry.key;
        result.is_unsent = entry.delivery != Delivery::sent;
    }
    return 8 + size::touch;
}

float draw_entry(Frame& frame, OutboxEntry const& entry, OutboxResult& result, float x, float y,
                 float width) {
    Container const item(frame, entry.key, Role::list_item, "");
    paint::Behind behind(frame);
    float const inner = width - 2 * padding;
    float at = y + padding;
    at += paragraph(frame, x + padding, at, inner, state_words(frame, entry),
                    {.size = type::body,
                     .weight = Weight::semibold,
                     .colour = state_colour(frame, entry.delivery)});
    if (entry.delivery == Delivery::refused) {
        at += draw_problem(frame, entry.problem, x + padding, at, inner);
    }
    bool const is_doubtful = entry.delivery == Delivery::waiting && entry.may_have_arrived;
    if (is_doubtful || entry.price == "differs") {
        at += paragraph(frame, x + padding, at, inner,
                        frame.texts[is_doubtful ? Text::may_have_arrived : Text::price_differs],
                        {.size = type::small, .colour = frame.theme.text});
    }
    at += draw_buttons(frame, entry, result, x + padding, at) + padding;
    behind.now();
    Rect const outer{x, y, width, at - y};
    paint::fill(frame, outer, frame.theme.sunken, size::control_radius);
    paint::border(frame, outer, frame.theme.line, size::control_radius);
    return outer.height;
}

} // namespace

OutboxResult draw_outbox(Frame& frame, Outbox const& outbox, float x, float y, float width) {
    OutboxResult result;
    // The newest request is the one the visitor waits for: its changes are announced.
    if (outbox.entries.empty()) {
        return result;
    }
    announcement(frame, "delivery", state_words(frame, outbox.entries.front()));
    float at = y;
    {
        Container const list(frame, "outbox", Role::list, frame.texts[Text::outbox_title]);
        for (OutboxEntry const& entry : outbox.entries) {
            at += draw_entry(frame, entry, result, x, at, width) + 12;
        }
    }
    if (!outbox.is_durable) {
        at += paragraph(frame, x, at, width, frame.texts[Text::outbox_not_kept],
                        {.size = type::small, .colour = frame.theme.warn}) +
              12;
    }
    result.height = at - y + 8;
    return result;
}

} // namespace kontingent::ui
