// A draft as it is being edited: every field as it is typed, and the way from a document to it and
// back. A form is a plain value, so that undoing is taking an earlier one.
#pragma once

#include "core/base/error.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/document/amounts.hpp"
#include "core/document/document.hpp"
#include "ui/state/state.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui::desk {

struct AlternativeForm {
    std::string package_id;
    std::int32_t term_months = 1;
    Pooling pooling = NoPooling{};
    friend bool operator==(AlternativeForm const&, AlternativeForm const&) = default;
};

enum class DiscountSize : std::uint8_t { percent, amount };

struct DiscountForm {
    std::string reason, value;
    DiscountSize size = DiscountSize::percent;
    DiscountedPart on = DiscountedPart::base;
    std::string first_month, last_month; // both empty: every month
    friend bool operator==(DiscountForm const&, DiscountForm const&) = default;
};

struct ItemForm {
    std::string text, quantity = "1", price;
    Every every = Every::once;
    bool is_optional = false;
    friend bool operator==(ItemForm const&, ItemForm const&) = default;
};

struct Form {
    Customer customer;
    Language language;
    std::string title, introduction, closing, payment_terms, notes, valid_until;
    std::string starts_on; // a day in the first month of the needs; empty: the next month
    NeedsState needs;
    std::vector<AlternativeForm> alternatives;
    std::vector<DiscountForm> discounts;
    std::vector<ItemForm> items;
    Vat vat = Vat::domestic;
};

// Whether both say the same; how needs are being typed does not count.
bool is_alike(Form const& a, Form const& b);

// Which field is wrong, by its key in the editor ("customer.name", "discount.0.value"); what is
// wrong is one of a few.
enum class FieldErrorKind : std::uint8_t {
    missing,
    no_percentage, // 0.01 to 100
    no_amount,
    no_number,
    no_months, // from 1 on, the first not behind the last
    no_date,   // 2027-03-28, as a date input gives it
    no_hours,  // of past months, of which none are known yet
    no_email,
    duplicate, // alternative
};

struct FieldError {
    std::string key;
    FieldErrorKind kind = FieldErrorKind::missing;
    friend bool operator==(FieldError const&, FieldError const&) = default;
};

using FieldErrors = std::vector<FieldError>;

FieldErrorKind const* find_error(FieldErrors const& errors, std::string_view key);

struct Editor {
    std::string key;        // of the record
    QuoteDocument document; // as it was opened; its last version is the draft
    Scenario opened_needs;  // kept as long as nothing of the needs is edited
    Needs needs_at_opening;
    Form form;
    Form saved;   // what the store holds; equal to `form` where nothing is unsaved
    Form written; // what was written last, saved or not
    std::vector<std::string> errors; // why `written` is no valid document
    std::int64_t revision = 0;
    bool is_stored = false;
    bool has_failed = false; // the store refused `written`, or it is not valid
    bool is_removed = false; // deleted in another tab
    bool is_changed_elsewhere = false;
    std::vector<Form> undo, redo;
    std::string edited_field; // of the last change: typing into one field is one step back
    Form seen;                // the form after the last frame
};

Form form_of(QuoteDocument const& document, Catalogue const& catalogue);
Editor open_editor(std::string key, QuoteDocument document, Catalogue const& catalogue);

// The document with the form's content in its draft; where a field is wrong, what is right of it.
struct Drafted {
    QuoteDocument document;
    FieldErrors errors;
};

Drafted drafted(Editor const& editor, Catalogue const& catalogue);

// To be called after each frame: keeps the form as it was before the frame's change, as a step to
// go back to. `field` is what has the focus; changes of one field follow each other in one step.
void remember(Editor& editor, std::string_view field);
void undo(Editor& editor);
void redo(Editor& editor);

} // namespace kontingent::ui::desk
