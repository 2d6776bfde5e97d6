#include "core/catalogue/seller_reader.hpp"

#include "core/base/ascii.hpp"
#include "core/catalogue/catalogue_text.hpp"

#include <algorithm>

namespace kontingent {
namespace {

using json::Presence;

constexpr json::Bounds legal_count_bounds{0, 16};
constexpr std::size_t time_zone_length_max = 64;

std::string line(json::Checker& json, json::Value const* value) {
    return std::string(json.text(value, line_length_max).value_or(""));
}

bool is_mail_address(std::string_view text) {
    auto const at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find(' ') == std::string_view::npos;
}

bool is_web_address(std::string_view text) {
    for (std::string_view const scheme :
         {std::string_view("https://"), std::string_view("http://")}) {
        if (text.starts_with(scheme)) {
            return text.size() > scheme.size() && text.find(' ') == std::string_view::npos;
        }
    }
    return false;
}

bool is_name_byte(char byte) {
    return ascii::is_letter(byte) || ascii::is_digit(byte) || byte == '_' || byte == '-';
}

// Whether each part between slashes begins with a letter, a digit, "_" or "-", and goes on with
// those or `also`.
bool is_path(std::string_view text, std::string_view also) {
    bool is_start = true;
    for (char const byte : text) {
        bool const is_inside = !is_start && also.find(byte) != std::string_view::npos;
        if (byte == '/' ? is_start : !is_name_byte(byte) && !is_inside) {
            return false;
        }
        is_start = byte == '/';
    }
    return !is_start;
}

// By its form; which zones there are is not known here.
bool is_time_zone(std::string_view text) {
    return text.size() <= time_zone_length_max && is_path(text, "+");
}

// Relative, without "..", and of a kind that every browser shows.
bool is_picture_path(std::string_view text) {
    constexpr std::string_view endings[] = {".svg", ".png", ".jpg", ".jpeg", ".webp"};
    return is_path(text, ".") && std::ranges::any_of(endings, [text](std::string_view ending) {
               return text.ends_with(ending);
           });
}

} // namespace

Seller read_seller(json::Checker& json, json::Value const* object) {
    Seller seller;
    if (object == nullptr) {
        return seller;
    }
    json::Members const members(json, object,
                                {{"name"},
                                 {"street", Presence::optional},
                                 {"postcode", Presence::optional},
                                 {"city", Presence::optional},
                                 {"country", Presence::optional},
                                 {"vat_id", Presence::optional},
                                 {"email", Presence::optional},
                                 {"phone", Presence::optional},
                                 {"url", Presence::optional},
                                 {"time_zone", Presence::optional},
                                 {"logo", Presence::optional},
                                 {"legal", Presence::optional}});
    seller.name = line(json, members["name"]);
    seller.street = line(json, members["street"]);
    seller.postcode = line(json, members["postcode"]);
    seller.city = line(json, members["city"]);
    seller.country = line(json, members["country"]);
    seller.vat_id = line(json, members["vat_id"]);
    seller.email = line(json, members["email"]);
    seller.phone = line(json, members["phone"]);
    seller.url = line(json, members["url"]);
    if (!seller.email.empty() && !is_mail_address(seller.email)) {
        json.report(ErrorCode::bad_format, *members["email"], Wanted::email);
    }
    if (!seller.url.empty() && !is_web_address(seller.url)) {
        json.report(ErrorCode::bad_format, *members["url"], Wanted::url);
    }
    seller.zone = line(json, members["time_zone"]);
    if (!seller.zone.empty() && !is_time_zone(seller.zone)) {
        json.report(ErrorCode::bad_format, *members["time_zone"], Wanted::zone);
    }
    seller.logo = line(json, members["logo"]);
    if (!seller.logo.empty() && !is_picture_path(seller.logo)) {
        json.report(ErrorCode::bad_format, *members["logo"], Wanted::picture_path);
    }
    if (json.list(members["legal"], legal_count_bounds)) {
        for (json::Value const& item : json.document().items(*members["legal"])) {
            seller.legal.push_back(line(json, &item));
        }
    }
    return seller;
}

} // namespace kontingent
