// What the reader of exports says, for portal and desk alike.
#pragma once

#include "ui/deferred.hpp"

#include <string>

namespace kontingent::wasm {

// The file's name, a line break, and the JSON of core/history/history_json.hpp.
void push_history(ui::DeferredCode code, std::string const& text);

} // namespace kontingent::wasm
