// Phrases of the table of packages: amounts, and an offer's conditions as lines of text.
#pragma once

#include "cli/pages/page.hpp"

#include <string>
#include <vector>

namespace kontingent::cli {

std::string money_text(PageSource const& page, Money amount);
std::string months_text(PageSource const& page, std::int32_t count);
// What counts as work: hours, or the catalogue's unit.
std::string work_text(PageSource const& page, Minutes work);
// A time: whole hours and halves, else minutes.
std::string duration_text(PageSource const& page, Minutes duration);

// A template's list of lines: {{#name}}{{line}}{{/name}}.
templates::List line_list(std::vector<std::string> const& lines);

// What work beyond the included costs, and how that is counted.
std::vector<std::string> overage_lines(PageSource const& page, Overage const& overage);
std::vector<std::string> overage_notes(PageSource const& page, Offer const& offer);
// What is particular to kinds of work; empty where the offer treats all alike.
std::vector<std::string> kind_lines(PageSource const& page, Offer const& offer);
std::vector<std::string> extra_lines(PageSource const& page, Offer const& offer);

} // namespace kontingent::cli
