#include "ui/screens/needs/needs_requirements.hpp"

#include "core/base/format.hpp"
#include "core/base/small_sort.hpp"
#include "ui/paint.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/text_field.hpp"

#include <algorithm>
#include <vector>

namespace kontingent::ui {

namespace {

ResponsePromise promise_of(RequiredResponse const& required) {
    return {.level = required.level, .within = required.within, .hours = required.hours};
}

// The different promises of the catalogue's offers for the level, around the clock before business
// hours, the shortest first.
std::vector<RequiredResponse> promised(Catalogue const& catalogue, std::int32_t level) {
    std::vector<RequiredResponse> found;
    for (Offer const& offer : catalogue.offers) {
        ResponsePromise const* promise = offer.promise_for(level);
        if (promise == nullptr) {
            continue;
        }
        RequiredResponse const required{level, promise->within, promise->hours};
        if (std::ranges::find(found, required) == found.end()) {
            found.push_back(required);
        }
    }
    sort_few(found, [](RequiredResponse const& required) {
        return std::pair{required.hours, required.within};
    });
    return found;
}

RequiredResponse* required_of(Requirements& requirements, std::int32_t level) {
    auto const found =
        std::ranges::find_if(requirements.responses, [level](RequiredResponse const& required) {
            return required.level == level;
        });
    return found == requirements.responses.end() ? nullptr : &*found;
}

void require(Requirements& requirements, std::int32_t level,
             std::optional<RequiredResponse> const& response) {
    std::erase_if(requirements.responses,
                  [level](RequiredResponse const& required) { return required.level == level; });
    if (response) {
        requirements.responses.push_back(*response);
        sort_few(requirements.responses,
                 [](RequiredResponse const& required) { return required.level; });
    }
}

std::string response_words(Frame const& frame, RequiredResponse const& required) {
    return frame.texts.fill(Text::required_response,
                            {{"level", format_integer(required.level, frame.language)},
                             {"promise", promise_words(frame, promise_of(required))}});
}

// A level to choose, and the promises to choose from for it.
float draw_responses(Frame& frame, Shop const& shop, NeedsState& state, float x, float y,
                     float width) {
    Requirements& requirements = state.needs.requirements;
    std::vector<Choice> levels;
    for (SupportLevel const& level : shop.catalogue.levels) {
        std::string const number = format_integer(level.level, frame.language);
        levels.push_back(
            {number, number,
             frame.texts.fill(Text::level_name,
                              {{"level", number}, {"name", level.name.in(frame.language)}})});
    }
    auto const level = segmented(frame, "level", x, y, width, frame.texts[Text::required_level],
                                 levels, static_cast<std::size_t>(state.shown_level - 1));
    if (level) {
        state.shown_level = static_cast<std::int32_t>(*level) + 1;
    }
    float at = y + segmented_height(frame, frame.texts[Text::required_level], levels, width) + 12;

    std::vector<RequiredResponse> const offered = promised(shop.catalogue, state.shown_level);
    std::vector<Choice> choices{{"any", std::string{frame.texts[Text::required_any]}, {}}};
    for (RequiredResponse const& response : offered) {
        choices.push_back({std::to_string(response.within.count) +
                               (response.hours == SupportHours::always ? "a" : "b"),
                           promise_words(frame, promise_of(response)),
                           {}});
    }
    RequiredResponse const* const required = required_of(requirements, state.shown_level);
    // A link of another edition may require what no offer promises: then no choice is selected.
    std::size_t const selected =
        required == nullptr
            ? 0
            : static_cast<std::size_t>(std::ranges::find(offered, *required) - offered.begin()) + 1;
    std::string const caption = frame.texts.fill(
        Text::required_within, {{"level", format_integer(state.shown_level, frame.language)}});
    auto const chosen = segmented(frame, "response" + std::to_string(state.shown_level), x, at,
                                  width, caption, choices, selected);
    if (chosen) {
        require(requirements, state.shown_level,
                *chosen == 0 ? std::nullopt : std::optional{offered[*chosen - 1]});
    }
    return at + segmented_height(frame, caption, choices, width) - y;
}

float draw_services(Frame& frame, Shop const& shop, Requirements& requirements, float x, float y,
                    float width) {
    Container const group(frame, "services", Role::group, frame.texts[Text::required_services]);
    paint::line(frame, x, y, frame.texts[Text::required_services],
                {.size = type::small, .weight = Weight::semibold, .colour = frame.theme.muted});
    float at = y + 28;
    for (std::size_t index = 0; index < shop.catalogue.services.size(); ++index) {
        Service const& service = shop.catalogue.services[index];
        auto const found = std::ranges::find(requirements.services, index);
        bool const was_required = found != requirements.services.end();
        bool is_required = was_required;
        at += checkbox(frame, service.id, x, at, width, service.name.in(frame.language), "",
                       Need::optional, is_required);
        if (is_required == was_required) {
            continue;
        }
        if (is_required) {
            requirements.services.push_back(index);
            sort_few(requirements.services);
        } else {
            requirements.services.erase(found);
        }
        frame.state_changed();
    }
    return at - y;
}

// The requirements in words, below the line that opens them.
std::string summary_words(Frame const& frame, Shop const& shop, Requirements const& requirements) {
    std::string words;
    auto const add = [&words](std::string const& more) {
        words += (words.empty() ? "" : " · ") + more;
    };
    for (RequiredResponse const& response : requirements.responses) {
        add(response_words(frame, response));
    }
    for (std::size_t const service : requirements.services) {
        add(shop.catalogue.services[service].name.in(frame.language));
    }
    return words;
}

} // namespace

float draw_requirements(Frame& frame, Shop const& shop, NeedsState& state, float x, float y,
                        float width) {
    Requirements& requirements = state.needs.requirements;
    Container const group(frame, "requirements", Role::group,
                          frame.texts[Text::requirements_title]);
    std::size_t const count = requirements.responses.size() + requirements.services.size();
    std::string const label =
        count == 0 ? std::string{frame.texts[Text::requirements_none]}
                   : frame.texts.fill(
                         Text::requirements_some,
                         {{"n", format_integer(static_cast<std::int64_t>(count), frame.language)}});
    if (disclosure_text(frame, "open", x, y, label,
                        state.are_requirements_open ? Openness::open : Openness::closed)) {
        state.are_requirements_open = !state.are_requirements_open;
        frame.state_changed();
    }
    float at = y + disclosure_text_height;
    std::string const summary = summary_words(frame, shop, requirements);
    if (!summary.empty()) {
        at += paragraph(frame, x, at, width, summary,
                        {.size = type::small, .colour = frame.theme.muted}) +
              8;
    }
    if (state.are_requirements_open) {
        at += 4;
        if (!shop.catalogue.levels.empty()) {
            at += draw_responses(frame, shop, state, x, at, width) + 16;
        }
        if (!shop.catalogue.services.empty()) {
            at += draw_services(frame, shop, requirements, x, at, width);
        }
    }
    return at - y;
}

} // namespace kontingent::ui
