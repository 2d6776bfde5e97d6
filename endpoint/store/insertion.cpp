#include "endpoint/store/insertion.hpp"

#include "endpoint/store/erasure.hpp"
#include "endpoint/store/schema.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace kontingent::endpoint {

namespace {

constexpr std::string_view columns =
    "reference, key_hash, body_hash, received_at, kind, language, email, request, price, quote, "
    "answer";
constexpr std::size_t column_count = 11;

using Stored = std::expected<std::vector<bool>, StoreError>;

std::array<SqlValue, column_count> values_of(NewRequest const& request) {
    return {request.reference,       request.key_hash, request.body_hash,
            request.received_at,     request.kind,     request.language,
            request.email,           request.request,  nullable(request.price),
            nullable(request.quote), request.answer};
}

std::string placeholders(std::string_view cast) {
    std::string text;
    for (std::size_t i = 1; i <= column_count; ++i) {
        text += (i == 1 ? "$" : ", $") + std::to_string(i) + std::string(cast);
    }
    return text;
}

std::string noted_columns(Dialect const& dialect, std::string_view id, std::string_view channel) {
    return "INSERT INTO notifications (request_id, channel, attempts, due_at) SELECT " +
           std::string(id) + ", " + std::string(channel) + ", 0, " +
           std::string(dialect.now_milliseconds);
}

std::expected<bool, StoreError> insert_row(Database& database, NewRequest const& request,
                                           std::vector<std::string> const& channels) {
    static std::string const sql = "INSERT INTO requests (" + std::string(columns) + ") SELECT " +
                                   placeholders("") + " WHERE " + schema_is_known() +
                                   " ON CONFLICT DO NOTHING RETURNING id";
    auto const values = values_of(request);
    auto const inserted = database.run(sql, {values.begin(), values.end()});
    if (!inserted) {
        return std::unexpected(inserted.error());
    }
    if (inserted->empty()) {
        return false;
    }
    for (std::string const& channel : channels) {
        auto const noted = database.run(noted_columns(database.dialect(), "$1", "$2"),
                                        {inserted->front().front(), channel});
        if (!noted) {
            return std::unexpected(noted.error());
        }
    }
    return true;
}

// One statement a row: within the program, as with SQLite, that costs nothing.
Stored insert_in_turn(Database& database, std::vector<NewRequest const*> const& requests,
                      std::vector<std::string> const& channels) {
    if (requests.size() == 1 && channels.empty()) { // a transaction of its own
        auto const is_stored = insert_row(database, *requests.front(), channels);
        if (!is_stored) {
            return std::unexpected(is_stored.error());
        }
        return std::vector{*is_stored};
    }
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    std::vector<bool> stored;
    for (NewRequest const* request : requests) {
        auto const is_stored = insert_row(database, *request, channels);
        if (!is_stored) {
            return std::unexpected(is_stored.error());
        }
        stored.push_back(*is_stored);
    }
    if (auto const committed = transaction->commit(); !committed) {
        return std::unexpected(committed.error());
    }
    return stored;
}

// Of one request, the values are given as they are: arrays take the database a little longer.
std::string insert_at_once_sql(Dialect const& dialect, bool is_one, bool has_channels) {
    std::string const from = " FROM " + std::string(dialect.durable);
    std::string const given =
        is_one ? placeholders("") + from
               : "given.*" + from + ", unnest(" + placeholders("::text[]") + ") AS given";
    std::string const insert = "INSERT INTO requests (" + std::string(columns) + ") SELECT " +
                               given + " WHERE " + schema_is_known() +
                               " ON CONFLICT DO NOTHING RETURNING ";
    if (!has_channels) {
        return insert + "key_hash, reference";
    }
    return "WITH stored AS (" + insert + "id, key_hash, reference), noted AS (" +
           noted_columns(dialect, "stored.id", "channel") +
           " FROM stored, unnest($12::text[]) AS channel) SELECT key_hash, reference FROM stored";
}

// Texts as PostgreSQL writes an array of them.
class ArrayLiteral {
public:
    void add(SqlValue const& value) {
        text_ += text_.size() == 1 ? "" : ",";
        if (value.kind == SqlValue::Kind::null) {
            text_ += "NULL";
            return;
        }
        text_ += '"';
        for (char const c : value.text) {
            if (c == '"' || c == '\\') {
                text_ += '\\';
            }
            text_ += c;
        }
        text_ += '"';
    }

    std::string text() const { return text_ + "}"; }

private:
    std::string text_ = "{";
};

std::vector<SqlValue> arrays_of(std::vector<NewRequest const*> const& requests) {
    std::array<ArrayLiteral, column_count> arrays;
    for (NewRequest const* request : requests) {
        auto const values = values_of(*request);
        for (std::size_t column = 0; column < column_count; ++column) {
            arrays[column].add(values[column]);
        }
    }
    std::vector<SqlValue> parameters;
    for (ArrayLiteral const& array : arrays) {
        parameters.emplace_back(array.text());
    }
    return parameters;
}

std::vector<SqlValue> parameters_of(std::vector<NewRequest const*> const& requests,
                                    std::vector<std::string> const& channels) {
    std::vector<SqlValue> parameters;
    if (requests.size() == 1) {
        auto const values = values_of(*requests.front());
        parameters.assign(values.begin(), values.end());
    } else {
        parameters = arrays_of(requests);
    }
    if (!channels.empty()) {
        ArrayLiteral names;
        for (std::string const& channel : channels) {
            names.add(channel);
        }
        parameters.emplace_back(names.text());
    }
    return parameters;
}

// All rows in one statement, which is a transaction of its own: one round trip and one commit.
Stored insert_at_once(Database& database, std::vector<NewRequest const*> const& requests,
                      std::vector<std::string> const& channels) {
    // In one order on all endpoints. Otherwise two that store the same keys at the same time could
    // each wait for a key that the other has.
    std::vector<std::size_t> order(requests.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t one, std::size_t other) {
        return std::tie(requests[one]->key_hash, one) < std::tie(requests[other]->key_hash, other);
    });
    std::vector<NewRequest const*> sorted;
    for (std::size_t const i : order) {
        sorted.push_back(requests[i]);
    }
    auto rows = database.run(
        insert_at_once_sql(database.dialect(), requests.size() == 1, !channels.empty()),
        parameters_of(sorted, channels));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    // Of the same key and reference twice, the first was stored.
    std::vector<bool> stored(requests.size(), false);
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto const row = std::ranges::find_if(*rows, [&](SqlRow const& one) {
            return one[0].text == sorted[i]->key_hash && one[1].text == sorted[i]->reference;
        });
        if (row != rows->end()) {
            stored[order[i]] = true;
            rows->erase(row);
        }
    }
    return stored;
}

} // namespace

std::expected<std::vector<bool>, StoreError>
insert_requests(Database& database, std::vector<NewRequest const*> const& requests,
                std::vector<std::string> const& channels) {
    return database.dialect().takes_arrays ? insert_at_once(database, requests, channels)
                                           : insert_in_turn(database, requests, channels);
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

} // namespace kontingent::endpoint
