#include "endpoint/store/store.hpp"

#include "endpoint/base/digest.hpp"
#include "endpoint/store/email.hpp"
#include "endpoint/store/erasure.hpp"
#include "endpoint/store/rows.hpp"
#include "endpoint/store/schema.hpp"

namespace kontingent::endpoint {

namespace {

constexpr std::int64_t batch_size = 200;
constexpr std::size_t probe_bytes = 16 * 1024;

std::string insert_sql(Dialect const& dialect) {
    return "INSERT INTO requests (reference, key_hash, body_hash, received_at, kind, language, "
           "email, request, price, quote, answer) SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
           "$11" +
           std::string(dialect.durable) + " WHERE " + schema_is_known() +
           " ON CONFLICT DO NOTHING RETURNING id";
}

std::vector<SqlValue> values_of(NewRequest const& request) {
    return {request.reference,       request.key_hash, request.body_hash,
            request.received_at,     request.kind,     request.language,
            request.email,           request.request,  nullable(request.price),
            nullable(request.quote), request.answer};
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
    auto const is_same = is_same_body(database, row[0].text, body_hash);
    if (!is_same) {
        return std::unexpected(is_same.error());
    }
    return KnownKey{.is_same_body = *is_same, .answer = row[1].text};
}

std::expected<Insertion, StoreError> explain_refusal(Database& database,
                                                     NewRequest const& request) {
    auto const version = schema_version(database);
    if (!version) {
        return std::unexpected(version.error());
    }
    if (*version > schema_version_current) {
        return std::unexpected(newer_schema(*version));
    }
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

} // namespace

Store::Store(std::string const& store, std::vector<std::string> channels, StoreAccess access)
    : pool_(store, access),
      tidying_(store, StoreAccess::write),
      channels_(std::move(channels)),
      takes_one_at_a_time_(!is_postgresql(store)) {}

void Store::deliver_to(std::vector<std::string> channels) {
    std::scoped_lock const lock(channels_mutex_);
    channels_ = std::move(channels);
}

std::vector<std::string> Store::channels() const {
    std::scoped_lock const lock(channels_mutex_);
    return channels_;
}

std::expected<void, StoreError> Store::check() {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    return without_rows((*database)->run("SELECT 1"));
}

std::expected<void, StoreError> Store::check_writable() {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    auto const version = schema_version(**database);
    if (version && *version > schema_version_current) {
        return std::unexpected(newer_schema(*version));
    }
    auto transaction = Transaction::begin(**database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    // A full disk shows only when something is committed, and of a request's size.
    std::string probe = utc_timestamp_now();
    probe.resize(probe_bytes, ' ');
    auto const written = (*database)->run("INSERT INTO settings (name, value) VALUES "
                                          "('readiness', $1) ON CONFLICT (name) DO UPDATE SET "
                                          "value = excluded.value",
                                          {probe});
    if (!written) {
        return std::unexpected(written.error());
    }
    return transaction->commit();
}

std::expected<void, StoreError> Store::check_integrity() {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    return (*database)->check_integrity();
}

void Store::tidy() {
    if (takes_one_at_a_time_) {
        if (auto const database = tidying_.acquire()) {
            (*database)->tidy();
        }
    }
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
    if (!channels().empty()) {
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
    auto const inserted = database.run(insert_sql(database.dialect()), values_of(request));
    if (!inserted) {
        return std::unexpected(inserted.error());
    }
    if (inserted->empty()) {
        return explain_refusal(database, request);
    }
    for (std::string const& channel : channels()) {
        auto const noted =
            database.run("INSERT INTO notifications (request_id, channel, attempts, due_at) VALUES "
                         "($1, $2, 0, " +
                             std::string(database.dialect().now_milliseconds) + ")",
                         {inserted->front().front(), channel});
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
Store::for_each(RequestFilter const& filter,
                std::function<void(StoredRequest const&)> const& visit) {
    std::string const reference = comparable_reference(filter.reference);
    std::string const email = comparable_email(filter.email);
    std::int64_t last_id = 0;
    while (true) {
        auto const database = pool_.acquire();
        if (!database) {
            return std::unexpected(database.error());
        }
        auto const rows = (*database)->run(
            "SELECT r.id, r.email, " + std::string(request_columns) +
                " FROM requests r WHERE r.id > $1 AND ($2 = '' OR upper(r.reference) = $2) "
                "ORDER BY r.id LIMIT $3",
            {last_id, reference, batch_size});
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (SqlRow const& row : *rows) {
            last_id = row[0].number;
            if (email.empty() || comparable_email(row[1].text) == email) {
                visit(stored_request(row, 2));
            }
        }
        if (std::ssize(*rows) < batch_size) {
            return {};
        }
    }
}

std::expected<std::string, StoreError> Store::secret() {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    return secret_of(**database);
}

} // namespace kontingent::endpoint
