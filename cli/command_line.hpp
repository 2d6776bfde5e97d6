// What the program's commands take: CLI11 reads it and writes the help. A command describes itself
// through these classes, so that one file compiles the library, maps its exceptions to our
// sentences, and decides the exit code.
#pragma once

#include "cli/program.hpp"
#include "core/base/language.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): the library names it so
class App;
class Option;
} // namespace CLI

namespace kontingent::cli {

// What runs once the arguments are read.
using Action = std::function<ExitCode(Streams)>;

// `summary` is a line of the list of commands; `details` follow the options in the command's help.
struct CommandHelp {
    std::string_view name;
    std::string_view summary;
    std::string_view details;
};

// "--format", "FILE", and a sentence that may have several lines.
struct OptionHelp {
    std::string_view name;
    std::string_view value;
    std::string_view text;
};

// A command under construction. Values are written to the given places when the command line is
// read, so those must live as long as the action that uses them; a place keeps what it holds where
// an option is not given.
class Command {
public:
    explicit Command(CLI::App& app, Action& chosen) : app_(&app), chosen_(&chosen) {}

    Command subcommand(CommandHelp const& help) const;

    // A required argument that is no option. `help.name` is its name in the help.
    Command const& file(OptionHelp const& help, std::string& value) const;
    Command const& optional_file(OptionHelp const& help, std::string& value) const;
    // Without a value: given or not.
    Command const& flag(OptionHelp const& help, bool& value) const;
    Command const& required(OptionHelp const& help, std::string& value) const;
    Command const& optional(OptionHelp const& help, std::string& value) const;
    Command const& optional(OptionHelp const& help, std::optional<std::string>& value) const;
    // Values separated by commas; the option may be repeated.
    Command const& list(OptionHelp const& help, std::vector<std::string>& values) const;
    // A whole number from 0 to `maximum`.
    Command const& number(OptionHelp const& help, unsigned maximum, unsigned& value) const;
    Command const& choice(OptionHelp const& help, std::vector<std::string> const& choices,
                          std::string& value) const;
    Command const& choice(OptionHelp const& help, std::vector<std::string> const& choices,
                          std::optional<std::string>& value) const;
    // --language, of `text` ("language of errors").
    Command const& language(std::string_view text, Language& value) const;

    // Every option so far may also come from the environment (KONTINGENT_MAIL_TO for --mail-to) and
    // from a file named with --config, "mail-to = sales@example.org" on a line. The command line
    // counts before the environment, and that before the file.
    Command const& configurable() const;

    void runs(Action action) const;

private:
    CLI::Option& option(OptionHelp const& help,
                        std::function<void(std::string const&)> const& take) const;

    CLI::App* app_;
    Action* chosen_;
};

class CommandLine {
public:
    // `details` follow the list of commands in the program's help.
    CommandLine(std::string_view summary, std::string_view details);
    ~CommandLine();
    CommandLine(CommandLine const&) = delete;
    CommandLine& operator=(CommandLine const&) = delete;

    Command command(CommandHelp const& help);

    // What --version prints, and --version --verbose.
    void version(std::string line, std::string details);

    // Reads the words that follow the program's name and runs the command they name. Help goes to
    // standard output with exit code 0; wrong usage is one sentence on standard error, because the
    // first error usually explains the others, with exit code 2.
    ExitCode run(std::span<std::string_view const> words, Streams streams);

    // Those that were run: to be read again where a file that they name has changed.
    std::span<std::string_view const> words() const { return words_; }

private:
    std::unique_ptr<CLI::App> app_;
    std::span<std::string_view const> words_;
    Action chosen_;
    bool is_verbose_ = false;
};

// Wrong usage that only the command can see: the sentence, and where to read more.
ExitCode wrong_usage(std::string_view command, std::string_view sentence, Streams streams);

} // namespace kontingent::cli
