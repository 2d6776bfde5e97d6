// A quote as a document: who it is for, its versions, and what happened to them. Plain values; the
// reader has checked them. A version is content, and once issued it never changes.
#pragma once

#include "core/base/instant.hpp"
#include "core/base/language.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent {

inline constexpr std::size_t document_bytes_max = 16u << 20;
inline constexpr std::size_t logo_bytes_max = 64u << 10;
inline constexpr std::size_t alternative_count_max = 3;
inline constexpr std::size_t item_count_max = 200;
inline constexpr std::size_t version_count_max = 64;
inline constexpr std::size_t event_count_max = 1'000;

enum class CustomerKind : std::uint8_t { business, consumer };

struct Customer {
    std::string name, company, street, postcode, city, country, email, vat_id;
    CustomerKind kind = CustomerKind::business;
    friend bool operator==(Customer const&, Customer const&) = default;
};

enum class Every : std::uint8_t { once, month };

// What is in no catalogue.
struct Item {
    std::string text;
    std::int64_t quantity = 1;
    Money price; // of one; as the catalogue's prices, with VAT where those include it
    Every every = Every::once;
    bool is_optional = false; // then in no total
    friend bool operator==(Item const&, Item const&) = default;
};

// One of the offers that the customer may choose from.
struct Alternative {
    std::string package_id; // or the on-demand id
    std::int32_t term_months = 1;
    Pooling pooling = NoPooling{};
    friend bool operator==(Alternative const&, Alternative const&) = default;
};

struct Content {
    Language language;
    std::string title, introduction, closing, payment_terms; // may be empty
    Scenario
        needs; // with VAT and special discounts; package, term and pooling are the alternatives'
    std::vector<Alternative> alternatives; // at least one
    std::vector<Item> items;
    // In the first month of the needs: it gives the months their names where they are edited. No
    // price and nothing that is printed depends on it.
    std::optional<Day> starts_on;
    std::optional<Day> issued_on;
    std::optional<Day> valid_until;

    Scenario scenario_of(Alternative const& alternative) const;
};

// What an issued version was made of. It is never computed again with other prices.
struct Snapshot {
    std::string catalogue_id;
    std::string catalogue_sha256; // of the whole catalogue's text
    std::string edition;          // canonical JSON: a catalogue with what the document says of it
    Catalogue catalogue;          // the edition, read
    Customer customer;
    std::string logo; // of the letterhead, the file's bytes: PNG or SVG; empty without one
};

enum class VersionState : std::uint8_t {
    draft,
    issued,
    accepted,
    declined,
    withdrawn,
    superseded, // a newer version was issued
    expired,    // by date
};
std::string_view text_of(VersionState state);

struct Version {
    std::int32_t number = 1;
    VersionState state = VersionState::draft;
    Content content;
    // All three from the moment it is issued.
    std::optional<Snapshot> snapshot;
    std::optional<Instant> last_instant; // the end of valid_until where the seller is
    std::string digest;                  // SHA-256 of all that is printed
};

enum class EventKind : std::uint8_t {
    issued,
    accepted,
    declined,
    withdrawn,
    superseded,
    expired,
    counter_entry, // to an acceptance, which is never undone
};
std::string_view text_of(EventKind kind);

// How a customer's answer arrived.
enum class Way : std::uint8_t { email, telephone, letter };
std::string_view text_of(Way way);

struct Event {
    Instant at;
    std::string by;
    EventKind kind = EventKind::issued;
    std::int32_t version = 1;
    std::string content_digest; // the version's
    // An acceptance only: which alternative (from 0), how it arrived, when and from whom.
    std::optional<std::size_t> alternative;
    std::optional<Way> way;
    std::optional<Day> on;
    std::string name;
    std::string reason;   // of declining, withdrawing or a counter-entry
    std::string previous; // digest of the event before; empty for the first
    std::string digest;   // SHA-256 of all of the above as canonical JSON
};

struct QuoteDocument {
    std::string id;     // made at random where the quote is created
    std::string number; // "A-2026-0001"; empty until the first version is issued
    std::string owner;
    Customer customer;
    std::vector<Version> versions; // at least one; number is index + 1
    std::vector<Event> events;
    std::string notes; // to oneself, never printed

    Version const& latest() const { return versions.back(); }
};

// "A-2026-0001/2", or the id where there is no number yet.
std::string printed_number(QuoteDocument const& document, Version const& version);
// A prefix of 1 to 8 capital letters, the year, and a count of at least four digits.
bool is_quote_number(std::string_view text);

// The catalogue a version is computed with: its own, or the current one for a draft.
inline Catalogue const& catalogue_of(Version const& version, Catalogue const& current) {
    return version.snapshot ? version.snapshot->catalogue : current;
}

// An issued version whose time is over is expired, whatever the file says.
VersionState state_at(Version const& version, Instant now);

} // namespace kontingent
