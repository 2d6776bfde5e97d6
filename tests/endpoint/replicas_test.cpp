// Replicas on one store, whose clocks and time zones are not the same.
#include "endpoint/store/store.hpp"
#include "tests/endpoint/each_store.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>

namespace kontingent::endpoint {

namespace {

// The same store by way of sessions with a time zone of their own, where it has sessions.
std::string in_time_zone(FreshStore const& fresh, std::string const& zone) {
    if (kind_of(fresh.address()).is_file) {
        return fresh.address();
    }
    char const* const separator = fresh.address().find('?') == std::string::npos ? "?" : "&";
    std::string const address = fresh.address() + separator + "options=-c%20timezone%3D" + zone;
    auto const session = open_database(address, StoreAccess::create_if_new);
    REQUIRE(session.has_value());
    auto const rows = (*session)->run("SELECT current_setting('TimeZone')");
    REQUIRE(rows.has_value());
    REQUIRE(rows->front()[0].text == zone);
    return address;
}

void insert(Store& store, std::string const& name, std::int64_t claimed_time_milliseconds) {
    REQUIRE(store
                .insert({.reference = name,
                         .key_hash = name,
                         .body_hash = name,
                         .received_at = utc_timestamp(claimed_time_milliseconds),
                         .kind = "question",
                         .language = "de",
                         .email = "",
                         .request = "{}",
                         .price = "",
                         .quote = "",
                         .answer = "{}"})
                .has_value());
}

void delivers_once_whatever_clocks_say(FreshStore const& fresh) {
    Store ahead(in_time_zone(fresh, "Pacific/Kiritimati"), {"webhook"});
    Store behind(in_time_zone(fresh, "Pacific/Pago_Pago"), {"webhook"});
    constexpr std::int64_t minutes_5 = 5LL * 60 * 1000;
    insert(ahead, "K-ahead", unix_milliseconds_now() + minutes_5);
    insert(behind, "K-behind", unix_milliseconds_now() - minutes_5);

    std::multiset<std::string> claimed;
    for (int i = 0; i < 4; ++i) {
        for (Store* const store : {&ahead, &behind}) {
            auto const one = store->claim_notification("webhook", std::chrono::minutes(1));
            REQUIRE(one.has_value());
            if (*one) {
                claimed.insert((*one)->about.reference);
            }
        }
    }
    CHECK(claimed == std::multiset<std::string>{"K-ahead", "K-behind"});

    // To both, the same time is left of each lease.
    for (Store* const store : {&ahead, &behind}) {
        auto const waiting = store->waiting_notifications();
        REQUIRE(waiting.has_value());
        REQUIRE(waiting->size() == 2);
        for (WaitingNotification const& one : *waiting) {
            CHECK(one.due_in_milliseconds > 0);
            CHECK(one.due_in_milliseconds <= 60'000);
        }
    }
}

// A notification as a server with another clock has left it.
void waits_by_duration(FreshStore const& fresh) {
    struct Row {
        std::string_view name;
        std::int64_t due_in_seconds;
        std::int64_t pause_seconds;
        bool is_due;
    };

    constexpr std::int64_t day = 24LL * 60 * 60;
    constexpr std::array rows{
        Row{"its time has come", -1, 5, true},
        Row{"its time comes", 60, 60, false},
        Row{"a day's wait that has just begun", day, day, false},
        Row{"left by a clock ten days behind", -10 * day, 5, true},
        Row{"left by a clock ten days ahead", 10 * day, 5, true},
        Row{"left by a clock ten days ahead, with a day's wait", 11 * day, day, true},
        Row{"left by a clock less than two minutes ahead", 5 + 110, 5, false},
        Row{"left by a clock more than two minutes ahead", 5 + 130, 5, true},
    };
    Store store(fresh.address(), {"webhook"});
    insert(store, "K-waits", unix_milliseconds_now());
    auto const database = open_database(fresh.address(), StoreAccess::write);
    REQUIRE(database.has_value());
    for (Row const& row : rows) {
        CAPTURE(row.name);
        REQUIRE((*database)
                    ->run("UPDATE notifications SET pause_ms = $1, due_at = $2 + " +
                              std::string((*database)->dialect().now_milliseconds),
                          {row.pause_seconds * 1000, row.due_in_seconds * 1000})
                    .has_value());
        auto const claimed = store.claim_notification("webhook", std::chrono::minutes(1));
        REQUIRE(claimed.has_value());
        CHECK(claimed->has_value() == row.is_due);
    }
}

} // namespace

TEST_CASE("a notification waits for a time, whatever the clock was when it was left") {
    on_each_store(waits_by_duration);
}

TEST_CASE("replicas whose clocks differ by minutes deliver once") {
    on_each_store(delivers_once_whatever_clocks_say);
}

} // namespace kontingent::endpoint
