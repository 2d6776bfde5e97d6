#include "tests/endpoint/postgresql_server.hpp"

#include "endpoint/store/database.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <pwd.h>
#include <thread>
#include <unistd.h>

namespace kontingent::endpoint {

namespace fs = std::filesystem;

namespace {

// The newest of Debian's, else what PATH has.
fs::path find_programs() {
    std::vector<fs::path> found;
    std::error_code error;
    for (auto const& version : fs::directory_iterator("/usr/lib/postgresql", error)) {
        found.push_back(version.path() / "bin");
    }
    std::ranges::sort(found, std::greater<>{});
    std::string const path = ::getenv("PATH") != nullptr ? ::getenv("PATH") : "";
    for (std::size_t begin = 0; begin < path.size();) {
        auto const end = std::min(path.find(':', begin), path.size());
        found.emplace_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    for (fs::path const& folder : found) {
        if (fs::exists(folder / "initdb", error) && fs::exists(folder / "postgres", error)) {
            return folder;
        }
    }
    return {};
}

// The server refuses to run as root.
std::optional<ChildUser> server_user() {
    if (::geteuid() != 0) {
        return std::nullopt;
    }
    for (char const* name : {"postgres", "nobody"}) {
        if (passwd const* known = ::getpwnam(name)) {
            return ChildUser{.user = known->pw_uid, .group = known->pw_gid};
        }
    }
    return std::nullopt;
}

} // namespace

PostgresqlServer* PostgresqlServer::shared() {
    static std::unique_ptr<PostgresqlServer> const server = [] {
        fs::path const programs = find_programs();
        return programs.empty() ? nullptr : std::make_unique<PostgresqlServer>(programs);
    }();
    if (!server) {
        bool const is_debian = fs::exists("/etc/debian_version");
        CHECK_MESSAGE(!is_debian, "PostgreSQL is not installed: apt-get install postgresql");
        MESSAGE("SKIPPED: no PostgreSQL server is installed, so its store is not tested here");
    }
    return server.get();
}

PostgresqlServer::PostgresqlServer(fs::path programs)
    : programs_(std::move(programs)), user_(server_user()) {
    if (user_) {
        REQUIRE(::chown(folder_.path().c_str(), user_->user, user_->group) == 0);
    }
    // Small log files, so that a limit on file sizes meets tables first (see the test of full
    // disks).
    REQUIRE(run_program({programs_ / "initdb", "--no-sync", "--auth=trust", "--username=postgres",
                         "--encoding=UTF8", "--locale=C", "--wal-segsize=1", "-D",
                         folder_.path() / "data"},
                        folder_.path() / "initdb.log", user_) == 0);
    start();
}

PostgresqlServer::~PostgresqlServer() {
    stop();
}

void PostgresqlServer::start() {
    // The machine does not lose power in a test, and waiting for the disk is most of the time.
    child_ = std::make_unique<Child>(
        std::vector<std::string>{programs_ / "postgres", "-D", folder_.path() / "data", "-k",
                                 folder_.path(), "-c", "listen_addresses=", "-c", "fsync=off", "-c",
                                 "max_connections=60"},
        folder_.path() / "server.log", user_);
    for (int attempt = 0; attempt < 600; ++attempt) {
        if (open_database(address_of("postgres"), StoreAccess::create_if_new)) {
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    FAIL("PostgreSQL does not start");
}

void PostgresqlServer::stop() {
    if (child_) {
        child_->signal(SIGQUIT);
        child_->wait();
        child_.reset();
    }
}

std::string PostgresqlServer::new_database() {
    std::string const name = "test_" + std::to_string(++database_count_);
    auto const database = open_database(address_of("postgres"), StoreAccess::create_if_new);
    REQUIRE(database.has_value());
    REQUIRE((*database)->run("CREATE DATABASE " + name).has_value());
    return address_of(name);
}

std::string PostgresqlServer::address_of(std::string const& database) const {
    return "postgresql://postgres@/" + database + "?host=" + folder_.path().string();
}

} // namespace kontingent::endpoint
