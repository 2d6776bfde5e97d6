#include "tests/endpoint/pooler.hpp"

#include "endpoint/store/database.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <thread>
#include <unistd.h>

namespace kontingent::endpoint {

namespace fs = std::filesystem;

namespace {

// postgresql://postgres@/DATABASE?host=FOLDER
std::string database_of(std::string const& address) {
    auto const begin = address.find("@/") + 2;
    return address.substr(begin, address.find('?') - begin);
}

std::string host_of(std::string const& address) {
    return address.substr(address.find("host=") + 5);
}

} // namespace

std::unique_ptr<Pooler> Pooler::before(PostgresqlServer const& server, std::string const& address) {
    for (char const* program : {"/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"}) {
        if (fs::exists(program)) {
            return std::make_unique<Pooler>(program, server, address);
        }
    }
    CHECK_MESSAGE(!fs::exists("/etc/debian_version"),
                  "PgBouncer is not installed: apt-get install pgbouncer");
    MESSAGE("SKIPPED: PgBouncer is not installed, so no pooler is tested here");
    return nullptr;
}

Pooler::Pooler(fs::path const& program, PostgresqlServer const& server,
               std::string const& address) {
    fs::path const settings = folder_.path() / "pgbouncer.ini";
    // Two sessions for many clients, used in turns.
    std::ofstream(settings) << "[databases]\n"
                            << database_of(address) << " = host=" << host_of(address)
                            << " user=postgres\n[pgbouncer]\nlisten_addr =\nunix_socket_dir = "
                            << folder_.path().string()
                            << "\nauth_type = any\npool_mode = transaction\n"
                               "default_pool_size = 2\nserver_round_robin = 1\n";
    if (server.user()) {
        REQUIRE(::chown(folder_.path().c_str(), server.user()->user, server.user()->group) == 0);
    }
    child_ = std::make_unique<Child>(std::vector<std::string>{program, settings},
                                     folder_.path() / "pgbouncer.log", server.user());
    address_ =
        "postgresql://postgres@:6432/" + database_of(address) + "?host=" + folder_.path().string();
    for (int attempt = 0; attempt < 600; ++attempt) {
        if (open_database(address_, StoreAccess::write)) {
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    FAIL("PgBouncer does not start: " << read_file(folder_.path() / "pgbouncer.log"));
}

} // namespace kontingent::endpoint
