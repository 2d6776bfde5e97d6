#include "endpoint/store/schema.hpp"

#include <string>

namespace kontingent::endpoint {

namespace {

using Statements = std::vector<std::string>;

Statements version_1(std::string const& identity) {
    return {
        // `request`, `email`, `body_hash` and `quote` are null once erased: reference and answer
        // name nobody.
        "CREATE TABLE requests (id " + identity +
            ", reference TEXT NOT NULL UNIQUE, key_hash TEXT NOT NULL UNIQUE, body_hash TEXT, "
            "received_at TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL, email TEXT, "
            "request TEXT, "
            "price TEXT, quote TEXT, answer TEXT NOT NULL, erased_at TEXT)",
        "CREATE INDEX requests_email ON requests (email)",
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    };
}

Statements version_2(std::string const& identity) {
    return {
        // What is still to be delivered; a row is deleted when it was. due_at: Unix
        // milliseconds.
        "CREATE TABLE notifications (id " + identity +
            ", request_id BIGINT NOT NULL REFERENCES requests (id) ON DELETE CASCADE, channel TEXT "
            "NOT NULL, "
            "attempts BIGINT NOT NULL, due_at BIGINT NOT NULL, UNIQUE (request_id, channel))",
        "CREATE INDEX notifications_due ON notifications (due_at)",
    };
}

Statements version_3(Dialect const& dialect) {
    return {
        // How long the wait is, beside its end: where the clock was set back meanwhile, the wait
        // seems to begin in the future, and is over.
        "ALTER TABLE notifications ADD COLUMN pause_ms BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE notifications ADD COLUMN last_error TEXT",
        "INSERT INTO settings (name, value) SELECT 'store_id', " + std::string(dialect.random_text),
    };
}

Statements statements_of(std::int64_t version, Dialect const& dialect) {
    std::string const identity(dialect.identity);
    return version == 1   ? version_1(identity)
           : version == 2 ? version_2(identity)
                          : version_3(dialect);
}

std::expected<void, StoreError> apply(Database& database, std::int64_t version) {
    for (std::string const& sql : statements_of(version, database.dialect())) {
        if (auto const done = database.run(sql); !done) {
            return std::unexpected(done.error());
        }
    }
    auto const noted = database.run(
        "INSERT INTO schema_versions (version, applied_at) VALUES ($1, CURRENT_TIMESTAMP)",
        {version});
    if (!noted) {
        return std::unexpected(noted.error());
    }
    return {};
}

std::expected<void, StoreError> migrate_within(Database& database, std::int64_t version) {
    if (std::string_view const lock = database.dialect().lock_schema; !lock.empty()) {
        if (auto const locked = database.run(lock); !locked) {
            return std::unexpected(locked.error());
        }
    }
    // Another process may have been faster.
    auto const present = schema_version(database);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (*present == 0) {
        auto const made = database.run("CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT "
                                       "PRIMARY KEY, applied_at TEXT)");
        if (!made) {
            return std::unexpected(made.error());
        }
    }
    for (std::int64_t next = *present + 1; next <= version; ++next) {
        if (auto const done = apply(database, next); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

std::expected<std::int64_t, StoreError> schema_version(Database& database) {
    auto const tables =
        database.run(database.dialect().count_tables, {std::string("schema_versions")});
    if (!tables) {
        return std::unexpected(tables.error());
    }
    if (tables->front().front().number == 0) {
        return 0;
    }
    auto const found = database.run("SELECT COALESCE(MAX(version), 0) FROM schema_versions");
    if (!found) {
        return std::unexpected(found.error());
    }
    return found->front().front().number;
}

std::expected<void, StoreError> migrate(Database& database, std::int64_t version) {
    auto const present = schema_version(database);
    if (!present) {
        return std::unexpected(present.error());
    }
    if (*present > schema_version_current) {
        return std::unexpected(newer_schema(*present));
    }
    if (*present >= version) {
        return {};
    }
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    if (auto const done = migrate_within(database, version); !done) {
        return done;
    }
    return transaction->commit();
}

StoreError newer_schema(std::int64_t version) {
    return {.sentence = "the store has version " + std::to_string(version) +
                        ", made by a newer program; this one knows " +
                        std::to_string(schema_version_current),
            .is_lasting = true};
}

std::string schema_is_known() {
    return "(SELECT COALESCE(MAX(version), 0) FROM schema_versions) <= " +
           std::to_string(schema_version_current);
}

} // namespace kontingent::endpoint
