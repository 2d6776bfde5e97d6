#include "ui/semantics/record.hpp"

#include <algorithm>
#include <array>

namespace kontingent::semantics {

namespace {

// FNV-1a, 32 bits: short, stable across builds, and no id of ours is ever stored.
constexpr Id mix(Id hash, unsigned char byte) {
    return (hash ^ byte) * 16777619U;
}

constexpr Id seed_of(Id parent) {
    return parent == no_id ? 2166136261U : parent;
}

constexpr Id never_zero(Id hash) {
    return hash == no_id ? 1U : hash;
}

constexpr std::array<std::string_view, 27> role_names{
    "track", "layer",  "region",        "group",      "form",       "list",        "list_item",
    "table", "row",    "column_header", "row_header", "cell",       "radio_group", "heading",
    "text",  "status", "alert",         "image",      "words",      "button",      "disclosure",
    "link",  "radio",  "checkbox",      "slider",     "text_field", "number_field"};

bool is_part_of_page(Role role) {
    return role == Role::track || role == Role::layer;
}

std::size_t depth_of(std::vector<Record> const& records, Id parent) {
    std::size_t depth = 0;
    while (parent != no_id) {
        auto const found =
            std::find_if(records.begin(), records.end(),
                         [parent](Record const& record) { return record.id == parent; });
        if (found == records.end()) {
            break;
        }
        parent = found->parent;
        depth += is_part_of_page(found->role) ? 0U : 1U;
    }
    return depth;
}

void append_states(std::string& out, Record const& record) {
    if (record.level > 0) {
        out += " level=" + std::to_string(record.level);
    }
    if (record.is_checked) {
        out += " checked";
    }
    if (record.is_disabled) {
        out += " disabled";
    }
    if (record.is_invalid) {
        out += " invalid";
    }
    if (record.is_required) {
        out += " required";
    }
    if (record.is_expanded) {
        out += *record.is_expanded ? " expanded" : " collapsed";
    }
    if (record.range) {
        Range const& range = *record.range;
        out += " range=" + std::to_string(range.minimum) + ".." + std::to_string(range.maximum) +
               "/" + std::to_string(range.step) + " now=" + std::to_string(range.now) + " (" +
               range.text + ")";
    }
    if (!record.description.empty()) {
        out += " — " + record.description;
    }
}

} // namespace

Id derive(Id parent, std::string_view key) {
    Id hash = mix(seed_of(parent), '/');
    for (char const letter : key) {
        hash = mix(hash, static_cast<unsigned char>(letter));
    }
    return never_zero(hash);
}

Id derive(Id parent, std::int64_t index) {
    Id hash = mix(seed_of(parent), '#');
    for (int byte = 0; byte < 8; ++byte) {
        hash =
            mix(hash, static_cast<unsigned char>(static_cast<std::uint64_t>(index) >> (8 * byte)));
    }
    return never_zero(hash);
}

std::string_view role_text(Role role) {
    auto const index = static_cast<std::size_t>(role);
    return index < role_names.size() ? role_names[index] : "text_area";
}

std::string to_text(std::vector<Record> const& records) {
    std::string out;
    for (Record const& record : records) {
        if (record.role == Role::words || is_part_of_page(record.role)) {
            continue; // nothing that is heard
        }
        out.append(2 * depth_of(records, record.parent), ' ');
        out += role_text(record.role);
        if (!record.name.empty()) {
            out += " \"" + record.name + "\"";
        }
        if (!record.value.empty()) {
            out += " = " + record.value;
        }
        append_states(out, record);
        out += '\n';
    }
    return out;
}

} // namespace kontingent::semantics
