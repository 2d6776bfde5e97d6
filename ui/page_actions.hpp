// What the portal and the desk alike want from the page they are on.
#pragma once

#include <cstdint>
#include <string_view>

namespace kontingent::ui {

class PageActions {
public:
    virtual ~PageActions() = default;

    virtual void copy(std::string_view text) = 0;
    // The content may be any bytes.
    virtual void download(std::string_view file_name, std::string_view media_type,
                          std::string_view content) = 0;
    virtual void print() = 0;
    // Scrolls the page so that this part of the content (CSS pixels from its top) is in view.
    virtual void scroll_to(float content_y) = 0;
    // Milliseconds since 1970.
    virtual std::int64_t now_ms() = 0;
};

} // namespace kontingent::ui
