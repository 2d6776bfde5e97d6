// What the reader of exports says, for portal and desk alike: exports of their modules.
#include "core/history/history_json.hpp"
#include "wasm/imports.hpp"
#include "wasm/received.hpp"
#include "wasm/surface.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace kontingent::wasm {

KONTINGENT_EXPORT("history_progress") void export_history_progress(std::int32_t per_mille) {
    push(ui::HistoryProgress{per_mille});
}

// Takes what was received as the file's name, a line break, and the JSON of
// core/history/history_json.hpp.
KONTINGENT_EXPORT("history_read") void export_history_read() {
    std::string const text = take_received();
    std::size_t const end = std::min(text.find('\n'), text.size());
    if (auto history = parse_history(std::string_view{text}.substr(end))) {
        push(ui::HistoryRead{std::move(*history), text.substr(0, end)});
    }
}

} // namespace kontingent::wasm
