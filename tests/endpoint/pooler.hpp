// PgBouncer before a test's PostgreSQL server, in transaction mode: each transaction may get
// another session.
#pragma once

#include "tests/endpoint/child.hpp"
#include "tests/endpoint/postgresql_server.hpp"
#include "tests/endpoint/test_site.hpp"

#include <memory>
#include <string>

namespace kontingent::endpoint {

class Pooler {
public:
    // Null where PgBouncer is not installed, which is said, and on Debian is a failure.
    static std::unique_ptr<Pooler> before(PostgresqlServer const& server,
                                          std::string const& address);

    Pooler(std::filesystem::path const& program, PostgresqlServer const& server,
           std::string const& address);

    // Of the same database, through the pooler.
    std::string const& address() const { return address_; }

private:
    TemporaryFolder folder_;
    std::unique_ptr<Child> child_;
    std::string address_;
};

} // namespace kontingent::endpoint
