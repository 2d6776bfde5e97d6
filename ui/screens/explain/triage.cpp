#include "ui/screens/explain/triage.hpp"

#include "core/base/format.hpp"
#include "core/base/small_sort.hpp"
#include "ui/widgets/answer_button.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/table.hpp"
#include "ui/widgets/text.hpp"

#include <array>

namespace kontingent::ui {

namespace {

// Where the answers so far lead.
struct TriagePosition {
    std::vector<std::size_t> questions; // one for each answer
    std::size_t question = 0;           // the next one, while no level is reached
    std::int32_t level = 0;
};

// Drops answers that this catalogue does not have.
TriagePosition follow(Triage const& triage, TriageState& state) {
    TriagePosition position{.questions = {}, .question = triage.start, .level = 0};
    for (std::size_t index = 0; index < state.answers.size(); ++index) {
        auto const& answers = triage.questions[position.question].answers;
        if (position.level != 0 || state.answers[index] >= answers.size()) {
            state.answers.resize(index);
            break;
        }
        TriageAnswer const& answer = answers[state.answers[index]];
        position.questions.push_back(position.question);
        position.level = answer.level;
        position.question = answer.next;
    }
    return position;
}

TextStyle small(Frame const& frame) {
    return {.size = type::small, .colour = frame.theme.muted};
}

TextStyle subtitle(Frame const& frame) {
    return {.size = type::large, .weight = Weight::semibold, .colour = frame.theme.text};
}

void draw_given(Frame& frame, Triage const& triage, TriageState const& state,
                TriagePosition const& position, Card& card) {
    if (position.questions.empty()) {
        return;
    }
    Container const list(frame, "given", Role::list, frame.texts[Text::triage_given]);
    for (std::size_t index = 0; index < position.questions.size(); ++index) {
        TriageQuestion const& question = triage.questions[position.questions[index]];
        Container const item(frame, question.id, Role::list_item, "");
        card.at += paragraph(frame, card.x, card.at, card.width,
                             question.question.in(frame.language), small(frame));
        card.at += paragraph(frame, card.x, card.at, card.width,
                             question.answers[state.answers[index]].text.in(frame.language),
                             {.size = type::body, .colour = frame.theme.text}) +
                   8;
    }
    card.at += 8;
    paint::stroke(frame, card.x, card.at, card.x + card.width, card.at, frame.theme.line);
    card.at += 20;
}

// One step back, and back to the beginning; nothing before the first answer.
void draw_back_buttons(Frame& frame, TriageState& state, float x, Card& card) {
    if (state.answers.empty()) {
        return;
    }
    std::string_view const back = frame.texts[Text::triage_back];
    std::string_view const again = frame.texts[Text::triage_anew];
    float const back_width = button_width(frame, back);
    bool const goes_back =
        button(frame, "back", {x, card.at, back_width, button_height}, back, ButtonKind::quiet);
    bool const starts_again = button(
        frame, "anew", {x + back_width + 12, card.at, button_width(frame, again), button_height},
        again, ButtonKind::quiet);
    if (goes_back) {
        state.answers.pop_back();
    }
    if (starts_again) {
        state.answers.clear();
    }
    state.wants_focus = state.wants_focus || goes_back || starts_again;
    card.at += button_height;
}

void draw_question(Frame& frame, TriageQuestion const& question, TriageState& state, Card& card) {
    std::string const& words = question.question.in(frame.language);
    card.at += heading(frame, card.x, card.at, card.width, words, 3, subtitle(frame)) + 4;
    std::string const& hint = question.hint.in(frame.language);
    if (!hint.empty()) {
        card.at += paragraph(frame, card.x, card.at, card.width, hint,
                             {.size = type::body, .colour = frame.theme.muted});
    }
    card.at += 12;
    {
        // Named by its question and described by its hint, so that screen readers say them with the
        // first answer, which has the focus.
        Container const group(frame, question.id, Role::group, words);
        frame.records.back().description = hint;
        if (state.wants_focus) {
            frame.wants_focus = frame.id("0");
            state.wants_focus = false;
        }
        for (std::size_t index = 0; index < question.answers.size(); ++index) {
            AnswerPress const press =
                answer_button(frame, std::to_string(index), card.x, card.at, card.width,
                              question.answers[index].text.in(frame.language));
            if (press.is_pressed) {
                state.answers.push_back(index);
                state.wants_focus = true;
            }
            card.at += press.height + 8;
        }
    }
    card.at += 8;
}

struct Promise {
    std::int64_t minutes = 0;
    std::int64_t is_in_business_hours = 0; // 0 or 1, so that around the clock sorts first
    std::size_t offer = 0;                 // index into Catalogue::offers
    auto operator<=>(Promise const&) const = default;
};

ResponsePromise const& promise_of(Catalogue const& catalogue, std::size_t offer,
                                  std::int32_t level) {
    return *catalogue.offers[offer].promise_for(level);
}

void draw_promises(Frame& frame, Shop const& shop, std::int32_t level, Card& card) {
    Catalogue const& catalogue = shop.catalogue;
    std::vector<Promise> ranked;
    for (std::size_t offer = 0; offer < catalogue.offers.size(); ++offer) {
        if (catalogue.offers[offer].promise_for(level) == nullptr) {
            continue;
        }
        ResponsePromise const& promise = promise_of(catalogue, offer, level);
        ranked.push_back(
            {promise.within.count, promise.hours == SupportHours::business ? 1 : 0, offer});
    }
    small_sort(ranked);
    std::string_view const title = frame.texts[Text::triage_promises];
    card.at +=
        heading(frame, card.x, card.at, card.width, title, 4,
                {.size = type::body, .weight = Weight::semibold, .colour = frame.theme.text}) +
        4;
    std::array<Column, 2> const columns{
        Column{frame.texts[Text::column_offer], 1, Align::left},
        Column{frame.texts[Text::column_response], 1.4F, Align::left}};
    Table table(frame, "promises", card.x, card.at, card.width, title, columns);
    table.header();
    for (Promise const& each : ranked) {
        LocalizedText const& name = catalogue.offers[each.offer].name;
        std::array<std::string, 2> const cells{
            name.in(frame.language),
            promise_words(frame, promise_of(catalogue, each.offer, level))};
        table.row(cells);
    }
    card.at += table.height();
}

// True when a request with this level was pressed.
bool draw_level(Frame& frame, Shop const& shop, std::int32_t level, TriageState& state,
                Card& card) {
    SupportLevel const& found = shop.catalogue.level(level);
    std::string const title =
        frame.texts.fill(Text::level_name, {{"level", format_integer(level, frame.language)},
                                            {"name", found.name.in(frame.language)}});
    card.at += heading(frame, card.x, card.at, card.width, title, 3, subtitle(frame)) + 4;
    card.at += paragraph(frame, card.x, card.at, card.width, found.definition.in(frame.language),
                         {.size = type::body, .colour = frame.theme.text}) +
               16;
    std::string_view const request = frame.texts[Text::triage_request];
    float const width = button_width(frame, request);
    if (state.wants_focus) {
        frame.wants_focus = frame.id("request");
        state.wants_focus = false;
    }
    bool const is_requested = button(frame, "request", {card.x, card.at, width, button_height},
                                     request, ButtonKind::primary);
    // Side by side where there is room.
    bool const is_wide = card.width >= 560;
    card.at += is_wide ? 0 : button_height + 12;
    draw_back_buttons(frame, state, is_wide ? card.x + width + 12 : card.x, card);
    card.at += 24;
    draw_promises(frame, shop, level, card);
    return is_requested;
}

} // namespace

TriageResult draw_triage(Frame& frame, Shop const& shop, TriageState& state, float x, float y,
                         float width) {
    Triage const& triage = shop.catalogue.triage;
    TriagePosition const position = follow(triage, state);
    Card card(frame, "triage", Role::region, "", x, y, width);
    card.at += section_head(frame, card.x, card.at, card.width, frame.texts[Text::triage_title],
                            frame.texts[Text::triage_lead]) +
               20;
    draw_given(frame, triage, state, position, card);
    TriageResult result;
    if (position.level == 0) {
        draw_question(frame, triage.questions[position.question], state, card);
        draw_back_buttons(frame, state, card.x, card);
    } else {
        SupportLevel const& level = shop.catalogue.level(position.level);
        announcement(frame, "found",
                     frame.texts.fill(Text::level_name,
                                      {{"level", format_integer(position.level, frame.language)},
                                       {"name", level.name.in(frame.language)}}) +
                         ". " + level.definition.in(frame.language));
        if (draw_level(frame, shop, position.level, state, card)) {
            result.requested_level = position.level;
        }
    }
    result.height = card.finish();
    return result;
}

} // namespace kontingent::ui
