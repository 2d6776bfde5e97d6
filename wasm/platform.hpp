// ui::Platform over the page's imports.
#pragma once

#include "ui/platform.hpp"
#include "wasm/page_actions.hpp"

#include <string>

namespace kontingent::wasm {

class PagePlatform final : public OnPage<ui::Platform> {
public:
    void store(std::string_view key, std::string_view value) override;
    std::string load(std::string_view key) override;
    void store_link(std::string_view fragment, ui::LinkStep step) override;
    void copy_link(std::string_view fragment) override;
    void submit(std::string_view request_json) override;
    void withdraw(std::string_view key) override;
    void want_deferred(semantics::Id near) override;
};

} // namespace kontingent::wasm
