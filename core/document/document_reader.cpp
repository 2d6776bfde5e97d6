#include "core/document/document_reader.hpp"

#include "core/base/ascii.hpp"
#include "core/base/base64.hpp"
#include "core/document/content_reader.hpp"
#include "core/document/document_check.hpp"
#include "core/json/canonical.hpp"
#include "core/json/check.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kontingent {
namespace {

using json::Presence;

constexpr std::array states{VersionState::draft,     VersionState::issued,
                            VersionState::accepted,  VersionState::declined,
                            VersionState::withdrawn, VersionState::superseded,
                            VersionState::expired};
constexpr std::array kinds{EventKind::issued,       EventKind::accepted,   EventKind::declined,
                           EventKind::withdrawn,    EventKind::superseded, EventKind::expired,
                           EventKind::counter_entry};
constexpr std::array ways{Way::email, Way::telephone, Way::letter};

// The enumerator whose text it is.
template <class Enum, std::size_t count>
std::optional<Enum> read_enum(json::Checker& json, json::Value const* value,
                              std::array<Enum, count> const& all) {
    if (!json.is_kind(value, json::Kind::text)) {
        return std::nullopt;
    }
    Choices possible;
    for (Enum const one : all) {
        if (text_of(one) == value->text) {
            return one;
        }
        possible.emplace_back(text_of(one));
    }
    json.report(ErrorCode::unknown_value, *value, std::move(possible));
    return std::nullopt;
}

class DocumentReader {
public:
    DocumentReader(json::Document const& tree, Catalogue const& current)
        : tree_(tree), json_(tree), current_(current) {}

    std::expected<QuoteDocument, Errors> read() {
        read_members();
        if (!json_.has_errors()) {
            check_document(json_, result_, current_);
        }
        if (json_.has_errors()) {
            return std::unexpected(json_.take_errors());
        }
        return std::move(result_);
    }

private:
    void read_members() {
        json::Members const members(json_, &tree_.root(),
                                    {{"format"},
                                     {"id"},
                                     {"number", Presence::optional},
                                     {"owner", Presence::optional},
                                     {"customer"},
                                     {"versions"},
                                     {"events", Presence::optional},
                                     {"notes", Presence::optional}});
        if (!members.is_object()) {
            return;
        }
        json_.integer(members["format"], {1, 1});
        read_id(members["id"]);
        json::Value const* number = members["number"];
        if (json_.is_kind(number, json::Kind::text)) {
            result_.number = number->text;
            if (!is_quote_number(number->text)) {
                json_.report(ErrorCode::bad_format, *number, Wanted::quote_number);
            }
        }
        result_.owner = read_line(json_, members["owner"]);
        result_.customer = read_customer(json_, members["customer"]);
        result_.notes = json_.text(members["notes"], document_notes_max, json::LineBreaks::allowed)
                            .value_or("");
        read_versions(members["versions"]);
        read_events(members["events"]);
    }

    void read_id(json::Value const* value) {
        if (!json_.is_kind(value, json::Kind::text)) {
            return;
        }
        constexpr std::size_t length_max = 64;
        bool const is_id = !value->text.empty() && value->text.size() <= length_max &&
                           std::ranges::all_of(value->text, [](char character) {
                               return ascii::is_letter(character) || ascii::is_digit(character) ||
                                      character == '-' || character == '_';
                           });
        if (!is_id) {
            json_.report(ErrorCode::bad_format, *value, Wanted::document_id);
        }
        result_.id = value->text;
    }

    void read_versions(json::Value const* list) {
        if (!json_.list(list, {1, static_cast<std::int64_t>(version_count_max)})) {
            return;
        }
        for (json::Value const& object : tree_.items(*list)) {
            read_version(object);
        }
    }

    void read_version(json::Value const& object) {
        json::Members const members(json_, &object,
                                    {{"version", Presence::optional},
                                     {"state", Presence::optional},
                                     {"content"},
                                     {"snapshot", Presence::optional},
                                     {"valid_through", Presence::optional},
                                     {"digest", Presence::optional},
                                     {"alternatives", Presence::optional}});
        if (!members.is_object()) {
            return;
        }
        Version version;
        std::int64_t const number = object.position + 1;
        version.number = static_cast<std::int32_t>(number);
        json_.integer(members["version"], {number, number});
        version.state = read_enum(json_, members["state"], states).value_or(VersionState::draft);
        bool const is_draft = version.state == VersionState::draft;
        for (char const* const name : {"snapshot", "valid_through", "digest"}) {
            if (is_draft && members[name] != nullptr) {
                json_.report_name(ErrorCode::unknown_member, *members[name]);
            } else if (!is_draft && members[name] == nullptr) {
                json_.report(ErrorCode::missing_member, object, std::string(name));
            }
        }
        if (!is_draft) {
            version.snapshot = read_snapshot(members["snapshot"]);
            version.last_instant = read_instant(json_, members["valid_through"]);
            version.digest = read_digest(json_, members["digest"]);
        }
        if (is_draft || version.snapshot) {
            version.content =
                read_content(json_, members["content"], catalogue_of(version, current_));
        }
        if (version.snapshot) {
            require_dates(members["content"]);
        }
        json_.is_kind(members["alternatives"], json::Kind::list);
        result_.versions.push_back(std::move(version));
    }

    void require_dates(json::Value const* content) {
        for (char const* const name : {"issued_on", "valid_until"}) {
            if (content != nullptr && content->kind == json::Kind::object &&
                json::find_member(tree_, *content, name) == nullptr) {
                json_.report(ErrorCode::missing_member, *content, std::string(name));
            }
        }
    }

    std::optional<Snapshot> read_snapshot(json::Value const* object) {
        if (object == nullptr) {
            return std::nullopt;
        }
        json::Members const members(
            json_, object,
            {{"catalogue"}, {"sha256"}, {"customer"}, {"edition"}, {"logo", Presence::optional}});
        json::Value const* edition = members["edition"];
        Snapshot snapshot;
        snapshot.catalogue_id = read_line(json_, members["catalogue"]);
        snapshot.catalogue_sha256 = read_digest(json_, members["sha256"]);
        snapshot.customer = read_customer(json_, members["customer"]);
        snapshot.logo = read_logo(members["logo"]);
        if (!json_.is_kind(edition, json::Kind::object)) {
            return std::nullopt;
        }
        auto text = json::canonical(tree_, *edition);
        auto catalogue = text ? parse_catalogue(*text) : std::unexpected(Errors{text.error()});
        if (!catalogue) {
            // Their lines are those of the canonical text; the place of the edition is what counts.
            for (Error const& error : catalogue.error()) {
                json_.report_detail(error.code, *edition, error.detail);
            }
            return std::nullopt;
        }
        if (catalogue->id != snapshot.catalogue_id && members["catalogue"] != nullptr) {
            json_.report(ErrorCode::not_as_computed, *members["catalogue"], catalogue->id);
        }
        snapshot.edition = *std::move(text);
        snapshot.catalogue = *std::move(catalogue);
        return snapshot;
    }

    std::string read_logo(json::Value const* value) {
        constexpr auto length_max = static_cast<std::int64_t>((logo_bytes_max + 2) / 3 * 4);
        auto const text = json_.text(value, length_max);
        auto bytes = from_base64(text.value_or(""));
        if (!bytes) {
            json_.report(ErrorCode::bad_format, *value, Wanted::base64);
        }
        return std::move(bytes).value_or("");
    }

    void read_events(json::Value const* list) {
        if (!json_.list(list, {0, static_cast<std::int64_t>(event_count_max)})) {
            return;
        }
        for (json::Value const& object : tree_.items(*list)) {
            read_event(object);
        }
    }

    void read_event(json::Value const& object) {
        json::Members const members(json_, &object,
                                    {{"at"},
                                     {"by"},
                                     {"what"},
                                     {"version"},
                                     {"content"},
                                     {"alternative", Presence::optional},
                                     {"way", Presence::optional},
                                     {"on", Presence::optional},
                                     {"name", Presence::optional},
                                     {"reason", Presence::optional},
                                     {"previous"},
                                     {"digest"}});
        if (!members.is_object()) {
            return;
        }
        Event event;
        event.at = read_instant(json_, members["at"]).value_or(Instant{});
        event.by = read_line(json_, members["by"]);
        event.kind = read_enum(json_, members["what"], kinds).value_or(EventKind::issued);
        auto const versions = static_cast<std::int64_t>(result_.versions.size());
        event.version = static_cast<std::int32_t>(
            json_.integer(members["version"], {1, std::max<std::int64_t>(versions, 1)})
                .value_or(1));
        event.content_digest = read_digest(json_, members["content"]);
        auto const alternative = json_.integer(
            members["alternative"], {1, static_cast<std::int64_t>(alternative_count_max)});
        if (alternative) {
            event.alternative = static_cast<std::size_t>(*alternative) - 1;
        }
        event.way = read_enum(json_, members["way"], ways);
        event.on = read_day(json_, members["on"]);
        event.name = read_line(json_, members["name"]);
        event.reason = read_paragraphs(json_, members["reason"]);
        json::Value const* previous = members["previous"];
        if (previous != nullptr && previous->kind != json::Kind::null) {
            event.previous = read_digest(json_, previous);
        }
        event.digest = read_digest(json_, members["digest"]);
        result_.events.push_back(std::move(event));
    }

    json::Document const& tree_;
    json::Checker json_;
    Catalogue const& current_;
    QuoteDocument result_;
};

} // namespace

std::expected<QuoteDocument, Errors> parse_document(std::string_view json,
                                                    Catalogue const& current) {
    auto const tree = json::read(json, document_bytes_max);
    if (!tree) {
        return std::unexpected(Errors{tree.error()});
    }
    return DocumentReader(*tree, current).read();
}

} // namespace kontingent
