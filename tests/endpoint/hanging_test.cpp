// Nothing hangs: not behind a log that nobody reads, not without file descriptors. And what cannot
// be served is refused at the start.
#include "endpoint/base/log.hpp"
#include "endpoint/base/log_writer.hpp"
#include "endpoint/store/sqlite_backup.hpp"
#include "tests/endpoint/program.hpp"
#include "tests/endpoint/sample_requests.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace kontingent::endpoint {

namespace fs = std::filesystem;

namespace {

// A store of several pages, of which one in the middle is overwritten.
void make_broken_store(std::string const& file) {
    {
        Store store(file, {}, StoreAccess::create);
        for (int i = 0; i < 100; ++i) {
            REQUIRE(store.insert(sample_request(std::to_string(i))).has_value());
        }
        REQUIRE(backup_sqlite(file, file + ".whole").has_value());
    }
    fs::rename(file + ".whole", file);
    constexpr std::streamoff page_bytes = 4096;
    REQUIRE(fs::file_size(file) > 8 * page_bytes);
    std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
    for (std::streamoff page = 4; page < 8; ++page) {
        bytes.seekp(page * page_bytes);
        bytes << std::string(page_bytes, 'x');
    }
}

std::int64_t processor_ticks(pid_t process) {
    std::string const text = read_file("/proc/" + std::to_string(process) + "/stat");
    std::istringstream fields(text.substr(text.rfind(')') + 2)); // a name may hold blanks
    std::string skipped;
    for (int i = 0; i < 11; ++i) {
        fields >> skipped;
    }
    std::int64_t in_program = 0;
    std::int64_t in_kernel = 0;
    fields >> in_program >> in_kernel;
    return in_program + in_kernel;
}

// How much of one processor it uses from now on.
std::int64_t busy_percent(pid_t process, std::chrono::milliseconds time) {
    std::int64_t const before = processor_ticks(process);
    std::this_thread::sleep_for(time);
    std::int64_t const used = processor_ticks(process) - before;
    return used * 100 * 1000 / ::sysconf(_SC_CLK_TCK) / time.count();
}

} // namespace

TEST_CASE("a log that nobody reads stops nothing, and says what it has dropped") {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    std::string text;
    {
        LogWriter writer(ends[1], 100);
        for (int i = 0; i < 20'000; ++i) {
            writer.write(std::string(100, 'x') + "\n"); // two megabytes into a pipe of 64 KiB
        }
        std::array<char, 65'536> bytes{};
        while (text.find("log_lines_dropped") == std::string::npos) {
            writer.write("more\n");
            ssize_t const count = ::read(ends[0], bytes.data(), bytes.size());
            REQUIRE(count > 0);
            text.append(bytes.data(), static_cast<std::size_t>(count));
        }
    }
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_CASE("running out of file descriptors is a refusal, and passes") {
    TestSite const site;
    CHECK(fetch(site.port(), "GET", "/assets/plain.css").status == 200);
    rlimit limit{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &limit) == 0);
    RawClient waiting(site.port()); // a connection that is open already
    std::vector<int> taken;
    for (int number = 0; (number = ::open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0;) {
        taken.push_back(number);
        if (taken.size() > 100'000) {
            break;
        }
    }
    if (taken.size() <= 100'000) {
        waiting.send("GET /assets/plain.css HTTP/1.1\r\nHost: a\r\n\r\n");
        CHECK(waiting.read_answer().status == 200); // known already, and not changed
        waiting.send("GET /manifest.webmanifest HTTP/1.1\r\nHost: a\r\n\r\n");
        CHECK(waiting.read_answer().status == 503);
    }
    for (int const number : taken) {
        ::close(number);
    }
    waiting.send("GET /manifest.webmanifest HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(waiting.read_answer().status == 200);
    CHECK(fetch(site.port(), "GET", "/healthz").status == 200);
}

TEST_CASE("a connection for which there is no file descriptor is refused with 503") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    Program program(fresh.address());
    program.start();
    REQUIRE(fetch(program.port(), "GET", "/healthz").status == 200); // all is open by now
    std::string const id = std::to_string(program.process().id());
    // Room for a few connections: there may be gaps below the highest number.
    int limit = 0;
    for (int room = 0; room < 4; ++limit) {
        room += fs::exists("/proc/" + id + "/fd/" + std::to_string(limit)) ? 0 : 1;
    }
    REQUIRE(
        run_program({"/usr/bin/prlimit", "--nofile=" + std::to_string(limit) + ":", "--pid", id},
                    "/dev/null") == 0);
    constexpr std::string_view request = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";
    std::vector<std::unique_ptr<RawClient>> served;
    int refused = 0;
    for (int i = 0; i < 20 && refused < 3; ++i) {
        auto client = std::make_unique<RawClient>(program.port());
        client->send(request);
        RawAnswer const answer = client->read_answer();
        if (answer.status == 200) {
            served.push_back(std::move(client));
            continue;
        }
        ++refused;
        CHECK(answer.status == 503);
        CHECK(answer.header("content-type") == "application/problem+json");
    }
    CHECK(refused == 3);
    // More that wait to be accepted keep no processor busy.
    {
        std::vector<std::unique_ptr<RawClient>> waiting;
        for (int i = 0; i < 10; ++i) {
            waiting.push_back(std::make_unique<RawClient>(program.port()));
        }
        CHECK(busy_percent(program.process().id(), std::chrono::seconds(2)) < 20);
    }
    REQUIRE_FALSE(served.empty());
    // Those that are connected are served all the same.
    served.front()->send(request);
    CHECK(served.front()->read_answer().status == 200);
    served.clear();
    int status = 0;
    for (int attempt = 0; attempt < 600 && status != 200; ++attempt) {
        status = fetch(program.port(), "GET", "/healthz").status;
        std::this_thread::sleep_for(std::chrono::milliseconds(status == 200 ? 0 : 50));
    }
    CHECK(status == 200);
    CHECK(program.stop() == 0);
    std::string const log = read_file(program.log_file());
    auto const first = log.find("out_of_file_descriptors");
    CHECK(first != std::string::npos);
    CHECK(log.find("out_of_file_descriptors", first + 1) == std::string::npos); // once a minute
}

TEST_CASE("no password of a store's address is said, whatever the address looks like") {
    for (std::string const& store : std::vector<std::string>{
             "postgresql://user:tell-tale@127.0.0.1:1/requests",
             "postgresql://user:tell%2Dtale@127.0.0.1:1/requests",
             "postgresql://127.0.0.1:1/requests?user=a&password=tell-tale",
             "postgresql://user:tell-tale@127.0.0.1:1/requests?nonsense=tell-tale",
             "postgresql://user:tell-tale@[::1:1/requests",
             "postgresql://user:tell-tale/a@127.0.0.1:1/requests",
             "postgresql://user:a@tell-tale@127.0.0.1:1/requests",
             "postgresql://user:a?tell-tale@127.0.0.1:1/requests",
         }) {
        CAPTURE(store);
        TemporaryFolder const folder;
        folder.write("index.html", "<!DOCTYPE html><title>Start</title>");
        auto const log = folder.path() / "log";
        // Where the address can be read, the server starts, and waits for the database.
        Child program({KONTINGENT_PROGRAM, "serve", "--listen", "127.0.0.1:0", "--site",
                       folder.path().string(), "--catalogue", sample_catalogue_file().string(),
                       "--store", store},
                      log);
        for (int i = 0;
             i < 600 && program.is_running() && read_file(log).find("store") == std::string::npos;
             ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        program.signal(SIGTERM);
        program.wait();
        std::string const said = read_file(log);
        CHECK(said.find("PostgreSQL") != std::string::npos);
        CHECK(said.find("tell") == std::string::npos);
    }
}

TEST_CASE("what cannot be served ends the start with exit 1") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TemporaryFolder const folder;
    folder.write("site/index.html", "<!DOCTYPE html><title>Start</title>");
    folder.write("empty/readme", "");
    folder.write("damaged.sqlite", "this is no database at all, but long enough to look at");
    std::string const site = folder.path() / "site";
    std::string const catalogue = sample_catalogue_file();
    std::string const& store = fresh.address();

    struct Row {
        std::string name;
        std::vector<std::string> options;
        std::string said;
    };

    std::string const broken = folder.path() / "broken.sqlite";
    make_broken_store(broken);
    for (Row const& row : std::vector<Row>{
             {"no site", {"--site", "/nonexistent"}, "does not exist"},
             {"a folder that is no site", {"--site", folder.path() / "empty"}, "no index.html"},
             {"no catalogue", {"--site", site, "--store", store}, "catalogue"},
             {"a catalogue with errors",
              {"--site", site, "--store", store, "--catalogue", folder.path() / "damaged.sqlite"},
              "catalogue"},
             {"a store in the site",
              {"--site", site, "--catalogue", catalogue, "--store", site + "/requests.sqlite"},
              "inside the site"},
             {"a store that is none",
              {"--site", site, "--catalogue", catalogue, "--store",
               folder.path() / "damaged.sqlite"},
              "no SQLite database"},
             {"a store with a broken page",
              {"--site", site, "--catalogue", catalogue, "--store", broken},
              "is damaged"},
             {"a store of an unknown scheme",
              {"--site", site, "--catalogue", catalogue, "--store", "mysql://user:tell-tale@a/b"},
              "mysql"},
             {"a proxy that is no address",
              {"--site", site, "--catalogue", catalogue, "--store", store, "--trust-proxy",
               "proxy"},
              "--trust-proxy"},
             {"an origin with a path",
              {"--site", site, "--catalogue", catalogue, "--store", store, "--allow-origin",
               "https://a.example/b"},
              "--allow-origin"},
         }) {
        CAPTURE(row.name);
        std::vector<std::string> words{KONTINGENT_PROGRAM, "serve", "--listen", "127.0.0.1:0"};
        words.insert(words.end(), row.options.begin(), row.options.end());
        fs::path const log = folder.path() / "log";
        fs::remove(log);
        CHECK(run_program(words, log) == 1);
        CHECK(read_file(log).find(row.said) != std::string::npos);
        CHECK(read_file(log).find("tell-tale") == std::string::npos);
    }
}

} // namespace kontingent::endpoint
