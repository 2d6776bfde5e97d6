// What the page's outbox (wasm/outbox/outbox.mjs) reports, as the portal's event:
//   {"is_durable":true,"entries":[{"key":…,"delivery":"waiting","request":…,"reference":…,"price":…,
//   "problem":…,"may_have_arrived":false},…]}
// `request` is the request's JSON as a text; of one that was sent only its kind is left.
#pragma once

#include "ui/event.hpp"

#include <optional>
#include <string_view>

namespace kontingent::wasm {

// Nothing where the text is no JSON.
std::optional<ui::OutboxChanged> read_outbox(std::string_view json);

} // namespace kontingent::wasm
