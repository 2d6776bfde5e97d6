// The program itself, `kontingent serve`, as a process that can be killed.
#pragma once

#include "tests/endpoint/child.hpp"
#include "tests/endpoint/reserved_port.hpp"
#include "tests/endpoint/test_site.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace kontingent::endpoint {

class Program {
public:
    // Serves the folder with the sample catalogue unless the options name one, and no limit of
    // requests, on a port that stays the same.
    explicit Program(std::string store, std::vector<std::string> options = {});

    // What start() runs.
    std::vector<std::string> words() const;

    // Waits until it answers.
    void start();
    // As when the machine's owner pulls the plug on the process.
    void kill();
    // The exit code after SIGTERM.
    int stop();

    std::uint16_t port() const { return port_.number(); }

    // What it has said since it was started last.
    std::filesystem::path log_file() const { return folder_.path() / "log"; }

    Child& process() { return *child_; }

private:
    TemporaryFolder folder_;
    std::string const store_;
    std::vector<std::string> const options_;
    ReservedPort const port_; // outlives the child
    std::unique_ptr<Child> child_;
};

} // namespace kontingent::endpoint
