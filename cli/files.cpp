#include "cli/files.hpp"

#include <cerrno>
#include <fstream>
#include <istream>
#include <system_error>

namespace kontingent::cli {
namespace {

std::string reason_of_errno() {
    return errno == 0 ? "input/output error"
                      : std::error_code(errno, std::generic_category()).message();
}

std::expected<std::string, std::string> read_stream(std::istream& in, std::size_t bytes_max) {
    std::string text(bytes_max + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad()) {
        return std::unexpected(reason_of_errno());
    }
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

std::filesystem::path temporary_name(std::filesystem::path const& path) {
    std::filesystem::path name = path;
    name += ".new";
    return name;
}

std::optional<WriteError> write_temporary(FileToWrite const& file) {
    std::error_code error;
    std::filesystem::create_directories(file.path.parent_path(), error);
    if (error) {
        return WriteError{file.path, error.message()};
    }
    errno = 0;
    std::ofstream out(temporary_name(file.path), std::ios::binary | std::ios::trunc);
    out.write(file.content.data(), static_cast<std::streamsize>(file.content.size()));
    out.close();
    if (!out) {
        return WriteError{file.path, reason_of_errno()};
    }
    return std::nullopt;
}

} // namespace

std::expected<std::string, std::string> read_file(std::string_view path, std::size_t bytes_max,
                                                  std::istream& in) {
    errno = 0;
    if (path == "-") {
        return read_stream(in, bytes_max);
    }
    std::filesystem::path const name(path);
    std::error_code error;
    if (std::filesystem::is_directory(name, error)) {
        return std::unexpected(std::make_error_code(std::errc::is_a_directory).message());
    }
    errno = 0;
    std::ifstream file(name, std::ios::binary);
    if (!file) {
        return std::unexpected(reason_of_errno());
    }
    return read_stream(file, bytes_max);
}

std::optional<WriteError> write_files(std::vector<FileToWrite> const& files) {
    std::optional<WriteError> error;
    for (FileToWrite const& file : files) {
        error = error ? error : write_temporary(file);
    }
    std::error_code reason;
    for (FileToWrite const& file : files) {
        if (error) {
            std::filesystem::remove(temporary_name(file.path), reason);
            continue;
        }
        std::filesystem::rename(temporary_name(file.path), file.path, reason);
        if (reason) {
            error = WriteError{file.path, reason.message()};
        }
    }
    return error;
}

} // namespace kontingent::cli
