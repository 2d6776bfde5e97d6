// A version as a UBL 2.1 Quotation, for systems that buy. UBL knows one offer: the totals are those
// of one alternative, and its fixed part alone. What is only expected is in lines of quantity 0
// with their price, and in notes.
#pragma once

#include "documents/printable.hpp"
#include "templates/problems.hpp"

#include <cstddef>
#include <string>

namespace kontingent::documents {

// Of an issued version, never of a draft: a system that buys would take it for an offer.
// `alternative` counts from 0 and must be one of the printable's.
std::string to_ubl(Printable const& printable, std::size_t alternative,
                   templates::Problems& problems);

} // namespace kontingent::documents
