// The screen of past hours alone, with a browser layer that reads when a test says so.
#pragma once

#include "core/history/history.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/screen_driver.hpp"
#include "ui/screens/needs/needs_history.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui_test {

// Read by core's own reader.
History read_history(std::string bytes, HistoryOptions const& options = {});
// An export of tests/core/exports.
std::string exported(std::string const& name);
// As the screen writes it.
std::string hours(std::string_view number);

struct HistoryScreen {
    explicit HistoryScreen(Language language = german, float width = 328);

    float draw(ui::Frame& frame, float width);

    void begin();
    void end(std::string const& bytes, std::string const& name, HistoryOptions const& how = {});
    void bring(std::string const& bytes, std::string const& name = "hours.csv");
    // Reads as the last correction says.
    void correct(std::string const& bytes);

    bool says(std::string_view words) const;
    // The cell beside a row's header.
    std::string beside(std::string_view header) const;

    Needs needs;
    ui::HistoryState state;
    int files_wanted = 0;
    std::string text;
    std::vector<HistoryOptions> options;
    ScreenDriver driver;
};

} // namespace kontingent::ui_test
