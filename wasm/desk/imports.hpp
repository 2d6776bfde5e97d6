// What the page gives to the desk besides what wasm/imports.hpp says of both; wasm/desk/module.mjs
// implements every one.
#pragma once

#include "wasm/imports.hpp"

#include <cstddef>
#include <cstdint>

extern "C" {
KONTINGENT_IMPORT("write")
void page_write(std::int32_t step, char const* json, std::size_t size);
// 0: a request, 1: an import, 2: a logo.
KONTINGENT_IMPORT("choose_file") void page_choose_file(std::int32_t purpose);
// Milliseconds since 1970; not a number where the zone is not known.
KONTINGENT_IMPORT("end_of_day")
double page_end_of_day(char const* zone, std::size_t size, std::int32_t year, std::int32_t month,
                       std::int32_t day);
// year * 10000 + month * 100 + day; 0 where the zone is not known.
KONTINGENT_IMPORT("day_in")
std::int32_t page_day_in(char const* zone, std::size_t size, double milliseconds);
// As many random bytes, by way of the export `receive`.
KONTINGENT_IMPORT("random") void page_random(std::size_t size);
}
