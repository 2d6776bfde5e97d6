#include "endpoint/requests/request_document.hpp"

#include "core/json/check.hpp"
#include "core/json/reader.hpp"
#include "core/pricing/scenario_reader.hpp"
#include "endpoint/http/http.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace kontingent::endpoint {

namespace {

using json::Kind;
using json::Presence;

constexpr std::int64_t name_length_max = 200;
constexpr std::int64_t email_length_max = 254;
constexpr std::int64_t phone_length_max = 60;
constexpr std::int64_t website_length_max = 300;
constexpr std::int64_t message_length_max = 5000;
constexpr std::int64_t catalogue_id_length_max = 64;
constexpr json::Bounds money_bounds{0, 1'000'000'000'000'000};

// As a browser's e-mail field takes it (HTML 4.10.5.1.5), and letters beyond ASCII.
bool is_email(std::string_view text) {
    constexpr std::string_view marks = ".!#$%&'*+/=?^_`{|}~-";
    auto const is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    auto const at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64) {
        return false;
    }
    auto const is_local = [&](char c) {
        return is_letter(c) || marks.find(c) != std::string_view::npos;
    };
    if (!std::ranges::all_of(text.substr(0, at), is_local)) {
        return false;
    }
    std::string_view domain = text.substr(at + 1);
    while (true) {
        auto const dot = domain.find('.');
        std::string_view const label = domain.substr(0, dot);
        bool const is_valid =
            !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
            std::ranges::all_of(label, [&](char c) { return is_letter(c) || c == '-'; });
        if (!is_valid || dot == std::string_view::npos) {
            return is_valid;
        }
        domain.remove_prefix(dot + 1);
    }
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    auto const number = [&](std::size_t begin, std::size_t size) {
        int value = -1;
        auto const [end, error] =
            std::from_chars(text.data() + begin, text.data() + begin + size, value);
        return error == std::errc{} && end == text.data() + begin + size ? value : -1;
    };
    int const year = number(0, 4);
    int const month = number(5, 2);
    int const day = number(8, 2);
    if (year < 1 || month < 1 || day < 1) {
        return false;
    }
    return std::chrono::year_month_day(std::chrono::year(year),
                                       std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

class RequestReader {
public:
    RequestReader(json::Document const& document, Catalogue const& catalogue)
        : document_(document), checker_(document), catalogue_(catalogue) {}

    std::expected<RequestDocument, RequestErrors> read() {
        find_kind_and_language();
        read_members();
        Errors errors = checker_.take_errors();
        if (is_outdated_ && !errors.empty() && std::ranges::all_of(errors, depends_on_catalogue)) {
            errors.clear();
            result_.scenario.reset();
        }
        if (!errors.empty()) {
            return std::unexpected(RequestErrors{
                .is_json = true, .language = result_.language, .errors = std::move(errors)});
        }
        return std::move(result_);
    }

private:
    // Both are needed before the members are checked: which members there may be, and the errors'
    // language.
    void find_kind_and_language() {
        if (document_.root().kind != Kind::object) {
            return;
        }
        for (json::Value const& member : document_.items(document_.root())) {
            if (member.kind != Kind::text) {
                continue;
            }
            if (member.key == "kind") {
                is_package_ = member.text == "package";
                is_on_demand_ = member.text == "on_demand";
            } else if (member.key == "language") {
                result_.language = language_of_tag(member.text).value_or(Language::german);
            }
        }
    }

    void read_members() {
        Presence const optional = Presence::optional;
        Presence const of_package = is_package_ ? Presence::required : optional;
        Presence const of_on_demand = is_on_demand_ ? Presence::required : optional;
        json::Members const members(checker_, &document_.root(),
                                    {{"format"},
                                     {"kind"},
                                     {"language"},
                                     {"contact"},
                                     {"message", is_package_ ? optional : Presence::required},
                                     {"start", optional},
                                     {"consent"},
                                     {"level", of_on_demand},
                                     {"scenario", of_package},
                                     {"quoted", of_package}});
        if (!members.is_object()) {
            return;
        }
        checker_.integer(members["format"], {1, 1});
        if (auto const kind =
                checker_.choice(members["kind"], {"package", "on_demand", "question"})) {
            result_.kind = static_cast<RequestKind>(*kind);
        }
        read_language(members["language"]);
        read_contact(members["contact"]);
        read_message(members["message"]);
        read_start(members["start"]);
        read_consent(members["consent"]);
        if (is_on_demand_) {
            checker_.integer(members["level"], {1, 4});
        } else {
            refuse(members["level"]);
        }
        if (is_package_) {
            read_quoted(members["quoted"]);
            result_.scenario = read_scenario(checker_, members["scenario"], catalogue_);
        } else {
            refuse(members["scenario"]);
            refuse(members["quoted"]);
        }
    }

    // A member that belongs to another kind of request.
    void refuse(json::Value const* member) {
        if (member != nullptr) {
            checker_.report_name(ErrorCode::unknown_member, *member);
        }
    }

    void read_language(json::Value const* value) {
        if (checker_.is_kind(value, Kind::text) && !language_of_tag(value->text)) {
            checker_.report(ErrorCode::unknown_language, *value, std::string(value->text));
        }
    }

    // A form's empty field is no text at all.
    void read_optional_line(json::Value const* value, std::int64_t length_max) {
        if (value != nullptr && !(value->kind == Kind::text && value->text.empty())) {
            checker_.text(value, length_max);
        }
    }

    void read_contact(json::Value const* object) {
        if (object == nullptr) {
            return;
        }
        json::Members const members(checker_, object,
                                    {{"name"},
                                     {"email"},
                                     {"company", Presence::optional},
                                     {"phone", Presence::optional},
                                     {"website", Presence::optional}});
        if (!members.is_object()) {
            return;
        }
        checker_.text(members["name"], name_length_max);
        if (auto const email = checker_.text(members["email"], email_length_max)) {
            if (!is_email(*email)) {
                checker_.report(ErrorCode::bad_format, *members["email"], "email");
            }
            result_.email = to_lower(*email);
        }
        read_optional_line(members["company"], name_length_max);
        read_optional_line(members["phone"], phone_length_max);
        read_optional_line(members["website"], website_length_max);
    }

    // Whatever a person pastes, tabs included; only what no text field gives is refused.
    void read_message(json::Value const* value) {
        if (value == nullptr || !checker_.is_kind(value, Kind::text)) {
            return;
        }
        auto const is_continuation = [](char c) {
            return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
        };
        auto const is_refused = [](char c) {
            auto const code = static_cast<unsigned char>(c);
            return (code < 0x20 && c != '\n' && c != '\r' && c != '\t') || code == 0x7f;
        };
        auto const length =
            std::ranges::count_if(value->text, [&](char c) { return !is_continuation(c); });
        bool const is_blank = value->text.find_first_not_of(" \t\r\n") == std::string_view::npos;
        std::int64_t const length_min = is_package_ ? 0 : 1;
        if ((is_blank && !is_package_) || length > message_length_max) {
            checker_.report(ErrorCode::out_of_range, *value,
                            "characters " + std::to_string(length_min) + ".." +
                                std::to_string(message_length_max));
        } else if (std::ranges::any_of(value->text, is_refused)) {
            checker_.report(ErrorCode::bad_format, *value, "printable");
        }
    }

    void read_start(json::Value const* value) {
        if (value == nullptr || !checker_.is_kind(value, Kind::text) || value->text.empty()) {
            return;
        }
        if (!is_date(value->text)) {
            checker_.report(ErrorCode::bad_format, *value, "date");
        }
    }

    void read_consent(json::Value const* value) {
        if (auto const consent = checker_.boolean(value); consent && !*consent) {
            checker_.report(ErrorCode::unknown_value, *value, "true");
        }
    }

    void read_quoted(json::Value const* object) {
        if (object == nullptr) {
            return;
        }
        json::Members const members(checker_, object, {{"catalogue"}, {"net"}, {"vat"}, {"gross"}});
        if (!members.is_object()) {
            return;
        }
        QuotedPrice quoted;
        quoted.catalogue_id =
            checker_.text(members["catalogue"], catalogue_id_length_max).value_or("");
        quoted.net = Money{checker_.integer(members["net"], money_bounds).value_or(0)};
        quoted.vat = Money{checker_.integer(members["vat"], money_bounds).value_or(0)};
        quoted.gross = Money{checker_.integer(members["gross"], money_bounds).value_or(0)};
        is_outdated_ = !quoted.catalogue_id.empty() && quoted.catalogue_id != catalogue_.id;
        result_.quoted = quoted;
    }

    // Errors that another edition of the catalogue may well not have.
    static bool depends_on_catalogue(Error const& error) {
        if (!error.pointer.starts_with("/scenario/")) {
            return false;
        }
        return error.code == ErrorCode::unknown_id ||
               error.code == ErrorCode::pooling_not_offered ||
               error.code == ErrorCode::too_many_pairs ||
               (error.code == ErrorCode::unknown_value && error.pointer == "/scenario/term_months");
    }

    json::Document const& document_;
    json::Checker checker_;
    Catalogue const& catalogue_;
    RequestDocument result_;
    bool is_package_ = false;
    bool is_on_demand_ = false;
    bool is_outdated_ = false;
};

} // namespace

std::string_view request_kind_text(RequestKind kind) {
    switch (kind) {
    case RequestKind::package:
        return "package";
    case RequestKind::on_demand:
        return "on_demand";
    case RequestKind::question:
        return "question";
    }
    return {};
}

std::expected<RequestDocument, RequestErrors> parse_request(std::string_view text,
                                                            Catalogue const& catalogue) {
    auto const document = json::read(text, text.size() + 1);
    if (!document) {
        bool const is_json = document.error().code == ErrorCode::wrong_type;
        return std::unexpected(RequestErrors{
            .is_json = is_json, .language = Language::english, .errors = {document.error()}});
    }
    return RequestReader(*document, catalogue).read();
}

std::string canonical_json(std::string_view text) {
    return nlohmann::json::parse(text, nullptr, false).dump();
}

} // namespace kontingent::endpoint
