// A command's arguments: options with a value ("--format json" or "--format=json") and files. What
// does not fit is one sentence, because the first mistake in a command line usually explains the
// others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::cli {

enum class Need : std::uint8_t { optional, required };

struct Option {
    std::string_view name; // "--format"
    Need need = Need::optional;
    std::vector<std::string_view> choices; // any value where empty
};

// What a command takes.
struct Syntax {
    std::vector<Option> options;
    std::size_t file_count = 0; // arguments that are no options
};

class Arguments {
public:
    // "--help" anywhere before "--" makes everything else unimportant.
    static std::expected<Arguments, std::string> parse(Syntax const& syntax,
                                                       std::span<std::string_view const> words);

    bool wants_help() const { return wants_help_; }

    std::optional<std::string_view> option(std::string_view name) const;

    // Of an option that the syntax requires.
    std::string_view required(std::string_view name) const { return option(name).value_or(""); }

    std::string_view file(std::size_t index) const { return files_[index]; }

private:
    std::map<std::string_view, std::string_view> options_;
    std::vector<std::string_view> files_;
    bool wants_help_ = false;
};

} // namespace kontingent::cli
