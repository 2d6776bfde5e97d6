// The native contestant, timed by Google Benchmark.
//
//   core_bench results FILE   writes what the work comes to as 64-bit numbers: quotes, then trials
//   with each Memory core_bench OPTION…        Google Benchmark's options
#include "tests/bench/work.hpp"

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace {

using namespace kontingent;

Catalogue const& sample() {
    static Catalogue const catalogue = [] {
        std::ifstream file{KONTINGENT_SAMPLE_CATALOGUE, std::ios::binary};
        std::string const text{std::istreambuf_iterator<char>{file}, {}};
        return parse_catalogue(text).value();
    }();
    return catalogue;
}

void quotes(benchmark::State& state) {
    bench::QuoteWork work{sample()};
    std::size_t forecast = 0;
    for ([[maybe_unused]] auto const _ : state) {
        benchmark::DoNotOptimize(work.run(forecast++, 1));
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(forecast * work.offer_count()));
}

void trials(benchmark::State& state, bench::Memory memory) {
    Catalogue const catalogue = bench::with_memory(sample(), memory);
    for ([[maybe_unused]] auto const _ : state) {
        benchmark::DoNotOptimize(bench::run_trials(catalogue));
    }
    state.SetItemsProcessed(state.iterations() * 20'000);
}

BENCHMARK(quotes);
BENCHMARK_CAPTURE(trials, none, bench::Memory::none)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(trials, yearly, bench::Memory::yearly)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(trials, carry, bench::Memory::carry)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(trials, blocks, bench::Memory::blocks)->Unit(benchmark::kMillisecond);

int write_results(char const* name) {
    std::vector<std::int64_t> results = bench::QuoteWork{sample()}.results();
    for (bench::Memory const memory : bench::memories) {
        auto const of_trials = bench::run_trials(bench::with_memory(sample(), memory));
        results.insert(results.end(), of_trials.begin(), of_trials.end());
    }
    std::ofstream file{name, std::ios::binary};
    file.write(reinterpret_cast<char const*>(results.data()),
               static_cast<std::streamsize>(results.size() * sizeof results[0]));
    return file.good() ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::string_view{argv[1]} == "results") {
        return write_results(argv[2]);
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return EXIT_FAILURE;
    }
    benchmark::RunSpecifiedBenchmarks();
    return EXIT_SUCCESS;
}
