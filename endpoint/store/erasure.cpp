#include "endpoint/store/erasure.hpp"

#include "endpoint/base/digest.hpp"
#include "endpoint/store/email.hpp"
#include "endpoint/store/rows.hpp"
#include "endpoint/store/store.hpp"

namespace kontingent::endpoint {
namespace {

constexpr std::int64_t batch_size = 500;
constexpr std::string_view erased_prefix = "erased:";
// Each waits two seconds for readers by itself.
constexpr int forget_attempts = 3;

struct Found {
    std::int64_t id = 0;
    std::string reference;
    std::string body_hash;
};

bool is_meant(EraseScope const& scope, SqlRow const& row) {
    if (scope.reference_or_email.empty()) {
        return row[4].text < scope.received_before;
    }
    return comparable_reference(row[1].text) == comparable_reference(scope.reference_or_email) ||
           (row[3].kind == SqlValue::Kind::text &&
            comparable_email(row[3].text) == comparable_email(scope.reference_or_email));
}

// All rows are compared here: the database folds case in ASCII alone.
std::expected<std::vector<Found>, StoreError> find(Database& database, EraseScope const& scope) {
    std::vector<Found> found;
    std::int64_t last_id = 0;
    while (true) {
        auto const rows = database.run(
            "SELECT id, reference, body_hash, email, received_at FROM requests WHERE id > $1 AND "
            "request IS NOT NULL ORDER BY id LIMIT $2",
            {last_id, batch_size});
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (SqlRow const& row : *rows) {
            last_id = row[0].number;
            if (is_meant(scope, row)) {
                found.push_back(
                    {.id = row[0].number, .reference = row[1].text, .body_hash = row[2].text});
            }
        }
        if (std::ssize(*rows) < batch_size) {
            return found;
        }
    }
}

std::expected<void, StoreError> erase_rows(Database& database, std::vector<Found> const& found) {
    auto const secret = secret_of(database);
    if (!secret) {
        return std::unexpected(secret.error());
    }
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    std::string const now = utc_timestamp_now();
    for (Found const& one : found) {
        auto const erased = database.run(
            "UPDATE requests SET request = NULL, email = NULL, quote = NULL, body_hash = $1, "
            "erased_at = $2 WHERE id = $3",
            {nullable(one.body_hash.empty() ? "" : erased_body_hash(one.body_hash, *secret)), now,
             one.id});
        auto const silenced =
            erased ? database.run("DELETE FROM notifications WHERE request_id = $1", {one.id})
                   : erased;
        if (!silenced) {
            return std::unexpected(silenced.error());
        }
    }
    // Should this program end before the files are clean, another one knows.
    auto const noted = database.run("INSERT INTO settings (name, value) VALUES "
                                    "('erasure_pending', $1) ON CONFLICT DO NOTHING",
                                    {now});
    if (!noted) {
        return std::unexpected(noted.error());
    }
    return transaction->commit();
}

std::expected<Forgotten, StoreError> forget(Database& database) {
    std::expected<Forgotten, StoreError> forgotten = std::unexpected(StoreError{});
    for (int attempt = 0; attempt < forget_attempts && !forgotten; ++attempt) {
        forgotten = database.forget_erased();
    }
    if (forgotten) {
        if (auto const done = database.run("DELETE FROM settings WHERE name = 'erasure_pending'");
            !done) {
            return std::unexpected(done.error());
        }
    }
    return forgotten;
}

} // namespace

std::expected<std::string, StoreError> secret_of(Database& database) {
    constexpr std::string_view select = "SELECT value FROM settings WHERE name = 'secret'";
    auto const known = database.run(select);
    if (!known) {
        return std::unexpected(known.error());
    }
    if (!known->empty()) {
        return known->front().front().text;
    }
    auto const made = database.run(
        "INSERT INTO settings (name, value) VALUES ('secret', $1) ON CONFLICT DO NOTHING",
        {random_hex(32)});
    if (!made) {
        return std::unexpected(made.error());
    }
    auto const rows = database.run(select);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return rows->front().front().text;
}

std::string erased_body_hash(std::string const& body_hash, std::string const& secret) {
    return std::string(erased_prefix) + to_hex(hmac_sha256(secret, body_hash));
}

std::expected<bool, StoreError> is_same_body(Database& database, std::string const& known,
                                             std::string const& body_hash) {
    if (!known.starts_with(erased_prefix)) {
        // Versions before the third kept no hash of erased requests.
        return known.empty() || known == body_hash;
    }
    auto const secret = secret_of(database);
    if (!secret) {
        return std::unexpected(secret.error());
    }
    return known == erased_body_hash(body_hash, *secret);
}

std::expected<std::vector<std::string>, StoreError> Store::find_erasable(EraseScope const& scope) {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    auto const found = find(**database, scope);
    if (!found) {
        return std::unexpected(found.error());
    }
    std::vector<std::string> references;
    for (Found const& one : *found) {
        references.push_back(one.reference);
    }
    return references;
}

std::expected<Erasure, StoreError> Store::erase(EraseScope const& scope) {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    auto const found = find(**database, scope);
    if (!found) {
        return std::unexpected(found.error());
    }
    Erasure erasure;
    if (found->empty()) {
        return erasure;
    }
    if (auto const done = erase_rows(**database, *found); !done) {
        return std::unexpected(done.error());
    }
    for (Found const& one : *found) {
        erasure.references.push_back(one.reference);
    }
    auto const forgotten = forget(**database);
    if (!forgotten) {
        erasure.delay = forgotten.error();
    } else {
        erasure.is_vacuum_due = *forgotten == Forgotten::later;
    }
    return erasure;
}

std::expected<bool, StoreError> Store::finish_erasing() {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    auto const pending =
        (*database)->run("SELECT value FROM settings WHERE name = 'erasure_pending'");
    if (!pending) {
        return std::unexpected(pending.error());
    }
    if (pending->empty()) {
        return false;
    }
    auto const forgotten = forget(**database);
    if (!forgotten) {
        return std::unexpected(forgotten.error());
    }
    return true;
}

} // namespace kontingent::endpoint
