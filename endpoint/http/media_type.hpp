// What a file of the site is, and how long a browser may keep it; both by its name alone.
#pragma once

#include <string_view>

namespace kontingent::endpoint {

std::string_view media_type(std::string_view file_name);

// "page.5f3a9c1e.css", "page-5F3A9C1E.css": at least eight letters and digits, a digit among them,
// before the extension. Such a name changes with its content, so it may be kept for good.
bool is_fingerprinted(std::string_view file_name);

} // namespace kontingent::endpoint
