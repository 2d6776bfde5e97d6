// The module history.wasm: core's reader of exports, for a worker. Loaded only when somebody brings
// a file. wasm/history/worker.mjs is the other side.
#include "core/history/history_json.hpp"
#include "core/history/reader.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#define KONTINGENT_EXPORT(name) extern "C" __attribute__((export_name(name)))

namespace kontingent::wasm {

namespace {

std::string received;
std::optional<history::HistoryReader> reader;
std::string answer;

} // namespace

// A file of more bytes need not be sent.
KONTINGENT_EXPORT("bytes_max") std::size_t export_bytes_max() {
    return history_bytes_max;
}

// Where the file's bytes go; `begin` takes them.
KONTINGENT_EXPORT("receive") char* export_receive(std::size_t size) {
    reader.reset();
    received.resize(size);
    return received.data();
}

// The options as in core/history/history_json.hpp.
KONTINGENT_EXPORT("begin")

void export_begin(std::int32_t delimiter, std::int32_t date_order, std::int32_t decimal_mark,
                  std::int32_t duration_unit, std::int32_t date_column, std::int32_t duration,
                  std::int32_t minutes_a_day, std::int32_t sum_rows, std::int32_t sheet) {
    reader.emplace(std::exchange(received, {}),
                   options_of({delimiter, date_order, decimal_mark, duration_unit, date_column,
                               duration, minutes_a_day, sum_rows, sheet}));
}

// Reads on and returns the per mille that are done; 1000 is the end.
KONTINGENT_EXPORT("read") std::int32_t export_read(std::size_t bytes_max) {
    reader->read(bytes_max);
    return reader->per_mille();
}

// The JSON of core/history/history_json.hpp, until the next call of any export.
KONTINGENT_EXPORT("answer") char const* export_answer() {
    answer = history_to_json(reader->history());
    reader.reset();
    return answer.data();
}

KONTINGENT_EXPORT("answer_size") std::size_t export_answer_size() {
    return answer.size();
}

} // namespace kontingent::wasm
