// How much work the customer needs, how sure that is, and what an offer must have: as the portal
// asks for it.
#include "core/advice/forecast.hpp"
#include "ui/screens/desk/editor_parts.hpp"
#include "ui/screens/needs/needs.hpp"
#include "ui/screens/needs/needs_hours.hpp"
#include "ui/screens/needs/needs_requirements.hpp"
#include "ui/state/desk/typed.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kontingent::ui::desk {

namespace {

constexpr float field_width_max = 320;

// The months have names, and a season begins with the first of them.
void set_first_month(Session& session) {
    Form& form = session.state.editor->form;
    auto const day = parse_day(form.starts_on);
    form.needs.first_month = day ? month_of(*day) : calendar_month(session.platform.now_ms()) + 1;
}

float draw_missing_hours(Frame& frame, Session const& session, Computed const& now, Spot spot) {
    FieldErrorKind const* const error = find_error(now.drafted.errors, "hours");
    if (error == nullptr) {
        return 0;
    }
    Container const alert(frame, "no_hours", Role::alert, "");
    return paragraph(frame, spot.x, spot.y, spot.width, words_of(session.texts, *error),
                     {.size = type::small, .colour = frame.theme.bad}) +
           row_gap;
}

} // namespace

float draw_needed(Frame& frame, Session& session, Computed const& now, Spot spot) {
    DeskTexts const& texts = session.texts;
    Catalogue const& catalogue = session.catalogue;
    Form& form = session.state.editor->form;
    NeedsState& needs = form.needs;
    Card card(frame, "needed", Role::region, texts[DeskText::needs_title], spot.x, spot.y,
              spot.width);
    card.at += section_title(frame, card.x, card.at, card.width, texts[DeskText::needs_title]) + 8;
    take_history_events(frame, needs.history, needs.needs);
    card.at +=
        form_field(frame, session, now.drafted.errors, "starts_on", texts[DeskText::starts_on],
                   {card.x, card.at, std::min(card.width, field_width_max)}, form.starts_on,
                   {.autocomplete = "off", .type = "date", .input_mode = {}}) +
        row_gap;
    set_first_month(session);
    Shop const shop{catalogue, needs.first_month % 12};
    Forecast const forecast = forecast_of(needs.needs, catalogue, shop.first_month);
    NeedsContext const context{.included = {}, .forecast = forecast};
    NeedsResult const drawn =
        draw_work_needed(frame, shop, needs, context, card.x, card.at, card.width);
    card.at += drawn.height;
    read_history(session.platform, drawn.history);
    card.at += draw_missing_hours(frame, session, now, {card.x, card.at, card.width});
    card.at += draw_certainty(frame, shop, needs, context, card.x, card.at, card.width) + row_gap;
    if (!catalogue.levels.empty() || !catalogue.services.empty()) {
        card.at += draw_requirements(frame, shop, needs, card.x, card.at, card.width);
    }
    return card.finish();
}

} // namespace kontingent::ui::desk
