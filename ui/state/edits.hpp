// What is being typed into a field and is not a value yet.
#pragma once

#include "core/base/format.hpp"
#include "core/base/parse.hpp"

#include <optional>
#include <string>

namespace kontingent::ui {

// A number as it is typed. The text stays as typed until the field loses the focus; while it is not
// a number, the last valid one counts.
struct NumberEdit {
    std::optional<std::string> typed; // none while the field is not being edited
    std::optional<NumberError> error;
};

} // namespace kontingent::ui
