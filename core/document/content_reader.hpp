// Reads what a person writes into a document: the customer, and a version's content.
#pragma once

#include "core/document/document.hpp"
#include "core/json/check.hpp"

namespace kontingent {

// In code points. A draft holds what a request may have: the longest line is an e-mail address, and
// notes are a message with its reference and dates.
inline constexpr std::int64_t document_line_max = 254;
inline constexpr std::int64_t document_text_max = 5'000; // of a text with line breaks
inline constexpr std::int64_t document_notes_max = 6'000;

Customer read_customer(json::Checker& json, json::Value const* object);
Content read_content(json::Checker& json, json::Value const* object, Catalogue const& catalogue);

// A text that may be absent: then empty.
std::string read_line(json::Checker& json, json::Value const* value);
std::string read_paragraphs(json::Checker& json, json::Value const* value);
std::optional<Day> read_day(json::Checker& json, json::Value const* value);
std::optional<Instant> read_instant(json::Checker& json, json::Value const* value);
// 64 hexadecimal digits; empty where it is absent or wrong.
std::string read_digest(json::Checker& json, json::Value const* value);

} // namespace kontingent
