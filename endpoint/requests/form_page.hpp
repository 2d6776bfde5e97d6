// The pages a plain form gets back: mend this, is this right?, thank you. Whole without script or
// style sheet.
#pragma once

#include "core/base/error.hpp"
#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "endpoint/http/http.hpp"
#include "endpoint/requests/form.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

// German unless the form says otherwise.
Language language_of_form(FormFields const& fields);

// The form again, with what was typed and what is wrong with it.
Response mend_page(FormFields const& fields, Errors const& errors, Catalogue const& catalogue);
// What would be sent, with its price, to be sent by one more click. `request` is the request's
// JSON.
Response summary_page(FormFields const& fields, std::string const& request,
                      std::string const& confirmation, Catalogue const& catalogue);
// `answer` is the intake's JSON.
Response thanks_page(FormFields const& fields, std::string const& answer, std::uint16_t status,
                     Catalogue const& catalogue);

enum class Notice : std::uint8_t {
    trap_filled,
    too_soon,
    too_late,
    conflict,
    store_away,
    too_many
};

// One sentence, and what to do.
Response notice_page(Language language, Notice notice, std::uint16_t status);

} // namespace kontingent::endpoint
