// ui::DeskPlatform over the page's imports.
#pragma once

#include "ui/desk/platform.hpp"
#include "wasm/page_actions.hpp"

namespace kontingent::wasm {

class DeskPagePlatform final : public OnPage<ui::DeskPlatform> {
public:
    void write(std::int32_t step, std::string_view json) override;
    void choose_file(ui::FilePurpose purpose) override;
    std::optional<Instant> end_of_day(std::string_view zone, Day day) override;
    std::optional<Day> day_in(std::string_view zone, Instant instant) override;
    void fill_random(std::span<unsigned char> bytes) override;
};

} // namespace kontingent::wasm
