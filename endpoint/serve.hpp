// The program's `serve`: the site and its endpoint, until a signal ends it.
#pragma once

#include <filesystem>
#include <string>

namespace kontingent::endpoint {

struct ServeOptions {
    std::filesystem::path site;
    std::string listen = "127.0.0.1:8080"; // HOST:PORT, IPv6 in brackets; port 0 takes a free one
};

// Prints the address on standard output when it is ready, then runs until SIGINT or SIGTERM and
// finishes what is running. Returns the exit code: 0 after a signal, 1 with a sentence on standard
// error where it cannot start.
int serve(ServeOptions const& options);

} // namespace kontingent::endpoint
