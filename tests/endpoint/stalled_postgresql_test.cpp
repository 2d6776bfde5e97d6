// A PostgreSQL server that is connected but answers nothing, and a table that somebody else has
// locked: requests are refused within five seconds, and the program ends in the time that
// docs/hosting.md gives. These times are promises, so these tests read the clock; what other
// programs on the machine took meanwhile is not counted.
#include "tests/endpoint/each_store.hpp"
#include "tests/endpoint/program.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
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

std::size_t open_sockets(pid_t process) {
    std::size_t count = 0;
    std::error_code error;
    std::filesystem::path const folder = "/proc/" + std::to_string(process) + "/fd";
    for (auto const& entry : std::filesystem::directory_iterator(folder, error)) {
        count +=
            std::filesystem::read_symlink(entry, error).string().starts_with("socket:") ? 1U : 0U;
    }
    return count;
}

// With notifications, which use the same store.
std::vector<std::string> notifying(TemporaryFolder const& folder) {
    folder.write("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
    return {"--webhook", "http://127.0.0.1:9/", "--webhook-secret-file",
            (folder.path() / "secret").string()};
}

// How much later than it asked for a thread was woken, in all, since this was made.
class Lateness {
public:
    ~Lateness() { value(); }

    Clock::duration value() {
        is_over_ = true;
        if (thread_.joinable()) {
            thread_.join();
        }
        return late_;
    }

private:
    void watch() {
        constexpr milliseconds pause{10};
        while (!is_over_) {
            auto const due = Clock::now() + pause;
            std::this_thread::sleep_until(due);
            late_ += Clock::now() - due;
        }
    }

    std::atomic<bool> is_over_ = false;
    Clock::duration late_{};
    std::thread thread_{[this] { watch(); }}; // last: it uses the others
};

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

void check_refused_in_time(std::vector<TimedAnswer> const& answers, Lateness& lateness) {
    Clock::duration longest{};
    for (TimedAnswer const& answer : answers) {
        CHECK(answer.status == 503);
        CHECK(answer.has_retry_after);
        longest = std::max(longest, answer.took);
    }
    CAPTURE(std::chrono::duration_cast<milliseconds>(longest).count());
    CHECK(longest - lateness.value() < refused_within);
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
            Lateness lateness;
            Senders senders(program.port(), row.clients, row.between);
            // The site goes on meanwhile.
            CHECK(fetch(program.port(), "GET", "/healthz").status == 200);
            Lateness lateness_of_readiness;
            auto const asked = Clock::now();
            CHECK(fetch(program.port(), "GET", "/readyz").status == 503);
            CHECK(Clock::now() - asked - lateness_of_readiness.value() < refused_within);
            check_refused_in_time(senders.answers(), lateness);
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
    std::size_t const sockets_before = open_sockets(program.process().id());
    Lateness lateness;
    Senders senders(program.port(), 20, milliseconds(0));
    for (int i = 0; i < 600 && open_sockets(program.process().id()) < sockets_before + 20; ++i) {
        std::this_thread::sleep_for(milliseconds(50));
    }
    std::this_thread::sleep_for(milliseconds(500)); // they have arrived, are read, and wait
    Lateness lateness_of_stop;
    auto const asked = Clock::now();
    CHECK(program.stop() == 0);
    CHECK(Clock::now() - asked - lateness_of_stop.value() < stopped_within);
    check_refused_in_time(senders.answers(), lateness);
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
        Lateness lateness;
        Senders senders(endpoint.port(), 60, milliseconds(70));
        check_refused_in_time(senders.answers(), lateness);
    }
    TimedAnswer again;
    for (int attempt = 0; attempt < 600 && again.status / 100 != 2; ++attempt) {
        again = send(endpoint.port(), "0");
        std::this_thread::sleep_for(milliseconds(50));
    }
    CHECK(again.status / 100 == 2);
}

} // namespace kontingent::endpoint
