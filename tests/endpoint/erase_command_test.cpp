// `kontingent requests erase` where something holds it up: what it prints, its exit code, and that
// the text is gone once it says so.
#include "endpoint/store/store.hpp"
#include "tests/endpoint/run_command.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace kontingent::endpoint {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> const erase_words{"requests", "erase", "kaethe@beispiel.example"};

// The reference of a request of the person that `erase_words` names, with this in its text.
std::string place(TestEndpoint const& endpoint, std::string const& text) {
    nlohmann::json request = question_request();
    request["message"] = text;
    request["contact"]["email"] = "kaethe@beispiel.example";
    RawAnswer const answer = endpoint.post(request.dump(), "erase-" + text.substr(0, 20));
    REQUIRE(answer.status == 201);
    return nlohmann::json::parse(answer.body).at("reference");
}

// Asks another program: a process that closes a file drops the locks that it has on it through
// SQLite.
bool holds(fs::path const& folder, std::string const& text) {
    return run_program({"/bin/grep", "-rqaF", text, folder.string()}, "/dev/null") == 0;
}

} // namespace

TEST_CASE("commands: an erasure that a reader of SQLite's log holds up says so, and is finished by "
          "running it again") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint const endpoint(fresh.address());
    place(endpoint, "a-very-particular-text");
    {
        auto const reader = open_database(fresh.address(), StoreAccess::read);
        REQUIRE(reader.has_value());
        REQUIRE((*reader)->run("BEGIN").has_value());
        REQUIRE((*reader)->run("SELECT COUNT(*) FROM requests").has_value());
        Run const held_up = run(erase_words, fresh);
        CAPTURE(held_up.text);
        CHECK(held_up.exit_code == 1);
        CHECK(held_up.says("1 request erased from the tables, but not yet from the store’s log"));
        CHECK(held_up.says("another program is reading the store"));
        CHECK(held_up.says("End what reads the store and run this again"));
        CHECK(held_up.says("\"event\":\"erased\""));
        CHECK(holds(fresh.folder(), "a-very-particular-text"));
        CHECK(run(erase_words, fresh).exit_code == 1); // still
    }
    Run const again = run(erase_words, fresh);
    CAPTURE(again.text);
    CHECK(again.exit_code == 0);
    CHECK(again.says("an earlier erasure is finished now"));
    CHECK_FALSE(holds(fresh.folder(), "a-very-particular-text"));
    Run const nothing = run(erase_words, fresh);
    CHECK(nothing.exit_code == 1);
    CHECK(nothing.says("nothing was erased"));
}

TEST_CASE("commands: an erasure that a full disk holds up names the disk, and no reader") {
    struct Row {
        std::string_view name;
        bool has_room_for_log;
        std::string_view said;
        bool is_erased_from_tables;
    };

    for (Row const& row :
         {Row{"no room for the log", false, "SQLite: disk I/O error", false},
          // The last pages of the tables are only in the log, and the file has no room for them.
          Row{"no room for the file", true,
              "1 request erased from the tables, but not yet from the store’s log", true}}) {
        CAPTURE(row.name);
        FreshStore const fresh(FreshStore::Kind::sqlite);
        TestEndpoint endpoint(fresh.address());
        auto const fill = [&](int from, int to) {
            for (int i = from; i < to; ++i) {
                place(endpoint, std::to_string(i) + "-filling-" + std::string(4000, 'x'));
            }
        };
        fill(0, 100);
        endpoint.store().tidy(); // into the file
        auto const file_bytes = fs::file_size(fresh.address());
        fill(100, 110);
        std::string const last = place(endpoint, "a-very-particular-text");
        REQUIRE(fs::file_size(fresh.address()) == file_bytes);
        auto const room = std::to_string(row.has_room_for_log ? file_bytes : 4096);
        std::vector<std::string> const words{"requests", "erase", last};
        Run const full = run(words, fresh, {"/usr/bin/prlimit", "--fsize=" + room + ":"});
        CAPTURE(full.text);
        CHECK(full.exit_code == 1);
        CHECK(full.says(row.said));
        CHECK(full.says("the disk is full"));
        CHECK(full.says("\"event\":\"erased\"") == row.is_erased_from_tables);
        CHECK_FALSE(full.says("reading the store"));
        CHECK_FALSE(full.says("End what reads the store"));
        CHECK(run({"requests", "show", last}, fresh).says("a-very-particular-text") !=
              row.is_erased_from_tables);
        // With room again.
        Run const again = run(words, fresh);
        CAPTURE(again.text);
        CHECK(again.exit_code == 0);
        CHECK_FALSE(holds(fresh.folder(), "a-very-particular-text"));
    }
}

TEST_CASE("commands: an erasure whose VACUUM PostgreSQL puts off succeeds, and says so") {
    FreshStore const fresh(FreshStore::Kind::postgresql);
    if (!fresh.is_there()) {
        return;
    }
    TestEndpoint const endpoint(fresh.address());
    place(endpoint, "a-very-particular-text");
    auto const other = open_database(fresh.address(), StoreAccess::write);
    REQUIRE(other.has_value());
    // Of sessions that begin from now on: VACUUM gives up quickly.
    REQUIRE((*other)
                ->run("DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout = 50', "
                      "current_database()); END $do$")
                .has_value());
    auto const transaction = Transaction::begin(**other);
    REQUIRE(transaction.has_value());
    // VACUUM waits for it; those that read and write do not.
    REQUIRE((*other)->run("LOCK TABLE requests IN SHARE UPDATE EXCLUSIVE MODE").has_value());
    Run const erased = run(erase_words, fresh);
    CAPTURE(erased.text);
    CHECK(erased.exit_code == 0);
    CHECK(erased.says("1 request erased\n"));
    CHECK(erased.says("PostgreSQL could not vacuum just now"));
    CHECK_FALSE(erased.says("End what reads"));
}

} // namespace kontingent::endpoint
