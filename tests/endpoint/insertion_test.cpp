// Requests that are stored together: each is stored or refused for itself.
#include "endpoint/base/digest.hpp"
#include "endpoint/store/insertion.hpp"
#include "tests/endpoint/each_store.hpp"
#include "tests/endpoint/sample_requests.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <thread>
#include <vector>

namespace kontingent::endpoint {

namespace {

struct Group {
    char const* name;
    std::vector<NewRequest> requests;
    std::vector<bool> stored;
};

NewRequest with_reference(NewRequest request, std::string const& reference) {
    request.reference = reference;
    return request;
}

NewRequest with_body(NewRequest request, std::string const& body) {
    request.body_hash = "hash of " + body;
    request.request = body;
    return request;
}

// In this order, on one store.
std::vector<Group> groups() {
    NewRequest const a = sample_request("a");
    NewRequest const b = sample_request("b");
    NewRequest const c = sample_request("c");
    NewRequest const d = sample_request("d");
    return {
        {"one", {a}, {true}},
        {"the same again", {a}, {false}},
        {"one that is known beside new ones", {c, a, b}, {true, false, true}},
        {"the same key twice at once", {d, with_reference(d, "K-d2")}, {true, false}},
        {"the same key and reference twice at once",
         {sample_request("e"), with_body(sample_request("e"), "other")},
         {true, false}},
        {"another's reference", {with_reference(sample_request("f"), "K-a")}, {false}},
        {"the same reference twice at once",
         {sample_request("g"), with_reference(sample_request("h"), "K-g")},
         {true, false}},
        {"nothing new", {a, b, c}, {false, false, false}},
    };
}

std::int64_t notifications_of(Database& database, std::string const& reference) {
    auto const rows = database.run("SELECT COUNT(*) FROM notifications n JOIN requests r ON r.id = "
                                   "n.request_id WHERE r.reference = $1",
                                   {reference});
    REQUIRE(rows.has_value());
    return rows->front().front().number;
}

void stores_groups(FreshStore const& fresh, std::vector<std::string> const& channels) {
    REQUIRE(Store(fresh.address(), {}).check().has_value());
    auto const database = open_database(fresh.address(), StoreAccess::write);
    REQUIRE(database.has_value());
    for (Group const& group : groups()) {
        CAPTURE(group.name);
        std::vector<NewRequest const*> requests;
        for (NewRequest const& request : group.requests) {
            requests.push_back(&request);
        }
        auto const stored = insert_requests(**database, requests, channels);
        REQUIRE(stored.has_value());
        CHECK(*stored == group.stored);
    }
    std::set<std::string> const expected{"K-a", "K-b", "K-c", "K-d", "K-e", "K-g"};
    auto const rows = (*database)->run("SELECT reference FROM requests");
    REQUIRE(rows.has_value());
    std::set<std::string> found;
    for (SqlRow const& row : *rows) {
        found.insert(row.front().text);
        CHECK(notifications_of(**database, row.front().text) == std::ssize(channels));
    }
    CHECK(found == expected);
}

// Each is a text that an array, a quotation mark or an escape could change.
void keeps_every_text(FreshStore const& fresh) {
    std::vector<std::string> const texts{
        R"({"a":"\"\\"})", "a,b",  "{a}",  "NULL", "null", " ",  "'",    R"(\)",
        R"(\\")",          "\n\t", "Ä€😀", "$1",   "%",    "{}", "\x7f", "{\"a\":[1,\"b\"]}"};
    Store store(fresh.address(), {});
    REQUIRE(store.check().has_value());
    auto const database = open_database(fresh.address(), StoreAccess::write);
    REQUIRE(database.has_value());
    for (std::size_t const size : {std::size_t{1}, texts.size()}) {
        std::vector<NewRequest> requests;
        for (std::size_t i = 0; i < size; ++i) {
            NewRequest request = sample_request(std::to_string(size) + " " + std::to_string(i));
            request.request = texts[i];
            request.answer = texts[i];
            request.price = i % 2 == 0 ? "" : "same";
            requests.push_back(request);
        }
        std::vector<NewRequest const*> pointers;
        for (NewRequest const& request : requests) {
            pointers.push_back(&request);
        }
        auto const stored = insert_requests(**database, pointers, {});
        REQUIRE(stored.has_value());
        CHECK(*stored == std::vector<bool>(size, true));
        for (NewRequest const& request : requests) {
            CAPTURE(request.request);
            auto const rows = (*database)->run(
                "SELECT request, answer, price, quote, email FROM requests WHERE key_hash = $1",
                {request.key_hash});
            REQUIRE(rows->size() == 1);
            SqlRow const& row = rows->front();
            CHECK(row[0].text == request.request);
            CHECK(row[1].text == request.answer);
            CHECK(row[2].text == request.price);
            CHECK((row[2].kind == SqlValue::Kind::null) == request.price.empty());
            CHECK(row[3].kind == SqlValue::Kind::null);
            CHECK(row[4].text == request.email);
        }
    }
}

// Longer than an index of PostgreSQL takes, and without a pattern that could be packed.
std::string long_email() {
    std::string text;
    for (int i = 0; text.size() < 20'000; ++i) {
        text += to_hex(sha256(std::to_string(i)));
    }
    return text + "@example.org";
}

} // namespace

TEST_CASE("a group of requests is stored, each for itself") {
    on_each_store([](FreshStore const& fresh) { stores_groups(fresh, {}); });
}

TEST_CASE("a group of requests leaves notifications, each for itself") {
    on_each_store([](FreshStore const& fresh) { stores_groups(fresh, {"webhook", "mail"}); });
}

TEST_CASE("a group keeps every text as it is") {
    on_each_store(keeps_every_text);
}

TEST_CASE("a request that PostgreSQL refuses takes no other of its group with it") {
    FreshStore const fresh(FreshStore::Kind::postgresql);
    if (!fresh.is_there()) {
        return;
    }
    Store store(fresh.address(), {});
    REQUIRE(store.check().has_value());
    auto const blocking = open_database(fresh.address(), StoreAccess::write);
    REQUIRE(blocking.has_value());
    constexpr std::size_t count = 12;
    constexpr std::size_t refused = 7;
    std::vector<char> is_stored(count, 0);
    std::vector<std::thread> threads;
    {
        auto const transaction = Transaction::begin(**blocking);
        REQUIRE(transaction.has_value());
        // The first groups wait for it, and the others gather behind them.
        REQUIRE((*blocking)->run("LOCK TABLE requests IN SHARE MODE").has_value());
        for (std::size_t i = 0; i < count; ++i) {
            threads.emplace_back([&, i] {
                NewRequest request = sample_request(std::to_string(i));
                request.email = i == refused ? long_email() : request.email;
                auto const insertion = store.insert(request);
                is_stored[i] = insertion && insertion->outcome == InsertOutcome::stored ? 1 : 0;
            });
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (std::size_t i = 0; i < count; ++i) {
        CAPTURE(i);
        CHECK((is_stored[i] == 1) == (i != refused));
    }
}

} // namespace kontingent::endpoint
