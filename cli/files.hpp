// Reading and writing files, with a reason in words where it fails.
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

// The file's text; "-" is standard input. Reading stops one byte beyond `bytes_max`, so that
// whoever judges the text sees that it is too large. The error is a reason: "No such file or
// directory".
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

// Each file whole: all go to temporary names first, and take their places when all are written.
// Folders are made.
std::optional<WriteError> write_files(std::vector<FileToWrite> const& files);

} // namespace kontingent::cli
