#include "endpoint/store/postgresql_database.hpp"

#include "endpoint/base/digest.hpp"
#include "endpoint/store/postgresql_connection.hpp"

#include <charconv>
#include <map>

namespace kontingent::endpoint {
namespace {

// 0x6b6f6e74 is "kont": the lock's name among all that share the server. A role or a pooler may
// have switched synchronous_commit off, so every transaction that writes switches it on.
constexpr Dialect postgresql_dialect{
    .identity = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
    .begin_write = "BEGIN; SET LOCAL synchronous_commit = on; SET LOCAL lock_timeout = 2000",
    .lock_schema = "SELECT pg_advisory_xact_lock(1802464884)",
    .skip_locked = " FOR UPDATE SKIP LOCKED",
    .count_tables = "SELECT COUNT(*) FROM pg_catalog.pg_class WHERE oid = to_regclass($1)",
    .now_milliseconds = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)",
    .random_text = "md5(random()::text || clock_timestamp()::text)",
    .durable = "(SELECT set_config('synchronous_commit', 'on', true)) AS durable",
    .takes_arrays = true};

constexpr Oid oid_int8 = 20;
constexpr Oid oid_int4 = 23;
constexpr std::chrono::milliseconds statement_limit{2500};
constexpr std::chrono::milliseconds vacuum_limit{30'000};
constexpr std::string_view state_no_privilege = "42501";
constexpr std::string_view state_name_unknown = "26000";
constexpr std::string_view state_name_taken = "42P05";
constexpr std::string_view state_plan_outdated = "0A000";

std::string_view state_of(PGresult const* result) {
    char const* state = ::PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return state == nullptr ? "" : state;
}

// The server's messages quote stored data; its codes do not.
StoreError error_of(PGresult const* result) {
    std::string_view const state = state_of(result);
    if (state.empty()) {
        return StoreError{"PostgreSQL: the statement failed"};
    }
    if (state == state_no_privilege) {
        return StoreError{.sentence = "PostgreSQL: the role lacks a right that is needed (42501); "
                                      "run 'kontingent store migrate' as the owner of the schema",
                          .is_lasting = true};
    }
    // Data exception, integrity constraint violation, program limit exceeded.
    bool const is_of_values =
        state.starts_with("22") || state.starts_with("23") || state.starts_with("54");
    return StoreError{.sentence = "PostgreSQL: error " + std::string(state),
                      .is_of_values = is_of_values};
}

class PostgresqlDatabase : public Database {
public:
    explicit PostgresqlDatabase(PostgresqlConnection connection)
        : connection_(std::move(connection)) {}

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
        auto const limit = sql.starts_with("VACUUM") ? vacuum_limit : statement_limit;
        auto const result = execute(std::string(sql), pointers, limit);
        if (!result) {
            return std::unexpected(result.error());
        }
        auto const status = ::PQresultStatus(result->get());
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
            return std::unexpected(error_of(result->get()));
        }
        std::string_view const command = ::PQcmdStatus(result->get());
        note_transaction(sql, command);
        // A COMMIT of a transaction that had failed answers ROLLBACK, without an error.
        if (sql == "COMMIT" && command != "COMMIT") {
            return std::unexpected(StoreError{"PostgreSQL: the transaction was undone"});
        }
        return rows_of(result->get());
    }

    std::expected<void, StoreError> check() override {
        if (connection_.is_broken() || is_in_transaction_) {
            return std::unexpected(StoreError{"the connection to PostgreSQL is broken"});
        }
        return {};
    }

    std::expected<void, StoreError> check_integrity() override { return {}; }

    // Dead rows go with the server's own vacuum; asking for it at once is as much as a client can
    // do. To a role that does not own the table it answers with a warning, and does nothing.
    std::expected<Forgotten, StoreError> forget_erased() override {
        auto const of_others = run("SELECT COUNT(*) FROM pg_catalog.pg_class WHERE oid IN "
                                   "(to_regclass('requests'), to_regclass('notifications')) AND "
                                   "NOT pg_has_role(relowner, 'USAGE')",
                                   {});
        if (!of_others || of_others->front().front().number > 0) {
            return Forgotten::later;
        }
        for (std::string_view table : {"requests", "notifications"}) {
            if (!run("VACUUM " + std::string(table), {})) {
                return Forgotten::later;
            }
        }
        return Forgotten::now;
    }

    void tidy() override {}

    Dialect const& dialect() const override { return postgresql_dialect; }

private:
    using Result = std::expected<PostgresqlResult, StoreError>;

    // A statement that is run again is prepared: planning an insert takes longer than doing it. A
    // pooler may give each transaction another session, where the name is unknown: then nothing is
    // prepared any more. Within a transaction such an error would undo what came before.
    Result execute(std::string const& sql, std::vector<char const*> const& values,
                   std::chrono::milliseconds limit) {
        if (!values.empty() && !is_in_transaction_ && may_prepare_ && is_prepared(sql, limit)) {
            Result result = connection_.execute_prepared(statements_[sql].name, values, limit);
            std::string_view const state = result ? state_of(result->get()) : "";
            if (state != state_name_unknown && state != state_plan_outdated) {
                return result;
            }
            may_prepare_ = false;
        }
        return connection_.execute(sql, values, limit);
    }

    bool is_prepared(std::string const& sql, std::chrono::milliseconds limit) {
        Statement& statement = statements_[sql];
        if (statement.name.empty() && ++statement.uses > 1) {
            // By its content: where a pooler's session has the name already, it is this statement.
            std::string const name = "kontingent_" + to_hex(sha256(sql)).substr(0, 32);
            Result const prepared = connection_.prepare(name, sql, limit);
            bool const is_done =
                prepared && (::PQresultStatus(prepared->get()) == PGRES_COMMAND_OK ||
                             state_of(prepared->get()) == state_name_taken);
            statement.name = is_done ? name : "";
            may_prepare_ = is_done;
        }
        return !statement.name.empty();
    }

    void note_transaction(std::string_view sql, std::string_view command) {
        if (sql.starts_with("BEGIN")) {
            is_in_transaction_ = true;
        } else if (command == "COMMIT" || command == "ROLLBACK") {
            is_in_transaction_ = false;
        }
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

    struct Statement {
        int uses = 0;
        std::string name; // once it is prepared
    };

    PostgresqlConnection connection_;
    std::map<std::string, Statement, std::less<>> statements_;
    bool may_prepare_ = true;
    bool is_in_transaction_ = false;
};

} // namespace

std::expected<std::unique_ptr<Database>, StoreError> open_postgresql(std::string const& uri,
                                                                     StoreAccess /*access*/) {
    auto connection = PostgresqlConnection::open(uri);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    return std::make_unique<PostgresqlDatabase>(std::move(*connection));
}

} // namespace kontingent::endpoint
