#include "ui/screens/request/request_form.hpp"

#include "core/base/format.hpp"
#include "ui/paint.hpp"
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
constexpr std::array<std::string_view, 3> kind_keys{"package", "on_demand", "question"};

struct FieldTexts {
    RequestField field;
    Text caption;
    char const* name;
    char const* type;
    char const* autocomplete;
    char const* input_mode;
    std::int32_t length_max; // the endpoint's, see endpoint/openapi.json
};

constexpr std::array<FieldTexts, 6> lines{
    FieldTexts{RequestField::name, Text::field_name, "name", "text", "name", "", 200},
    FieldTexts{RequestField::email, Text::field_email, "email", "email", "email", "email", 254},
    FieldTexts{RequestField::company, Text::field_company, "company", "text", "organization", "",
               200},
    FieldTexts{RequestField::phone, Text::field_phone, "phone", "tel", "tel", "tel", 60},
    FieldTexts{RequestField::website, Text::field_website, "website", "text", "url", "url", 300},
    FieldTexts{RequestField::start, Text::field_start, "start", "date", "off", "", 10},
};

std::string_view error_words(Frame const& frame, std::optional<RequestError> error) {
    if (!error) {
        return {};
    }
    switch (*error) {
    case RequestError::missing:
        return frame.texts[Text::error_missing];
    case RequestError::bad_email:
        return frame.texts[Text::error_email];
    }
    return {};
}

// "2027-01-31" as German reads it; English keeps ISO 8601, which no one misreads.
std::string date_words(Frame const& frame, std::string const& iso) {
    if (frame.language != Language::german || iso.size() != 10) {
        return iso;
    }
    return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
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
    SupportLevel const& found = shop.catalogue.levels[static_cast<std::size_t>(level - 1)];
    return frame.texts.fill(Text::level_name, {{"level", format_integer(level, frame.language)},
                                               {"name", found.name.in(frame.language)}});
}

float draw_kind(Frame& frame, RequestState& request, float x, float y, float width) {
    std::array<Choice, 3> const kinds{
        Choice{std::string{kind_keys[0]}, std::string{frame.texts[Text::kind_package]}, {}},
        Choice{std::string{kind_keys[1]}, std::string{frame.texts[Text::kind_on_demand]}, {}},
        Choice{std::string{kind_keys[2]}, std::string{frame.texts[Text::kind_question]}, {}}};
    auto const chosen = segmented(frame, "kind", x, y, width, frame.texts[Text::kind_caption],
                                  kinds, static_cast<std::size_t>(request.kind));
    if (chosen) {
        request.kind = static_cast<RequestKind>(*chosen);
    }
    return segmented_height(frame, kinds, width);
}

float draw_level(Frame& frame, Shop const& shop, RequestState& request, float x, float y,
                 float width) {
    std::vector<Choice> levels;
    for (std::int32_t level = 1; level <= 4; ++level) {
        levels.push_back({std::to_string(level), format_integer(level, frame.language),
                          level_words(frame, shop, level)});
    }
    auto const chosen = segmented(frame, "level", x, y, width, frame.texts[Text::level_caption],
                                  levels, static_cast<std::size_t>(request.level - 1));
    if (chosen) {
        request.level = static_cast<std::int32_t>(*chosen) + 1;
    }
    float const height = segmented_height(frame, levels, width) + 6;
    SupportLevel const& level = shop.catalogue.levels[static_cast<std::size_t>(request.level - 1)];
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

// Two fields side by side where there is room.
float draw_lines(Frame& frame, RequestState& request, RequestErrors const& errors, float x, float y,
                 float width) {
    bool const is_wide = width >= 520;
    float const field_width = is_wide ? (width - gap) / 2 : width;
    float at = y;
    float row = 0;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        FieldTexts const& line = lines[index];
        bool const is_right = is_wide && index % 2 == 1;
        std::string& value = request[line.field];
        std::string const shown =
            line.field == RequestField::start ? date_words(frame, value) : std::string{};
        std::string_view const placeholder =
            line.field == RequestField::start ? frame.texts[Text::date_placeholder] : "";
        bool const is_required =
            line.field == RequestField::name || line.field == RequestField::email;
        FieldSpec const spec{
            .key = line.name,
            .caption = frame.texts[line.caption],
            .traits = {.name = line.name,
                       .type = line.type,
                       .autocomplete = line.autocomplete,
                       .input_mode = line.input_mode,
                       .placeholder = std::string{placeholder},
                       .length_max = line.field == RequestField::start ? 0 : line.length_max},
            .need = is_required ? Need::required : Need::optional,
            .error = error_words(frame, errors.fields[static_cast<std::size_t>(line.field)]),
            .shown = shown};
        float const height =
            text_field(frame, spec, is_right ? x + field_width + gap : x, at, field_width, value);
        row = is_right ? std::max(row, height) : height;
        if (!is_wide || is_right || index + 1 == lines.size()) {
            at += row + 16;
        }
    }
    return at - y;
}

float draw_message(Frame& frame, RequestState& request, RequestErrors const& errors, float x,
                   float y, float width) {
    bool const is_required = request.kind != RequestKind::package;
    FieldSpec const spec{
        .key = "message",
        .caption = frame.texts[Text::field_message],
        .traits = {.name = "message",
                   .type = "text",
                   .autocomplete = "off",
                   .input_mode = {},
                   .placeholder = {},
                   .length_max = 5000},
        .need = is_required ? Need::required : Need::optional,
        .error =
            error_words(frame, errors.fields[static_cast<std::size_t>(RequestField::message)])};
    return text_area(frame, spec, x, y, width, request[RequestField::message]);
}

// In the form's order.
Id first_invalid(Frame const& frame, RequestErrors const& errors) {
    for (FieldTexts const& line : lines) {
        if (errors.fields[static_cast<std::size_t>(line.field)]) {
            return frame.id(line.name);
        }
    }
    return frame.id(errors.fields[static_cast<std::size_t>(RequestField::message)] ? "message"
                                                                                   : "consent");
}

void draw_writing(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                  RequestState& request, Card& card) {
    RequestErrors const errors = request.shows_errors ? check(request) : RequestErrors{};
    Container const form(frame, "form", Role::form, frame.texts[Text::request_title]);
    card.at += draw_kind(frame, request, card.x, card.at, card.width) + gap;
    card.at += draw_subject(frame, shop, compared, request, card.x, card.at, card.width);
    card.at += draw_lines(frame, request, errors, card.x, card.at, card.width);
    card.at += draw_message(frame, request, errors, card.x, card.at, card.width) + 12;
    card.at +=
        checkbox(frame, "consent", card.x, card.at, card.width,
                 frame.texts.fill(Text::consent, {{"seller", shop.catalogue.seller.name}}),
                 errors.lacks_consent ? frame.texts[Text::error_consent] : std::string_view{},
                 Need::required, request.has_consent) +
        12;
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
        RequestErrors const found = check(request);
        if (found.count() == 0) {
            request.step = RequestStep::checking;
            request.focus = RequestState::Focus::send;
        } else {
            frame.wants_focus = first_invalid(frame, found);
        }
    }
    card.at += button_height;
    if (request.focus == RequestState::Focus::check) {
        frame.wants_focus = frame.id("check");
    } else if (request.focus == RequestState::Focus::first) {
        frame.wants_focus =
            semantics::derive(frame.id("kind"), kind_keys[static_cast<std::size_t>(request.kind)]);
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

bool draw_checking(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                   RequestState& request, Card& card) {
    Container const group(frame, "summary", Role::group, frame.texts[Text::summary_title]);
    summary_line(frame, card, frame.texts[Text::kind_caption],
                 subject_words(frame, shop, compared, request));
    for (FieldTexts const& line : lines) {
        std::string const& value = request[line.field];
        summary_line(frame, card, frame.texts[line.caption],
                     line.field == RequestField::start ? date_words(frame, value) : value);
    }
    summary_line(frame, card, frame.texts[Text::field_message], request[RequestField::message]);
    std::string_view const send = frame.texts[Text::send_now];
    std::string_view const back = frame.texts[Text::change];
    float const send_width = button_width(frame, send);
    if (request.focus == RequestState::Focus::send) {
        frame.wants_focus = frame.id("send");
    }
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

} // namespace

RequestResult draw_request(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                           Outbox const& outbox, RequestState& request, float x, float y,
                           float width) {
    RequestResult result;
    RequestStep const step = request.step;
    RequestState::Focus const focus = request.focus;
    Card card(frame, "request", Role::region, frame.texts[Text::request_title], x, y, width);
    card.at +=
        section_head(
            frame, card.x, card.at, card.width, frame.texts[Text::request_title],
            frame.texts[step == RequestStep::writing ? Text::request_lead : Text::summary_title]) +
        gap;
    OutboxResult const sent = draw_outbox(frame, outbox, card.x, card.at, card.width);
    card.at += sent.height;
    result.withdrawn_key = sent.withdrawn_key;
    result.edited_key = sent.edited_key;
    if (step == RequestStep::writing) {
        draw_writing(frame, shop, compared, request, card);
    } else {
        result.wants_sending = draw_checking(frame, shop, compared, request, card);
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
