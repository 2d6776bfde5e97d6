// What a version keeps of the catalogue it was issued with: an edition, which is itself a
// catalogue, reduced to the offers of the version. So an issued version is read and computed as any
// other, and never with today's prices.
#pragma once

#include "core/base/error.hpp"
#include "core/document/document.hpp"
#include "core/json/reader.hpp"

#include <expected>
#include <string_view>

namespace kontingent {

// `catalogue_text` is a valid catalogue's. The error is one of the edition, which cannot have any
// where the text has none.
std::expected<Snapshot, Errors> make_snapshot(std::string_view catalogue_text,
                                              Content const& content, Customer const& customer);

} // namespace kontingent
