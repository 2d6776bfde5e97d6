// The commands, and what they share. Each takes its words, says what is wrong on standard error,
// and returns the program's exit code.
#pragma once

#include "cli/arguments.hpp"
#include "cli/program.hpp"
#include "core/base/language.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <variant>

namespace kontingent::cli {

using Words = std::span<std::string_view const>;

struct CommandHelp {
    std::string_view name;
    std::string_view usage; // the text of --help
};

// The arguments, or the exit code where there is nothing left to do: help was wanted, or the usage
// is wrong.
std::variant<Arguments, ExitCode> arguments_of(CommandHelp const& help, Syntax const& syntax,
                                               Words words, Streams streams);

Option language_option();
Language language_of(Arguments const& arguments); // German unless chosen

ExitCode run_check(Words words, Streams streams);
ExitCode run_quote(Words words, Streams streams);
ExitCode run_compare(Words words, Streams streams);
ExitCode run_pages(Words words, Streams streams);
ExitCode run_serve(Words words, Streams streams);
ExitCode run_requests(Words words, Streams streams);

} // namespace kontingent::cli
