// Requests, kept: each exactly once by its key, durable when insert() returns. What sales reads,
// what a person may have erased, and what is still to be told to somebody.
#pragma once

#include "endpoint/store/connection_pool.hpp"
#include "endpoint/store/group_commit.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::endpoint {

struct NewRequest {
    std::string reference;
    std::string key_hash;  // SHA-256 of the idempotency key, hexadecimal
    std::string body_hash; // likewise of the request's canonical JSON
    std::string received_at;
    std::string kind;
    std::string language;
    std::string email;   // in lower case
    std::string request; // canonical JSON
    std::string price;   // "same", "differs", or empty
    std::string quote;   // JSON, or empty
    std::string answer;  // JSON: what the sender is told, now and whenever it asks again
};

enum class InsertOutcome : std::uint8_t {
    stored,
    repeated,        // this key and body are there already
    conflict,        // this key is there with another body
    reference_taken, // nothing was stored; try another reference
};

struct Insertion {
    InsertOutcome outcome = InsertOutcome::stored;
    std::string answer; // of stored and repeated
};

// What a key stands for already.
struct KnownKey {
    bool is_same_body = false;
    std::string answer;
};

struct StoredRequest {
    std::string reference, received_at, kind, language, price, erased_at;
    std::string request; // JSON; empty once erased
    std::string quote;   // JSON or empty
};

struct Notification {
    std::int64_t id = 0;
    std::string channel;
    std::int64_t attempts = 0; // this one included
    StoredRequest about;
};

class Store {
public:
    // A file's name or postgresql://…. `channels`: whom every new request is to be told to.
    Store(std::string const& store, std::vector<std::string> channels);

    // Opens the store where it is not open: the error says why it cannot be used just now.
    std::expected<void, StoreError> check();

    std::expected<Insertion, StoreError> insert(NewRequest const& request);
    std::expected<std::optional<KnownKey>, StoreError> find_key(std::string const& key_hash,
                                                                std::string const& body_hash);

    // In the order they came; `reference` empty is all. Calls back in batches, so that any number
    // fits.
    std::expected<void, StoreError>
    for_each(std::string const& reference, std::function<void(StoredRequest const&)> const& visit);
    // By reference, or all of one e-mail address. The number erased; those erased before do not
    // count.
    std::expected<std::int64_t, StoreError> erase(std::string const& reference_or_email);

    // The same on every endpoint that shares the store; made by the first that asks.
    std::expected<std::string, StoreError> secret();

    // Takes the channel's longest due one and keeps others away from it for `lease`.
    std::expected<std::optional<Notification>, StoreError>
    claim_notification(std::string const& channel, std::int64_t now_milliseconds,
                       std::chrono::milliseconds lease);
    std::expected<void, StoreError> finish_notification(std::int64_t id);
    std::expected<void, StoreError> postpone_notification(std::int64_t id,
                                                          std::int64_t due_milliseconds);

private:
    using InsertResult = std::expected<Insertion, StoreError>;

    InsertResult insert_alone(NewRequest const& request);
    // In one transaction: all of them, or none with the same error.
    std::vector<InsertResult> insert_all(std::vector<NewRequest const*> const& requests);
    // Within a transaction where there are channels.
    InsertResult insert_rows(Database& database, NewRequest const& request);

    ConnectionPool pool_;
    std::vector<std::string> const channels_;
    bool const takes_one_at_a_time_;
    GroupCommit<NewRequest, InsertResult> together_;
};

std::int64_t unix_milliseconds_now();

} // namespace kontingent::endpoint
