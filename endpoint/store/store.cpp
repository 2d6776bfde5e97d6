#include "endpoint/store/store.hpp"

#include "endpoint/store/email.hpp"
#include "endpoint/store/erasure.hpp"
#include "endpoint/store/insertion.hpp"
#include "endpoint/store/rows.hpp"
#include "endpoint/store/schema.hpp"

namespace kontingent::endpoint {

namespace {

constexpr std::int64_t batch_size = 200;
constexpr std::size_t probe_bytes = 16 * 1024;

} // namespace

Store::Store(std::string const& store, std::vector<std::string> channels, StoreAccess access)
    : pool_(store, access),
      tidying_(store, StoreAccess::write),
      channels_(std::move(channels)),
      kind_(kind_of(store)),
      together_(kind_.groups) {}

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
    if (kind_.needs_tidying) {
        if (auto const database = tidying_.acquire()) {
            (*database)->tidy();
        }
    }
}

std::expected<Insertion, StoreError> Store::insert(NewRequest const& request) {
    auto const done =
        together_.run(request, [this](std::vector<NewRequest const*> const& requests) {
            return insert_all(requests);
        });
    if (!done) {
        return std::unexpected(done.error());
    }
    if (*done) {
        return **done;
    }
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    return explain_refusal(**database, request);
}

std::vector<Store::GroupOutcome> Store::insert_all(std::vector<NewRequest const*> const& requests) {
    auto const all_fail = [&](StoreError const& error) {
        return std::vector<GroupOutcome>(requests.size(), std::unexpected(error));
    };
    auto const database = pool_.acquire();
    if (!database) {
        return all_fail(database.error());
    }
    auto const stored = insert_requests(**database, requests, channels());
    if (!stored && stored.error().is_of_values && requests.size() > 1) {
        return insert_each(**database, requests);
    }
    if (!stored) {
        return all_fail(stored.error());
    }
    std::vector<GroupOutcome> outcomes;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        outcomes.push_back(outcome_of(**database, *requests[i], (*stored)[i]));
    }
    return outcomes;
}

// One that the database refuses takes no other with it.
std::vector<Store::GroupOutcome>
Store::insert_each(Database& database, std::vector<NewRequest const*> const& requests) {
    std::vector<GroupOutcome> outcomes;
    for (NewRequest const* request : requests) {
        auto const stored = insert_requests(database, {request}, channels());
        outcomes.push_back(stored ? outcome_of(database, *request, stored->front())
                                  : std::unexpected(stored.error()));
    }
    return outcomes;
}

Store::GroupOutcome Store::outcome_of(Database& database, NewRequest const& request,
                                      bool is_stored) const {
    if (is_stored) {
        return Insertion{.outcome = InsertOutcome::stored, .answer = request.answer};
    }
    if (kind_.connections > 1) {
        return std::nullopt; // the group need not wait: there are more connections
    }
    auto const refusal = explain_refusal(database, request);
    if (!refusal) {
        return std::unexpected(refusal.error());
    }
    return *refusal;
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
