#include "core/catalogue/work_kinds_reader.hpp"

#include <cstddef>
#include <cstdint>

namespace kontingent {

using json::Presence;

std::vector<Kind> read_kinds(CatalogueChecker& checker, json::Value const* list) {
    json::Checker& json = checker.json;
    std::vector<Kind> kinds;
    if (!json.list(list, {1, static_cast<std::int64_t>(kind_count_max)})) {
        return kinds;
    }
    kinds = std::vector<Kind>(static_cast<std::size_t>(list->item_count));
    std::size_t index = 0;
    UsedIds used_ids;
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item,
                                    {{"id"}, {"name"}, {"summary", Presence::optional}});
        Kind& kind = kinds[index++];
        kind.id = used_ids.read(json, members["id"]);
        kind.name = read_text(checker, members["name"]);
        kind.summary = read_text(checker, members["summary"]);
    }
    return kinds;
}

std::vector<Extra> read_extras(CatalogueChecker& checker, json::Value const* list) {
    json::Checker& json = checker.json;
    std::vector<Extra> extras;
    if (!json.list(list, {1, static_cast<std::int64_t>(extra_count_max)})) {
        return extras;
    }
    extras = std::vector<Extra>(static_cast<std::size_t>(list->item_count));
    std::size_t index = 0;
    UsedIds used_ids;
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item,
                                    {{"id"}, {"name"}, {"summary", Presence::optional}, {"max"}});
        Extra& extra = extras[index++];
        extra.id = used_ids.read(json, members["id"]);
        extra.name = read_text(checker, members["name"]);
        extra.summary = read_text(checker, members["summary"]);
        extra.max = static_cast<std::int32_t>(
            json.integer(members["max"], {1, extra_number_max}).value_or(extra_number_max));
    }
    return extras;
}

std::optional<Unit> read_unit(CatalogueChecker& checker, json::Value const* object) {
    if (object == nullptr) {
        return std::nullopt;
    }
    json::Members const members(
        checker.json, object,
        {{"one"}, {"few", Presence::optional}, {"many", Presence::optional}, {"other"}});
    return Unit{.one = read_text(checker, members["one"]),
                .few = read_text(checker, members["few"]),
                .many = read_text(checker, members["many"]),
                .other = read_text(checker, members["other"])};
}

} // namespace kontingent
