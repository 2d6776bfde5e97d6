// Everything of a desk as one file, and what taking it in changes. Nothing is overwritten: what
// differs is kept twice. The prefix and the counts of numbers belong to one installation and are
// not part of it.
#pragma once

#include "core/base/error.hpp"
#include "core/catalogue/catalogue.hpp"
#include "ui/state/desk/records.hpp"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace kontingent::ui::desk {

std::string bundle_of(Records const& records);
// Whether the text is meant to be such a file: it begins as one.
bool is_bundle(std::string_view text);

struct Merge {
    Step step; // empty where the file holds nothing new
    std::size_t added = 0;
    std::size_t kept_twice = 0;
    std::size_t unchanged = 0;
    bool keeps_own_settings = false; // the file's settings differ from those here
};

// All or nothing: a file with any error is refused as a whole, with every error and its place.
std::expected<Merge, Errors> merge_of(std::string_view text, Records const& records,
                                      Catalogue const& catalogue);

} // namespace kontingent::ui::desk
