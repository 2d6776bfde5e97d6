#include "tests/endpoint/program.hpp"

#include "tests/endpoint/raw_client.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <thread>

namespace kontingent::endpoint {

Program::Program(std::string store, std::vector<std::string> options)
    : store_(std::move(store)), options_(std::move(options)) {
    folder_.write("site/index.html", "<!DOCTYPE html><title>Start</title>");
}

std::vector<std::string> Program::words() const {
    std::vector<std::string> words{KONTINGENT_PROGRAM, "serve",
                                   "--site",           (folder_.path() / "site").string(),
                                   "--listen",         "127.0.0.1:" + std::to_string(port()),
                                   "--store",          store_,
                                   "--rate",           "0"};
    if (std::ranges::find(options_, "--catalogue") == options_.end()) {
        words.insert(words.end(), {"--catalogue", sample_catalogue_file().string()});
    }
    words.insert(words.end(), options_.begin(), options_.end());
    return words;
}

void Program::start() {
    child_ = std::make_unique<Child>(words(), log_file());
    for (int attempt = 0; attempt < 3000; ++attempt) {
        if (RawClient(port()).is_connected()) {
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
