#include "tests/cli/files.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <random>
#include <sstream>

namespace kontingent::tests {

std::string source_path(std::string_view name) {
    return std::string(KONTINGENT_SOURCE_DIR "/") + std::string(name);
}

std::string content_of(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file, "cannot read ", path.string());
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

void write_file(std::filesystem::path const& path, std::string_view content) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << content;
    file.close();
    REQUIRE_MESSAGE(file, "cannot write ", path.string());
}

Folder::Folder() {
    static auto const process = std::random_device{}();
    static std::atomic<int> count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("kontingent-test-" + std::to_string(process) + "-" + std::to_string(count++));
    REQUIRE(std::filesystem::create_directory(path_));
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    std::size_t const place = text.find(from);
    REQUIRE_MESSAGE(place != std::string::npos, "nothing to replace: ", std::string(from));
    return text.replace(place, from.size(), to);
}

} // namespace kontingent::tests
