// The program speaks German in tests unless a test says otherwise.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>

int main(int argc, char** argv) {
    setenv("LC_ALL", "de_DE.UTF-8", 1); // NOLINT(concurrency-mt-unsafe): no thread is running yet
    unsetenv("LANGUAGE");               // NOLINT(concurrency-mt-unsafe)
    doctest::Context context(argc, argv);
    return context.run();
}
