// One to three alternatives beside each other, and the special discounts on them.
#include "core/advice/recommendation.hpp"
#include "core/base/format.hpp"
#include "ui/screens/desk/editor_parts.hpp"
#include "ui/screens/desk/totals.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace kontingent::ui::desk {

namespace {

std::vector<Choice> package_choices(Frame const& frame, Session const& session) {
    std::vector<Choice> choices;
    for (Offer const& offer : session.catalogue.offers) {
        choices.push_back({offer.id, offer.name.in(frame.language), {}});
    }
    return choices;
}

void choose_package(AlternativeForm& one, Offer const& offer) {
    one.package_id = offer.id;
    bool const has_term =
        offer.subscription && offer.subscription->find_term(one.term_months) != nullptr;
    if (!has_term) {
        one.term_months = offer.subscription ? offer.subscription->terms.back().months : 1;
    }
    if (offer.allowance.pooling_pairs_per_term_max == 0) {
        one.pooling = NoPooling{};
    }
}

float draw_choice(Frame& frame, Session& session, AlternativeForm& one, Spot spot) {
    DeskTexts const& texts = session.texts;
    float at = spot.y;
    auto const packages = package_choices(frame, session);
    auto const found = std::ranges::find(packages, one.package_id, &Choice::key);
    auto const selected = static_cast<std::size_t>(found - packages.begin());
    if (auto const chosen = segmented(frame, "package", spot.x, at, spot.width,
                                      texts[DeskText::package], packages, selected)) {
        choose_package(one, session.catalogue.offers[*chosen]);
    }
    at += segmented_height(frame, texts[DeskText::package], packages, spot.width) + row_gap;
    Offer const* const offer = session.catalogue.find_offer(one.package_id);
    if (offer != nullptr && offer->subscription) {
        std::vector<Choice> terms;
        std::size_t term = 0;
        for (OfferedTerm const& each : offer->subscription->terms) {
            term = each.months == one.term_months ? terms.size() : term;
            terms.push_back({std::to_string(each.months), std::to_string(each.months), {}});
        }
        if (auto const chosen = segmented(frame, "term", spot.x, at, spot.width,
                                          texts[DeskText::term], terms, term)) {
            one.term_months = offer->subscription->terms[*chosen].months;
        }
        at += segmented_height(frame, texts[DeskText::term], terms, spot.width) + row_gap;
    }
    if (offer != nullptr && offer->allowance.pooling_pairs_per_term_max > 0) {
        std::array<Choice, 2> const pooling{
            Choice{"none", std::string{texts[DeskText::pooling_none]}, {}},
            Choice{"best", std::string{texts[DeskText::pooling_best]}, {}}};
        if (auto const chosen = segmented(frame, "pooling", spot.x, at, spot.width,
                                          texts[DeskText::pooling], pooling, one.pooling.index())) {
            one.pooling = *chosen == 0 ? Pooling{NoPooling{}} : Pooling{BestPooling{}};
        }
        at += segmented_height(frame, texts[DeskText::pooling], pooling, spot.width) + row_gap;
    }
    return at - spot.y;
}

std::string title_of(Frame const& frame, Session const& session, AlternativeForm const& one) {
    Offer const* const offer = session.catalogue.find_offer(one.package_id);
    if (offer == nullptr) {
        return one.package_id;
    }
    std::string title = offer->name.in(frame.language);
    if (offer->subscription) {
        title += " · " + months_words(frame, one.term_months);
    }
    return title;
}

struct Cheapest {
    std::string package_id;
    Money total;
};

// The package that costs least over the first alternative's term, of those that meet the
// requirements.
std::optional<Cheapest> cheapest(Session const& session, Content const& content) {
    std::optional<Cheapest> best;
    std::int32_t const months = content.alternatives.front().term_months;
    for (std::size_t index = 0; index < session.catalogue.offers.size(); ++index) {
        Offer const& offer = session.catalogue.offers[index];
        bool const has_term =
            offer.subscription && offer.subscription->find_term(months) != nullptr;
        if (!has_term ||
            !exclusions_of(session.catalogue, {.offer_index = index, .term_months = months},
                           content.needs.requirements)
                 .empty()) {
            continue;
        }
        Content one = content;
        one.alternatives = {
            {.package_id = offer.id, .term_months = months, .pooling = NoPooling{}}};
        auto const offered = alternatives_of(session.catalogue, one);
        if (!offered) {
            continue;
        }
        Money const total = offered->front().totals.all.net;
        if (!best || total < best->total) {
            best = Cheapest{offer.id, total};
        }
    }
    return best;
}

// Which package is best with the discount, and whether that is because of it.
std::string best_words(Frame const& frame, Session const& session, Content const& content) {
    if (content.alternatives.empty()) {
        return {};
    }
    auto const with = cheapest(session, content);
    if (!with) {
        return {};
    }
    Content plain = content;
    plain.needs.special_discounts.clear();
    auto const without = cheapest(session, plain);
    auto const name = [&](std::string const& id) {
        return session.catalogue.find_offer(id)->name.in(frame.language);
    };
    bool const has_discount = !content.needs.special_discounts.empty();
    std::string words = session.texts.fill(
        has_discount ? DeskText::best_package : DeskText::best_plain,
        {{"package", name(with->package_id)}, {"total", money_words(frame, session, with->total)}});
    if (without && without->package_id != with->package_id) {
        words += " " + session.texts.fill(DeskText::best_without,
                                          {{"package", name(without->package_id)},
                                           {"total", money_words(frame, session, without->total)}});
    }
    return words;
}

void add_alternative(Session& session, Form& form) {
    for (Offer const& offer : session.catalogue.offers) {
        AlternativeForm next = form.alternatives.back();
        choose_package(next, offer);
        if (std::ranges::find(form.alternatives, next) == form.alternatives.end()) {
            form.alternatives.push_back(std::move(next));
            return;
        }
    }
}

float draw_alternative(Frame& frame, Session& session, Computed const& now, std::size_t index,
                       Spot spot) {
    Form& form = session.state.editor->form;
    std::string const title = title_of(frame, session, form.alternatives[index]);
    Card card(frame, "alternative" + std::to_string(index), Role::group, title, spot.x, spot.y,
              spot.width);
    card.at += heading(frame, card.x, card.at, card.width, title, 3, title_style(frame)) + 12;
    // Where one alternative has the whole row, its totals stand beside what is chosen.
    constexpr float two_columns_min = 640;
    bool const is_wide = card.width >= two_columns_min;
    float const choice_width = is_wide ? (card.width - gap) / 2 : card.width;
    float const top = card.at;
    card.at +=
        draw_choice(frame, session, form.alternatives[index], {card.x, card.at, choice_width});
    if (find_error(now.drafted.errors, "alternative." + std::to_string(index)) != nullptr) {
        Container const alert(frame, "duplicate", Role::alert, "");
        card.at +=
            paragraph(frame, card.x, card.at, card.width, session.texts[DeskText::error_duplicate],
                      {.size = type::small, .colour = frame.theme.bad});
    }
    if (index < now.offered.size()) {
        Spot const beside{card.x + choice_width + gap, top, choice_width};
        Spot const place = is_wide ? beside : Spot{card.x, card.at, card.width};
        float const height =
            draw_totals(frame, session, session.catalogue, now.offered[index], title, place);
        card.at = std::max(card.at, place.y + height + 12);
    }
    bool is_removed = false;
    if (form.alternatives.size() > 1) {
        is_removed = button(frame, "remove", card.x, card.at, card.width,
                            session.texts[DeskText::remove_alternative], ButtonKind::quiet);
        card.at += button_height;
    }
    float const height = card.finish();
    if (is_removed) {
        form.alternatives.erase(form.alternatives.begin() + static_cast<std::ptrdiff_t>(index));
    }
    return height;
}

float draw_part(Frame& frame, Session const& session, DiscountForm& one, Spot spot) {
    DeskTexts const& texts = session.texts;
    std::array<Choice, 3> const parts{
        Choice{"base", std::string{texts[DeskText::on_base]}, {}},
        Choice{"extras", std::string{texts[DeskText::on_extras]}, {}},
        Choice{"overage", std::string{texts[DeskText::on_overage]}, {}}};
    if (auto const part =
            segmented(frame, "on", spot.x, spot.y, spot.width, texts[DeskText::discount_on], parts,
                      static_cast<std::size_t>(one.on))) {
        one.on = static_cast<DiscountedPart>(*part);
    }
    return segmented_height(frame, texts[DeskText::discount_on], parts, spot.width);
}

float draw_size(Frame& frame, Session const& session, DiscountForm& one, Spot spot) {
    DeskTexts const& texts = session.texts;
    std::array<Choice, 2> const sizes{
        Choice{"percent", std::string{texts[DeskText::in_percent]}, {}},
        Choice{"amount", std::string{texts[DeskText::as_amount]}, {}}};
    if (auto const size =
            segmented(frame, "size", spot.x, spot.y, spot.width, texts[DeskText::discount_size],
                      sizes, static_cast<std::size_t>(one.size))) {
        one.size = static_cast<DiscountSize>(*size);
    }
    return segmented_height(frame, texts[DeskText::discount_size], sizes, spot.width);
}

// Returns the height; `is_removed` where the discount goes.
float draw_discount(Frame& frame, Session& session, Computed const& now, std::size_t index,
                    Spot spot, bool& is_removed) {
    DeskTexts const& texts = session.texts;
    FieldErrors const& errors = now.drafted.errors;
    DiscountForm& one = session.state.editor->form.discounts[index];
    std::string const key = "discount." + std::to_string(index);
    Container const group(
        frame, key, Role::group,
        texts.fill(DeskText::discount_name, {{"number", std::to_string(index + 1)}}));
    bool const is_percent = one.size == DiscountSize::percent;
    FieldGrid grid(spot, 200);
    grid.took(form_field(
        frame, session, errors, key + ".value",
        texts[is_percent ? DeskText::percentage : DeskText::amount_a_month], grid.next(), one.value,
        {.autocomplete = "off", .type = "text", .input_mode = {}, .need = Need::required}));
    if (session.state.focus == Focus::value &&
        index + 1 == session.state.editor->form.discounts.size()) {
        frame.wants_focus = frame.id(key + ".value");
    }
    grid.took(form_field(
        frame, session, errors, key + ".reason", texts[DeskText::discount_reason], grid.next(2),
        one.reason,
        {.autocomplete = "off", .type = "text", .input_mode = {}, .need = Need::required}));
    grid.took(draw_size(frame, session, one, grid.next()));
    grid.took(draw_part(frame, session, one, grid.next(2)));
    grid.took(form_field(frame, session, errors, key + ".months", texts[DeskText::first_month],
                         grid.next(), one.first_month,
                         {.autocomplete = "off", .type = "text", .input_mode = "numeric"}));
    grid.took(form_field(frame, session, {}, key + ".last_month", texts[DeskText::last_month],
                         grid.next(), one.last_month,
                         {.autocomplete = "off", .type = "text", .input_mode = "numeric"}));
    float const at = spot.y + grid.finish() + 12;
    is_removed = button(frame, "remove", spot.x, at, spot.width, texts[DeskText::remove_discount],
                        ButtonKind::quiet);
    return at + button_height - spot.y;
}

} // namespace

float draw_alternatives(Frame& frame, Session& session, Computed const& now, Spot spot) {
    constexpr float least_width = 240;
    DeskTexts const& texts = session.texts;
    Form& form = session.state.editor->form;
    Container const region(frame, "alternatives", Role::region, texts[DeskText::offer_title]);
    float at = spot.y;
    at += section_title(frame, spot.x, at, spot.width, texts[DeskText::offer_title]) + 8;
    auto const count = static_cast<float>(form.alternatives.size());
    FieldGrid grid({spot.x, at, spot.width},
                   std::max(least_width, (spot.width - (count - 1) * row_gap) / count));
    for (std::size_t index = 0; index < form.alternatives.size(); ++index) {
        grid.took(draw_alternative(frame, session, now, index, grid.next()));
    }
    at += grid.finish() + 12;
    std::string const best =
        now.offered.empty() ? std::string{}
                            : best_words(frame, session, now.drafted.document.latest().content);
    if (!best.empty()) {
        at += status_line(frame, "best", spot.x, at, spot.width, best, body_style(frame)) + 12;
    }
    if (form.alternatives.size() < alternative_count_max) {
        if (button(frame, "add", spot.x, at, spot.width, texts[DeskText::add_alternative],
                   ButtonKind::quiet)) {
            add_alternative(session, form);
        }
        at += button_height;
    }
    return at - spot.y;
}

float draw_discounts(Frame& frame, Session& session, Computed const& now, Spot spot) {
    constexpr std::size_t count_max = 20;
    DeskTexts const& texts = session.texts;
    Form& form = session.state.editor->form;
    Card card(frame, "discounts", Role::region, texts[DeskText::discounts_title], spot.x, spot.y,
              spot.width);
    card.at +=
        section_title(frame, card.x, card.at, card.width, texts[DeskText::discounts_title]) + 8;
    std::optional<std::size_t> removed;
    for (std::size_t index = 0; index < form.discounts.size(); ++index) {
        bool is_removed = false;
        card.at +=
            draw_discount(frame, session, now, index, {card.x, card.at, card.width}, is_removed) +
            gap;
        removed = is_removed ? std::optional{index} : removed;
    }
    if (session.state.focus == Focus::discount) {
        frame.wants_focus = frame.id("add");
    }
    if (removed) {
        form.discounts.erase(form.discounts.begin() + static_cast<std::ptrdiff_t>(*removed));
        frame.wants_focus = frame.id("add");
    }
    if (form.discounts.size() < count_max &&
        button(frame, "add", card.x, card.at, card.width, texts[DeskText::add_discount],
               ButtonKind::quiet)) {
        form.discounts.push_back(
            {.reason = std::string{DeskTexts{form.language}[DeskText::usual_reason]},
             .value = {},
             .size = DiscountSize::percent,
             .on = DiscountedPart::base,
             .first_month = {},
             .last_month = {}});
        session.state.focus = Focus::value;
    }
    card.at += button_height;
    return card.finish();
}

} // namespace kontingent::ui::desk
