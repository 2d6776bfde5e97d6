// Stored requests as sales reads them: a line a request for a list, CSV for a spreadsheet, JSON for
// programs.
#pragma once

#include "endpoint/base/request_words.hpp"
#include "endpoint/store/store.hpp"

#include <string>

namespace kontingent::endpoint {

// RFC 4180, UTF-8 with a byte order mark, amounts as "1575.00" with their currency in the last
// column. What a spreadsheet would compute, whichever separator it splits at, begins with an
// apostrophe.
// Headings, kinds and the comparison of prices are in the language's words.
std::string csv_header(RequestWords const& words);
std::string csv_line(StoredRequest const& stored, RequestWords const& words);

// An object on one line, without a line break.
std::string export_json(StoredRequest const& stored);
// The same, indented, with a line break at the end.
std::string export_json_for_people(StoredRequest const& stored);

// Reference, time (UTC), kind, price and sender, in columns. Control characters and those that turn
// the direction of writing are made visible.
std::string list_line(StoredRequest const& stored, RequestWords const& words);

} // namespace kontingent::endpoint
