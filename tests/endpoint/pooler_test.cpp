// Behind PgBouncer in transaction mode nothing may depend on the session.
#include "endpoint/store/store.hpp"
#include "tests/endpoint/each_store.hpp"
#include "tests/endpoint/pooler.hpp"
#include "tests/endpoint/sample_requests.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace kontingent::endpoint {

namespace {

constexpr int thread_count = 8;
constexpr int requests_per_thread = 20;

// Each request twice, so that some are repeated within a group and some after it.
int store_from_many_threads(Store& store, std::atomic<int>& failures) {
    std::atomic<int> stored = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < thread_count; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < requests_per_thread; ++i) {
                NewRequest request =
                    sample_request(std::to_string(thread / 2) + "-" + std::to_string(i));
                request.reference += thread % 2 == 0 ? "" : "-again";
                auto const insertion = store.insert(request);
                failures += insertion ? 0 : 1;
                stored += insertion && insertion->outcome == InsertOutcome::stored ? 1 : 0;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return stored;
}

} // namespace

TEST_CASE("a store works behind PgBouncer in transaction mode") {
    FreshStore const fresh(FreshStore::Kind::postgresql);
    if (!fresh.is_there()) {
        return;
    }
    auto const pooler = Pooler::before(*PostgresqlServer::shared(), fresh.address());
    if (!pooler) {
        return;
    }
    Store store(pooler->address(), {"webhook"});
    auto const migrated = store.check();
    REQUIRE_MESSAGE(migrated.has_value(), migrated.error().sentence);
    std::atomic<int> failures = 0;
    CHECK(store_from_many_threads(store, failures) == thread_count / 2 * requests_per_thread);
    CHECK(failures == 0);
    auto const waiting = store.waiting_notifications();
    REQUIRE(waiting.has_value());
    CHECK(waiting->size() == thread_count / 2 * requests_per_thread);
    auto const claimed = store.claim_notification("webhook", std::chrono::seconds(60));
    REQUIRE(claimed.has_value());
    REQUIRE(claimed->has_value());
    CHECK(store.finish_notification((*claimed)->id).has_value());
    CHECK(store.check_writable().has_value());
    auto const erasure =
        store.erase({.reference_or_email = "0-0@example.org", .received_before = ""});
    REQUIRE(erasure.has_value());
    CHECK(erasure->references.size() == 1);
    CHECK(store.insert(sample_request("0-0"))->outcome == InsertOutcome::repeated);
}

} // namespace kontingent::endpoint
