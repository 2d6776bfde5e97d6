// Requests under fire: the program is killed again and again while senders deliver as the portal's
// outbox does, the same key and body until they are told that it arrived. KONTINGENT_KILLS sets how
// often (20 unless given).
#include "tests/endpoint/each_store.hpp"
#include "tests/endpoint/program.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <map>
#include <mutex>
#include <random>
#include <thread>

namespace kontingent::endpoint {

using nlohmann::json;

namespace {

int number_from_environment(char const* name, int otherwise) {
    char const* text = std::getenv(name);
    return text != nullptr ? std::atoi(text) : otherwise;
}

class Senders {
public:
    explicit Senders(std::uint16_t port) : port_(port) {
        for (int sender = 0; sender < 4; ++sender) {
            threads_.emplace_back([this, sender] { run(sender); });
        }
    }

    // Lets each finish what it has begun.
    std::map<std::string, std::string> stop() {
        is_stopping_ = true;
        for (std::thread& thread : threads_) {
            thread.join();
        }
        return confirmed_;
    }

    std::size_t confirmed_count() {
        std::scoped_lock const lock(mutex_);
        return confirmed_.size();
    }

private:
    void run(int sender) {
        for (int number = 0; !is_stopping_; ++number) {
            std::string const name = std::to_string(sender) + "-" + std::to_string(number);
            deliver(name);
        }
    }

    void deliver(std::string const& name) {
        json request = question_request();
        request["contact"]["name"] = name;
        while (true) {
            RawAnswer const answer =
                fetch(port_, "POST", "/requests",
                      "Content-Type: application/json\r\nIdempotency-Key: key-of-" + name + "\r\n",
                      request.dump());
            if (answer.status == 200 || answer.status == 201) {
                std::scoped_lock const lock(mutex_);
                confirmed_[name] = json::parse(answer.body).value("reference", "");
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    std::uint16_t const port_;
    std::atomic<bool> is_stopping_ = false;
    std::mutex mutex_;
    std::map<std::string, std::string> confirmed_; // sender's name for it: our reference
    std::vector<std::thread> threads_;
};

void survives_kills(FreshStore const& fresh) {
    int const kills = number_from_environment("KONTINGENT_KILLS", 20);
    auto const seed = static_cast<unsigned>(number_from_environment("KONTINGENT_SEED", 1));
    CAPTURE(seed);
    std::minstd_rand random(seed);
    Program program(fresh.address());
    program.start();
    Senders senders(program.port());
    for (int kill = 0; kill < kills; ++kill) {
        std::size_t const before = senders.confirmed_count();
        for (int i = 0; i < 60'000 && senders.confirmed_count() == before; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
        program.kill();
        program.start();
    }
    auto const confirmed = senders.stop();
    CHECK(program.stop() == 0);

    std::map<std::string, std::string> stored;
    Store store(fresh.address(), {});
    REQUIRE(store
                .for_each({},
                          [&](StoredRequest const& one) {
                              std::string const name = json::parse(one.request)["contact"]["name"];
                              CHECK(stored.emplace(name, one.reference).second); // once
                          })
                .has_value());
    CHECK(confirmed.size() >= static_cast<std::size_t>(kills));
    CHECK(confirmed == stored);
    MESSAGE(kills, " kills, ", confirmed.size(), " requests confirmed, ", stored.size(), " stored");
}

} // namespace

TEST_CASE("every confirmed request is there once, however often the program is killed") {
    on_each_store(survives_kills);
}

TEST_CASE("a stop signal finishes what is running") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    Program program(fresh.address());
    program.start();
    RawClient client(program.port());
    std::string const body = question_request().dump();
    client.send("POST /requests HTTP/1.1\r\nHost: a\r\nContent-Type: "
                "application/json\r\nIdempotency-Key: 12345678\r\n"
                "Expect: 100-continue\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n\r\n");
    REQUIRE(client.wait_for_continue());
    std::thread stopping([&] { CHECK(program.stop() == 0); });
    client.send(body);
    CHECK(client.read_answer().status == 201);
    stopping.join();
}

} // namespace kontingent::endpoint
