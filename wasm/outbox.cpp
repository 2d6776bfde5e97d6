#include "wasm/outbox.hpp"

#include "core/json/reader.hpp"

#include <cstddef>

namespace kontingent::wasm {

namespace {

// A few dozen requests of 64 KiB at most.
constexpr std::size_t bytes_max = std::size_t{16} << 20U;

ui::Delivery delivery_of(std::string_view text) {
    return text == "sending"   ? ui::Delivery::sending
           : text == "sent"    ? ui::Delivery::sent
           : text == "refused" ? ui::Delivery::refused
                               : ui::Delivery::waiting;
}

ui::OutboxEntry read_entry(json::Document const& document, json::Value const& object) {
    ui::OutboxEntry entry;
    for (json::Value const& member : document.items(object)) {
        if (member.key == "key") {
            entry.key = member.text;
        } else if (member.key == "delivery") {
            entry.delivery = delivery_of(member.text);
        } else if (member.key == "request") {
            entry.request_json = member.text;
        } else if (member.key == "reference") {
            entry.reference = member.text;
        } else if (member.key == "price") {
            entry.price = member.text;
        } else if (member.key == "problem") {
            entry.problem = member.text;
        } else if (member.key == "may_have_arrived") {
            entry.may_have_arrived = member.is_true;
        }
    }
    return entry;
}

} // namespace

std::optional<ui::OutboxChanged> read_outbox(std::string_view json) {
    auto const document = json::read(json, bytes_max);
    if (!document) {
        return std::nullopt;
    }
    ui::OutboxChanged changed;
    for (json::Value const& member : document->items(document->root())) {
        if (member.key == "is_durable") {
            changed.outbox.is_durable = member.is_true;
        } else if (member.key == "entries") {
            for (json::Value const& entry : document->items(member)) {
                changed.outbox.entries.push_back(read_entry(*document, entry));
            }
        }
    }
    return changed;
}

} // namespace kontingent::wasm
