// The texts a visitor fills in for a request. Everything that shows, sends, checks or prints them
// goes through this table: the portal, the plain form, the endpoint, mail and CSV. A new field is a
// row here and its texts; tests name every place that lacks it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent {

enum class RequestKind : std::uint8_t { package, on_demand, question };
inline constexpr std::array<std::string_view, 3> request_kind_names{"package", "on_demand",
                                                                    "question"};

std::string_view request_kind_name(RequestKind kind);
std::optional<RequestKind> find_request_kind(std::string_view name);

enum class FieldPlace : std::uint8_t { contact, request }; // the JSON object that holds it
enum class FieldFormat : std::uint8_t {
    line,
    email,
    date, // "2027-01-31"
    text, // with line breaks
};
enum class FieldNeed : std::uint8_t { optional, required, unless_package };

struct RequestField {
    std::string_view name; // in JSON, forms, CSV and mail
    FieldPlace place;
    FieldFormat format;
    FieldNeed need;
    std::int32_t length_max; // code points
    // HTML's, for browsers and for the portal's text fields.
    std::string_view input_type;
    std::string_view autocomplete;
    std::string_view input_mode;
};

// In the order in which forms ask.
inline constexpr std::array request_fields{
    RequestField{"name", FieldPlace::contact, FieldFormat::line, FieldNeed::required, 200, "text",
                 "name", ""},
    RequestField{"email", FieldPlace::contact, FieldFormat::email, FieldNeed::required, 254,
                 "email", "email", "email"},
    RequestField{"company", FieldPlace::contact, FieldFormat::line, FieldNeed::optional, 200,
                 "text", "organization", ""},
    RequestField{"phone", FieldPlace::contact, FieldFormat::line, FieldNeed::optional, 60, "tel",
                 "tel", "tel"},
    RequestField{"website", FieldPlace::contact, FieldFormat::line, FieldNeed::optional, 300,
                 "text", "url", "url"},
    RequestField{"start", FieldPlace::request, FieldFormat::date, FieldNeed::optional, 10, "date",
                 "off", ""},
    RequestField{"message", FieldPlace::request, FieldFormat::text, FieldNeed::unless_package, 5000,
                 "text", "off", ""},
};
inline constexpr std::size_t request_field_count = request_fields.size();

// One text for each row of the table.
using RequestTexts = std::array<std::string, request_field_count>;

// The row of a name that is known when compiling; another name does not compile.
consteval std::size_t request_field(std::string_view name) {
    std::size_t index = 0;
    while (request_fields.at(index).name != name) {
        ++index;
    }
    return index;
}

// The row of any name; nothing where it is no field's.
std::optional<std::size_t> find_request_field(std::string_view name);

// "/contact/email"
std::string pointer_of(RequestField const& field);

bool is_required(RequestField const& field, RequestKind kind);

enum class FieldError : std::uint8_t { missing, too_long, not_printable, no_email, no_date };

// What is wrong with a text, by the field's rules alone. A text without a visible character is as
// good as absent.
std::optional<FieldError> check_field(RequestField const& field, std::string_view text,
                                      RequestKind kind);

// As a browser's e-mail field accepts it (HTML 4.10.5.1.5), and letters beyond ASCII.
bool is_email_address(std::string_view text);

} // namespace kontingent
