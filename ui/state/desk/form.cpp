#include "ui/state/desk/form.hpp"

#include "core/advice/forecast.hpp"
#include "ui/state/desk/typed.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kontingent::ui::desk {

namespace {

constexpr std::int64_t whole_basis_points = 10'000;
constexpr std::int64_t price_max = 100'000'000'000;
constexpr std::int64_t quantity_max = 10'000;
constexpr std::int64_t months_max = 60;
constexpr std::size_t undo_max = 200;

// A quarter or a half where that is what the months say, else two averages.
void read_certainty(Needs& needs, Uncertainty const& uncertainty, Catalogue const& catalogue) {
    if (!uncertainty.past.empty()) {
        needs.certainty = Certainty::resampled;
        return;
    }
    for (Certainty const certainty : {Certainty::quarter, Certainty::half}) {
        needs.certainty = certainty;
        Forecast const forecast = forecast_of(needs, catalogue, 0);
        if (forecast.low == uncertainty.low && forecast.high == uncertainty.high) {
            return;
        }
    }
    needs.certainty = Certainty::own;
    needs.low = average_of(uncertainty.low);
    needs.high = average_of(uncertainty.high);
}

bool has_same_certainty(Needs const& a, Needs const& b) {
    return a.certainty == b.certainty && a.low == b.low && a.high == b.high;
}

// The months of a scenario as needs of the way "month by month".
Needs needs_of(Scenario const& scenario, Catalogue const& catalogue) {
    Needs needs;
    needs.way = NeedsWay::by_month;
    needs.months = scenario.usage;
    needs.average = average_of(scenario.usage);
    for (KindMonths const& kind : scenario.work.kinds) {
        needs.kinds.push_back({.kind = kind.kind, .share = {}, .months = kind.months});
    }
    needs.task_size = scenario.work.task_size.value_or(Minutes{0});
    needs.extras = scenario.extras;
    needs.requirements = scenario.requirements;
    if (scenario.uncertainty) {
        read_certainty(needs, *scenario.uncertainty, catalogue);
    }
    bool const is_even =
        std::ranges::adjacent_find(needs.months, std::ranges::not_equal_to{}) == needs.months.end();
    bool const has_horizon =
        std::cmp_equal(needs.months.size(), catalogue.horizon_months) && needs.kinds.empty();
    if (is_even && has_horizon) {
        needs.way = NeedsWay::average;
    }
    return needs;
}

constexpr int percent_decimals = 2;

std::string size_text(SpecialDiscount const& discount, int decimals, Language language) {
    if (auto const* part = std::get_if<BasisPoints>(&discount.size)) {
        return fixed_text(part->value, percent_decimals, language);
    }
    return fixed_text(std::get<Money>(discount.size).minor, decimals, language);
}

class Writer {
public:
    Writer(Editor const& editor, Catalogue const& catalogue)
        : form_(editor.form), editor_(editor), catalogue_(catalogue) {}

    Drafted run() {
        result_.document = editor_.document;
        result_.document.customer = form_.customer;
        result_.document.notes = form_.notes;
        Content& content = result_.document.versions.back().content;
        content.language = form_.language;
        content.title = form_.title;
        content.introduction = form_.introduction;
        content.closing = form_.closing;
        content.payment_terms = form_.payment_terms;
        check_customer();
        write_needs(content);
        write_alternatives(content);
        write_discounts(content);
        write_items(content);
        content.valid_until.reset();
        if (!form_.valid_until.empty()) {
            content.valid_until = parse_day(form_.valid_until);
            if (!content.valid_until) {
                fail("valid_until", FieldErrorKind::no_date);
            }
        }
        return std::move(result_);
    }

private:
    void fail(std::string key, FieldErrorKind kind) {
        result_.errors.push_back({std::move(key), kind});
    }

    void check_customer() {
        if (form_.customer.name.empty()) {
            fail("customer.name", FieldErrorKind::missing);
        }
        std::string const& email = form_.customer.email;
        if (!email.empty() && email.find('@') == std::string::npos) {
            fail("customer.email", FieldErrorKind::no_email);
        }
    }

    // What is not in the form (past months to draw from, a seed, bounds month by month) stays as it
    // was opened, as long as what it belongs to does.
    std::optional<Uncertainty> uncertainty_of(Forecast const& forecast) const {
        Needs const& needs = form_.needs.needs;
        auto const& opened = editor_.opened_needs.uncertainty;
        if (needs.certainty == Certainty::exact) {
            return std::nullopt;
        }
        bool const has_past = needs.certainty == Certainty::resampled && !forecast.resample.empty();
        bool const is_kept = !has_past && has_same_certainty(needs, editor_.needs_at_opening) &&
                             (needs.certainty == Certainty::resampled ||
                              forecast.typical == editor_.opened_needs.usage);
        if (is_kept) {
            return opened;
        }
        Uncertainty made{.low = {}, .high = {}, .past = {}, .seed = {}};
        if (opened) {
            made.seed = opened->seed;
        }
        if (has_past) {
            made.past = forecast.resample;
        } else {
            made.low = forecast.low;
            made.high = forecast.high;
        }
        return made;
    }

    void write_needs(Content& content) {
        content.starts_on.reset();
        if (!form_.starts_on.empty()) {
            content.starts_on = parse_day(form_.starts_on);
            if (!content.starts_on) {
                fail("starts_on", FieldErrorKind::no_date);
            }
        }
        if (!has_hours(form_.needs)) {
            fail("hours", FieldErrorKind::no_hours);
        }
        if (form_.needs.needs == editor_.needs_at_opening) {
            content.needs = editor_.opened_needs;
        } else {
            Forecast const forecast =
                forecast_of(form_.needs.needs, catalogue_, form_.needs.first_month % 12);
            Scenario scenario;
            scenario.usage = forecast.typical;
            scenario.work = forecast.work;
            scenario.extras = forecast.extras;
            scenario.requirements = form_.needs.needs.requirements;
            scenario.uncertainty = uncertainty_of(forecast);
            content.needs = std::move(scenario);
        }
        content.needs.vat = form_.vat;
    }

    void write_alternatives(Content& content) {
        content.alternatives.clear();
        for (AlternativeForm const& one : form_.alternatives) {
            Alternative const written{one.package_id, one.term_months, one.pooling};
            if (std::ranges::find(content.alternatives, written) != content.alternatives.end()) {
                fail("alternative." + std::to_string(content.alternatives.size()),
                     FieldErrorKind::duplicate);
                continue;
            }
            content.alternatives.push_back(written);
        }
    }

    std::optional<MonthRange> months_of(DiscountForm const& one, std::string const& key) {
        if (one.first_month.empty() && one.last_month.empty()) {
            return std::nullopt;
        }
        auto const first = parse_fixed(one.first_month, 0, months_max);
        auto const last =
            one.last_month.empty() ? first : parse_fixed(one.last_month, 0, months_max);
        if (!first || !last || *first < 1 || *last < *first) {
            fail(key + ".months", FieldErrorKind::no_months);
            return std::nullopt;
        }
        return MonthRange{static_cast<std::int32_t>(*first), static_cast<std::int32_t>(*last)};
    }

    void write_discounts(Content& content) {
        int const money_decimals = decimals_of(catalogue_.currency);
        content.needs.special_discounts.clear();
        for (std::size_t index = 0; index < form_.discounts.size(); ++index) {
            DiscountForm const& one = form_.discounts[index];
            std::string const key = "discount." + std::to_string(index);
            bool const is_percent = one.size == DiscountSize::percent;
            auto const value = is_percent
                                   ? parse_fixed(one.value, percent_decimals, whole_basis_points)
                                   : parse_fixed(one.value, money_decimals, price_max);
            auto const months = months_of(one, key);
            if (one.reason.empty()) {
                fail(key + ".reason", FieldErrorKind::missing);
            }
            if (!value || *value < 1) {
                fail(key + ".value",
                     is_percent ? FieldErrorKind::no_percentage : FieldErrorKind::no_amount);
                continue;
            }
            SpecialDiscount discount{
                .reason = one.reason, .size = BasisPoints{*value}, .on = one.on, .months = months};
            if (!is_percent) {
                discount.size = Money{*value};
            }
            content.needs.special_discounts.push_back(std::move(discount));
        }
    }

    void write_items(Content& content) {
        int const decimals = decimals_of(catalogue_.currency);
        content.items.clear();
        for (std::size_t index = 0; index < form_.items.size(); ++index) {
            ItemForm const& one = form_.items[index];
            std::string const key = "item." + std::to_string(index);
            auto const quantity = parse_fixed(one.quantity, 0, quantity_max);
            auto const price = parse_fixed(one.price, decimals, price_max);
            if (one.text.empty()) {
                fail(key + ".text", FieldErrorKind::missing);
            }
            if (!quantity || *quantity < 1) {
                fail(key + ".quantity", FieldErrorKind::no_number);
            }
            if (!price) {
                fail(key + ".price", FieldErrorKind::no_amount);
            }
            content.items.push_back({.text = one.text,
                                     .quantity = quantity.value_or(1),
                                     .price = Money{price.value_or(0)},
                                     .every = one.every,
                                     .is_optional = one.is_optional});
        }
    }

    Form const& form_;
    Editor const& editor_;
    Catalogue const& catalogue_;
    Drafted result_;
};

auto compared(Form const& form) {
    return std::tie(form.customer, form.language, form.title, form.introduction, form.closing,
                    form.payment_terms, form.notes, form.valid_until, form.starts_on,
                    form.needs.needs, form.alternatives, form.discounts, form.items, form.vat);
}

} // namespace

bool is_alike(Form const& a, Form const& b) {
    return compared(a) == compared(b);
}

FieldErrorKind const* find_error(FieldErrors const& errors, std::string_view key) {
    auto const found = std::ranges::find(errors, key, &FieldError::key);
    return found == errors.end() ? nullptr : &found->kind;
}

Form form_of(QuoteDocument const& document, Catalogue const& catalogue) {
    int const decimals = decimals_of(catalogue.currency);
    Content const& content = document.latest().content;
    Form form;
    form.customer = document.customer;
    form.language = content.language;
    form.title = content.title;
    form.introduction = content.introduction;
    form.closing = content.closing;
    form.payment_terms = content.payment_terms;
    form.notes = document.notes;
    form.valid_until = content.valid_until ? to_text(*content.valid_until) : std::string{};
    form.starts_on = content.starts_on ? to_text(*content.starts_on) : std::string{};
    form.needs = needs_state_of(needs_of(content.needs, catalogue), 0, catalogue);
    for (Alternative const& one : content.alternatives) {
        form.alternatives.push_back({one.package_id, one.term_months, one.pooling});
    }
    for (SpecialDiscount const& one : content.needs.special_discounts) {
        DiscountForm discount{.reason = one.reason,
                              .value = size_text(one, decimals, content.language),
                              .size = std::holds_alternative<Money>(one.size)
                                          ? DiscountSize::amount
                                          : DiscountSize::percent,
                              .on = one.on,
                              .first_month = {},
                              .last_month = {}};
        if (one.months) {
            discount.first_month = std::to_string(one.months->first);
            discount.last_month = std::to_string(one.months->last);
        }
        form.discounts.push_back(std::move(discount));
    }
    for (Item const& one : content.items) {
        form.items.push_back({.text = one.text,
                              .quantity = std::to_string(one.quantity),
                              .price = fixed_text(one.price.minor, decimals, content.language),
                              .every = one.every,
                              .is_optional = one.is_optional});
    }
    form.vat = content.needs.vat;
    return form;
}

Editor open_editor(std::string key, QuoteDocument document, Catalogue const& catalogue) {
    Editor editor;
    editor.key = std::move(key);
    editor.document = std::move(document);
    editor.opened_needs = editor.document.latest().content.needs;
    editor.form = form_of(editor.document, catalogue);
    editor.needs_at_opening = editor.form.needs.needs;
    editor.saved = editor.form;
    editor.seen = editor.form;
    return editor;
}

Drafted drafted(Editor const& editor, Catalogue const& catalogue) {
    return Writer(editor, catalogue).run();
}

void remember(Editor& editor, std::string_view field) {
    if (is_alike(editor.form, editor.seen)) {
        editor.seen = editor.form;
        return;
    }
    if (editor.undo.empty() || field.empty() || field != editor.edited_field) {
        editor.undo.push_back(editor.seen);
        if (editor.undo.size() > undo_max) {
            editor.undo.erase(editor.undo.begin());
        }
    }
    editor.edited_field = field;
    editor.redo.clear();
    editor.seen = editor.form;
}

namespace {

void take(Editor& editor, std::vector<Form>& from, std::vector<Form>& to) {
    if (from.empty()) {
        return;
    }
    to.push_back(editor.form);
    editor.form = std::move(from.back());
    from.pop_back();
    editor.seen = editor.form;
    editor.edited_field.clear();
}

} // namespace

void undo(Editor& editor) {
    take(editor, editor.undo, editor.redo);
}

void redo(Editor& editor) {
    take(editor, editor.redo, editor.undo);
}

} // namespace kontingent::ui::desk
