// What a person sets once: who they are, the prefix of numbers, what a new quote begins with, the
// limit for special discounts; and texts to choose from.
#pragma once

#include "core/base/instant.hpp"
#include "core/base/units.hpp"
#include "ui/state/desk/records.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui::desk {

inline constexpr std::string_view settings_key = "settings";
inline constexpr std::string_view templates_key = "templates";
inline constexpr std::string_view logo_key = "logo";
// These two belong to one installation and are in no export.
inline constexpr std::string_view prefix_key = "prefix";
inline constexpr std::string_view copied_key = "copied"; // when everything was last exported

inline constexpr std::int32_t validity_days_max = 366;
inline constexpr std::size_t template_count_max = 100;

struct Settings {
    std::string owner; // who issues quotes here
    std::int32_t validity_days = 30;
    std::optional<BasisPoints> discount_max; // none: no limit
    std::string payment_terms, introduction, closing;
    friend bool operator==(Settings const&, Settings const&) = default;
};

struct TextTemplate {
    std::string name, introduction, closing, payment_terms;
    friend bool operator==(TextTemplate const&, TextTemplate const&) = default;
};

using TextTemplates = std::vector<TextTemplate>;

std::string to_json(Settings const& settings);
std::string to_json(TextTemplates const& templates);
// Nothing where the text is no such JSON.
std::optional<Settings> parse_settings(std::string_view json);
std::optional<TextTemplates> parse_templates(std::string_view json);

// What records hold, or the defaults.
Settings settings_of(Records const& records);
TextTemplates templates_of(Records const& records);
std::string prefix_of(Records const& records); // empty: not chosen yet
// The file of a logo that was chosen at this desk; empty: none was.
std::string logo_of(Records const& records);
std::string logo_to_json(std::string_view file);
// Nothing where it is no file that may be one.
std::optional<std::string> parse_logo(std::string_view json);
std::optional<Instant> copied_at(Records const& records);

std::string quoted(std::string_view text); // as a JSON text
// 1 to 8 capital letters.
bool is_prefix(std::string_view text);

// The next number of a prefix and a year, with the record that counts it. Numbers that are known
// already, given here or imported, are never given again.
struct NextNumber {
    std::string number;
    Change counted;
};

NextNumber next_number(Records const& records, std::string_view prefix, std::int32_t year,
                       std::vector<std::string> const& known);

} // namespace kontingent::ui::desk
