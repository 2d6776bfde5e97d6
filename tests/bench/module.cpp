// The wasm contestant: bench.wasm, core compiled and linked with the portal's own options.
// tests/bench/wasm.mjs is the other side.
#include "tests/bench/work.hpp"

#include <memory>
#include <string>

#define KONTINGENT_EXPORT(name) extern "C" __attribute__((export_name(name)))

namespace kontingent::bench {

namespace {

std::string received;
std::unique_ptr<Catalogue> catalogue;
std::unique_ptr<QuoteWork> quotes;
std::vector<std::int64_t> results;

} // namespace

// Where the catalogue's text goes; `begin` reads it.
KONTINGENT_EXPORT("receive") char* export_receive(std::size_t size) {
    received.resize(size);
    return received.data();
}

KONTINGENT_EXPORT("begin") void export_begin() {
    catalogue = std::make_unique<Catalogue>(parse_catalogue(received).value());
    quotes = std::make_unique<QuoteWork>(*catalogue);
}

KONTINGENT_EXPORT("quotes") double export_quotes(std::size_t first, std::size_t count) {
    return static_cast<double>(quotes->run(first, count));
}

// The results stay until the next call that makes some.
KONTINGENT_EXPORT("quote_results") std::int64_t const* export_quote_results() {
    results = quotes->results();
    return results.data();
}

// `memory`: a Memory's number.
KONTINGENT_EXPORT("trials") std::int64_t const* export_trials(std::size_t memory) {
    results = memory == 0 ? run_trials(*catalogue)
                          : run_trials(with_memory(*catalogue, memories.at(memory)));
    return results.data();
}

KONTINGENT_EXPORT("result_count") std::size_t export_result_count() {
    return results.size();
}

} // namespace kontingent::bench
