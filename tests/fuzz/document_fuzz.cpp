// A quote's file: whatever it says, it is refused with places or it is a document that can be
// written, read again and stepped on.
#include "core/document/document_json.hpp"
#include "core/document/document_reader.hpp"
#include "core/document/steps.hpp"
#include "tests/fuzz/check.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace kontingent;
using fuzz::require;

namespace {

// Small, so that most of an input is the document's own.
constexpr std::string_view catalogue_text =
    R"({"format": 1, "id": "f", "currency": "EUR", "vat_basis_points": 1900, "languages": ["de", "en"],
"seller": {"name": "N", "time_zone": "Europe/Berlin"},
"extras": [{"id": "site", "name": {"de": "S", "en": "S"}, "max": 9}],
"packages": [{"id": "p", "name": {"de": "P", "en": "P"}, "included_minutes": 600, "monthly_price": 98000,
"extras": [{"id": "site", "included": 1, "monthly_price": 100}], "pooling": {"pairs_per_term_max": 2},
"overage": {"mode": "graduated", "tiers": [{"up_to_minutes": 240, "hourly_rate": 12500}, {"hourly_rate": 11000}]}}],
"on_demand": {"id": "o", "name": {"de": "O", "en": "O"},
"overage": {"mode": "volume", "tiers": [{"hourly_rate": 16000}]}},
"terms": [{"months": 1, "discount_basis_points": 0}, {"months": 12, "discount_basis_points": 1000}]})";

Catalogue const& catalogue() {
    static Catalogue const parsed = [] {
        auto result = parse_catalogue(catalogue_text);
        require(result.has_value());
        return *std::move(result);
    }();
    return parsed;
}

// The file as it is written, which must be the same each time.
std::string written(QuoteDocument const& document) {
    auto const text = document_to_json(document, catalogue());
    require(text.has_value());
    auto const again = parse_document(*text, catalogue());
    require(again.has_value());
    auto const second = document_to_json(*again, catalogue());
    require(second && *second == *text);
    return *text;
}

void issue_and_accept(QuoteDocument const& document) {
    Issue const how{.step = {Instant{1'804'000'000'000}, "fuzz"},
                    .number = "A-2027-0001",
                    .issued_on = *parse_day("2027-03-01"),
                    .last_instant = Instant{1'904'000'000'000},
                    .discount_max = {},
                    .logo = {}};
    auto const issued = issue(document, catalogue_text, how);
    if (!issued) {
        return;
    }
    written(*issued);
    auto const accepted = accept(*issued, {.step = {how.step.at, "fuzz"},
                                           .version = issued->latest().number,
                                           .alternative = 0,
                                           .digest = issued->latest().digest,
                                           .way = Way::letter,
                                           .on = how.issued_on,
                                           .recorded_on = how.issued_on,
                                           .name = "Ada"});
    if (accepted) {
        written(*accepted);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const document = parse_document(text, catalogue());
    if (!document) {
        fuzz::require_valid_errors(document.error(), text);
        return 0;
    }
    written(*document);
    issue_and_accept(*document);
    return 0;
}
