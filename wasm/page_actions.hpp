// ui::PageActions over the page's imports, for the platforms of portal and desk.
#pragma once

#include "wasm/imports.hpp"

#include <cstdint>
#include <string_view>

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

    void scroll_to(float content_y) override { page_scroll_to(content_y); }

    std::int64_t now_ms() override { return static_cast<std::int64_t>(page_now_ms()); }
};

} // namespace kontingent::wasm
