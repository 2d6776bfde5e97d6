#include "endpoint/store/store.hpp"

#include "endpoint/base/digest.hpp"
#include "endpoint/base/log.hpp"
#include "endpoint/http/http.hpp"

namespace kontingent::endpoint {

namespace {

constexpr std::int64_t batch_size = 200;

constexpr std::string_view insert_sql =
    "INSERT INTO requests (reference, key_hash, body_hash, received_at, kind, language, email, "
    "request, price, quote, "
    "answer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING "
    "RETURNING id";

std::vector<SqlValue> values_of(NewRequest const& request) {
    return {request.reference,       request.key_hash, request.body_hash,
            request.received_at,     request.kind,     request.language,
            request.email,           request.request,  nullable(request.price),
            nullable(request.quote), request.answer};
}

std::string const request_columns =
    "r.reference, r.received_at, r.kind, r.language, r.price, r.erased_at, r.request, r.quote";

StoredRequest stored_request(SqlRow const& row, std::size_t first) {
    return {.reference = row[first].text,
            .received_at = row[first + 1].text,
            .kind = row[first + 2].text,
            .language = row[first + 3].text,
            .price = row[first + 4].text,
            .erased_at = row[first + 5].text,
            .request = row[first + 6].text,
            .quote = row[first + 7].text};
}

std::expected<std::optional<KnownKey>, StoreError>
find_known(Database& database, std::string const& key_hash, std::string const& body_hash) {
    auto const rows =
        database.run("SELECT body_hash, answer FROM requests WHERE key_hash = $1", {key_hash});
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (rows->empty()) {
        return std::nullopt;
    }
    SqlRow const& row = rows->front();
    // Once erased, nothing is left to compare with; whoever holds the key gets the answer again.
    std::string const known_hash = row[0].text;
    return KnownKey{.is_same_body = known_hash.empty() || known_hash == body_hash,
                    .answer = row[1].text};
}

std::expected<Insertion, StoreError> explain_refusal(Database& database,
                                                     NewRequest const& request) {
    auto const known = find_known(database, request.key_hash, request.body_hash);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (!*known) {
        return Insertion{.outcome = InsertOutcome::reference_taken, .answer = {}};
    }
    if (!(*known)->is_same_body) {
        return Insertion{.outcome = InsertOutcome::conflict, .answer = {}};
    }
    return Insertion{.outcome = InsertOutcome::repeated, .answer = (*known)->answer};
}

std::expected<void, StoreError> without_rows(std::expected<SqlRows, StoreError> const& rows) {
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return {};
}

} // namespace

std::int64_t unix_milliseconds_now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

Store::Store(std::string const& store, std::vector<std::string> channels)
    : pool_(store), channels_(std::move(channels)), takes_one_at_a_time_(!is_postgresql(store)) {}

std::expected<void, StoreError> Store::check() {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    return without_rows((*database)->run("SELECT 1"));
}

std::expected<Insertion, StoreError> Store::insert(NewRequest const& request) {
    if (!takes_one_at_a_time_) {
        return insert_alone(request);
    }
    return together_.run(request, [this](std::vector<NewRequest const*> const& requests) {
        return requests.size() == 1 ? std::vector{insert_alone(*requests.front())}
                                    : insert_all(requests);
    });
}

Store::InsertResult Store::insert_alone(NewRequest const& request) {
    if (!channels_.empty()) {
        return insert_all({&request}).front();
    }
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    return insert_rows(**database, request);
}

std::vector<Store::InsertResult> Store::insert_all(std::vector<NewRequest const*> const& requests) {
    auto const all_fail = [&](StoreError const& error) {
        return std::vector<InsertResult>(requests.size(), std::unexpected(error));
    };
    auto const database = pool_.acquire();
    if (!database) {
        return all_fail(database.error());
    }
    auto transaction = Transaction::begin(**database);
    if (!transaction) {
        return all_fail(transaction.error());
    }
    std::vector<InsertResult> results;
    for (NewRequest const* request : requests) {
        results.push_back(insert_rows(**database, *request));
        if (!results.back()) {
            return all_fail(results.back().error());
        }
    }
    if (auto const committed = transaction->commit(); !committed) {
        return all_fail(committed.error());
    }
    return results;
}

Store::InsertResult Store::insert_rows(Database& database, NewRequest const& request) {
    auto const inserted = database.run(insert_sql, values_of(request));
    if (!inserted) {
        return std::unexpected(inserted.error());
    }
    if (inserted->empty()) {
        return explain_refusal(database, request);
    }
    for (std::string const& channel : channels_) {
        auto const noted =
            database.run("INSERT INTO notifications (request_id, channel, attempts, due_at) VALUES "
                         "($1, $2, 0, $3)",
                         {inserted->front().front(), channel, unix_milliseconds_now()});
        if (!noted) {
            return std::unexpected(noted.error());
        }
    }
    return Insertion{.outcome = InsertOutcome::stored, .answer = request.answer};
}

std::expected<std::optional<KnownKey>, StoreError> Store::find_key(std::string const& key_hash,
                                                                   std::string const& body_hash) {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    return find_known(**database, key_hash, body_hash);
}

std::expected<void, StoreError>
Store::for_each(std::string const& reference,
                std::function<void(StoredRequest const&)> const& visit) {
    std::int64_t last_id = 0;
    while (true) {
        auto const database = pool_.acquire();
        if (!database) {
            return std::unexpected(database.error());
        }
        auto const rows = (*database)->run(
            "SELECT r.id, " + request_columns +
                " FROM requests r WHERE r.id > $1 AND ($2 = '' OR r.reference = $2) "
                "ORDER BY r.id LIMIT $3",
            {last_id, reference, batch_size});
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (SqlRow const& row : *rows) {
            last_id = row[0].number;
            visit(stored_request(row, 1));
        }
        if (std::ssize(*rows) < batch_size) {
            return {};
        }
    }
}

std::expected<std::int64_t, StoreError> Store::erase(std::string const& reference_or_email) {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    auto transaction = Transaction::begin(**database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto const erased = (*database)->run(
        "UPDATE requests SET request = NULL, email = NULL, body_hash = NULL, quote = NULL, "
        "erased_at = $1 "
        "WHERE request IS NOT NULL AND (reference = $2 OR email = $3) RETURNING id",
        {utc_timestamp_now(), reference_or_email, to_lower(reference_or_email)});
    if (!erased) {
        return std::unexpected(erased.error());
    }
    for (SqlRow const& row : *erased) {
        auto const silenced =
            (*database)->run("DELETE FROM notifications WHERE request_id = $1", {row[0]});
        if (!silenced) {
            return std::unexpected(silenced.error());
        }
    }
    if (auto const committed = transaction->commit(); !committed) {
        return std::unexpected(committed.error());
    }
    if (auto const forgotten = (*database)->forget_erased(); !forgotten) {
        return std::unexpected(forgotten.error());
    }
    return std::ssize(*erased);
}

std::expected<std::string, StoreError> Store::secret() {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    auto const made = (*database)->run(
        "INSERT INTO settings (name, value) VALUES ('secret', $1) ON CONFLICT DO NOTHING",
        {random_hex(32)});
    if (!made) {
        return std::unexpected(made.error());
    }
    auto const rows = (*database)->run("SELECT value FROM settings WHERE name = 'secret'");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->front().front().text;
}

std::expected<std::optional<Notification>, StoreError>
Store::claim_notification(std::string const& channel, std::int64_t now_milliseconds,
                          std::chrono::milliseconds lease) {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    std::string const sql =
        "UPDATE notifications SET attempts = attempts + 1, due_at = $1 WHERE id = (SELECT id FROM "
        "notifications WHERE due_at <= $2 AND channel = $3 ORDER BY due_at LIMIT 1" +
        std::string((*database)->dialect().skip_locked) +
        ") RETURNING id, channel, attempts, request_id";
    auto const claimed =
        (*database)->run(sql, {now_milliseconds + lease.count(), now_milliseconds, channel});
    if (!claimed) {
        return std::unexpected(claimed.error());
    }
    if (claimed->empty()) {
        return std::nullopt;
    }
    SqlRow const& row = claimed->front();
    auto const about = (*database)->run(
        "SELECT " + request_columns + " FROM requests r WHERE r.id = $1", {row[3]});
    if (!about) {
        return std::unexpected(about.error());
    }
    // Erased in this very moment: there is nothing left to tell.
    if (about->empty() || stored_request(about->front(), 0).request.empty()) {
        return std::nullopt;
    }
    return Notification{.id = row[0].number,
                        .channel = row[1].text,
                        .attempts = row[2].number,
                        .about = stored_request(about->front(), 0)};
}

std::expected<void, StoreError> Store::finish_notification(std::int64_t id) {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    return without_rows((*database)->run("DELETE FROM notifications WHERE id = $1", {id}));
}

std::expected<void, StoreError> Store::postpone_notification(std::int64_t id,
                                                             std::int64_t due_milliseconds) {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    return without_rows((*database)->run("UPDATE notifications SET due_at = $1 WHERE id = $2",
                                         {due_milliseconds, id}));
}

} // namespace kontingent::endpoint
