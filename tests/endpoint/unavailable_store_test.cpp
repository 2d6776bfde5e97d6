// The store away, read-only, or its disk full: 503 with Retry-After, then normal again by itself.
#include "tests/endpoint/each_store.hpp"
#include "tests/endpoint/program.hpp"
#include "tests/endpoint/read_only_files.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <random>
#include <sys/resource.h>
#include <thread>

namespace kontingent::endpoint {

namespace fs = std::filesystem;

namespace {

// Requests with so much in them that a small disk is full soon, and that no compression makes
// small.
std::string large_request(unsigned number) {
    std::minstd_rand random(number + 1);
    nlohmann::json request = question_request();
    std::string text(4900, ' ');
    std::ranges::generate(text, [&] { return static_cast<char>('!' + random() % 90); });
    request["message"] = text;
    return request.dump();
}

int send(std::uint16_t port, unsigned number, std::string const& prefix) {
    RawAnswer const answer = fetch(port, "POST", "/requests",
                                   "Content-Type: application/json\r\nIdempotency-Key: " + prefix +
                                       "-" + std::to_string(number) + "-key\r\n",
                                   large_request(number));
    if (answer.status == 503) {
        CHECK(answer.header("retry-after") == "5");
        CHECK(answer.header("content-type") == "application/problem+json");
    }
    return answer.status;
}

// Sends the same request until it is taken, as the portal's outbox does. Half a minute guards
// against hanging.
bool is_taken_at_last(std::uint16_t port, std::string const& prefix) {
    for (int attempt = 0; attempt < 600; ++attempt) {
        int const status = send(port, 0, prefix);
        if (status == 201 || status == 200) {
            return true;
        }
        CHECK(status == 503);
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

void goes_and_returns(std::uint16_t port, std::function<void()> const& go,
                      std::function<void()> const& come_back) {
    CHECK(send(port, 0, "before") == 201);
    go();
    CHECK(send(port, 0, "unavailable") == 503);
    CHECK(fetch(port, "GET", "/healthz").status == 200);
    CHECK(send(port, 0, "unavailable") == 503);
    come_back();
    CHECK(is_taken_at_last(port, "unavailable"));
    CHECK(send(port, 0, "before") == 200);
}

// By a program of the same user as the process: even root may not do it to others everywhere.
void limit_file_size(pid_t process, std::string const& bytes,
                     std::optional<ChildUser> const& as = std::nullopt) {
    REQUIRE(run_program(
                {"/usr/bin/prlimit", "--fsize=" + bytes + ":", "--pid", std::to_string(process)},
                "/dev/null", as) == 0);
}

// Sends until the disk is full; all that was confirmed, and what could not be stored, is there once
// in the end.
void fills_up_and_recovers(std::string const& store_address, std::uint16_t port,
                           std::function<void()> const& make_room) {
    unsigned number = 0;
    int status = 201;
    while (status == 201 && number < 2000) {
        status = send(port, ++number, "full");
    }
    CHECK(status == 503);
    if (kind_of(store_address).is_file) { // there, only the table of requests is full
        CHECK(fetch(port, "GET", "/readyz").status == 503);
    }
    make_room();
    bool is_taken = false;
    for (int attempt = 0; attempt < 600 && !is_taken; ++attempt) {
        status = send(port, number, "full");
        is_taken = status == 201 || status == 200;
        std::this_thread::sleep_for(std::chrono::milliseconds(is_taken ? 0 : 50));
    }
    CHECK(is_taken);
    CHECK(send(port, 1, "full") == 200);
    Store store(store_address, {});
    std::size_t count = 0;
    REQUIRE(store.for_each({}, [&](StoredRequest const&) { ++count; }).has_value());
    CHECK(count == number);
}

} // namespace

TEST_CASE("SQLite's folder goes away and comes back") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    fs::path const folder = fresh.folder() / "stores";
    fs::path const elsewhere = fresh.folder() / "elsewhere";
    fs::create_directory(folder);
    TestEndpoint endpoint(folder / "requests.sqlite");
    goes_and_returns(
        endpoint.port(), [&] { fs::rename(folder, elsewhere); },
        [&] { fs::rename(elsewhere, folder); });
    CHECK(endpoint.stored().size() == 2);
}

TEST_CASE("SQLite's file is replaced by something else and comes back") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address());
    goes_and_returns(
        endpoint.port(),
        [&] {
            fs::rename(fresh.address(), fresh.address() + ".kept");
            fs::create_directory(fresh.address());
        },
        [&] {
            fs::remove(fresh.address());
            fs::rename(fresh.address() + ".kept", fresh.address());
        });
    CHECK(endpoint.stored().size() == 2);
}

TEST_CASE("SQLite is locked by somebody else for longer than anybody waits") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint const endpoint(fresh.address());
    CHECK(send(endpoint.port(), 0, "before") == 201);
    {
        auto const other = open_database(fresh.address(), StoreAccess::create_if_new);
        REQUIRE(other.has_value());
        auto const lock = Transaction::begin(**other);
        REQUIRE(lock.has_value());
        CHECK(send(endpoint.port(), 0, "locked") == 503);
    }
    CHECK(is_taken_at_last(endpoint.port(), "locked"));
}

TEST_CASE("SQLite's file system is read-only for a while") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address());
    std::optional<ReadOnlyFiles> read_only;
    goes_and_returns(
        endpoint.port(), [&] { read_only.emplace(); },
        [&] {
            // Both that were refused met it: on the open connection, and on opening another.
            CHECK(read_only->refusals() >= 2);
            read_only.reset();
        });
    CHECK(endpoint.stored().size() == 2);
}

TEST_CASE("PostgreSQL is stopped and starts again") {
    PostgresqlServer* server = PostgresqlServer::shared();
    if (server == nullptr) {
        return;
    }
    TestEndpoint endpoint(server->new_database());
    goes_and_returns(endpoint.port(), [&] { server->stop(); }, [&] { server->start(); });
    CHECK(endpoint.stored().size() == 2);
}

TEST_CASE("PostgreSQL is read-only for a while") {
    FreshStore const fresh(FreshStore::Kind::postgresql);
    if (!fresh.is_there()) {
        return;
    }
    auto const owner = open_database(fresh.address(), StoreAccess::create_if_new);
    REQUIRE(owner.has_value());
    auto const set_read_only = [&](std::string const& state) {
        // For new connections, and those that are open are ended.
        REQUIRE((*owner)
                    ->run("DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I SET "
                          "default_transaction_read_only = " +
                          state + "', current_database()); END $do$")
                    .has_value());
        REQUIRE((*owner)
                    ->run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                          "current_database() AND "
                          "pid <> pg_backend_pid()")
                    .has_value());
    };
    TestEndpoint endpoint(fresh.address());
    goes_and_returns(endpoint.port(), [&] { set_read_only("on"); }, [&] { set_read_only("off"); });
    CHECK(endpoint.stored().size() == 2);
}

TEST_CASE("SQLite's disk is full for a while") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    Program program(fresh.address());
    program.start();
    limit_file_size(program.process().id(), "300000");
    fills_up_and_recovers(fresh.address(), program.port(),
                          [&] { limit_file_size(program.process().id(), "unlimited"); });
    CHECK(program.stop() == 0);
}

TEST_CASE("PostgreSQL's disk is full for a while") {
    PostgresqlServer* server = PostgresqlServer::shared();
    if (server == nullptr) {
        return;
    }
    std::string const address = server->new_database();
    {
        Store store(address, {});
        REQUIRE(store.check().has_value());
    }
    // Its log files are whole megabytes from the start, and smaller than this: only tables meet the
    // limit. Backends inherit it from the server.
    limit_file_size(server->id(), "1200000", server->user());
    Program program(address);
    program.start();
    fills_up_and_recovers(address, program.port(), [&] {
        limit_file_size(server->id(), "unlimited", server->user());
        auto const owner = open_database(address, StoreAccess::create_if_new);
        REQUIRE(owner.has_value());
        REQUIRE((*owner)
                    ->run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
                          "current_database() "
                          "AND pid <> pg_backend_pid()")
                    .has_value());
    });
    CHECK(program.stop() == 0);
}

TEST_CASE("readiness tells whether a request would be stored; health does not ask") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint const endpoint(fresh.address());
    CHECK(fetch(endpoint.port(), "GET", "/healthz").body == "{\"status\":\"ok\"}\n");
    RawAnswer const ready = fetch(endpoint.port(), "GET", "/readyz");
    CHECK(ready.status == 200);
    CHECK(ready.body == "{\"status\":\"ok\",\"store\":\"ok\",\"catalogue\":\"ok\"}\n");

    TestEndpoint const no_store("/nonexistent/requests.sqlite");
    CHECK(fetch(no_store.port(), "GET", "/healthz").status == 200);
    RawAnswer const unready = fetch(no_store.port(), "GET", "/readyz");
    CHECK(unready.status == 503);
    CHECK(unready.body ==
          "{\"status\":\"unavailable\",\"store\":\"unavailable\",\"catalogue\":\"ok\"}\n");
    RawAnswer const refused = no_store.post(question_request().dump(), "nowhere-to-store");
    CHECK(refused.status == 503);
    CHECK(refused.header("retry-after") == "5");

    FreshStore const other(FreshStore::Kind::sqlite);
    RequestRouteOptions options;
    options.catalogue = "/nonexistent/catalogue.json";
    TestEndpoint const no_catalogue(other.address(), options);
    CHECK(fetch(no_catalogue.port(), "GET", "/readyz").body ==
          "{\"status\":\"unavailable\",\"store\":\"ok\",\"catalogue\":\"unavailable\"}\n");
}

TEST_CASE("a store that is locked, so that nothing can be written, is not ready") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint const endpoint(fresh.address());
    REQUIRE(endpoint.post(question_request().dump(), "before-the-lock").status == 201);
    auto const other = open_database(fresh.address(), StoreAccess::write);
    REQUIRE(other.has_value());
    auto const lock = Transaction::begin(**other);
    REQUIRE(lock.has_value());
    CHECK(fetch(endpoint.port(), "GET", "/readyz").status == 503);
}

} // namespace kontingent::endpoint
