#include "wasm/history_news.hpp"

#include "core/history/history_json.hpp"
#include "wasm/imports.hpp"
#include "wasm/surface.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace kontingent::wasm {

KONTINGENT_DEFERRED void push_history(ui::DeferredCode, std::string const& text) {
    std::size_t const end = std::min(text.find('\n'), text.size());
    if (auto history = parse_history(std::string_view{text}.substr(end))) {
        push(ui::HistoryRead{std::move(*history), text.substr(0, end)});
    }
}

KONTINGENT_EXPORT("history_progress") void export_history_progress(std::int32_t per_mille) {
    push(ui::HistoryProgress{per_mille});
}

} // namespace kontingent::wasm
