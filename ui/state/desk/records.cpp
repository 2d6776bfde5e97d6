#include "ui/state/desk/records.hpp"

#include "core/json/check.hpp"
#include "core/json/reader.hpp"
#include "core/json/writer.hpp"

#include <array>
#include <utility>

namespace kontingent::ui::desk {

namespace {

// All of a desk's records at once.
constexpr std::size_t bytes_max = std::size_t{256} << 20U;

std::string text_of(json::Document const& document, json::Value const& object,
                    std::string_view name) {
    json::Value const* const value = json::find_member(document, object, name);
    return value != nullptr && value->kind == json::Kind::text ? std::string{value->text}
                                                               : std::string{};
}

OutcomeKind kind_of(std::string_view outcome, std::string_view reason) {
    struct Name {
        std::string_view name;
        OutcomeKind kind;
    };

    constexpr std::array<Name, 3> reasons{{{"full", OutcomeKind::full},
                                           {"unavailable", OutcomeKind::unavailable},
                                           {"newer", OutcomeKind::newer}}};
    if (outcome == "saved") {
        return OutcomeKind::saved;
    }
    if (outcome == "changed_elsewhere") {
        return OutcomeKind::changed_elsewhere;
    }
    for (Name const& one : reasons) {
        if (one.name == reason) {
            return one.kind;
        }
    }
    return OutcomeKind::failed;
}

} // namespace

std::optional<std::vector<Reported>> parse_reported(std::string_view json) {
    auto const document = json::read(json, bytes_max);
    if (!document || document->root().kind != json::Kind::list) {
        return std::nullopt;
    }
    std::vector<Reported> reported;
    for (json::Value const& item : document->items(document->root())) {
        json::Value const* const revision = json::find_member(*document, item, "revision");
        json::Value const* const value = json::find_member(*document, item, "value");
        Reported one{.key = text_of(*document, item, "key"), .revision = 0, .value = {}};
        if (revision != nullptr && revision->kind == json::Kind::integer) {
            one.revision = revision->integer;
        }
        if (value != nullptr && value->kind == json::Kind::text) {
            one.value = std::string{value->text};
        }
        if (!one.key.empty()) {
            reported.push_back(std::move(one));
        }
    }
    return reported;
}

void apply(Records& records, std::vector<Reported> reported) {
    for (Reported& one : reported) {
        if (one.value) {
            records[one.key] = {one.revision, *std::move(one.value)};
        } else {
            records.erase(one.key);
        }
    }
}

std::string step_to_json(Step const& step, Records const& known) {
    std::vector<JsonMember> expected;
    std::vector<JsonText> puts;
    std::vector<JsonText> deleted;
    for (Change const& change : step.changes) {
        auto const found = known.find(change.key);
        expected.emplace_back(change.key,
                              json_number(found == known.end() ? 0 : found->second.revision));
        if (change.value) {
            puts.push_back(json_object(
                {{"key", json_string(change.key)}, {"value", json_string(*change.value)}}));
        } else {
            deleted.push_back(json_string(change.key));
        }
    }
    return json_object({{"expect", json_object(expected)},
                        {"put", json_array(puts)},
                        {"delete", json_array(deleted)}})
        .text;
}

Outcome parse_outcome(std::string_view json) {
    Outcome outcome;
    auto const document = json::read(json, bytes_max);
    if (!document) {
        return outcome;
    }
    json::Value const& root = document->root();
    outcome.kind = kind_of(text_of(*document, root, "outcome"), text_of(*document, root, "reason"));
    outcome.detail = text_of(*document, root, "detail");
    if (json::Value const* revisions = json::find_member(*document, root, "revisions")) {
        for (json::Value const& one : document->items(*revisions)) {
            outcome.revisions.emplace(one.key, one.integer);
        }
    }
    if (json::Value const* keys = json::find_member(*document, root, "keys")) {
        for (json::Value const& one : document->items(*keys)) {
            outcome.keys.emplace_back(one.text);
        }
    }
    return outcome;
}

void apply(Records& records, Step const& step, Outcome const& outcome) {
    for (Change const& change : step.changes) {
        if (!change.value) {
            records.erase(change.key);
            continue;
        }
        auto const revision = outcome.revisions.find(change.key);
        records[change.key] = {revision == outcome.revisions.end() ? 0 : revision->second,
                               *change.value};
    }
}

} // namespace kontingent::ui::desk
