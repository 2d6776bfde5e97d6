// What is wrong with templates and texts. The caller decides how to report it.
#pragma once

#include "core/base/error.hpp"

#include <string_view>

namespace kontingent::templates {

// "FILE:LINE:COLUMN", both numbers from 1, columns in code points.
using Place = std::string_view;

class Problems {
public:
    Problems() = default;
    virtual ~Problems() = default;
    Problems(Problems const&) = delete;
    Problems& operator=(Problems const&) = delete;

    virtual void invalid_text(std::string_view file, Error const& error) = 0;
    // {argument} in the text `key`.
    virtual void unknown_argument(Place place, std::string_view key, std::string_view argument) = 0;
    // {{name}} in a template.
    virtual void unknown_name(Place place, std::string_view name) = 0;
    // A placeholder or section that does not end, or ends without having begun.
    virtual void unclosed(Place place) = 0;
};

} // namespace kontingent::templates
