// A real PostgreSQL server in a folder of its own, reached through a socket in that folder, as a
// user who is not root.
#pragma once

#include "tests/endpoint/child.hpp"
#include "tests/endpoint/test_site.hpp"

#include <memory>
#include <optional>
#include <string>

namespace kontingent::endpoint {

class PostgresqlServer {
public:
    // Null where no server is installed, which is said, and on Debian is a failure.
    static PostgresqlServer* shared();

    explicit PostgresqlServer(std::filesystem::path programs);
    ~PostgresqlServer();
    PostgresqlServer(PostgresqlServer const&) = delete;
    PostgresqlServer& operator=(PostgresqlServer const&) = delete;

    // The address of a fresh, empty database.
    std::string new_database();
    std::string address_of(std::string const& database) const;
    void start();
    // At once, as when the machine loses power.
    void stop();

    pid_t id() const { return child_->id(); }

    std::optional<ChildUser> const& user() const { return user_; }

private:
    std::filesystem::path const programs_;
    TemporaryFolder folder_;
    std::optional<ChildUser> user_;
    std::unique_ptr<Child> child_;
    int database_count_ = 0;
};

} // namespace kontingent::endpoint
