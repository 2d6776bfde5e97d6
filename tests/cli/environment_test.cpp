#include "cli/environment.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace kontingent::cli {

TEST_CASE("the environment's language, else English") {
    struct Row {
        std::string_view locale, preferred, tag;
    };

    for (Row const& row : {
             Row{"", "", "en"},
             Row{"C", "", "en"},
             Row{"POSIX", "", "en"},
             Row{"C.UTF-8", "de", "en"}, // gettext ignores LANGUAGE there
             Row{"de_DE.UTF-8", "", "de"},
             Row{"de", "", "de"},
             Row{"de@euro", "", "de"},
             Row{"en_GB.UTF-8", "", "en"},
             Row{"xx_XX.UTF-8", "", "en"},
             Row{"en_GB.UTF-8", "de", "de"},
             Row{"en_GB.UTF-8", "xx:de_AT:en", "de"},
             Row{"de_DE.UTF-8", "xx", "de"},
             Row{"", "de", "en"},
         }) {
        CAPTURE(row.locale);
        CAPTURE(row.preferred);
        CHECK(tag(language_of_locale(row.locale, row.preferred)) == row.tag);
    }
}

} // namespace kontingent::cli
