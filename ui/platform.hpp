// All that the portal wants from outside. The browser layer implements it, tests fake it.
#pragma once

#include "core/history/history.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent::ui {

enum class LinkStep : std::uint8_t { opened, changed };

class Platform {
public:
    virtual ~Platform() = default;

    // Small texts that outlive a reload and the switch of language; empty where there is none.
    virtual void store(std::string_view key, std::string_view value) = 0;
    virtual std::string load(std::string_view key) = 0;
    virtual void copy(std::string_view text) = 0;
    // The whole input as a link's fragment (core/link/link.hpp), for the page's address and
    // history: an input that was opened takes the place of what stands there, a change becomes a
    // step to go back to once it has settled.
    virtual void keep_link(std::string_view fragment, LinkStep step) = 0;
    // Copies the page's address with this fragment.
    virtual void copy_link(std::string_view fragment) = 0;
    virtual void download(std::string_view file_name, std::string_view media_type,
                          std::string_view content) = 0;
    virtual void print() = 0;
    // Scrolls the page so that this part of the portal (CSS pixels from its top) is in view,
    // calmly.
    virtual void scroll_to(float content_y) = 0;
    // Puts a request (JSON of the contract, without key) into the outbox and tries to deliver it;
    // what becomes of it comes back as OutboxChanged.
    virtual void submit(std::string_view request_json) = 0;
    // Takes an entry out of the outbox for good; one that is being sent at the moment stays.
    virtual void withdraw(std::string_view key) = 0;
    // Past hours out of a tracker's export: HistoryProgress comes back, and then HistoryRead. The
    // file stays in the browser. Opens the browser's dialog, which needs a person's own press just
    // before; a file may also be dropped onto the portal at any time.
    virtual void choose_history_file() = 0;
    virtual void read_history_text(std::string_view text) = 0;
    // The file or text of the last time, understood as these options say.
    virtual void read_history_again(HistoryOptions const& options) = 0;
    // Milliseconds since 1970.
    virtual std::int64_t now_ms() = 0;
};

} // namespace kontingent::ui
