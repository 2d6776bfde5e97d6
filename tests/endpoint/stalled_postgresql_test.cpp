// A PostgreSQL server that is connected but answers nothing, and a table that somebody else has
// locked: requests are refused within five seconds, and the program ends in the time that
// docs/hosting.md gives. These times are promises, so these tests read the clock.
#include "tests/endpoint/each_store.hpp"
#include "tests/endpoint/program.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <thread>

namespace kontingent::endpoint {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::chrono::seconds refused_within{5};
constexpr std::chrono::seconds stopped_within{10};

// The server's processes are its children, of which one may end meanwhile.
void signal_all(pid_t leader, int number) {
    std::string const kill = "kill -" + std::to_string(number) + " ";
    std::string const words = kill + std::to_string(leader) +
                              " && for child in $(ps -o pid= --ppid " + std::to_string(leader) +
                              "); do " + kill + "$child || :; done";
    REQUIRE(run_program({"/bin/sh", "-c", words}, "/dev/null") == 0);
}

class Frozen {
public:
    explicit Frozen(pid_t server) : server_(server) { signal_all(server_, SIGSTOP); }

    ~Frozen() { signal_all(server_, SIGCONT); }

    Frozen(Frozen const&) = delete;
    Frozen& operator=(Frozen const&) = delete;

private:
    pid_t server_;
};

// With notifications, which use the same store.
std::vector<std::string> notifying(TemporaryFolder const& folder) {
    folder.write("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    return {"--webhook", "http://127.0.0.1:9/", "--webhook-secret-file",
            (folder.path() / "secret").string()};
}

struct TimedAnswer {
    int status = 0;
    bool has_retry_after = false;
    Clock::duration took{};
};

TimedAnswer send(std::uint16_t port, std::string const& key) {
    auto const began = Clock::now();
    RawAnswer const answer =
        fetch(port, "POST", "/requests",
              "Content-Type: application/json\r\nIdempotency-Key: stalled-" + key + "\r\n",
              question_request().dump());
    return {.status = answer.status,
            .has_retry_after = answer.header("retry-after").has_value(),
            .took = Clock::now() - began};
}

// Requests of many clients, each so long after the one before.
class Senders {
public:
    Senders(std::uint16_t port, std::size_t count, milliseconds between) : answers_(count) {
        for (std::size_t i = 0; i < count; ++i) {
            threads_.emplace_back([this, port, i, between] {
                std::this_thread::sleep_for(between * i);
                answers_[i] = send(port, std::to_string(i));
            });
        }
    }

    ~Senders() { join(); }

    Senders(Senders const&) = delete;
    Senders& operator=(Senders const&) = delete;

    std::vector<TimedAnswer> const& answers() {
        join();
        return answers_;
    }

private:
    void join() {
        for (std::thread& thread : threads_) {
            if (thread.joinable()) {
                thread.join();
            }
        }
    }

    std::vector<TimedAnswer> answers_;
    std::vector<std::thread> threads_;
};

void check_refused_in_time(std::vector<TimedAnswer> const& answers) {
    Clock::duration longest{};
    for (TimedAnswer const& answer : answers) {
        CHECK(answer.status == 503);
        CHECK(answer.has_retry_after);
        longest = std::max(longest, answer.took);
    }
    MESSAGE("the longest took " << std::chrono::duration_cast<milliseconds>(longest).count()
                                << " ms");
    CHECK(longest < refused_within);
}

} // namespace

TEST_CASE("behind a frozen PostgreSQL, each request is refused in time") {
    PostgresqlServer* server = PostgresqlServer::shared();
    if (server == nullptr) {
        return;
    }

    struct Row {
        std::string_view name;
        std::size_t clients;
        milliseconds between;
    };

    for (Row const& row : {Row{"at once, more than there are threads", 100, milliseconds(0)},
                           Row{"one after another", 100, milliseconds(70)}}) {
        CAPTURE(row.name);
        TemporaryFolder const folder;
        Program program(server->new_database(), notifying(folder));
        program.start();
        REQUIRE(send(program.port(), "before").status == 201);
        {
            Frozen const frozen(server->id());
            Senders senders(program.port(), row.clients, row.between);
            // The site goes on meanwhile.
            CHECK(fetch(program.port(), "GET", "/healthz").status == 200);
            auto const asked = Clock::now();
            CHECK(fetch(program.port(), "GET", "/readyz").status == 503);
            CHECK(Clock::now() - asked < refused_within);
            check_refused_in_time(senders.answers());
        }
        CHECK(program.stop() == 0);
    }
}

TEST_CASE("behind a frozen PostgreSQL, SIGTERM ends the program in the documented time") {
    PostgresqlServer* server = PostgresqlServer::shared();
    if (server == nullptr) {
        return;
    }
    TemporaryFolder const folder;
    Program program(server->new_database(), notifying(folder));
    program.start();
    REQUIRE(send(program.port(), "before").status == 201);
    Frozen const frozen(server->id());
    Senders senders(program.port(), 20, milliseconds(0));
    std::this_thread::sleep_for(milliseconds(1500)); // they have arrived, and wait
    auto const asked = Clock::now();
    CHECK(program.stop() == 0);
    auto const took = Clock::now() - asked;
    MESSAGE("stopping took " << std::chrono::duration_cast<milliseconds>(took).count() << " ms");
    CHECK(took < stopped_within);
    check_refused_in_time(senders.answers());
}

TEST_CASE("behind a table of PostgreSQL that somebody has locked, requests are refused in time and "
          "taken afterwards") {
    FreshStore const fresh(FreshStore::Kind::postgresql);
    if (!fresh.is_there()) {
        return;
    }
    TestEndpoint endpoint(fresh.address());
    REQUIRE(send(endpoint.port(), "before").status == 201);
    auto const other = open_database(fresh.address(), StoreAccess::write);
    REQUIRE(other.has_value());
    {
        auto const transaction = Transaction::begin(**other);
        REQUIRE(transaction.has_value());
        REQUIRE((*other)->run("LOCK TABLE requests IN ACCESS EXCLUSIVE MODE").has_value());
        Senders senders(endpoint.port(), 60, milliseconds(70));
        check_refused_in_time(senders.answers());
    }
    TimedAnswer again;
    for (int attempt = 0; attempt < 600 && again.status / 100 != 2; ++attempt) {
        again = send(endpoint.port(), "0");
        std::this_thread::sleep_for(milliseconds(50));
    }
    CHECK(again.status / 100 == 2);
}

} // namespace kontingent::endpoint
