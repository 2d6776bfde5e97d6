// A catalogue for one page: the same offers, with texts in one language.
#pragma once

#include "core/base/language.hpp"
#include "core/json/reader.hpp"

#include <string>
#include <string_view>

namespace kontingent {

// Of a catalogue that parse_catalogue() takes, and such a catalogue again: `languages` has the one
// language, `source_sha256` is the digest of the text it was made from, and what is for editors
// alone ("$schema") is left out. Compact JSON.
std::string reduced_catalogue(json::Document const& catalogue, std::string_view source_sha256,
                              Language language);

} // namespace kontingent
