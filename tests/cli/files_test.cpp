#include "cli/files.hpp"
#include "tests/cli/files.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace kontingent;
using namespace kontingent::tests;

TEST_CASE("reading stops one byte beyond the limit") {
    std::istringstream in("12345");
    CHECK(cli::read_file("-", 3, in) == "1234");
    std::istringstream exact("123");
    CHECK(cli::read_file("-", 3, exact) == "123");
    std::istringstream empty;
    CHECK(cli::read_file("-", 3, empty) == "");
}

TEST_CASE("files are written whole, in folders that are made, over what was there") {
    Folder const folder;
    write_file(folder / "a.txt", "old and long");
    CHECK_FALSE(cli::write_files({{folder / "a.txt", "new"}, {folder / "en/b.txt", "b"}}));
    CHECK(content_of(folder / "a.txt") == "new");
    CHECK(content_of(folder / "en/b.txt") == "b");
    CHECK_FALSE(std::filesystem::exists(folder / "a.txt.new"));
}

TEST_CASE("where one file cannot be written, none is") {
    Folder const folder;
    write_file(folder / "a.txt", "old");
    write_file(folder / "file", "no folder");
    auto const error = cli::write_files({{folder / "a.txt", "new"}, {folder / "file/b.txt", "b"}});
    REQUIRE(error);
    CHECK(error->path == folder / "file/b.txt");
    CHECK_FALSE(error->reason.empty());
    CHECK(content_of(folder / "a.txt") == "old");
    CHECK_FALSE(std::filesystem::exists(folder / "a.txt.new"));
}
