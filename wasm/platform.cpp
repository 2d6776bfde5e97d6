#include "wasm/platform.hpp"

#include "wasm/imports.hpp"
#include "wasm/received.hpp"

namespace kontingent::wasm {

void PagePlatform::store(std::string_view key, std::string_view value) {
    page_store(key.data(), key.size(), value.data(), value.size());
}

std::string PagePlatform::load(std::string_view key) {
    return page_load(key.data(), key.size()) ? take_received() : std::string{};
}

void PagePlatform::store_link(std::string_view fragment, ui::LinkStep step) {
    page_store_link(fragment.data(), fragment.size(), step == ui::LinkStep::changed);
}

void PagePlatform::copy_link(std::string_view fragment) {
    page_copy_link(fragment.data(), fragment.size());
}

void PagePlatform::submit(std::string_view request_json) {
    page_submit(request_json.data(), request_json.size());
}

void PagePlatform::withdraw(std::string_view key) {
    page_withdraw(key.data(), key.size());
}

void PagePlatform::want_deferred(semantics::Id near) {
    page_want_deferred(near);
}

} // namespace kontingent::wasm
