// Figures, promises and lines in a document's language.
#pragma once

#include "core/pricing/special_discount.hpp"
#include "documents/line_rows.hpp"
#include "documents/printable.hpp"
#include "templates/problems.hpp"
#include "templates/texts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::documents {

class Wording {
public:
    // Both must outlive it. `texts` are those of the language.
    Wording(Printable const& printable, templates::Texts const& texts, Language language)
        : printable_(printable), texts_(texts), language_(language) {}

    Wording(Printable const& printable, templates::Texts const& texts)
        : Wording(printable, texts, printable.content.language) {}

    std::string money(Money amount) const;
    std::string percent(BasisPoints part) const;
    std::string day(Day day) const;
    std::string work(Minutes work) const;                         // "10 h", or "3 tickets"
    std::string work_in(Minutes work, std::int32_t months) const; // "144 h in 12 months"
    std::string time(Minutes time) const; // "1.5 h", also where work is counted in units
    std::string count(std::int32_t number) const;
    // The form of a text that has one for each number.
    std::string counted(std::string_view key, std::int32_t number) const;
    std::string in(LocalizedText const& text) const;

    std::string offer_name(OfferedAlternative const& offered) const;    // "Standard, 12 months"
    std::string months_in_all(OfferedAlternative const& offered) const; // "12 months"
    std::string month_count(std::int32_t months) const;                 // the same
    std::string included(Offer const& offer) const;                     // "Included: 10 h a month"
    // In a list of what changes: "10 h a month", "without limit".
    std::string included_work(Offer const& offer) const;
    std::string response(ResponsePromise const& promise) const;      // level and time
    std::string response_time(ResponsePromise const& promise) const; // "1 h, around the clock"
    std::string level(std::int32_t number) const;                    // "Level 1 (Emergency)"
    std::string labelled(std::string const& label, std::string const& value) const;
    // What hours beyond the included ones cost: a sentence a tier.
    std::vector<std::string> prices_beyond(Offer const& offer) const;
    std::string line(OfferedAlternative const& offered, DocumentLine const& line) const;
    std::string months(LineRow const& row) const; // "Months 1 to 3, 5"
    std::string special_discount(SpecialDiscount const& discount) const;
    std::string state() const; // "Withdrawn"; empty for a draft and while it is simply issued
    std::string vat_sentence() const;
    // Whether VAT is shown at all: not with reverse charge, nor of a small business.
    bool has_vat() const;

    templates::Texts const& texts() const { return texts_; }

private:
    std::string rate(HourlyRate rate) const; // "€120.00 an hour", or "a unit"
    std::string tier(Overage const& overage, std::size_t index) const;
    std::string discount_of_term(OfferedAlternative const& offered) const;

    Printable const& printable_;
    templates::Texts const& texts_;
    Language language_;
};

// The texts of documents in a language. Nothing where they are invalid: `problems` says why.
std::optional<templates::Texts> document_texts(Language language, templates::Problems& problems);

// For mails and terminals: no-break spaces become spaces.
std::string with_plain_spaces(std::string_view text);

} // namespace kontingent::documents
