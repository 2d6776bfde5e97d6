// Drives one screen's function without the portal: the real fonts and texts, events in, records
// out.
#pragma once

#include "ui/frame.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

namespace kontingent::ui_test {

class ScreenDriver {
public:
    // `draw` returns the screen's height and is given its width.
    using Draw = std::function<float(ui::Frame&, float width)>;

    ScreenDriver(Draw draw, Language language, float width = 328);
    ~ScreenDriver();
    ScreenDriver(ScreenDriver const&) = delete;
    ScreenDriver& operator=(ScreenDriver const&) = delete;

    // Frames until nothing changes.
    void settle();

    semantics::Record const& find(semantics::Role role, std::string_view name) const;
    semantics::Record const* try_find(semantics::Role role, std::string_view name) const;
    std::string text() const;   // the screen as golden text
    std::string status() const; // what is announced
    std::vector<semantics::Record> records;

    void push(ui::Event event) { events_.push_back(std::move(event)); }

    void activate(semantics::Role role, std::string_view name);
    void type(semantics::Role role, std::string_view name, std::string_view text);

    int frames = 0;
    float height = 0;
    semantics::Id wants_focus = semantics::no_id; // of the last frame that wanted one

private:
    bool frame();

    Draw draw_;
    Language language_;
    float width_;
    ImGuiContext* imgui_;
    ui::Fonts fonts_;
    ui::Texts texts_;
    ui::Memory memory_;
    std::vector<ui::Event> events_;
};

} // namespace kontingent::ui_test
