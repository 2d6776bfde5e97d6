// What the portal and the desk alike want from the page they are on.
#pragma once

#include <cstdint>
#include <string_view>

namespace kontingent {
struct HistoryOptions;
}

namespace kontingent::ui {

class PageActions {
public:
    virtual ~PageActions() = default;

    virtual void copy(std::string_view text) = 0;
    // The content may be any bytes.
    virtual void download(std::string_view file_name, std::string_view media_type,
                          std::string_view content) = 0;
    virtual void print() = 0;
    // Milliseconds since 1970: UTC for the desk, the visitor's own calendar for the portal.
    virtual std::int64_t now_ms() = 0;
    // Past hours from a tracker's export, which stays in the browser: HistoryProgress comes back,
    // then HistoryRead. Opens the browser's file dialog, which browsers allow only right after a
    // press. A file may also be dropped onto the page at any time.
    virtual void choose_history_file() = 0;
    virtual void read_history_text(std::string_view text) = 0;
    // Reads the last file or text once more, with these options.
    virtual void read_history_again(HistoryOptions const& options) = 0;
};

} // namespace kontingent::ui
