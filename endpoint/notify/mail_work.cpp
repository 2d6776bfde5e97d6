#include "endpoint/notify/mail_work.hpp"

#include "core/base/format.hpp"
#include "core/request/work_fields.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kontingent::endpoint {

namespace {

using nlohmann::json;

struct Label {
    std::string_view member; // of a scenario
    std::string_view key;    // of languages/LL/request.json
    bool is_in_minutes;
};

constexpr std::array<Label, work_members.size()> labels{
    Label{"usage_minutes", "work.usage", true},
    Label{"usage_units", "work.usage_units", false},
    Label{"kind_minutes", "work.kinds", true},
    Label{"kind_units", "work.kinds", false},
    Label{"task_minutes", "work.task", true},
    Label{"tasks", "work.tasks", false},
    Label{"extras", "extras", false}};

std::string amount(json const& value, bool is_in_minutes, Language language) {
    auto const count = value.get<std::int64_t>();
    return is_in_minutes ? format_hours(Minutes{count}, language) : format_integer(count, language);
}

bool are_numbers(json const& list) {
    return list.is_array() && !list.empty() &&
           std::ranges::all_of(list, [](json const& one) { return one.is_number_integer(); });
}

// "12 × 5 h" of months alike, else "5 h, 6 h, …".
std::string written(json const& value, bool is_in_minutes, Language language) {
    if (value.is_number_integer()) {
        return amount(value, is_in_minutes, language);
    }
    if (!are_numbers(value)) {
        return value.dump();
    }
    if (value.size() > 1 &&
        std::ranges::all_of(value, [&](json const& one) { return one == value.front(); })) {
        return std::to_string(value.size()) + " × " +
               amount(value.front(), is_in_minutes, language);
    }
    std::string text;
    for (json const& one : value) {
        text += (text.empty() ? "" : ", ") + amount(one, is_in_minutes, language);
    }
    return text;
}

std::string name_of_id(std::string const& id, Catalogue const* catalogue, Language language) {
    if (catalogue == nullptr) {
        return id;
    }
    for (Kind const& kind : catalogue->kinds) {
        if (kind.id == id) {
            return kind.name.in(language);
        }
    }
    for (Extra const& extra : catalogue->extras) {
        if (extra.id == id) {
            return extra.name.in(language);
        }
    }
    Offer const* offer = catalogue->find_offer(id);
    return offer != nullptr ? offer->name.in(language) : id;
}

} // namespace

std::vector<MailLine> work_lines(json const& request, RequestWords const& words,
                                 Catalogue const* catalogue) {
    Language const language = words.language();
    std::vector<MailLine> lines;
    if (auto const level = request.find("level"); level != request.end()) {
        lines.push_back({words.text("level"), level->dump()});
    }
    json const scenario = request.value("scenario", json::object());
    if (std::string const id = scenario.value("package", ""); !id.empty()) {
        lines.push_back({words.text("package"), name_of_id(id, catalogue, language)});
    }
    if (auto const term = scenario.find("term_months"); term != scenario.end()) {
        lines.push_back({words.text("term_months"), term->dump()});
    }
    for (Label const& label : labels) {
        auto const member = scenario.find(label.member);
        if (member == scenario.end()) {
            continue;
        }
        if (!member->is_object()) {
            lines.push_back(
                {words.text(label.key), written(*member, label.is_in_minutes, language)});
            continue;
        }
        std::string each;
        for (auto const& [id, value] : member->items()) {
            each += (each.empty() ? "" : "; ") + name_of_id(id, catalogue, language) + ": " +
                    written(value, label.is_in_minutes, language);
        }
        lines.push_back({words.text(label.key), each});
    }
    return lines;
}

} // namespace kontingent::endpoint
