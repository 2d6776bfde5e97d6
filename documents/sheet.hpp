// What a document says, in its language: texts and figures as they are read. HTML, text and PDF
// are written from it, so that they cannot differ.
#pragma once

#include "documents/printable.hpp"
#include "documents/wording.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::documents {

// A line of the term: "Base price", "months 1 to 12", in one of these months, in all of them.
struct SheetRow {
    std::string label, months, each, sum;
};

struct SheetTotal {
    std::string label, net, vat, gross;
};

struct SheetOffer {
    std::string heading; // its name, with a number where there is a choice
    std::string included;
    std::vector<std::string> services, responses, beyond, conditions;
    std::vector<SheetRow> fixed, expected; // expected: may be empty
    std::string expected_net;
    std::vector<SheetTotal> totals;
    std::vector<std::string> optional, remarks;
};

// Texts may be empty where the document has none. Refers to the logo of what it is made from.
struct Sheet {
    Language language;
    bool is_draft = false;
    bool is_sample = false;
    std::string title, number, date, state, validity;
    std::string seller;
    std::vector<std::string> address, contact; // of the seller
    std::vector<std::string> legal;            // as at the foot of a letter
    std::vector<std::string> recipient;
    std::vector<std::string> introduction, closing, payment_terms; // paragraphs
    std::vector<SheetOffer> offers;                                // at least one
    bool has_vat = true; // whether totals have net, VAT and gross, or one amount
    std::string vat_sentence;
    std::string digest;
    std::string_view logo; // the file's bytes; empty without one
    std::optional<PrintedChanges> changes;

    bool has_choice() const { return offers.size() > 1; }
};

// `texts` are those of the document's language.
Sheet sheet_of(Printable const& printable, templates::Texts const& texts);

} // namespace kontingent::documents
