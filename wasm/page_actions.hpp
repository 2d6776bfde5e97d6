// ui::PageActions over the page's imports, for the platforms of portal and desk.
#pragma once

#include "core/history/history_json.hpp"
#include "wasm/imports.hpp"

#include <cstdint>
#include <string_view>
#include <tuple>

namespace kontingent::wasm {

template <typename Platform>
class OnPage : public Platform {
public:
    void copy(std::string_view text) override { page_copy(text.data(), text.size()); }

    void download(std::string_view file_name, std::string_view media_type,
                  std::string_view content) override {
        page_download(file_name.data(), file_name.size(), media_type.data(), media_type.size(),
                      content.data(), content.size());
    }

    void print() override { page_print(); }

    std::int64_t now_ms() override { return static_cast<std::int64_t>(page_now_ms()); }

    void choose_history_file() override { page_choose_history_file(); }

    void read_history_text(std::string_view text) override {
        page_read_history_text(text.data(), text.size());
    }

    void read_history_again(HistoryOptions const& options) override {
        std::apply(page_read_history_again, numbers_of(options));
    }
};

} // namespace kontingent::wasm
