// A SQLite store is not lost: not by moving its file, not by reading it, not by copying it. And
// what was erased is gone.
#include "endpoint/store/email.hpp"
#include "endpoint/store/housekeeping.hpp"
#include "endpoint/store/schema.hpp"
#include "endpoint/store/sqlite_backup.hpp"
#include "endpoint/store/store_file.hpp"
#include "tests/endpoint/program.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace kontingent::endpoint {

namespace fs = std::filesystem;

namespace {

std::string body() {
    return question_request().dump();
}

std::size_t count_in(std::string const& store) {
    Store read(store, {}, StoreAccess::read);
    std::size_t count = 0;
    REQUIRE(read.for_each({}, [&](StoredRequest const&) { ++count; }).has_value());
    return count;
}

bool holds(fs::path const& folder, std::string_view text) {
    return std::ranges::any_of(fs::directory_iterator(folder),
                               [&](fs::directory_entry const& entry) {
                                   return entry.is_regular_file() &&
                                          read_file(entry.path()).find(text) != std::string::npos;
                               });
}

// Half a minute is a guard against hanging, no measure.
template <class Condition>
bool wait_for(Condition const& condition) {
    for (int i = 0; i < 600 && !condition(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return condition();
}

void refuses_a_store_migrated_meanwhile(FreshStore const& fresh) {
    TestEndpoint const endpoint(fresh.address());
    // Several times, so that the statement is one that is prepared.
    for (std::string const key : {"before-upgrade-1", "before-upgrade-2", "before-upgrade-3"}) {
        REQUIRE(endpoint.post(body(), key).status == 201);
    }
    {
        auto const newer = open_database(fresh.address(), StoreAccess::write);
        REQUIRE(newer.has_value());
        REQUIRE((*newer)->run("INSERT INTO schema_versions (version) VALUES (99)").has_value());
    }
    CHECK(endpoint.post(body(), "after-the-upgrade").status == 503);
    CHECK(fetch(endpoint.port(), "GET", "/readyz").status == 503);
}

} // namespace

TEST_CASE("a store's file that goes away under a running server is noticed, the log says why, and "
          "nothing is made in its place") {
    struct Row {
        std::string_view name;
        std::function<void(fs::path const&)> go;
        std::string_view reason; // in the log
    };

    for (Row const& row : std::vector<Row>{
             {"moved", [](fs::path const& file) { fs::rename(file, file.string() + ".moved"); },
              "was moved or deleted"},
             {"deleted", [](fs::path const& file) { fs::remove(file); }, "was moved or deleted"},
             {"truncated", [](fs::path const& file) { fs::resize_file(file, 0); }, "truncated"},
             {"replaced by an empty file",
              // In one step: the server looks at any time.
              [](fs::path const& file) {
                  std::string const empty = file.string() + ".empty";
                  std::ofstream(empty).close();
                  fs::rename(empty, file);
              },
              "another file"},
         }) {
        CAPTURE(row.name);
        FreshStore const fresh(FreshStore::Kind::sqlite);
        Program program(fresh.address());
        program.start();
        auto const post = [&](std::string const& key) {
            return fetch(program.port(), "POST", "/requests",
                         "Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\n",
                         body())
                .status;
        };
        REQUIRE(post("before-it-goes") == 201);
        row.go(fresh.address());
        auto const size = fs::exists(fresh.address()) ? fs::file_size(fresh.address()) : 0;
        for (int i = 0; i < 3; ++i) {
            CHECK(post("while-it-is-gone") == 503);
        }
        CHECK((fs::exists(fresh.address()) ? fs::file_size(fresh.address()) : 0) == size);
        if (row.name == "moved") {
            fs::rename(fresh.address() + ".moved", fresh.address());
            CHECK(wait_for([&] { return post("while-it-is-gone") / 100 == 2; }));
            CHECK(count_in(fresh.address()) == 2);
        }
        CHECK(program.stop() == 0);
        std::string const log = read_file(program.log_file());
        CAPTURE(log);
        auto const line = log.find("\"event\":\"store_unavailable\"");
        REQUIRE(line != std::string::npos);
        std::string const first = log.substr(line, log.find('\n', line) - line);
        CHECK(first.find(fresh.address()) != std::string::npos);
        CHECK(first.find(row.reason) != std::string::npos);
    }
}

TEST_CASE("another program that opens and closes the store leaves a running server its log") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    Program program(fresh.address());
    program.start();
    REQUIRE(fetch(program.port(), "POST", "/requests",
                  "Content-Type: application/json\r\nIdempotency-Key: before-the-other\r\n", body())
                .status == 201);
    // The last to close a store moves its log into the file and deletes it. Whether others have it
    // open shows in their locks, which a process loses when it closes the file by any other way
    // than SQLite's.
    std::string const log = fresh.address() + "-wal";
    auto const identity = file_identity(log);
    REQUIRE_FALSE(identity.empty());
    for (int i = 0; i < 3; ++i) {
        CHECK(run_program({KONTINGENT_PROGRAM, "requests", "erase", "--store", fresh.address(),
                           "nobody@example.org"},
                          "/dev/null") == 1);
        CHECK(file_identity(log) == identity);
    }
    CHECK(program.stop() == 0);
}

TEST_CASE("another store in the place of the one a program was started with is refused") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint const endpoint(fresh.address());
    REQUIRE(endpoint.post(body(), "in-the-first").status == 201);
    std::string const other = fresh.address() + ".other";
    REQUIRE(Store(other, {}).check().has_value());
    fs::rename(fresh.address(), fresh.address() + ".moved");
    fs::rename(other, fresh.address());
    CHECK(endpoint.post(body(), "in-the-other").status == 503);
    std::this_thread::sleep_for(std::chrono::milliseconds(600)); // past the pool's pause
    CHECK(endpoint.post(body(), "in-the-other").status == 503);
}

TEST_CASE("a store is made only where none can have been lost") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    CHECK_FALSE(Store(fresh.address(), {}, StoreAccess::read).check().has_value());
    CHECK_FALSE(Store(fresh.address(), {}, StoreAccess::write).check().has_value());
    CHECK_FALSE(fs::exists(fresh.address()));
    ::mode_t const before = ::umask(0);
    CHECK(Store(fresh.address(), {}, StoreAccess::create_if_new).check().has_value());
    ::umask(before);
    for (auto const& entry : fs::directory_iterator(fresh.folder())) {
        CAPTURE(entry.path());
        CHECK((entry.status().permissions() & fs::perms::mask) ==
              (fs::perms::owner_read | fs::perms::owner_write));
    }
    fs::remove(fresh.address());
    auto const refused = Store(fresh.address(), {}, StoreAccess::create_if_new).check();
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().sentence.find("--create-store") != std::string::npos);
    CHECK_FALSE(fs::exists(fresh.address()));
    CHECK(Store(fresh.address(), {}, StoreAccess::create).check().has_value());
}

TEST_CASE("a store that others may read is its owner's alone once it is opened") {
    for (auto const mode : {0644U, 0666U, 0640U, 0600U}) {
        CAPTURE(mode);
        FreshStore const fresh(FreshStore::Kind::sqlite);
        auto const mode_of = [](std::string const& file) {
            return static_cast<unsigned>(fs::status(file).permissions() & fs::perms::mask);
        };
        {
            auto const old = open_database(fresh.address(), StoreAccess::create);
            REQUIRE(old.has_value());
            REQUIRE(migrate(**old, 2).has_value());
        }
        REQUIRE(::chmod(fresh.address().c_str(), mode) == 0);
        CHECK(count_in(fresh.address()) == 0);
        CHECK(mode_of(fresh.address()) == mode); // reading changes nothing
        Store store(fresh.address(), {});
        REQUIRE(store.check_writable().has_value());
        for (std::string const ending : {"", "-wal", "-shm"}) {
            CHECK(mode_of(fresh.address() + ending) == 0600U);
        }
    }
}

TEST_CASE("what root backs up and restores belongs to the folder's owner") {
    if (::geteuid() != 0) {
        MESSAGE("SKIPPED: only root can give files to another user");
        return;
    }
    constexpr ::uid_t owner = 61'234;
    FreshStore const fresh(FreshStore::Kind::sqlite);
    REQUIRE(Store(fresh.address(), {}).check().has_value());
    TemporaryFolder const other;
    REQUIRE(::chown(other.path().c_str(), owner, owner) == 0);
    std::string const store = other.path() / "requests.sqlite";
    REQUIRE(backup_sqlite(fresh.address(), other.path() / "backup.sqlite").has_value());
    REQUIRE(restore_sqlite(store, fresh.address()).has_value()); // where there is none
    REQUIRE(restore_sqlite(store, fresh.address()).has_value()); // and over one, which is kept
    std::size_t count = 0;
    for (auto const& entry : fs::directory_iterator(other.path())) {
        CAPTURE(entry.path());
        struct stat status{};
        REQUIRE(::stat(entry.path().c_str(), &status) == 0);
        CHECK(status.st_uid == owner);
        CHECK((status.st_mode & 0777U) == 0600U);
        ++count;
    }
    CHECK(count == 4); // the store, its note, what was there before, the backup
}

TEST_CASE("reading writes nothing, also of an older store") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    {
        auto const old = open_database(fresh.address(), StoreAccess::create);
        REQUIRE(old.has_value());
        REQUIRE(migrate(**old, 2).has_value());
        REQUIRE((*old)
                    ->run("INSERT INTO requests (reference, key_hash, received_at, kind, language, "
                          "email, request, answer) VALUES ('K-OLD', 'key', '2026', 'question', "
                          "'de', 'Käthe@Straße.example', '{}', 'old answer')")
                    .has_value());
    }
    auto const files = [&] {
        std::map<std::string, std::string> all;
        for (auto const& entry : fs::directory_iterator(fresh.folder())) {
            all[entry.path()] = read_file(entry.path());
        }
        return all;
    };
    auto const before = files();
    fs::permissions(fresh.folder(), fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(count_in(fresh.address()) == 1);
    {
        Store store(fresh.address(), {}, StoreAccess::read);
        CHECK(store.waiting_notifications()->empty());
        std::vector<std::string> found;
        REQUIRE(store
                    .for_each({.reference = "", .email = "KÄTHE@STRASSE.example"},
                              [&](StoredRequest const& one) { found.push_back(one.reference); })
                    .has_value());
        CHECK(found == std::vector<std::string>{"K-OLD"});
        CHECK_FALSE(
            store.erase({.reference_or_email = "K-OLD", .received_before = ""}).has_value());
    }
    fs::permissions(fresh.folder(), fs::perms::owner_all);
    CHECK(files() == before);
}

TEST_CASE("a program that runs refuses a store that a newer one has migrated") {
    on_each_store(refuses_a_store_migrated_meanwhile);
}

TEST_CASE(
    "a backup taken while requests come in is whole, and can be restored while a server runs") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    FreshStore const elsewhere(FreshStore::Kind::sqlite);
    TestEndpoint const endpoint(fresh.address());
    REQUIRE(endpoint.post(body(), "before-the-backup").status == 201);
    std::atomic<bool> is_done = false;
    std::thread sender([&] {
        for (int i = 0; !is_done; ++i) {
            endpoint.post(body(), "under-load-" + std::to_string(i));
        }
    });
    std::size_t last = 0;
    for (int i = 0; i < 5; ++i) {
        std::string const copy = (elsewhere.folder() / ("copy-" + std::to_string(i))).string();
        auto const done = backup_sqlite(fresh.address(), copy);
        CAPTURE(done.has_value() ? "" : done.error().sentence);
        CHECK(done.has_value());
        CHECK(count_in(copy) >= last);
        last = count_in(copy);
        CHECK_FALSE(backup_sqlite(fresh.address(), copy).has_value()); // overwrites nothing
    }
    is_done = true;
    sender.join();

    std::string const copy = (elsewhere.folder() / "copy-4").string();
    auto const kept = restore_sqlite(fresh.address(), copy);
    REQUIRE(kept.has_value());
    CHECK(count_in(*kept) >= last);
    RawAnswer answer;
    CHECK(wait_for([&] {
        answer = endpoint.post(body(), "after-the-restore");
        return answer.status / 100 == 2;
    }));
    CAPTURE(answer.status);
    CAPTURE(answer.body);
    CHECK(answer.status / 100 == 2);
    CHECK(count_in(fresh.address()) == last + 1);
    // On another machine, where there is none yet.
    REQUIRE(restore_sqlite(elsewhere.address(), copy).has_value());
    CHECK(count_in(elsewhere.address()) == last);
}

TEST_CASE("e-mail addresses are the same in any case and Unicode form") {
    CHECK(comparable_email("KÄTHE@Beispiel.example") == comparable_email("käthe@beispiel.EXAMPLE"));
    CHECK(comparable_email("ka\xcc\x88the@a.example") == comparable_email("käthe@a.example"));
    CHECK(comparable_email("ΣΊΣΥΦΟΣ@a.example") == comparable_email("σίσυφος@a.example"));
    CHECK(comparable_email(" a@b.example ") == "a@b.example");
    CHECK(comparable_email("a@b.example") != comparable_email("ä@b.example"));
    CHECK(comparable_email("\xff@B.example") == "\xff@b.example");
    CHECK(comparable_reference(" k-7f3qx-2m9pt") == "K-7F3QX-2M9PT");
}

TEST_CASE("an erasure that a reader holds up says so, and the server finishes it") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    nlohmann::json request = question_request();
    request["contact"]["name"] = "a-very-particular-name";
    TestEndpoint endpoint(fresh.address());
    REQUIRE(endpoint.post(request.dump(), "to-be-erased").status == 201);
    {
        auto const reader = open_database(fresh.address(), StoreAccess::read);
        REQUIRE(reader.has_value());
        REQUIRE((*reader)->run("BEGIN").has_value());
        REQUIRE((*reader)->run("SELECT COUNT(*) FROM requests").has_value());
        Store store(fresh.address(), {}, StoreAccess::write);
        auto const erasure =
            store.erase({.reference_or_email = "KAETHE@beispiel.EXAMPLE", .received_before = ""});
        REQUIRE(erasure.has_value());
        CHECK(erasure->references.size() == 1);
        CHECK(erasure->delay.has_value());
    }
    Housekeeping const housekeeping(endpoint.store(), {.tidy = std::chrono::milliseconds(20),
                                                       .erase = std::chrono::milliseconds(50)});
    CHECK(wait_for([&] { return !holds(fresh.folder(), "a-very-particular-name"); }));
}

TEST_CASE("what is older than a time is erased, and listed before") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    Store store(fresh.address(), {});
    for (std::string const day : {"01", "02", "03"}) {
        NewRequest request;
        request.reference = "K-" + day;
        request.key_hash = day;
        request.body_hash = day;
        request.received_at = "2026-11-" + day + "T10:00:00.000Z";
        request.kind = "question";
        request.language = "de";
        request.request = "{}";
        request.answer = "{}";
        REQUIRE(store.insert(request).has_value());
    }
    EraseScope const scope{.reference_or_email = "", .received_before = "2026-11-02T10:00:00.000Z"};
    CHECK(store.find_erasable(scope) == std::vector<std::string>{"K-01"});
    CHECK(store.erase(scope)->references == std::vector<std::string>{"K-01"});
    CHECK(store.find_erasable(scope)->empty());
}

} // namespace kontingent::endpoint
