// The same tests on both stores: a fresh, empty one each time it is asked.
#pragma once

#include "tests/endpoint/postgresql_server.hpp"
#include "tests/endpoint/test_site.hpp"

#include <string>

namespace kontingent::endpoint {

class FreshStore {
public:
    enum class Kind : std::uint8_t { sqlite, postgresql };

    explicit FreshStore(Kind kind) {
        if (kind == Kind::sqlite) {
            address_ = folder_.path() / "requests.sqlite";
        } else if (PostgresqlServer* server = PostgresqlServer::shared()) {
            address_ = server->new_database();
        }
    }

    // False where PostgreSQL is not installed.
    bool is_there() const { return !address_.empty(); }

    std::string const& address() const { return address_; }

    std::filesystem::path folder() const { return folder_.path(); }

private:
    TemporaryFolder folder_;
    std::string address_;
};

} // namespace kontingent::endpoint

// Runs the statement for either kind of store, as subcases.
#define KONTINGENT_EACH_STORE(function)                                                            \
    SUBCASE("SQLite") {                                                                            \
        function(                                                                                  \
            kontingent::endpoint::FreshStore(kontingent::endpoint::FreshStore::Kind::sqlite));     \
    }                                                                                              \
    SUBCASE("PostgreSQL") {                                                                        \
        kontingent::endpoint::FreshStore const fresh(                                              \
            kontingent::endpoint::FreshStore::Kind::postgresql);                                   \
        if (fresh.is_there()) {                                                                    \
            function(fresh);                                                                       \
        }                                                                                          \
    }
