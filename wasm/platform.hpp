// ui::Platform over the page's imports.
#pragma once

#include "ui/platform.hpp"

#include <string>

namespace kontingent::wasm {

class PagePlatform final : public ui::Platform {
public:
    void store(std::string_view key, std::string_view value) override;
    std::string load(std::string_view key) override;
    void copy(std::string_view text) override;
    void store_link(std::string_view fragment, ui::LinkStep step) override;
    void copy_link(std::string_view fragment) override;
    void download(std::string_view file_name, std::string_view media_type,
                  std::string_view content) override;
    void print() override;
    void scroll_to(float content_y) override;
    void submit(std::string_view request_json) override;
    void withdraw(std::string_view key) override;
    void choose_history_file() override;
    void read_history_text(std::string_view text) override;
    void read_history_again(HistoryOptions const& options) override;
    std::int64_t now_ms() override;
};

// The one text on its way in: the page asks for `size` bytes (export `receive`), writes them, and
// the call that follows takes them.
char* receive(std::size_t size);
std::string take_received();

} // namespace kontingent::wasm
