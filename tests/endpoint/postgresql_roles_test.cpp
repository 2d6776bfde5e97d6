// What roles and their settings change on PostgreSQL, and what they may not.
#include "endpoint/store/store.hpp"
#include "tests/endpoint/each_store.hpp"
#include "tests/endpoint/sample_requests.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

namespace kontingent::endpoint {

namespace {

std::unique_ptr<Database> opened(std::string const& address) {
    auto database = open_database(address, StoreAccess::write);
    REQUIRE(database.has_value());
    return std::move(*database);
}

void run(Database& database, std::string const& sql) {
    auto const done = database.run(sql);
    REQUIRE_MESSAGE(done.has_value(), sql << ": " << done.error().sentence);
}

// The same database for another role, which may log in and has no rights yet.
std::string address_for_new_role(std::string const& address, std::string const& role) {
    run(*opened(address), "CREATE ROLE " + role + " LOGIN");
    std::string other = address;
    other.replace(other.find("postgres@"), std::string("postgres@").size(), role + "@");
    return other;
}

} // namespace

TEST_CASE("a role that may not create tables works once the owner has migrated") {
    FreshStore const fresh(FreshStore::Kind::postgresql);
    if (!fresh.is_there()) {
        return;
    }
    std::string const address = address_for_new_role(fresh.address(), "without_create");
    Store store(address, {"webhook"});
    auto const too_early = store.check();
    REQUIRE_FALSE(too_early.has_value());
    CHECK(too_early.error().is_lasting);
    CHECK(too_early.error().sentence.find("kontingent store migrate") != std::string::npos);

    REQUIRE(Store(fresh.address(), {}).check().has_value());
    run(*opened(fresh.address()),
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO without_create");
    Store permitted(address, {"webhook"});
    REQUIRE(permitted.check_writable().has_value());
    CHECK(permitted.insert(sample_request("first"))->outcome == InsertOutcome::stored);
    CHECK(permitted.insert(sample_request("first"))->outcome == InsertOutcome::repeated);
    auto const claimed = permitted.claim_notification("webhook", std::chrono::seconds(60));
    REQUIRE(claimed.has_value());
    REQUIRE(claimed->has_value());
    CHECK(permitted.finish_notification((*claimed)->id).has_value());
    auto const erasure = permitted.erase({.reference_or_email = "K-first", .received_before = ""});
    REQUIRE(erasure.has_value());
    CHECK(erasure->references == std::vector<std::string>{"K-first"});
    // VACUUM is the owner's right: the server does it by itself, later.
    CHECK(erasure->is_vacuum_due);
}

TEST_CASE("what an address says in its options holds") {
    FreshStore const fresh(FreshStore::Kind::postgresql);
    if (!fresh.is_there()) {
        return;
    }
    run(*opened(fresh.address()), "CREATE SCHEMA of_its_own");
    std::string const sign = fresh.address().contains('?') ? "&" : "?";
    Store store(fresh.address() + sign + "options=-c%20search_path%3Dof_its_own", {});
    REQUIRE(store.check().has_value());
    CHECK(store.insert(sample_request("first"))->outcome == InsertOutcome::stored);
    auto const rows = opened(fresh.address())->run("SELECT reference FROM of_its_own.requests", {});
    REQUIRE_MESSAGE(rows.has_value(), rows.error().sentence);
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().front().text == "K-first");
}

TEST_CASE("requests are durable where synchronous_commit was switched off") {
    FreshStore const fresh(FreshStore::Kind::postgresql);
    if (!fresh.is_there()) {
        return;
    }
    REQUIRE(Store(fresh.address(), {}).check().has_value());
    auto const database = opened(fresh.address());
    run(*database, "DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', "
                   "current_database()); END $do$");
    // Notes the setting under which each row was written.
    run(*database, "CREATE TABLE seen (setting TEXT)");
    run(*database,
        "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $do$ BEGIN INSERT "
        "INTO seen VALUES (current_setting('synchronous_commit')); RETURN NEW; END $do$");
    run(*database, "CREATE TRIGGER note BEFORE INSERT ON requests FOR EACH ROW EXECUTE FUNCTION "
                   "note()");
    for (std::vector<std::string> const& channels :
         {std::vector<std::string>{}, std::vector<std::string>{"webhook"}}) {
        Store store(fresh.address(), channels);
        std::vector<std::thread> threads;
        for (int i = 0; i < 12; ++i) {
            threads.emplace_back([&, i] {
                std::string const name = std::to_string(channels.size()) + "-" + std::to_string(i);
                static_cast<void>(store.insert(sample_request(name)));
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
    }
    auto const seen = database->run("SELECT setting, COUNT(*) FROM seen GROUP BY setting");
    REQUIRE(seen.has_value());
    REQUIRE(seen->size() == 1);
    CHECK(seen->front()[0].text == "on");
    CHECK(seen->front()[1].number == 24);
    CHECK(opened(fresh.address())->run("SHOW synchronous_commit")->front()[0].text == "off");
}

} // namespace kontingent::endpoint
