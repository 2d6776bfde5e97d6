// Files that tests read and make.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kontingent::tests {

// Of the checkout: source_path("site/catalogue/catalogue.json").
std::string source_path(std::string_view name);

std::string content_of(std::filesystem::path const& path); // a missing file fails the test
void write_file(std::filesystem::path const& path, std::string_view content);

// A folder of its own, gone at the end of the test.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

    std::string name() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

// `text` with the first place of `from` replaced, which must be there.
std::string replaced(std::string text, std::string_view from, std::string_view to);

} // namespace kontingent::tests
