#include "endpoint/store/postgresql_database.hpp"

#include <array>
#include <charconv>
#include <libpq-fe.h>
#include <map>

namespace kontingent::endpoint {

namespace {

// 0x6b6f6e74 is "kont": the lock's name among all that share the server.
constexpr Dialect postgresql_dialect{.identity = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                                     .begin_write = "BEGIN",
                                     .lock_schema = "SELECT pg_advisory_xact_lock(1802464884)",
                                     .skip_locked = " FOR UPDATE SKIP LOCKED"};

using Connection = std::unique_ptr<PGconn, decltype(&::PQfinish)>;
using Result = std::unique_ptr<PGresult, decltype(&::PQclear)>;

constexpr Oid oid_int8 = 20;
constexpr Oid oid_int4 = 23;

// What the server said in its first line; its later lines quote stored data.
StoreError error_of(PGresult const* result, PGconn const* connection) {
    char const* state = ::PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (state == nullptr) {
        std::string text = ::PQerrorMessage(connection);
        return StoreError{"PostgreSQL: " + text.substr(0, text.find('\n'))};
    }
    return StoreError{"PostgreSQL: error " + std::string(state)};
}

class PostgresqlDatabase : public Database {
public:
    explicit PostgresqlDatabase(Connection connection) : connection_(std::move(connection)) {}

    using Database::run;

    std::expected<SqlRows, StoreError> run(std::string_view sql,
                                           std::vector<SqlValue> const& values) override {
        std::vector<std::string> numbers(values.size());
        std::vector<char const*> pointers(values.size(), nullptr);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i].kind == SqlValue::Kind::number) {
                numbers[i] = std::to_string(values[i].number);
                pointers[i] = numbers[i].c_str();
            } else if (values[i].kind == SqlValue::Kind::text) {
                pointers[i] = values[i].text.c_str();
            }
        }
        Result const result = execute(std::string(sql), pointers);
        auto const status = ::PQresultStatus(result.get());
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
            return std::unexpected(error_of(result.get(), connection_.get()));
        }
        // A COMMIT of a transaction that had failed answers ROLLBACK, without an error.
        if (sql == "COMMIT" && std::string_view(::PQcmdStatus(result.get())) != "COMMIT") {
            return std::unexpected(StoreError{"PostgreSQL: the transaction was undone"});
        }
        return rows_of(result.get());
    }

    bool is_usable() override {
        return ::PQstatus(connection_.get()) == CONNECTION_OK &&
               ::PQtransactionStatus(connection_.get()) == PQTRANS_IDLE;
    }

    // Dead rows go with the server's own vacuum; asking for it at once is as much as a client can
    // do.
    std::expected<void, StoreError> forget_erased() override {
        for (std::string_view table : {"requests", "notifications"}) {
            if (auto const done = run("VACUUM " + std::string(table), {}); !done) {
                return std::unexpected(done.error());
            }
        }
        return {};
    }

    Dialect const& dialect() const override { return postgresql_dialect; }

private:
    Result execute(std::string const& sql, std::vector<char const*> const& values) {
        int const count = static_cast<int>(values.size());
        if (values.empty()) {
            return {::PQexec(connection_.get(), sql.c_str()), &::PQclear};
        }
        auto known = prepared_.find(sql);
        if (known == prepared_.end()) {
            std::string const name = "s" + std::to_string(prepared_.size());
            Result prepared(
                ::PQprepare(connection_.get(), name.c_str(), sql.c_str(), count, nullptr),
                &::PQclear);
            if (::PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) {
                return prepared;
            }
            known = prepared_.emplace(sql, name).first;
        }
        return {::PQexecPrepared(connection_.get(), known->second.c_str(), count, values.data(),
                                 nullptr, nullptr, 0),
                &::PQclear};
    }

    static SqlRows rows_of(PGresult const* result) {
        SqlRows rows;
        for (int row = 0; row < ::PQntuples(result); ++row) {
            SqlRow values;
            for (int column = 0; column < ::PQnfields(result); ++column) {
                values.push_back(value_of(result, row, column));
            }
            rows.push_back(std::move(values));
        }
        return rows;
    }

    static SqlValue value_of(PGresult const* result, int row, int column) {
        if (::PQgetisnull(result, row, column) != 0) {
            return {};
        }
        std::string text(::PQgetvalue(result, row, column),
                         static_cast<std::size_t>(::PQgetlength(result, row, column)));
        Oid const type = ::PQftype(result, column);
        if (type != oid_int8 && type != oid_int4) {
            return text;
        }
        std::int64_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }

    Connection connection_;
    std::map<std::string, std::string> prepared_;
};

} // namespace

std::expected<std::unique_ptr<Database>, StoreError> open_postgresql(std::string const& uri) {
    // expand_dbname: the first "dbname" is the whole address; what follows it are defaults it may
    // not weaken.
    constexpr std::array keywords{"dbname",           "connect_timeout",
                                  "tcp_user_timeout", "application_name",
                                  "options",          static_cast<char const*>(nullptr)};
    std::array const values{
        uri.c_str(),
        "3",
        "5000",
        "kontingent",
        "-c synchronous_commit=on -c statement_timeout=5000 -c lock_timeout=5000 "
        "-c client_min_messages=warning",
        static_cast<char const*>(nullptr)};
    Connection connection(::PQconnectdbParams(keywords.data(), values.data(), 1), &::PQfinish);
    if (::PQstatus(connection.get()) != CONNECTION_OK) {
        std::string const text = ::PQerrorMessage(connection.get());
        return std::unexpected(
            StoreError{"PostgreSQL cannot be reached: " + text.substr(0, text.find('\n'))});
    }
    ::PQsetNoticeProcessor(connection.get(), [](void*, char const*) {}, nullptr);
    return std::make_unique<PostgresqlDatabase>(std::move(connection));
}

} // namespace kontingent::endpoint
