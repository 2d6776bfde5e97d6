// A plain HTML form's fields, and the request they make. The form needs no script: it is sent once
// for a summary with a price, and the summary, which carries a signed key and time, is sent again
// to place the request. So a second click, a reload, or a hasty program does not make a second
// request.
#pragma once

#include "core/base/parse.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/request/work_fields.hpp"

#include <chrono>
#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

using FormFields = std::map<std::string, std::string, std::less<>>;

inline constexpr std::string_view trap_field = "fax"; // hidden from people; programs fill it
inline constexpr std::string_view confirmation_field = "confirmation";

// application/x-www-form-urlencoded. Of a repeated field the first counts. Nothing where it is
// malformed.
std::optional<FormFields> parse_form(std::string_view body);

// The text of a field without outer white space; empty where it is absent.
std::string field(FormFields const& fields, std::string_view name);

// The catalogue's first language unless the form names another of it.
Language language_of_form(FormFields const& fields, Catalogue const& catalogue);

// Whether a question is answered with hours, which are typed as the form's language writes them.
bool asks_for_hours(WorkField const& question, Catalogue const& catalogue);
// The hours, or what is wrong with them. `text` may be empty where the question is optional.
std::expected<Minutes, NumberError> typed_hours(std::string_view text, Language language);

// The request as JSON, for parse_request to judge. Where the fields carry no price yet, "quoted" is
// our own.
std::string request_of_form(FormFields const& fields, Catalogue const& catalogue);

// A random key and the time, signed. Milliseconds of Unix time.
std::string make_confirmation(std::string_view secret, std::int64_t now_milliseconds);

enum class ConfirmationError : std::uint8_t { forged, too_soon, too_late };

// The key in it.
std::expected<std::string, ConfirmationError>
check_confirmation(std::string_view confirmation, std::string_view secret,
                   std::int64_t now_milliseconds, std::chrono::milliseconds least_time);

} // namespace kontingent::endpoint
