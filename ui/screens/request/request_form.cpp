#include "ui/screens/request/request_form.hpp"

#include "core/base/format.hpp"
#include "ui/paint.hpp"
#include "ui/quantity.hpp"
#include "ui/screens/request/outbox.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/text_field.hpp"

#include <algorithm>
#include <array>

namespace kontingent::ui {

namespace {

constexpr float gap = 20;
// "field_email" is the caption of the field "email": a field without one does not compile.
constexpr std::array<Text, request_field_count> captions = []() consteval {
    std::array<Text, request_field_count> texts{};
    for (std::size_t i = 0; i < request_field_count; ++i) {
        texts[i] = text_named("field_", request_fields[i].name);
    }
    return texts;
}();

std::string error_words(Frame const& frame, RequestField const& field,
                        std::optional<FieldError> error) {
    if (!error) {
        return {};
    }
    switch (*error) {
    case FieldError::missing:
        return std::string{frame.texts[Text::error_missing]};
    case FieldError::too_long:
        return frame.texts.fill(Text::error_too_long,
                                {{"count", format_integer(field.length_max, frame.language)}});
    case FieldError::not_printable:
        return std::string{frame.texts[Text::error_characters]};
    case FieldError::no_email:
        return std::string{frame.texts[Text::error_email]};
    case FieldError::no_date:
        return std::string{frame.texts[Text::error_date]};
    }
    return {};
}

// "2027-01-31" as the language writes it.
std::string date_words(Frame const& frame, std::string const& iso) {
    if (iso.size() != 10) {
        return iso;
    }
    return frame.texts.fill(
        Text::date,
        {{"day", iso.substr(8, 2)}, {"month", iso.substr(5, 2)}, {"year", iso.substr(0, 4)}});
}

std::string offer_words(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                        OfferSummary const& chosen) {
    Quote const& quote = chosen.quote;
    return frame.texts.fill(Text::request_offer,
                            {{"offer", title_of(frame, shop, chosen.id)},
                             {"net", money(frame, shop, quote.net)},
                             {"gross", money(frame, shop, quote.gross)},
                             {"period", period_words(frame, compared.months)}});
}

std::string level_words(Frame const& frame, Shop const& shop, std::int32_t level) {
    SupportLevel const& found = shop.catalogue.level(level);
    return frame.texts.fill(Text::level_name, {{"level", format_integer(level, frame.language)},
                                               {"name", found.name.in(frame.language)}});
}

float draw_kind(Frame& frame, RequestState& request, float x, float y, float width) {
    std::array<Choice, 3> const kinds{
        Choice{
            std::string{request_kind_names[0]}, std::string{frame.texts[Text::kind_package]}, {}},
        Choice{
            std::string{request_kind_names[1]}, std::string{frame.texts[Text::kind_on_demand]}, {}},
        Choice{
            std::string{request_kind_names[2]}, std::string{frame.texts[Text::kind_question]}, {}}};
    auto const chosen = segmented(frame, "kind", x, y, width, frame.texts[Text::kind_caption],
                                  kinds, static_cast<std::size_t>(request.kind));
    if (chosen) {
        request.kind = static_cast<RequestKind>(*chosen);
    }
    return segmented_height(frame, frame.texts[Text::kind_caption], kinds, width);
}

float draw_level(Frame& frame, Shop const& shop, RequestState& request, float x, float y,
                 float width) {
    std::vector<Choice> levels;
    auto const count = static_cast<std::int32_t>(shop.catalogue.levels.size());
    if (request.level < 1 || request.level > count) {
        request.level = count;
    }
    for (std::int32_t level = 1; level <= count; ++level) {
        levels.push_back({std::to_string(level), format_integer(level, frame.language),
                          level_words(frame, shop, level)});
    }
    auto const chosen = segmented(frame, "level", x, y, width, frame.texts[Text::level_caption],
                                  levels, static_cast<std::size_t>(request.level - 1));
    if (chosen) {
        request.level = static_cast<std::int32_t>(*chosen) + 1;
    }
    float const height =
        segmented_height(frame, frame.texts[Text::level_caption], levels, width) + 6;
    SupportLevel const& level = shop.catalogue.level(request.level);
    return height +
           paragraph(frame, x, y + height, width,
                     level.name.in(frame.language) + ": " + level.definition.in(frame.language),
                     {.size = type::small, .colour = frame.theme.muted});
}

// What the request is about, by its kind.
float draw_subject(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                   RequestState& request, float x, float y, float width) {
    if (request.kind == RequestKind::on_demand) {
        return draw_level(frame, shop, request, x, y, width) + gap;
    }
    if (request.kind == RequestKind::question) {
        return 0;
    }
    return paragraph(
               frame, x, y, width,
               offer_words(frame, shop, compared, requested_offer(compared, request.offer_key)),
               {.size = type::body, .colour = frame.theme.text}) +
           gap;
}

struct Place {
    float x;
    float y;
    float width;
};

// One of the fields that a line is enough for; returns its height.
float draw_line(Frame& frame, RequestState& request, FormErrors const& errors, std::size_t index,
                Place place) {
    RequestField const& field = request_fields[index];
    bool const is_date = field.format == FieldFormat::date;
    std::string& value = request[index];
    std::string const error = error_words(frame, field, errors.fields[index]);
    FieldSpec const spec{
        .key = field.name,
        .caption = frame.texts[captions[index]],
        .traits = {.name = std::string{field.name},
                   .type = std::string{field.input_type},
                   .autocomplete = std::string{field.autocomplete},
                   .input_mode = std::string{field.input_mode},
                   .placeholder =
                       is_date ? std::string{frame.texts[Text::date_placeholder]} : std::string{},
                   .length_max = is_date ? 0 : field.length_max},
        .need = is_required(field, request.kind) ? Need::required : Need::optional,
        .error = error};
    return field.format == FieldFormat::text
               ? text_area(frame, spec, place.x, place.y, place.width, value)
               : text_field(frame, spec, place.x, place.y, place.width, value);
}

// Two lines side by side where there is room; a text with line breaks has the whole width.
float draw_fields(Frame& frame, RequestState& request, FormErrors const& errors, Place place) {
    constexpr float row_gap = 16;
    bool const is_wide = place.width >= 520;
    float const half = (place.width - gap) / 2;
    float at = place.y;
    float row = 0; // height of the line on the left, while there is one alone
    for (std::size_t index = 0; index < request_field_count; ++index) {
        bool const is_half = is_wide && request_fields[index].format != FieldFormat::text;
        if (row > 0 && !is_half) {
            at += row + row_gap;
            row = 0;
        }
        bool const is_right = row > 0;
        float const height = draw_line(frame, request, errors, index,
                                       {.x = is_right ? place.x + half + gap : place.x,
                                        .y = at,
                                        .width = is_half ? half : place.width});
        if (is_half && !is_right) {
            row = height;
            continue;
        }
        at += std::max(row, height) + row_gap;
        row = 0;
    }
    return at + (row > 0 ? row + row_gap : 0) - row_gap - place.y;
}

// In the form's order.
Id first_invalid(Frame const& frame, FormErrors const& errors) {
    for (std::size_t index = 0; index < request_field_count; ++index) {
        if (errors.fields[index]) {
            return frame.id(request_fields[index].name);
        }
    }
    return frame.id("consent");
}

void draw_writing(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                  RequestState& request, Card& card) {
    FormErrors const errors = request.shows_errors ? check(request) : FormErrors{};
    Container const form(frame, "form", Role::form, frame.texts[Text::request_title]);
    card.at += draw_kind(frame, request, card.x, card.at, card.width) + gap;
    card.at += draw_subject(frame, shop, compared, request, card.x, card.at, card.width);
    card.at += paragraph(frame, card.x, card.at, card.width, frame.texts[Text::required_note],
                         {.size = type::small, .colour = frame.theme.muted}) +
               8;
    card.at +=
        draw_fields(frame, request, errors, {.x = card.x, .y = card.at, .width = card.width}) + 12;
    card.at +=
        checkbox(frame, "consent", card.x, card.at, card.width,
                 frame.texts.fill(Text::consent, {{"seller", shop.catalogue.seller.name}}),
                 errors.lacks_consent ? frame.texts[Text::error_consent] : std::string_view{},
                 Need::required, request.has_consent);
    text_link(frame, "privacy", card.x + checkbox_text, card.at, frame.texts[Text::privacy],
              "#privacy");
    card.at += text_link_height + 12;
    if (errors.count() > 0) {
        Container const alert(frame, "errors", Role::alert, "");
        card.at +=
            paragraph(frame, card.x, card.at, card.width, frame.texts[Text::errors_to_correct],
                      {.size = type::body, .colour = frame.theme.bad}) +
            8;
    }
    std::string_view const label = frame.texts[Text::check_request];
    if (button(frame, "check", card.x, card.at, card.width, label, ButtonKind::primary)) {
        request.shows_errors = true;
        FormErrors const found = check(request);
        if (found.count() == 0) {
            request.step = RequestStep::checking;
            request.focus = RequestState::Focus::summary;
        } else {
            frame.wants_focus = first_invalid(frame, found);
        }
    }
    card.at += button_height;
    if (request.focus == RequestState::Focus::check) {
        frame.wants_focus = frame.id("check");
    } else if (request.focus == RequestState::Focus::first) {
        frame.wants_focus = semantics::derive(frame.id("kind"), request_kind_name(request.kind));
    }
}

std::string subject_words(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                          RequestState const& request) {
    switch (request.kind) {
    case RequestKind::package:
        return offer_words(frame, shop, compared, requested_offer(compared, request.offer_key));
    case RequestKind::on_demand:
        return std::string{frame.texts[Text::kind_on_demand]} + " · " +
               level_words(frame, shop, request.level);
    case RequestKind::question:
        return std::string{frame.texts[Text::kind_question]};
    }
    return {};
}

void summary_line(Frame& frame, Card& card, std::string_view caption, std::string_view value) {
    if (value.empty()) {
        return;
    }
    card.at +=
        paragraph(frame, card.x, card.at, card.width, caption,
                  {.size = type::small, .weight = Weight::semibold, .colour = frame.theme.muted});
    card.at += paragraph(frame, card.x, card.at, card.width, value,
                         {.size = type::body, .colour = frame.theme.text}) +
               10;
}

// How the work is made up, as far as the request carries it.
void work_summary(Frame& frame, Shop const& shop, Forecast const& forecast, Card& card) {
    for (KindMonths const& kind : forecast.work.kinds) {
        Minutes total;
        for (Minutes const month : kind.months) {
            total.count += month.count;
        }
        auto const months = static_cast<std::int32_t>(kind.months.size());
        summary_line(frame, card, shop.catalogue.kinds[kind.kind].name.in(frame.language),
                     quantity(frame, total) + " " + period_words(frame, months));
    }
    if (forecast.work.task_size) {
        summary_line(frame, card, frame.texts[Text::task_size],
                     quantity(frame, *forecast.work.task_size));
    }
    for (ChosenExtra const& chosen : forecast.extras) {
        summary_line(frame, card, shop.catalogue.extras[chosen.extra].name.in(frame.language),
                     format_integer(chosen.number, frame.language));
    }
}

bool draw_checking(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                   Forecast const& forecast, RequestState& request, Card& card) {
    Container const group(frame, "summary", Role::group, frame.texts[Text::summary_title]);
    summary_line(frame, card, frame.texts[Text::kind_caption],
                 subject_words(frame, shop, compared, request));
    if (request.kind == RequestKind::package) {
        work_summary(frame, shop, forecast, card);
    }
    for (std::size_t index = 0; index < request_field_count; ++index) {
        std::string const& value = request[index];
        bool const is_date = request_fields[index].format == FieldFormat::date;
        summary_line(frame, card, frame.texts[captions[index]],
                     is_date ? date_words(frame, value) : value);
    }
    std::string_view const send = frame.texts[Text::send_now];
    std::string_view const back = frame.texts[Text::change];
    float const send_width = button_width(frame, send);
    bool const is_sent = button(frame, "send", {card.x, card.at, send_width, button_height}, send,
                                ButtonKind::primary);
    if (button(frame, "back",
               {card.x + send_width + 12, card.at, button_width(frame, back), button_height}, back,
               ButtonKind::quiet)) {
        request.step = RequestStep::writing;
        request.focus = RequestState::Focus::check;
    }
    card.at += button_height;
    return is_sent;
}

// What the form is for, or that this is its summary, where reading goes on once it is shown.
float draw_head(Frame& frame, RequestState const& request, float x, float y, float width) {
    std::string_view const title = frame.texts[Text::request_title];
    if (request.step == RequestStep::writing) {
        return section_head(frame, x, y, width, title, frame.texts[Text::request_lead]);
    }
    float const above = section_title(frame, x, y, width, title) + 4;
    float const height = heading(frame, x, y + above, width, frame.texts[Text::summary_title], 3,
                                 {.size = type::body, .colour = frame.theme.muted});
    if (request.focus == RequestState::Focus::summary) {
        frame.wants_focus = frame.records.back().id;
    }
    return above + height;
}

} // namespace

RequestResult draw_request(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                           Forecast const& forecast, Outbox const& outbox, RequestState& request,
                           float x, float y, float width) {
    RequestResult result;
    RequestStep const step = request.step;
    RequestState::Focus const focus = request.focus;
    Card card(frame, "request", Role::region, "", x, y, width);
    card.at += draw_head(frame, request, card.x, card.at, card.width) + gap;
    OutboxResult const sent = draw_outbox(frame, outbox, card.x, card.at, card.width);
    card.at += sent.height;
    if (sent.is_unsent) {
        request.unsent_key = sent.withdrawn_key;
    }
    // One that is being sent stays.
    if (!request.unsent_key.empty() &&
        std::ranges::none_of(outbox.entries, [&request](OutboxEntry const& entry) {
            return entry.key == request.unsent_key;
        })) {
        announcement(frame, request.unsent_key + "-withdrawn", frame.texts[Text::withdrawn]);
    }
    result.withdrawn_key = sent.withdrawn_key;
    result.edited_key = sent.edited_key;
    if (step == RequestStep::writing) {
        draw_writing(frame, shop, compared, request, card);
    } else {
        result.wants_sending = draw_checking(frame, shop, compared, forecast, request, card);
    }
    if (request.focus == focus) {
        request.focus = RequestState::Focus::stay;
    }
    if (request.step != step) {
        frame.state_changed();
    }
    result.height = card.finish();
    return result;
}

} // namespace kontingent::ui
