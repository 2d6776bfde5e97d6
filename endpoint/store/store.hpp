// Requests, kept: each exactly once by its key, durable when insert() returns. What sales reads,
// what a person may have erased, and which notifications are still to be delivered.
#pragma once

#include "endpoint/base/date.hpp"
#include "endpoint/store/connection_pool.hpp"
#include "endpoint/store/group_commit.hpp"

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace kontingent::endpoint {

struct NewRequest {
    std::string reference;
    std::string key_hash;  // SHA-256 of the idempotency key, hexadecimal
    std::string body_hash; // likewise of the request's canonical JSON
    std::string received_at;
    std::string kind;
    std::string language;
    std::string email;
    std::string request; // canonical JSON
    std::string price;   // "same", "differs", or empty
    std::string quote;   // JSON, or empty
    std::string answer;  // JSON: the answer now and whenever the sender asks again
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

// Which requests; empty members do not restrict.
struct RequestFilter {
    std::string reference; // regardless of case
    std::string email;     // regardless of case and Unicode form
};

struct EraseScope {
    std::string reference_or_email;
    std::string received_before; // RFC 3339 in UTC; where the other is empty
};

struct Erasure {
    std::vector<std::string> references;
    // The text is erased from the tables, but still in the database's files: why, and what happens
    // next. finish_erasing() tries again.
    std::optional<StoreError> delay;
    bool is_vacuum_due = false; // PostgreSQL's own, which comes by itself
};

struct Notification {
    std::int64_t id = 0;
    std::string channel;
    std::int64_t attempts = 0; // this one included
    StoredRequest about;
};

struct WaitingNotification {
    std::string reference, channel, last_error;
    std::int64_t attempts = 0;
    std::int64_t due_in_milliseconds = 0; // 0 and less: due
};

class Store {
public:
    // A file's name or postgresql://…. `channels`: where every new request is to be delivered.
    Store(std::string const& store, std::vector<std::string> channels,
          StoreAccess access = StoreAccess::create_if_new);

    // Opens the store where it is not open: the error says why it cannot be used just now.
    std::expected<void, StoreError> check();
    // That it can be written, too.
    std::expected<void, StoreError> check_writable();
    // Reads all of it where the database offers that.
    std::expected<void, StoreError> check_integrity();

    std::expected<Insertion, StoreError> insert(NewRequest const& request);
    std::expected<std::optional<KnownKey>, StoreError> find_key(std::string const& key_hash,
                                                                std::string const& body_hash);

    // In the order they came. Calls back in batches, so that any number fits.
    std::expected<void, StoreError>
    for_each(RequestFilter const& filter, std::function<void(StoredRequest const&)> const& visit);

    // References that would be erased.
    std::expected<std::vector<std::string>, StoreError> find_erasable(EraseScope const& scope);
    // Those erased before do not count.
    std::expected<Erasure, StoreError> erase(EraseScope const& scope);
    // Removes from the files what an erasure had to leave there. Whether there was anything.
    std::expected<bool, StoreError> finish_erasing();

    // The same on every endpoint that shares the store; made by the first that asks.
    std::expected<std::string, StoreError> secret();

    // Takes the channel's longest due one and keeps others away from it for `lease`. Time is the
    // database's.
    std::expected<std::optional<Notification>, StoreError>
    claim_notification(std::string const& channel, std::chrono::milliseconds lease);
    std::expected<void, StoreError> finish_notification(std::int64_t id);
    std::expected<void, StoreError> postpone_notification(std::int64_t id,
                                                          std::chrono::milliseconds pause,
                                                          std::string const& reason);
    std::expected<std::vector<WaitingNotification>, StoreError> waiting_notifications();
    // Makes them due now: all, or those of one reference. Returns how many.
    std::expected<std::int64_t, StoreError> retry_notifications(std::string const& reference);

    // Where new requests are to be delivered from now on.
    void deliver_to(std::vector<std::string> channels);

    // Work that need not wait for a request: to be called every second or so.
    void tidy();

private:
    // Without a value: it was not stored, and why is still to be asked.
    using GroupOutcome = std::expected<std::optional<Insertion>, StoreError>;

    std::vector<std::string> channels() const;
    std::vector<GroupOutcome> insert_all(std::vector<NewRequest const*> const& requests);
    std::vector<GroupOutcome> insert_each(Database& database,
                                          std::vector<NewRequest const*> const& requests);
    GroupOutcome outcome_of(Database& database, NewRequest const& request, bool is_stored) const;

    ConnectionPool pool_;
    ConnectionPool tidying_; // its own, so that no request waits
    std::mutex mutable channels_mutex_;
    std::vector<std::string> channels_;
    StoreKind const& kind_;
    GroupCommit<NewRequest, GroupOutcome> together_;
};

} // namespace kontingent::endpoint
