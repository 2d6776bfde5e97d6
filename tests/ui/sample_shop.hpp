// The sample catalogue as screens get it, and the cells of a table on a screen.
#pragma once

#include "core/base/format.hpp"
#include "core/pricing/offers.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/portal_driver.hpp"
#include "tests/ui/screen_driver.hpp"
#include "ui/screens/explain/outlook.hpp"
#include "ui/words.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace kontingent::ui_test {

using PriceView = decltype(ui::OutlookInput::view);

struct SampleShop {
    Catalogue catalogue = *parse_catalogue(read_file("site/catalogue/catalogue.json"));
    ui::Shop shop{catalogue, 11}; // from December on
    std::vector<OfferId> offers = offers_of(catalogue);

    // One offer of each package, with the longest term, and on demand.
    std::vector<std::size_t> longest() const {
        std::vector<std::size_t> chosen;
        for (std::size_t index = 0; index < offers.size(); ++index) {
            if (!catalogue.offers[offers[index].offer_index].is_package() ||
                offers[index].term_months == catalogue.terms.back().months) {
                chosen.push_back(index);
            }
        }
        return chosen;
    }

    std::string money(Money amount, Language language = german) const {
        return format_money(amount, catalogue.currency, language);
    }
};

using Cells = std::vector<std::vector<std::string>>;

// The rows of the table with this caption, its header first.
inline Cells cells_of(std::vector<semantics::Record> const& records, std::string_view caption) {
    Cells cells;
    semantics::Id table = semantics::no_id;
    semantics::Id row = semantics::no_id;
    for (semantics::Record const& record : records) {
        if (record.role == semantics::Role::table && record.name == caption) {
            table = record.id;
        } else if (record.role == semantics::Role::row && record.parent == table) {
            row = record.id;
            cells.emplace_back();
        } else if (record.parent == row && row != semantics::no_id) {
            cells.back().push_back(record.name);
        }
    }
    return cells;
}

inline void check_golden_screen(ScreenDriver const& screen, std::string const& name) {
    std::string const path = "tests/golden/screens/" + name + ".txt";
    if (std::getenv("KONTINGENT_UPDATE_GOLDEN") != nullptr) {
        std::ofstream{std::string{KONTINGENT_ROOT "/"} + path} << screen.text();
    }
    CHECK(screen.text() == read_file(path));
}

} // namespace kontingent::ui_test
