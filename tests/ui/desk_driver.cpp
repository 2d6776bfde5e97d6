#include "tests/ui/desk_driver.hpp"

#include "core/json/check.hpp"
#include "core/json/reader.hpp"
#include "core/json/writer.hpp"
#include "tests/ui/font_table.hpp"
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

namespace kontingent::ui_test {

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t day_ms = 24 * hour_ms;

} // namespace

std::string RecordStore::write(std::string_view json) {
    auto const tree = json::read(json, std::size_t{64} << 20U);
    REQUIRE(tree.has_value());
    json::Value const& root = tree->root();
    if (!refusal.empty()) {
        return R"({"outcome":"refused","reason":")" + refusal + R"(","detail":""})";
    }
    std::vector<JsonText> changed;
    for (json::Value const& one : tree->items(*json::find_member(*tree, root, "expect"))) {
        auto const found = records.find(one.key);
        bool const is_there = found != records.end() && found->second.value;
        if ((is_there ? found->second.revision : 0) != one.integer) {
            changed.push_back(json_string(one.key));
        }
    }
    if (!changed.empty()) {
        return R"({"outcome":"changed_elsewhere","keys":)" + json_array(changed).text + "}";
    }
    std::vector<JsonMember> revisions;
    for (json::Value const& one : tree->items(*json::find_member(*tree, root, "put"))) {
        std::string_view const key = json::find_member(*tree, one, "key")->text;
        Kept& kept = records[std::string{key}];
        kept = {kept.revision + 1, std::string{json::find_member(*tree, one, "value")->text}};
        revisions.emplace_back(key, json_number(kept.revision));
    }
    for (json::Value const& one : tree->items(*json::find_member(*tree, root, "delete"))) {
        Kept& kept = records[std::string{one.text}];
        kept = {kept.revision + 1, std::nullopt};
    }
    return R"({"outcome":"saved","revisions":)" + json_object(revisions).text + "}";
}

std::string RecordStore::all() const {
    std::vector<JsonText> list;
    for (auto const& [key, kept] : records) {
        list.push_back(
            json_object({{"key", json_string(key)},
                         {"revision", json_number(kept.revision)},
                         {"value", kept.value ? json_string(*kept.value) : json_null()}}));
    }
    return json_array(list).text;
}

std::optional<Instant> FakeDeskPlatform::end_of_day(std::string_view zone, Day day) {
    return zone.empty() ? std::nullopt
                        : std::optional{Instant{(day.number + 1) * day_ms - hour_ms - 1}};
}

std::optional<Day> FakeDeskPlatform::day_in(std::string_view zone, Instant instant) {
    return zone.empty()
               ? std::nullopt
               : std::optional{
                     Day{static_cast<std::int32_t>((instant.milliseconds + hour_ms) / day_ms)}};
}

void FakeDeskPlatform::fill_random(std::span<unsigned char> bytes) {
    for (unsigned char& byte : bytes) {
        next_random = next_random * 1'103'515'245 + 12'345;
        byte = static_cast<unsigned char>(next_random >> 16U);
    }
}

DeskDriver::DeskDriver(FakeDeskPlatform& page, Language language, float width, std::string logo)
    : platform(page) {
    desk = std::make_unique<ui::Desk>(
        page, ui::DeskAssets{.advances = font_table(),
                             .catalogue_json = read_file("site/catalogue/catalogue.json"),
                             .language_tag = tag(language),
                             .logo = std::move(logo)});
    desk->take_storage(R"({"persistent":true,"available":true,"newer":false})");
    desk->take_records(page.store.all(), ui::RecordScope::all);
    viewport.width = width;
    settle();
}

void DeskDriver::draw() {
    int frames = 0;
    ui::FrameResult last;
    do {
        REQUIRE_MESSAGE(++frames < 60, "the desk never comes to rest");
        viewport.time_seconds += 1.0 / 60;
        last = desk->frame(viewport);
        focus = last.wants_focus != semantics::no_id ? last.wants_focus : focus;
    } while (last.wants_another_frame);
}

void DeskDriver::settle() {
    int rounds = 0;
    draw();
    while (!platform.writes.empty()) {
        REQUIRE_MESSAGE(++rounds < 60, "the desk never stops writing");
        auto const [step, json] = platform.writes.front();
        platform.writes.erase(platform.writes.begin());
        std::string const outcome = platform.store.write(json);
        if (outcome.contains("changed_elsewhere")) {
            desk->take_records(platform.store.all(), ui::RecordScope::changed);
        }
        desk->take_written(step, outcome);
        draw();
    }
}

void DeskDriver::read_again() {
    desk->take_records(platform.store.all(), ui::RecordScope::changed);
    settle();
}

semantics::Record const* DeskDriver::try_find(semantics::Role role, std::string_view name) const {
    for (semantics::Record const& record : desk->records()) {
        if (record.role == role && record.name == name) {
            return &record;
        }
    }
    return nullptr;
}

semantics::Record const& DeskDriver::find(semantics::Role role, std::string_view name) const {
    semantics::Record const* const found = try_find(role, name);
    REQUIRE_MESSAGE(found != nullptr, "no " << semantics::role_text(role) << " \"" << name
                                            << "\" on this screen:\n"
                                            << text());
    return *found;
}

semantics::Record const* DeskDriver::focused() const {
    for (semantics::Record const& record : desk->records()) {
        if (record.id == focus) {
            return &record;
        }
    }
    return nullptr;
}

std::string DeskDriver::text() const {
    return semantics::to_text(desk->records());
}

std::string DeskDriver::said() const {
    std::string all;
    semantics::Id alert = semantics::no_id;
    for (semantics::Record const& record : desk->records()) {
        alert = record.role == semantics::Role::alert ? record.id : alert;
        if (record.role == semantics::Role::status) {
            all += record.value + "\n";
        } else if (alert != semantics::no_id && record.parent == alert) {
            all += (record.value.empty() ? record.name : record.value) + "\n";
        }
    }
    return all;
}

void DeskDriver::begin_pressing(std::string_view button) {
    desk->push(ui::Activated{find(semantics::Role::button, button).id});
    draw();
}

void DeskDriver::press(std::string_view button) {
    begin_pressing(button);
    settle();
}

void DeskDriver::choose(std::string_view radio) {
    desk->push(ui::Activated{find(semantics::Role::radio, radio).id});
    settle();
}

void DeskDriver::begin_typing(std::string_view field, std::string_view text) {
    semantics::Record const* const line = try_find(semantics::Role::text_field, field);
    semantics::Record const& record =
        line != nullptr ? *line : find(semantics::Role::text_area, field);
    desk->push(ui::Focused{record.id, ui::FocusKind::by_keyboard});
    desk->push(ui::TextEntered{record.id, std::string{text}});
    draw();
}

void DeskDriver::type(std::string_view field, std::string_view text) {
    begin_typing(field, text);
    settle();
}

std::string sample_request() {
    return R"({"reference": "K-7QF3", "received_at": "2026-11-14T09:30:00Z", "request": {
  "format": 1, "kind": "package", "language": "en", "contact": {"name": "Käthe Groß", "company": "Groß GmbH",
  "email": "kaethe@gross.example"}, "message": "As soon as possible, please.", "consent": true,
  "scenario": {"format": 1, "usage_minutes": [720, 720, 720, 720, 720, 720, 720, 720, 720, 720, 720, 720],
               "package": "standard", "term_months": 12}}})";
}

} // namespace kontingent::ui_test
