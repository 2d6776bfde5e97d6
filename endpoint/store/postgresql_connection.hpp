// A connection of libpq whose every step has a deadline.
#pragma once

#include "endpoint/store/database.hpp"

#include <chrono>
#include <libpq-fe.h>
#include <memory>
#include <string>
#include <vector>

namespace kontingent::endpoint {

struct PostgresqlCloser {
    void operator()(PGconn* connection) const { ::PQfinish(connection); }

    void operator()(PGresult* result) const { ::PQclear(result); }
};

using PostgresqlResult = std::unique_ptr<PGresult, PostgresqlCloser>;

class PostgresqlConnection {
public:
    static std::expected<PostgresqlConnection, StoreError> open(std::string const& uri);

    // The last result of the statements. Values are texts; null pointers are nulls. Statements
    // without values may be several, divided by semicolons.
    std::expected<PostgresqlResult, StoreError> execute(std::string const& sql,
                                                        std::vector<char const*> const& values,
                                                        std::chrono::milliseconds limit);
    // Prepares one statement under a name of the session's, and executes it.
    std::expected<PostgresqlResult, StoreError>
    prepare(std::string const& name, std::string const& sql, std::chrono::milliseconds limit);
    std::expected<PostgresqlResult, StoreError>
    execute_prepared(std::string const& name, std::vector<char const*> const& values,
                     std::chrono::milliseconds limit);

    bool is_broken() const;

private:
    using Clock = std::chrono::steady_clock;

    explicit PostgresqlConnection(PGconn* connection) : connection_(connection) {}

    std::expected<void, StoreError> connect(Clock::time_point deadline);
    std::expected<void, StoreError> wait(short events, Clock::time_point deadline);
    std::expected<void, StoreError> flush(Clock::time_point deadline);
    // Sends by libpq's function, which returns 0 where it cannot, and waits for the last result.
    template <class Send>
    std::expected<PostgresqlResult, StoreError> converse(std::chrono::milliseconds limit,
                                                         Send const& send);
    StoreError error() const;

    std::unique_ptr<PGconn, PostgresqlCloser> connection_;
    bool has_timed_out_ = false;
};

} // namespace kontingent::endpoint
