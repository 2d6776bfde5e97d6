#include "wasm/platform.hpp"

#include "core/history/history_json.hpp"
#include "wasm/imports.hpp"

#include <tuple>
#include <utility>

namespace kontingent::wasm {

namespace {
std::string received;
}

char* receive(std::size_t size) {
    received.resize(size);
    return received.data();
}

std::string take_received() {
    return std::exchange(received, {});
}

void PagePlatform::store(std::string_view key, std::string_view value) {
    page_store(key.data(), key.size(), value.data(), value.size());
}

std::string PagePlatform::load(std::string_view key) {
    return page_load(key.data(), key.size()) ? take_received() : std::string{};
}

void PagePlatform::copy(std::string_view text) {
    page_copy(text.data(), text.size());
}

void PagePlatform::store_link(std::string_view fragment, ui::LinkStep step) {
    page_store_link(fragment.data(), fragment.size(), step == ui::LinkStep::changed);
}

void PagePlatform::copy_link(std::string_view fragment) {
    page_copy_link(fragment.data(), fragment.size());
}

void PagePlatform::download(std::string_view file_name, std::string_view media_type,
                            std::string_view content) {
    page_download(file_name.data(), file_name.size(), media_type.data(), media_type.size(),
                  content.data(), content.size());
}

void PagePlatform::print() {
    page_print();
}

void PagePlatform::scroll_to(float content_y) {
    page_scroll_to(content_y);
}

void PagePlatform::submit(std::string_view request_json) {
    page_submit(request_json.data(), request_json.size());
}

void PagePlatform::withdraw(std::string_view key) {
    page_withdraw(key.data(), key.size());
}

void PagePlatform::choose_history_file() {
    page_choose_history_file();
}

void PagePlatform::read_history_text(std::string_view text) {
    page_read_history_text(text.data(), text.size());
}

void PagePlatform::read_history_again(HistoryOptions const& options) {
    std::apply(page_read_history_again, numbers_of(options));
}

std::int64_t PagePlatform::now_ms() {
    return static_cast<std::int64_t>(page_now_ms());
}

} // namespace kontingent::wasm
