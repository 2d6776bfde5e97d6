#include "endpoint/base/digest.hpp"
#include "endpoint/store/schema.hpp"
#include "endpoint/store/store.hpp"
#include "tests/endpoint/each_store.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <set>
#include <thread>

namespace kontingent::endpoint {

namespace {

NewRequest a_request(std::string const& name) {
    return {.reference = "K-" + name,
            .key_hash = "key " + name,
            .body_hash = "body " + name,
            .received_at = "2026-11-23T10:00:00.000Z",
            .kind = "package",
            .language = "de",
            .email = name + "@example.org",
            .request = R"({"contact":{"name":"Käthe ""quote"" 'x' )" + name + "\"}}",
            .price = "same",
            .quote = "{}",
            .answer = "answer " + name};
}

std::vector<StoredRequest> all_of(Store& store, std::string const& reference = "") {
    std::vector<StoredRequest> all;
    REQUIRE(store
                .for_each({.reference = reference, .email = ""},
                          [&](StoredRequest const& one) { all.push_back(one); })
                .has_value());
    return all;
}

void keeps_each_request_once(FreshStore const& fresh) {
    Store store(fresh.address(), {});
    NewRequest const first = a_request("first");
    auto const stored = store.insert(first);
    REQUIRE(stored.has_value());
    CHECK(stored->outcome == InsertOutcome::stored);
    CHECK(stored->answer == "answer first");

    NewRequest again = a_request("first");
    again.reference = "K-other";
    again.answer = "another answer";
    auto const repeated = store.insert(again);
    REQUIRE(repeated.has_value());
    CHECK(repeated->outcome == InsertOutcome::repeated);
    CHECK(repeated->answer == "answer first");

    again.body_hash = "another body";
    CHECK(store.insert(again)->outcome == InsertOutcome::conflict);

    NewRequest same_reference = a_request("second");
    same_reference.reference = first.reference;
    CHECK(store.insert(same_reference)->outcome == InsertOutcome::reference_taken);

    auto const known = store.find_key(first.key_hash, first.body_hash);
    REQUIRE(known.has_value());
    REQUIRE(known->has_value());
    CHECK((*known)->is_same_body);
    CHECK((*known)->answer == "answer first");
    CHECK_FALSE(store.find_key("unknown", first.body_hash)->has_value());

    auto const all = all_of(store);
    REQUIRE(all.size() == 1);
    CHECK(all.front().reference == first.reference);
    CHECK(all.front().request == first.request);
    CHECK(all.front().received_at == first.received_at);
    CHECK(all.front().price == "same");
    CHECK(all.front().erased_at.empty());
}

void keeps_requests_of_many_threads(FreshStore const& fresh) {
    Store store(fresh.address(), {"webhook"});
    std::vector<std::thread> threads;
    std::atomic<int> stored = 0;
    std::atomic<int> repeated = 0;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                NewRequest request = a_request(std::to_string(i));
                request.reference = "K-" + random_hex(8);
                auto const insertion = store.insert(request);
                if (insertion && insertion->outcome == InsertOutcome::stored) {
                    ++stored;
                }
                if (insertion && insertion->outcome == InsertOutcome::repeated) {
                    ++repeated;
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(stored == 50);
    CHECK(repeated == 150);
    CHECK(all_of(store).size() == 50);
}

void visits_more_than_a_batch(FreshStore const& fresh) {
    Store store(fresh.address(), {});
    for (int i = 0; i < 205; ++i) {
        REQUIRE(store.insert(a_request(std::to_string(i))).has_value());
    }
    std::set<std::string> references;
    for (StoredRequest const& one : all_of(store)) {
        references.insert(one.reference);
    }
    CHECK(references.size() == 205);
    CHECK(all_of(store, "K-7").size() == 1);
    CHECK(all_of(store, "K-none").empty());
}

void erases_a_person(FreshStore const& fresh) {
    Store store(fresh.address(), {"webhook"});
    NewRequest const first = a_request("first");
    NewRequest second = a_request("second");
    second.email = first.email;
    for (NewRequest const& request : {first, second, a_request("third"), a_request("fourth")}) {
        REQUIRE(store.insert(request).has_value());
    }
    auto const erase = [&](std::string const& who) {
        auto const erasure = store.erase({.reference_or_email = who, .received_before = ""});
        REQUIRE(erasure.has_value());
        CHECK_FALSE(erasure->delay.has_value());
        return erasure->references.size();
    };
    CHECK(erase("First@Example.org") == 2);
    CHECK(erase("first@example.org") == 0);
    CHECK(erase("K-third") == 1);
    CHECK(erase("nobody@example.org") == 0);
    auto const all = all_of(store);
    REQUIRE(all.size() == 4);
    for (StoredRequest const& one : all) {
        CAPTURE(one.reference);
        bool const is_erased = one.reference != "K-fourth";
        CHECK(one.request.empty() == is_erased);
        CHECK(one.quote.empty() == is_erased);
        CHECK(one.erased_at.empty() != is_erased);
    }
    // A late repetition does not bring it back.
    auto const repeated = store.insert(first);
    REQUIRE(repeated.has_value());
    CHECK(repeated->outcome == InsertOutcome::repeated);
    CHECK(repeated->answer == "answer first");
    NewRequest other_body = first;
    other_body.body_hash = "another body";
    CHECK(store.insert(other_body)->outcome == InsertOutcome::conflict);
    // And nobody is notified of it any more.
    auto const told = store.claim_notification("webhook", std::chrono::seconds(60));
    REQUIRE(told.has_value());
    REQUIRE(told->has_value());
    CHECK((*told)->about.reference == "K-fourth");
    CHECK_FALSE(store.claim_notification("webhook", std::chrono::seconds(60))->has_value());
}

void hands_out_notifications(FreshStore const& fresh) {
    Store store(fresh.address(), {"webhook", "mail"});
    REQUIRE(store.insert(a_request("first")).has_value());
    REQUIRE(store.insert(a_request("first")).has_value());
    auto const claim = [&](char const* channel) {
        auto const claimed = store.claim_notification(channel, std::chrono::seconds(60));
        REQUIRE(claimed.has_value());
        return *claimed;
    };
    auto const webhook = claim("webhook");
    auto const mail = claim("mail");
    REQUIRE(webhook.has_value());
    REQUIRE(mail.has_value());
    CHECK(webhook->attempts == 1);
    CHECK(webhook->id != mail->id);
    CHECK(webhook->about.reference == "K-first");
    CHECK_FALSE(claim("webhook").has_value());
    CHECK_FALSE(claim("pigeon").has_value());

    REQUIRE(store.finish_notification(webhook->id).has_value());
    REQUIRE(
        store.postpone_notification(mail->id, std::chrono::seconds(5), "status 500").has_value());
    auto const waiting = store.waiting_notifications();
    REQUIRE(waiting.has_value());
    REQUIRE(waiting->size() == 1);
    CHECK(waiting->front().reference == "K-first");
    CHECK(waiting->front().channel == "mail");
    CHECK(waiting->front().attempts == 1);
    CHECK(waiting->front().last_error == "status 500");
    CHECK(waiting->front().due_in_milliseconds <= 5000);

    // As if time had passed.
    auto const pass = [&](std::int64_t milliseconds) {
        auto const database = open_database(fresh.address(), StoreAccess::write);
        REQUIRE(database.has_value());
        REQUIRE((*database)
                    ->run("UPDATE notifications SET due_at = due_at - $1", {milliseconds})
                    .has_value());
    };
    pass(3000);
    CHECK_FALSE(claim("mail").has_value());
    pass(2000);
    auto const later = claim("mail");
    REQUIRE(later.has_value());
    CHECK(later->id == mail->id);
    CHECK(later->attempts == 2);
    // Who took it died: after the lease it is free again.
    pass(58'000);
    CHECK_FALSE(claim("mail").has_value());
    pass(2000);
    CHECK(claim("mail").has_value());
    // The clock was ten days ahead when the wait began: the wait does not last ten days.
    pass(-10LL * 24 * 60 * 60 * 1000);
    CHECK(claim("mail").has_value());
    // One that was due before a clock was set to the past, too.
    CHECK(store.retry_notifications("k-first") == 1);
    CHECK(store.retry_notifications("K-other") == 0);
    CHECK(claim("mail").has_value());
    CHECK_FALSE(claim("webhook").has_value());
}

void shares_one_secret(FreshStore const& fresh) {
    Store one(fresh.address(), {});
    Store other(fresh.address(), {});
    auto const secret = one.secret();
    REQUIRE(secret.has_value());
    CHECK(secret->size() == 64);
    CHECK(other.secret().value() == *secret);
}

void migrates_an_older_store(FreshStore const& fresh) {
    {
        auto const old = open_database(fresh.address(), StoreAccess::create_if_new);
        REQUIRE(old.has_value());
        REQUIRE(migrate(**old, 1).has_value());
        REQUIRE((*old)
                    ->run("INSERT INTO requests (reference, key_hash, received_at, kind, language, "
                          "request, answer) "
                          "VALUES ('K-old', 'key', '2026', 'question', 'de', '{}', 'old answer')")
                    .has_value());
    }
    // Several endpoints may start at once.
    std::vector<std::thread> threads;
    std::atomic<int> failures = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(
            [&] { failures += Store(fresh.address(), {}).check().has_value() ? 0 : 1; });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(failures == 0);
    Store store(fresh.address(), {"webhook"});
    REQUIRE(store.insert(a_request("new")).has_value());
    CHECK(all_of(store).size() == 2);
    CHECK(store.claim_notification("webhook", std::chrono::seconds(1))->has_value());
}

void refuses_a_newer_store(FreshStore const& fresh) {
    REQUIRE(Store(fresh.address(), {}).check().has_value());
    auto const database = open_database(fresh.address(), StoreAccess::create_if_new);
    REQUIRE(database.has_value());
    REQUIRE((*database)->run("INSERT INTO schema_versions (version) VALUES (99)").has_value());
    auto const checked = Store(fresh.address(), {}).check();
    REQUIRE_FALSE(checked.has_value());
    CHECK(checked.error().sentence.find("newer program") != std::string::npos);
}

} // namespace

TEST_CASE("a store keeps each request once") {
    on_each_store(keeps_each_request_once);
}

TEST_CASE("a store keeps requests of many threads") {
    on_each_store(keeps_requests_of_many_threads);
}

TEST_CASE("a store visits more than a batch") {
    on_each_store(visits_more_than_a_batch);
}

TEST_CASE("a store erases a person") {
    on_each_store(erases_a_person);
}

TEST_CASE("a store hands out notifications") {
    on_each_store(hands_out_notifications);
}

TEST_CASE("a store shares one secret") {
    on_each_store(shares_one_secret);
}

TEST_CASE("an older store becomes a current one") {
    on_each_store(migrates_an_older_store);
}

TEST_CASE("a store of a newer program is refused") {
    on_each_store(refuses_a_newer_store);
}

TEST_CASE("erased text is gone from SQLite's files") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    Store store(fresh.address(), {});
    NewRequest request = a_request("first");
    request.request = "a-very-particular-name";
    REQUIRE(store.insert(request).has_value());
    auto const is_anywhere = [&] {
        for (auto const& entry : std::filesystem::directory_iterator(fresh.folder())) {
            if (read_file(entry.path()).find("a-very-particular-name") != std::string::npos) {
                return true;
            }
        }
        return false;
    };
    CHECK(is_anywhere());
    auto const erasure = store.erase({.reference_or_email = "k-first", .received_before = ""});
    REQUIRE(erasure.has_value());
    CHECK(erasure->references == std::vector<std::string>{"K-first"});
    CHECK_FALSE(is_anywhere());
}

TEST_CASE("digests and their texts") {
    CHECK(to_hex(sha256("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    // RFC 4231, test case 2
    CHECK(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    for (std::string_view bytes : {"f", "fo", "foo", "foob", "fooba", "foobar"}) {
        CHECK(from_base64(to_base64(bytes)) == bytes);
    }
    CHECK(to_base64("fooba") == "Zm9vYmE=");
    CHECK_FALSE(from_base64("Zm9v!mE=").has_value());
    CHECK_FALSE(from_base64("Zm9").has_value());
    CHECK(equals_secretly("abc", "abc"));
    CHECK_FALSE(equals_secretly("abc", "abd"));
    CHECK_FALSE(equals_secretly("abc", "ab"));
    CHECK(random_hex(16).size() == 32);
    CHECK(random_hex(16) != random_hex(16));
}

} // namespace kontingent::endpoint
