#include "core/json/check.hpp"
#include "core/json/reader.hpp"
#include "core/pricing/scenario_reader.hpp"
#include "core/request/request.hpp"

#include <algorithm>

namespace kontingent {

namespace {

using json::Kind;
using json::Presence;

constexpr std::int64_t catalogue_id_length_max = 64;
constexpr json::Bounds money_bounds{0, 1'000'000'000'000'000};

// Errors that another edition of the catalogue may well not have.
bool depends_on_catalogue(Error const& error) {
    if (!error.pointer.starts_with("/scenario/")) {
        return false;
    }
    return error.code == ErrorCode::unknown_id || error.code == ErrorCode::pooling_not_offered ||
           error.code == ErrorCode::too_many_pairs ||
           (error.code == ErrorCode::unknown_value && error.pointer == "/scenario/term_months");
}

class RequestReader {
public:
    RequestReader(json::Document const& document, Catalogue const& catalogue)
        : document_(document), checker_(document), catalogue_(catalogue) {
        result_.language = catalogue.languages.front();
    }

    std::expected<CustomerRequest, RequestErrors> read() {
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
    // Both are needed before the members are checked: the kind decides which members there may be,
    // the language is that of the errors.
    void find_kind_and_language() {
        if (document_.root().kind != Kind::object) {
            return;
        }
        for (json::Value const& member : document_.items(document_.root())) {
            if (member.kind != Kind::text) {
                continue;
            }
            if (member.key == "kind") {
                result_.kind = find_request_kind(member.text).value_or(RequestKind::question);
            } else if (member.key == "language") {
                result_.language = language_of_tag(member.text).value_or(result_.language);
            }
        }
    }

    Presence presence(bool is_required) const {
        return is_required ? Presence::required : Presence::optional;
    }

    void append_fields(std::vector<json::MemberName>& members, FieldPlace place) const {
        for (RequestField const& field : request_fields) {
            if (field.place == place) {
                members.push_back({field.name, presence(is_required(field, result_.kind))});
            }
        }
    }

    void read_members() {
        bool const is_package = result_.kind == RequestKind::package;
        bool const is_on_demand = result_.kind == RequestKind::on_demand;
        bool const has_level = is_on_demand && !catalogue_.levels.empty();
        std::vector<json::MemberName> known{{"format"},
                                            {"kind"},
                                            {"language"},
                                            {"contact"},
                                            {"consent"},
                                            {"level", presence(has_level)},
                                            {"scenario", presence(is_package)},
                                            {"quoted", presence(is_package)}};
        append_fields(known, FieldPlace::request);
        static_assert(8 + request_field_count <= json::Members::count_max);
        json::Members const members(checker_, &document_.root(), known);
        if (!members.is_object()) {
            return;
        }
        checker_.integer(members["format"], {1, 1});
        checker_.choice(members["kind"], {"package", "on_demand", "question"});
        read_language(members["language"]);
        read_contact(members["contact"]);
        read_fields(members, FieldPlace::request);
        read_consent(members["consent"]);
        if (has_level) {
            auto const level = checker_.integer(
                members["level"], {1, static_cast<std::int64_t>(catalogue_.levels.size())});
            result_.level = static_cast<std::int32_t>(level.value_or(0));
        } else {
            refuse(members["level"]);
        }
        if (is_package) {
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

    void read_contact(json::Value const* object) {
        if (object == nullptr) {
            return;
        }
        std::vector<json::MemberName> known;
        append_fields(known, FieldPlace::contact);
        json::Members const members(checker_, object, known);
        if (members.is_object()) {
            read_fields(members, FieldPlace::contact);
        }
    }

    void read_fields(json::Members const& members, FieldPlace place) {
        for (std::size_t i = 0; i < request_field_count; ++i) {
            if (request_fields[i].place == place) {
                read_field(members[request_fields[i].name], request_fields[i], result_.texts[i]);
            }
        }
    }

    void read_field(json::Value const* value, RequestField const& field, std::string& text) {
        if (!checker_.is_kind(value, Kind::text)) {
            return;
        }
        text = value->text;
        auto const error = check_field(field, text, result_.kind);
        if (!error) {
            return;
        }
        switch (*error) {
        case FieldError::missing:
        case FieldError::too_long: {
            std::int64_t const least = is_required(field, result_.kind) ? 1 : 0;
            checker_.report(
                ErrorCode::out_of_range, *value,
                Range{RangeOf::characters, least, static_cast<std::int64_t>(field.length_max)});
            break;
        }
        case FieldError::not_printable:
            checker_.report(ErrorCode::bad_format, *value, Wanted::printable);
            break;
        case FieldError::no_email:
            checker_.report(ErrorCode::bad_format, *value, Wanted::email);
            break;
        case FieldError::no_date:
            checker_.report(ErrorCode::bad_format, *value, Wanted::date);
            break;
        }
    }

    void read_consent(json::Value const* value) {
        auto const consent = checker_.boolean(value);
        result_.has_consent = consent.value_or(false);
        if (consent && !*consent) {
            checker_.report(ErrorCode::unknown_value, *value, Choices{"true"});
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

    json::Document const& document_;
    json::Checker checker_;
    Catalogue const& catalogue_;
    CustomerRequest result_;
    bool is_outdated_ = false;
};

} // namespace

std::expected<CustomerRequest, RequestErrors> parse_request(std::string_view text,
                                                            Catalogue const& catalogue) {
    auto const document = json::read(text, text.size() + 1);
    if (!document) {
        bool const is_json = document.error().code == ErrorCode::wrong_type;
        return std::unexpected(
            RequestErrors{.is_json = is_json, .language = {}, .errors = {document.error()}});
    }
    return RequestReader(*document, catalogue).read();
}

} // namespace kontingent
