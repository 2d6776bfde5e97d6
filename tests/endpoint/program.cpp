#include "tests/endpoint/program.hpp"

#include "endpoint/http/listener.hpp"
#include "tests/endpoint/raw_client.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <thread>
#include <unistd.h>

namespace kontingent::endpoint {

Program::Program(std::string store) : store_(std::move(store)) {
    auto const free = open_listener({.host = "127.0.0.1", .port = 0});
    REQUIRE(free.has_value());
    port_ = free->port;
    ::close(free->socket);
}

void Program::start() {
    child_ = std::make_unique<Child>(std::vector<std::string>{KONTINGENT_PROGRAM, "serve", "--site",
                                                              folder_.path(), "--catalogue",
                                                              sample_catalogue_file(), "--listen",
                                                              "127.0.0.1:" + std::to_string(port_),
                                                              "--store", store_, "--rate", "0"},
                                     log_file());
    for (int attempt = 0; attempt < 3000; ++attempt) {
        if (RawClient(port_).is_connected()) {
            return;
        }
        REQUIRE(child_->is_running());
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    FAIL("the program does not start");
}

void Program::kill() {
    child_->signal(SIGKILL);
    CHECK(child_->wait() == -SIGKILL);
}

int Program::stop() {
    child_->signal(SIGTERM);
    return child_->wait();
}

} // namespace kontingent::endpoint
