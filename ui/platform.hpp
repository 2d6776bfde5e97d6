// All that the portal needs from outside. The browser layer implements it, tests fake it.
#pragma once

#include "ui/page_actions.hpp"
#include "ui/semantics/record.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent::ui {

enum class LinkStep : std::uint8_t { opened, changed };

class Platform : public PageActions {
public:
    // Short texts that survive a reload and a change of language; load() gives an empty text for a
    // key that was never stored.
    virtual void store(std::string_view key, std::string_view value) = 0;
    virtual std::string load(std::string_view key) = 0;
    // The whole input as a link's fragment (core/link/link.hpp), for the page's address and the
    // browser's history: an opened input replaces the current entry, a change becomes a new entry
    // once it has settled.
    virtual void store_link(std::string_view fragment, LinkStep step) = 0;
    // Copies the page's address with this fragment.
    virtual void copy_link(std::string_view fragment) = 0;
    // Puts a request (JSON of the contract, without key) into the outbox and tries to deliver it.
    // OutboxChanged reports how it goes.
    virtual void submit(std::string_view request_json) = 0;
    // Removes an entry from the outbox; one that is being sent stays.
    virtual void withdraw(std::string_view key) = 0;
    // Loads the deferred code (ui/deferred.hpp): when this record comes near the window, or at once
    // where it is no_id. Portal::set_deferred() reports how it goes.
    virtual void want_deferred(semantics::Id near) = 0;
};

} // namespace kontingent::ui
