#include "tests/endpoint/test_site.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace kontingent::endpoint {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "kontingent-endpoint-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
}

void TemporaryFolder::write(std::string_view name, std::string_view text) const {
    fs::path const path = path_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

std::string read_file(fs::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

TestSite::TestSite(ServerLimits const& limits) {
    std::string const page =
        "<!DOCTYPE html><meta http-equiv=\"Content-Security-Policy\" content=\"" +
        std::string(page_policy) + "\"><title>Start</title>";
    folder_.write("site/index.html", page);
    folder_.write("site/en/index.html", page + "<p>English</p>");
    folder_.write("site/assets/page.1a2b3c4d.css", "body{margin:0}");
    folder_.write("site/assets/page.1a2b3c4d.css.br", "compressed");
    folder_.write("site/assets/plain.css", "p{margin:0}");
    folder_.write("site/assets/portal.0123abcd.wasm", std::string("\0asm", 4));
    folder_.write("site/assets/inter-400.89ab01cd.ttf", "font");
    folder_.write("site/catalogue.json", "{}");
    folder_.write("site/manifest.webmanifest", "{}");
    folder_.write("site/a b.txt", "blank");
    folder_.write("site/.hidden", "secret");
    folder_.write("site/.git/config", "secret");
    folder_.write("site/index.html~", "secret");
    folder_.write("site/assets/old~/page.css", "secret");
    folder_.write("site/template/page.html", "secret");
    folder_.write("site/en/template/page.html", "a page of that name");
    folder_.write("secret.txt", "secret");
    folder_.write("site-secret/file.txt", "secret");
    fs::create_symlink("../secret.txt", site() / "link.txt");
    fs::create_directory_symlink("..", site() / "up");
    fs::create_symlink("en/index.html", site() / "inner.html");
    fs::create_symlink(".hidden", site() / "visible.txt");

    auto const listener = open_listener({.host = "127.0.0.1", .port = 0});
    REQUIRE(listener.has_value());
    application_ = std::make_unique<Application>(site());
    auto server = Server::start(*listener, limits, *application_);
    REQUIRE(server.has_value());
    server_ = std::move(*server);
}

} // namespace kontingent::endpoint
