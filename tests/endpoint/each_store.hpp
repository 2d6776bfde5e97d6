// The same tests on every kind of store: a fresh, empty one each time it is asked.
#pragma once

#include "endpoint/store/database.hpp"
#include "tests/endpoint/postgresql_server.hpp"
#include "tests/endpoint/test_site.hpp"

#include <doctest/doctest.h>

#include <optional>
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

    // Nothing for a kind that has no maker here: add one, so that the tests of stores run on it.
    static std::optional<Kind> kind_named(std::string_view name) {
        return name == "SQLite"       ? std::optional(Kind::sqlite)
               : name == "PostgreSQL" ? std::optional(Kind::postgresql)
                                      : std::nullopt;
    }

    // False where PostgreSQL is not installed.
    bool is_there() const { return !address_.empty(); }

    std::string const& address() const { return address_; }

    std::filesystem::path folder() const { return folder_.path(); }

private:
    TemporaryFolder folder_;
    std::string address_;
};

// Runs the function for each kind of store that open_database() knows, as subcases.
template <class Function>
void on_each_store(Function const& function) {
    for (StoreKind const& kind : store_kinds()) {
        SUBCASE(std::string(kind.name).c_str()) {
            auto const known = FreshStore::kind_named(kind.name);
            REQUIRE_MESSAGE(known, "FreshStore makes no store of the kind " << kind.name);
            FreshStore const fresh(*known);
            if (fresh.is_there()) {
                REQUIRE(kind.takes(fresh.address()));
                function(fresh);
            }
        }
    }
}

} // namespace kontingent::endpoint
