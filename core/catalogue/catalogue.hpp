// The catalogue: everything an agency offers, as plain values. Read from JSON by parse_catalogue(),
// which finds every error in one pass; a Catalogue that exists is valid, so nothing behind it
// checks again.
#pragma once

#include "core/base/error.hpp"
#include "core/base/language.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/season.hpp"
#include "core/catalogue/triage.hpp"

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent {

enum class OverageMode : std::uint8_t { graduated, volume, block };

struct Tier {
    std::optional<Minutes> up_to; // upper bound, included; none on the last tier
    HourlyRate hourly_rate;
    std::optional<Money> flat_fee;
};

struct Overage {
    OverageMode mode = OverageMode::graduated;
    std::vector<Tier> tiers; // graduated, volume
    Minutes block_size;      // block
    Money block_price;       // block
};

enum class SupportHours : std::uint8_t { always, business };

struct ResponsePromise {
    std::int32_t level = 0; // 1 to 4
    Minutes within;
    SupportHours hours = SupportHours::business;
};

struct Service {
    std::string id;
    LocalizedText name;
    LocalizedText description;
};

struct SupportLevel {
    std::int32_t level = 0;
    LocalizedText name;
    LocalizedText definition;
    std::vector<LocalizedText> examples;
    Minutes typical_effort; // of one incident
};

struct Package {
    std::string id;
    LocalizedText name;
    LocalizedText summary;
    Minutes included;
    Money monthly_price;
    std::vector<std::size_t> services;      // indices into Catalogue::services
    std::vector<ResponsePromise> responses; // one a level, in the order of levels
    Overage overage;
    std::int32_t pooling_pairs_per_term_max = 0; // 0: pooling is not offered
};

struct OnDemand {
    std::string id;
    LocalizedText name;
    LocalizedText summary;
    std::vector<std::size_t> services;
    std::vector<ResponsePromise> responses;
    Overage overage;
};

struct Term {
    std::int32_t months = 1;
    BasisPoints discount;
};

enum class DiscountScope : std::uint8_t { base, base_and_overage };

struct Answer {
    LocalizedText question;
    LocalizedText answer;
};

struct Seller {
    std::string name, street, postcode, city, country, vat_id, email, phone, url;
};

struct Catalogue {
    std::string id;
    std::string currency; // ISO 4217
    BasisPoints vat;
    Minutes billing_increment;
    std::int32_t horizon_months = 12;
    std::vector<Language> languages;
    Seller seller;
    std::vector<Service> services;
    std::array<SupportLevel, 4> levels; // level 1 first
    std::vector<NamedSeason> seasons;   // at least one
    Triage triage;
    std::vector<Package> packages; // the catalogue's order
    OnDemand on_demand;
    std::vector<Term> terms; // rising by months
    DiscountScope term_discount_applies_to = DiscountScope::base;
    std::vector<Answer> faq;
    bool is_sample = false;
    std::optional<std::uint32_t> accent_rgb; // 0xRRGGBB

    Package const* find_package(std::string_view package_id) const;
    Term const* find_term(std::int32_t months) const;
};

inline constexpr std::size_t catalogue_bytes_max = 1u << 20;
inline constexpr std::size_t service_count_max = 64;

std::expected<Catalogue, Errors> parse_catalogue(std::string_view json);

} // namespace kontingent
