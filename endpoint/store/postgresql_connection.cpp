#include "endpoint/store/postgresql_connection.hpp"

#include "endpoint/base/deadline.hpp"

#include <array>
#include <cerrno>
#include <poll.h>

namespace kontingent::endpoint {
namespace {

constexpr std::chrono::milliseconds connect_limit{2000};

std::string first_line(std::string_view text) {
    return std::string(text.substr(0, text.find('\n')));
}

// libpq's message begins with parts of the address, and where that is written wrongly, what it
// takes for the host or the port may be the password: only what comes behind is passed on.
StoreError cannot_be_reached(std::string_view message) {
    for (std::string_view const before_reason : {"failed: ", "to address: "}) {
        if (auto const at = message.find(before_reason); at != std::string_view::npos) {
            return StoreError{"PostgreSQL cannot be reached: " +
                              first_line(message.substr(at + before_reason.size()))};
        }
    }
    return StoreError{.sentence =
                          "PostgreSQL cannot be reached: the store's address cannot be used; it is "
                          "postgresql://USER@HOST:PORT/DATABASE, with %-codes for other signs",
                      .is_lasting = true};
}

} // namespace

std::expected<PostgresqlConnection, StoreError> PostgresqlConnection::open(std::string const& uri) {
    // Of a keyword that is there twice the last one counts, and "dbname" is expanded in its place:
    // what stands before it are defaults that the address may change.
    constexpr std::array keywords{"application_name", "tcp_user_timeout", "dbname",
                                  static_cast<char const*>(nullptr)};
    std::array const values{"kontingent", "5000", uri.c_str(), static_cast<char const*>(nullptr)};
    PostgresqlConnection opened(::PQconnectStartParams(keywords.data(), values.data(), 1));
    if (opened.connection_ == nullptr) {
        return std::unexpected(StoreError{"PostgreSQL: out of memory"});
    }
    if (auto const connected = opened.connect(Deadline::within(connect_limit)); !connected) {
        return std::unexpected(connected.error());
    }
    ::PQsetnonblocking(opened.connection_.get(), 1);
    ::PQsetNoticeProcessor(opened.connection_.get(), [](void*, char const*) {}, nullptr);
    return opened;
}

std::expected<void, StoreError> PostgresqlConnection::connect(Clock::time_point deadline) {
    auto step = PGRES_POLLING_WRITING; // as the documentation has it
    while (step != PGRES_POLLING_OK) {
        if (::PQstatus(connection_.get()) == CONNECTION_BAD || step == PGRES_POLLING_FAILED) {
            return std::unexpected(cannot_be_reached(::PQerrorMessage(connection_.get())));
        }
        short const events = step == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        if (auto const ready = wait(events, deadline); !ready) {
            return std::unexpected(StoreError{"PostgreSQL cannot be reached: no answer in time"});
        }
        step = ::PQconnectPoll(connection_.get());
    }
    return {};
}

std::expected<void, StoreError> PostgresqlConnection::wait(short events,
                                                           Clock::time_point deadline) {
    pollfd waiting{.fd = ::PQsocket(connection_.get()), .events = events, .revents = 0};
    while (true) {
        auto const left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        int const count = left <= 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(left));
        if (count > 0) {
            return {};
        }
        if (count == 0) {
            has_timed_out_ = true;
            return std::unexpected(StoreError{"PostgreSQL does not answer in time"});
        }
        if (errno != EINTR) {
            return std::unexpected(StoreError{"PostgreSQL: the connection cannot be waited for"});
        }
    }
}

std::expected<void, StoreError> PostgresqlConnection::flush(Clock::time_point deadline) {
    int left = 1;
    while ((left = ::PQflush(connection_.get())) != 0) {
        if (left < 0) {
            return std::unexpected(error());
        }
        if (auto const ready = wait(POLLOUT | POLLIN, deadline); !ready) {
            return ready;
        }
        if (::PQconsumeInput(connection_.get()) == 0) {
            return std::unexpected(error());
        }
    }
    return {};
}

template <class Send>
std::expected<PostgresqlResult, StoreError>
PostgresqlConnection::converse(std::chrono::milliseconds limit, Send const& send) {
    if (is_broken()) {
        return std::unexpected(StoreError{"PostgreSQL: the connection is broken"});
    }
    auto const deadline = Deadline::within(limit);
    if (send(connection_.get()) == 0) {
        return std::unexpected(error());
    }
    if (auto const flushed = flush(deadline); !flushed) {
        return std::unexpected(flushed.error());
    }
    PostgresqlResult last;
    while (true) {
        while (::PQisBusy(connection_.get()) != 0) {
            if (auto const ready = wait(POLLIN, deadline); !ready) {
                return std::unexpected(ready.error());
            }
            if (::PQconsumeInput(connection_.get()) == 0) {
                return std::unexpected(error());
            }
        }
        PostgresqlResult next(::PQgetResult(connection_.get()));
        if (!next) {
            return last;
        }
        // Of several statements, the first that failed explains the others.
        if (!last || ::PQresultStatus(last.get()) != PGRES_FATAL_ERROR) {
            last = std::move(next);
        }
    }
}

std::expected<PostgresqlResult, StoreError>
PostgresqlConnection::execute(std::string const& sql, std::vector<char const*> const& values,
                              std::chrono::milliseconds limit) {
    return converse(limit, [&](PGconn* connection) {
        return values.empty()
                   ? ::PQsendQuery(connection, sql.c_str())
                   : ::PQsendQueryParams(connection, sql.c_str(), static_cast<int>(values.size()),
                                         nullptr, values.data(), nullptr, nullptr, 0);
    });
}

std::expected<PostgresqlResult, StoreError>
PostgresqlConnection::prepare(std::string const& name, std::string const& sql,
                              std::chrono::milliseconds limit) {
    return converse(limit, [&](PGconn* connection) {
        return ::PQsendPrepare(connection, name.c_str(), sql.c_str(), 0, nullptr);
    });
}

std::expected<PostgresqlResult, StoreError>
PostgresqlConnection::execute_prepared(std::string const& name,
                                       std::vector<char const*> const& values,
                                       std::chrono::milliseconds limit) {
    return converse(limit, [&](PGconn* connection) {
        return ::PQsendQueryPrepared(connection, name.c_str(), static_cast<int>(values.size()),
                                     values.data(), nullptr, nullptr, 0);
    });
}

bool PostgresqlConnection::is_broken() const {
    return has_timed_out_ || ::PQstatus(connection_.get()) != CONNECTION_OK;
}

StoreError PostgresqlConnection::error() const {
    return StoreError{"PostgreSQL: " + first_line(::PQerrorMessage(connection_.get()))};
}

} // namespace kontingent::endpoint
