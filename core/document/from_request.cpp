#include "core/document/from_request.hpp"

#include "core/document/content_reader.hpp"
#include "core/json/check.hpp"
#include "core/pricing/scenario_reader.hpp"
#include "core/request/request_fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kontingent {
namespace {

// The customer's. Every other field of a request becomes a line of the notes, so none is lost.
constexpr std::array customer_fields{request_field("name"), request_field("company"),
                                     request_field("email")};

constexpr bool is_customers(std::size_t index) {
    return std::ranges::find(customer_fields, index) != customer_fields.end();
}

constexpr bool fits_a_draft() {
    std::int64_t notes = 100; // more than reference and time of receipt need
    for (std::size_t i = 0; i < request_field_count; ++i) {
        std::int64_t const length = request_fields.at(i).length_max;
        if (is_customers(i) && length > document_line_max) {
            return false;
        }
        notes += is_customers(i) ? 0 : length + 1;
    }
    return notes <= document_notes_max;
}

static_assert(fits_a_draft(), "raise document_line_max or document_notes_max");

class RequestReader {
public:
    RequestReader(json::Document const& tree, Catalogue const& catalogue)
        : tree_(tree), json_(tree), catalogue_(catalogue) {}

    std::expected<QuoteDocument, Errors> read(std::string id) {
        json::Value const& root = tree_.root();
        json::Value const* stored = json::find_member(tree_, root, "request");
        json::Value const& request = stored != nullptr ? *stored : root;
        QuoteDocument document;
        document.id = std::move(id);
        if (json_.is_kind(&request, json::Kind::object)) {
            read_customer(request, document.customer);
            Version version;
            read_content(request, version.content);
            document.versions.push_back(std::move(version));
            document.notes = notes(root, request);
        }
        if (json_.has_errors()) {
            return std::unexpected(json_.take_errors());
        }
        return document;
    }

private:
    std::string text(json::Value const& object, std::string_view name) const {
        json::Value const* value = json::find_member(tree_, object, name);
        bool const is_text = value != nullptr && value->kind == json::Kind::text;
        return is_text ? std::string(value->text) : std::string();
    }

    void read_customer(json::Value const& request, Customer& customer) {
        json::Value const* contact = json::find_member(tree_, request, "contact");
        if (contact == nullptr) {
            json_.report(ErrorCode::missing_member, request, "contact");
        } else if (json_.is_kind(contact, json::Kind::object)) {
            customer.name = text(*contact, "name");
            customer.company = text(*contact, "company");
            customer.email = text(*contact, "email");
        }
    }

    void read_content(json::Value const& request, Content& content) {
        auto const language = language_of_tag(text(request, "language"));
        bool const is_spoken = language && std::ranges::find(catalogue_.languages, *language) !=
                                               catalogue_.languages.end();
        content.language = is_spoken ? *language : catalogue_.languages.front();
        json::Value const* scenario = json::find_member(tree_, request, "scenario");
        if (scenario == nullptr) {
            json_.report(ErrorCode::missing_member, request, "scenario");
            return;
        }
        content.needs = read_scenario(json_, scenario, catalogue_);
        content.alternatives.push_back({.package_id = content.needs.package_id,
                                        .term_months = content.needs.term_months,
                                        .pooling = content.needs.pooling});
        content.starts_on = parse_day(text(request, "start"));
        content.needs.package_id.clear();
        content.needs.pooling = NoPooling{};
    }

    std::string notes(json::Value const& root, json::Value const& request) const {
        std::string notes = text(root, "reference");
        auto const add = [&](std::string const& line) {
            notes += notes.empty() || line.empty() ? "" : "\n";
            notes += line;
        };
        add(text(root, "received_at"));
        json::Value const* contact = json::find_member(tree_, request, "contact");
        for (std::size_t i = 0; i < request_field_count; ++i) {
            RequestField const& field = request_fields[i];
            json::Value const* object = field.place == FieldPlace::contact ? contact : &request;
            if (!is_customers(i) && object != nullptr && object->kind == json::Kind::object) {
                add(text(*object, field.name));
            }
        }
        // A message may have them, a document may not.
        std::erase(notes, '\r');
        std::ranges::replace(notes, '\t', ' ');
        return notes;
    }

    json::Document const& tree_;
    json::Checker json_;
    Catalogue const& catalogue_;
};

} // namespace

std::expected<QuoteDocument, Errors>
document_from_request(std::string_view json, Catalogue const& catalogue, std::string id) {
    auto const tree = json::read(json, scenario_bytes_max);
    if (!tree) {
        return std::unexpected(Errors{tree.error()});
    }
    return RequestReader(*tree, catalogue).read(std::move(id));
}

} // namespace kontingent
