#include "tests/ui/history_screen.hpp"

#include "core/history/reader.hpp"
#include "tests/ui/portal_driver.hpp"

#include <cstddef>
#include <utility>

namespace kontingent::ui_test {

History read_history(std::string bytes, HistoryOptions const& options) {
    history::HistoryReader reader(std::move(bytes), options);
    while (!reader.is_done()) {
        reader.read(std::size_t{1} << 20U);
    }
    return reader.history();
}

std::string exported(std::string const& name) {
    return read_file("tests/core/exports/" + name);
}

std::string hours(std::string_view number) {
    return std::string{number} + "\u00A0h";
}

HistoryScreen::HistoryScreen(Language language, float width)
    : driver([this](ui::Frame& frame, float room) { return draw(frame, room); }, language, width) {}

float HistoryScreen::draw(ui::Frame& frame, float width) {
    take_history_events(frame, state, needs);
    ui::HistoryResult result = draw_history(*ui::deferred_code(ui::DeferredState::loaded), frame,
                                            state, needs, 0, 0, width);
    files_wanted += result.wants_file ? 1 : 0;
    if (result.wants_text) {
        text = std::move(*result.wants_text);
    }
    if (result.wants_again) {
        options.push_back(*result.wants_again);
    }
    return result.height;
}

void HistoryScreen::begin() {
    driver.push(ui::HistoryProgress{0});
    driver.settle();
}

void HistoryScreen::end(std::string const& bytes, std::string const& name,
                        HistoryOptions const& how) {
    driver.push(ui::HistoryRead{read_history(bytes, how), name});
    driver.settle();
}

void HistoryScreen::bring(std::string const& bytes, std::string const& name) {
    begin();
    end(bytes, name);
}

void HistoryScreen::correct(std::string const& bytes) {
    begin();
    end(bytes, "hours.csv", options.back());
}

bool HistoryScreen::says(std::string_view words) const {
    return driver.text().find(words) != std::string::npos;
}

std::string HistoryScreen::beside(std::string_view header) const {
    std::size_t const at = static_cast<std::size_t>(
        &driver.find(semantics::Role::row_header, header) - driver.records.data());
    return driver.records.at(at + 1).name;
}

} // namespace kontingent::ui_test
