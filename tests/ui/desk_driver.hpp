// Drives a whole desk without a window: the real fonts, texts and sample catalogue, and a page that
// keeps records as a browser does and can refuse to.
#pragma once

#include "tests/languages/names.hpp"
#include "ui/desk/desk.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kontingent::ui_test {

struct Downloaded {
    std::string name, media_type, content;
};

// One store of records, which several desks may use, as tabs do.
struct RecordStore {
    struct Kept {
        std::int64_t revision = 0;
        std::optional<std::string> value; // none: deleted
    };

    std::map<std::string, Kept, std::less<>> records;
    std::string refusal; // "full", "unavailable" …; empty: none

    // The outcome, as Desk::take_written() takes it.
    std::string write(std::string_view json);
    // As Desk::take_records() takes it.
    std::string all() const;
};

class FakeDeskPlatform final : public ui::DeskPlatform {
public:
    explicit FakeDeskPlatform(RecordStore& kept) : store(kept) {}

    void copy(std::string_view text) override { copied = text; }

    void download(std::string_view name, std::string_view media_type,
                  std::string_view content) override {
        downloads.push_back({std::string{name}, std::string{media_type}, std::string{content}});
    }

    void print() override { ++prints; }

    std::int64_t now_ms() override { return now; }

    void choose_history_file() override { ++history_files_chosen; }

    void read_history_text(std::string_view text) override { history_text = text; }

    void read_history_again(HistoryOptions const&) override {}

    void write(std::int32_t step, std::string_view json) override {
        writes.emplace_back(step, std::string{json});
    }

    void choose_file(ui::FilePurpose purpose) override { chosen = purpose; }

    // Central European time, in winter.
    std::optional<Instant> end_of_day(std::string_view zone, Day day) override;
    std::optional<Day> day_in(std::string_view zone, Instant instant) override;
    void fill_random(std::span<unsigned char> bytes) override;

    RecordStore& store;
    std::vector<std::pair<std::int32_t, std::string>> writes; // not yet done
    std::vector<Downloaded> downloads;
    std::string copied;
    std::optional<ui::FilePurpose> chosen;
    int prints = 0;
    int history_files_chosen = 0;
    std::string history_text;             // pasted, to be read
    std::int64_t now = 1'794'700'800'000; // 2026-11-15, midday
    std::uint32_t next_random = 1;
};

class DeskDriver {
public:
    explicit DeskDriver(FakeDeskPlatform& platform, Language language = english, float width = 1440,
                        std::string logo = {});

    // Frames and writes until nothing changes.
    void settle();
    // Frames alone: what is being written stays so.
    void draw();
    // What another desk wrote.
    void read_again();

    semantics::Record const& find(semantics::Role role, std::string_view name) const;
    semantics::Record const* try_find(semantics::Role role, std::string_view name) const;

    bool shows(semantics::Role role, std::string_view name) const {
        return try_find(role, name) != nullptr;
    }

    // The control that was given the focus last.
    semantics::Record const* focused() const;
    std::string text() const; // the whole screen as golden text
    std::string said() const; // what is announced: statuses and alerts

    void press(std::string_view button);
    void choose(std::string_view radio);
    void type(std::string_view field, std::string_view text);
    // As type() and press(), with one frame and without waiting for the store.
    void begin_typing(std::string_view field, std::string_view text);
    void begin_pressing(std::string_view button);

    ui::desk::State& state() { return desk->session()->state; }

    FakeDeskPlatform& platform;
    std::unique_ptr<ui::Desk> desk;
    ui::Viewport viewport;
    semantics::Id focus = semantics::no_id;
};

// A visitor's request of the sample catalogue, as `kontingent requests show` prints it: Standard,
// 12 months, 12 hours each.
std::string sample_request();

} // namespace kontingent::ui_test
