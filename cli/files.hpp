// Reads and writes files; an error is a reason in words.
#pragma once

#include <cstddef>
#include <expected>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::cli {

// The file's text; "-" is standard input. Reading stops one byte beyond `bytes_max`, so that the
// reader of the text finds it too large. The error is a reason: "No such file or directory".
std::expected<std::string, std::string> read_file(std::string_view path, std::size_t bytes_max,
                                                  std::istream& in);

struct FileToWrite {
    std::filesystem::path path;
    std::string content;
};

struct WriteError {
    std::filesystem::path path;
    std::string reason;
};

// Writes each file under a temporary name first and renames them when all are written, so that none
// is ever incomplete. Creates missing folders.
std::optional<WriteError> write_files(std::vector<FileToWrite> const& files);

} // namespace kontingent::cli
