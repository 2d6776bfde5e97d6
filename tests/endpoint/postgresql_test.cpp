// What is particular to PostgreSQL: poolers before it, and its VACUUM.
#include "endpoint/store/store.hpp"
#include "tests/endpoint/each_store.hpp"
#include "tests/endpoint/sample_requests.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace kontingent::endpoint {

TEST_CASE("a prepared statement that a pooler's session does not know is sent whole") {
    FreshStore const fresh(FreshStore::Kind::postgresql);
    if (!fresh.is_there()) {
        return;
    }
    auto const database = open_database(fresh.address(), StoreAccess::create_if_new);
    REQUIRE(database.has_value());
    REQUIRE((*database)->run("CREATE TABLE numbers (n BIGINT)").has_value());
    auto const add = [&] {
        return (*database)->run("INSERT INTO numbers VALUES ($1)", {std::int64_t{1}}).has_value();
    };
    auto const prepared = [&] {
        return (*database)->run("SELECT COUNT(*) FROM pg_prepared_statements")->front()[0].number;
    };
    CHECK(add());
    CHECK(prepared() == 0); // what is run once is not worth it
    CHECK(add());
    CHECK(prepared() == 1);
    CHECK(add());
    REQUIRE((*database)->run("DEALLOCATE ALL").has_value()); // as in another session
    CHECK(add());
    CHECK(add());
    CHECK(prepared() == 0);
    CHECK((*database)->run("SELECT COUNT(*) FROM numbers")->front()[0].number == 5);
}

TEST_CASE("an erasure whose VACUUM is held up succeeds on PostgreSQL, and says so") {
    FreshStore const fresh(FreshStore::Kind::postgresql);
    if (!fresh.is_there()) {
        return;
    }
    auto const other = open_database(fresh.address(), StoreAccess::create_if_new);
    REQUIRE(other.has_value());
    // Of sessions that begin from now on: VACUUM gives up quickly.
    REQUIRE((*other)
                ->run("DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout = 50', "
                      "current_database()); END $do$")
                .has_value());
    Store store(fresh.address(), {});
    REQUIRE(store.insert(sample_request("first")).has_value());
    REQUIRE(store.insert(sample_request("second")).has_value());
    {
        auto const transaction = Transaction::begin(**other);
        REQUIRE(transaction.has_value());
        // VACUUM waits for it; those that read and write do not.
        REQUIRE((*other)->run("LOCK TABLE requests IN SHARE UPDATE EXCLUSIVE MODE").has_value());
        auto const held_up = store.erase({.reference_or_email = "K-first", .received_before = ""});
        REQUIRE(held_up.has_value());
        CHECK(held_up->references == std::vector<std::string>{"K-first"});
        CHECK_FALSE(held_up->delay.has_value());
        CHECK(held_up->is_vacuum_due);
    }
    std::string left = "not visited";
    REQUIRE(store
                .for_each({.reference = "K-first", .email = ""},
                          [&](StoredRequest const& stored) { left = stored.request; })
                .has_value());
    CHECK(left.empty());
    auto const at_once = store.erase({.reference_or_email = "K-second", .received_before = ""});
    REQUIRE(at_once.has_value());
    CHECK_FALSE(at_once->is_vacuum_due);
}

} // namespace kontingent::endpoint
