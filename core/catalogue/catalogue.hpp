// The catalogue: everything an agency offers, as plain values. Read from JSON by parse_catalogue(),
// which finds every error in one pass; a Catalogue that exists is valid, so nothing behind it
// checks again.
#pragma once

#include "core/base/error.hpp"
#include "core/base/language.hpp"
#include "core/base/limits.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/offer.hpp"
#include "core/catalogue/season.hpp"
#include "core/catalogue/triage.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent {

namespace json {
class Document;
}

struct Service {
    std::string id;
    LocalizedText name;
    LocalizedText description; // empty where the catalogue has none
};

struct SupportLevel {
    std::int32_t level = 0; // from 1
    LocalizedText name;
    LocalizedText definition;
    std::vector<LocalizedText> examples;
    Minutes typical_effort{60}; // of one incident; one unit where the catalogue says nothing
};

struct Term {
    std::int32_t months = 1;
    BasisPoints discount;
};

// What a term's discount covers.
struct DiscountScope {
    bool base = true;
    bool extras = false;
    bool overage = false;
    friend bool operator==(DiscountScope, DiscountScope) = default;
};

// A kind of work, such as urgent or design. Conditions of its own are in Offer::kinds.
struct Kind {
    std::string id;
    LocalizedText name;
    LocalizedText summary; // empty where the catalogue has none
};

// What is ordered by number: sites, users, devices.
struct Extra {
    std::string id;
    LocalizedText name;
    LocalizedText summary; // empty where the catalogue has none
    std::int32_t max = 1;
};

// What is counted instead of hours, by CLDR's plural categories. In a catalogue with a unit every
// value of type Minutes that says how much work something is holds whole units, and an HourlyRate
// is the price of one unit.
struct Unit {
    LocalizedText one;
    LocalizedText few;  // empty: as `other`
    LocalizedText many; // empty: as `other`
    LocalizedText other;

    // The form for a number of units, in a language of the catalogue.
    std::string const& noun(std::int64_t count, Language language) const;
};

struct Answer {
    LocalizedText question;
    LocalizedText answer;
};

struct Seller {
    std::string name, street, postcode, city, country, vat_id, email, phone, url;
    std::string zone; // IANA name of its time zone; empty where the catalogue has none
    std::string logo; // path beside the catalogue; empty likewise
    std::vector<std::string> legal; // lines as at the foot of a letter
};

// Takes the place of a text of the page or the portal.
struct OwnText {
    std::string key;
    LocalizedText text;
};

struct Catalogue {
    std::string id;
    std::string currency; // ISO 4217
    BasisPoints vat;
    bool prices_include_vat = false;
    bool is_small_business = false; // charges no VAT; `vat` is 0
    Minutes billing_increment{1};
    std::int32_t horizon_months = 12;
    std::vector<Language> languages;
    std::optional<Unit> unit;
    Seller seller;
    std::vector<Service> services;
    std::vector<SupportLevel> levels; // level 1 first, without gaps; at most level_count_max
    std::vector<Kind> kinds;          // the regular one first; may be empty
    std::vector<Extra> extras;
    std::vector<NamedSeason> seasons; // may be empty
    Triage triage;                    // without questions where the catalogue has none
    std::vector<Offer> offers; // packages in the catalogue's order, on demand last; at least one
    std::vector<Term> terms;   // rising by months, at least one
    DiscountScope term_discount_applies_to;
    std::vector<Answer> faq;
    std::vector<OwnText> texts; // each key at most once
    bool is_sample = false;
    std::optional<std::uint32_t> accent_rgb; // 0xRRGGBB

    Offer const* find_offer(std::string_view offer_id) const; // null where there is none
    // Null where support on demand is not offered.
    Offer const* on_demand() const;
    std::size_t package_count() const;

    // What a price depends on, so that it has to be asked: some offer treats the kind of work other
    // than the first one, counts tasks, or sells the extra.
    bool has_rule_for_kind(std::size_t kind) const;
    bool counts_tasks() const;
    bool sells_extra(std::size_t extra) const;
    bool has_questions_about_work() const; // any of them

    // How much an hour is in values that say how much work something is: 60 minutes, or one unit.
    std::int64_t hour() const { return unit ? 1 : 60; }

    SupportLevel const& level(std::int32_t number) const {
        return levels[static_cast<std::size_t>(number - 1)];
    }
};

// read_catalogue() of a text of catalogue_bytes_max bytes at most.
std::expected<Catalogue, Errors> parse_catalogue(std::string_view json);
std::expected<Catalogue, Errors> read_catalogue(json::Document const& document);

} // namespace kontingent
