// What the page gives to the module, as WebAssembly imports of the namespace "page": the only way
// out of the C++ side. Texts are UTF-8, passed as address and size, and copied before the call
// returns. wasm/module.mjs implements every one.
#pragma once

#include <cstddef>
#include <cstdint>

#define KONTINGENT_IMPORT(name) __attribute__((import_module("page"), import_name(name)))
#define KONTINGENT_EXPORT(name) extern "C" __attribute__((export_name(name)))

extern "C" {
// Platform. page_load() writes what it finds by way of the export `receive` and says whether it
// did.
KONTINGENT_IMPORT("store")
void page_store(char const* key, std::size_t key_size, char const* value, std::size_t value_size);
KONTINGENT_IMPORT("load") bool page_load(char const* key, std::size_t key_size);
KONTINGENT_IMPORT("copy") void page_copy(char const* text, std::size_t size);
KONTINGENT_IMPORT("store_link")
void page_store_link(char const* fragment, std::size_t size, bool is_step);
KONTINGENT_IMPORT("copy_link") void page_copy_link(char const* fragment, std::size_t size);
KONTINGENT_IMPORT("download")
void page_download(char const* name, std::size_t name_size, char const* media_type,
                   std::size_t media_type_size, char const* content, std::size_t content_size);
KONTINGENT_IMPORT("print") void page_print();
KONTINGENT_IMPORT("submit") void page_submit(char const* request_json, std::size_t size);
KONTINGENT_IMPORT("withdraw") void page_withdraw(char const* key, std::size_t size);
// Loads deferred.wasm: when this record comes near the window, or at once where it is 0.
KONTINGENT_IMPORT("want_deferred") void page_want_deferred(std::uint32_t near);
// The options are the numbers of core/history/history_json.hpp.
KONTINGENT_IMPORT("choose_history_file") void page_choose_history_file();
KONTINGENT_IMPORT("read_history_text")
void page_read_history_text(char const* text, std::size_t size);
KONTINGENT_IMPORT("read_history_again")
void page_read_history_again(std::int32_t delimiter, std::int32_t date_order,
                             std::int32_t decimal_mark, std::int32_t duration_unit,
                             std::int32_t date_column, std::int32_t duration,
                             std::int32_t minutes_a_day, std::int32_t sum_rows, std::int32_t sheet);
KONTINGENT_IMPORT("now_ms") double page_now_ms();

// Frames. page_changed() hands over the JSON of wasm/changes.hpp.
KONTINGENT_IMPORT("again") void page_again();
KONTINGENT_IMPORT("changed") void page_changed(char const* json, std::size_t size);
// Moves the keyboard's focus to a record's control.
KONTINGENT_IMPORT("focus") void page_focus(std::uint32_t id);

// Width of a character in the page's font, CSS pixels; the size is CSS's, too.
KONTINGENT_IMPORT("measure")
float page_measure(bool is_semibold, float size, std::uint32_t character);
}
