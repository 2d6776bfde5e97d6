// ui::Advances over the page's import: the browser measures its own glyphs.
#pragma once

#include "ui/advances.hpp"
#include "wasm/imports.hpp"

namespace kontingent::wasm {

class PageAdvances final : public ui::Advances {
public:
    float advance(ui::Weight weight, float size, char32_t character) override {
        return page_measure(weight == ui::Weight::semibold, size, character);
    }
};

} // namespace kontingent::wasm
