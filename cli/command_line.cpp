#include "cli/command_line.hpp"

#include "cli/configuration.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <charconv>
#include <ostream>
#include <ranges>
#include <utility>

namespace kontingent::cli {
namespace {

constexpr std::size_t help_column = 26;

std::string in_quotes(std::string_view word) {
    return "'" + std::string(word) + "'";
}

// A single "-" is standard input, so it is a file or a value.
bool looks_like_option(std::string_view word) {
    return word.size() > 1 && word.front() == '-';
}

std::string joined(std::vector<std::string> const& words, std::string_view separator) {
    std::string text;
    for (std::string const& word : words) {
        text += text.empty() ? "" : separator;
        text += word;
    }
    return text;
}

// CLI11 takes the next word as a value, whatever it is: "--store --rate 5" would name a store
// "--rate".
std::string error_of_value(std::string const& value) {
    return value.empty() || looks_like_option(value) ? "a value is missing" : "";
}

CLI::App const& innermost(CLI::App const& app) {
    auto const chosen = app.get_subcommands();
    return chosen.empty() ? app : innermost(*chosen.back());
}

// "kontingent requests list"
std::string full_name(CLI::App const& app) {
    return app.get_parent() == nullptr ? app.get_name()
                                       : full_name(*app.get_parent()) + " " + app.get_name();
}

// What is wrong, and with which command.
struct UsageError {
    CLI::App const& command;
    std::string sentence;
};

// The first words that fit nowhere, from the program's own to those of the innermost command.
std::optional<UsageError> error_of_extras(CLI::App const& app) {
    auto const extras = app.remaining();
    if (extras.empty()) {
        auto const chosen = app.get_subcommands();
        return chosen.empty() ? std::nullopt : error_of_extras(*chosen.back());
    }
    auto const option = std::ranges::find_if(extras, looks_like_option);
    if (option != extras.end()) {
        return UsageError{app, "unknown option " + in_quotes(option->substr(0, option->find('=')))};
    }
    bool const has_commands = app.get_require_subcommand_min() > 0;
    return UsageError{app, (has_commands ? "unknown command " : "unexpected argument ") +
                               in_quotes(extras.front())};
}

// A misspelt word leaves something missing, too, and explains it better.
UsageError error_of_missing(CLI::App const& program) {
    if (auto extras = error_of_extras(program)) {
        return *extras;
    }
    CLI::App const& app = innermost(program);
    for (CLI::Option const* option : app.get_options()) {
        if (option->get_required() && option->count() == 0) {
            std::string const name = option->get_name();
            return {app, option->get_positional() ? name + " is missing"
                                                  : "option " + in_quotes(name) + " is missing"};
        }
    }
    return {app, "a command is missing"};
}

// Too few values can only be the last word's, an option; too many are an option given twice.
UsageError error_of_mismatch(CLI::App const& program, std::string_view last_word) {
    CLI::App const& app = innermost(program);
    for (CLI::Option const* option : app.get_options()) {
        if (option->count() > 1) {
            return {app, "option " + in_quotes(option->get_name()) + " is given twice"};
        }
    }
    return {app, std::string(last_word.substr(0, last_word.find('='))) + ": a value is missing"};
}

ExitCode refuse(UsageError const& error, Streams streams) {
    return wrong_usage(full_name(error.command), error.sentence, streams);
}

void lay_out_help(CLI::App& app) {
    app.set_help_flag("--help", "print this help");
    app.get_formatter()->column_width(help_column);
    app.get_formatter()->label("REQUIRED", "(required)");
    app.get_formatter()->label("Positionals", "Arguments");
    app.get_formatter()->label("OPTIONS", "OPTION…");
    app.get_formatter()->label("SUBCOMMAND", "COMMAND");
}

} // namespace

Command Command::subcommand(CommandHelp const& help) const {
    CLI::App& added = *app_->add_subcommand(std::string(help.name), std::string(help.summary));
    app_->require_subcommand(1);
    added.group("Commands");
    added.footer(std::string(help.details));
    return Command(added, *chosen_);
}

CLI::Option& Command::option(OptionHelp const& help,
                             std::function<void(std::string const&)> const& take) const {
    CLI::Option& added = *app_->add_option_function<std::string>(std::string(help.name), take,
                                                                 std::string(help.text));
    added.type_name(std::string(help.value));
    return added;
}

Command const& Command::file(OptionHelp const& help, std::string& value) const {
    option(help, [&value](std::string const& text) { value = text; }).required();
    return *this;
}

Command const& Command::optional_file(OptionHelp const& help, std::string& value) const {
    option(help, [&value](std::string const& text) { value = text; });
    return *this;
}

Command const& Command::flag(OptionHelp const& help, bool& value) const {
    app_->add_flag(std::string(help.name), value, std::string(help.text));
    return *this;
}

Command const& Command::required(OptionHelp const& help, std::string& value) const {
    option(help, [&value](std::string const& text) { value = text; })
        .required()
        ->check(error_of_value);
    return *this;
}

Command const& Command::optional(OptionHelp const& help, std::string& value) const {
    option(help, [&value](std::string const& text) { value = text; }).check(error_of_value);
    return *this;
}

Command const& Command::optional(OptionHelp const& help, std::optional<std::string>& value) const {
    option(help, [&value](std::string const& text) { value = text; }).check(error_of_value);
    return *this;
}

Command const& Command::list(OptionHelp const& help, std::vector<std::string>& values) const {
    app_->add_option(std::string(help.name), values, std::string(help.text))
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(error_of_value)
        ->type_name(std::string(help.value));
    return *this;
}

Command const& Command::number(OptionHelp const& help, unsigned maximum, unsigned& value) const {
    auto const read = [](std::string const& text) -> std::optional<unsigned> {
        unsigned number = 0;
        char const* const end = text.data() + text.size();
        auto const [stop, error] = std::from_chars(text.data(), end, number);
        return error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
    };
    option(help, [&value, read](std::string const& text) {
        value = read(text).value_or(0);
    }).check([read, maximum](std::string const& text) -> std::string {
        auto const number = read(text);
        return number && *number <= maximum
                   ? ""
                   : in_quotes(text) + " is not a whole number from 0 to " +
                         std::to_string(maximum);
    });
    return *this;
}

Command const& Command::choice(OptionHelp const& help, std::vector<std::string> const& choices,
                               std::string& value) const {
    option(help, [&value](std::string const& text) { value = text; })
        .check([choices](std::string const& text) -> std::string {
            return std::ranges::find(choices, text) != choices.end()
                       ? ""
                       : in_quotes(text) + " is not one of " + joined(choices, ", ");
        })
        ->type_name(joined(choices, "|"));
    return *this;
}

Command const& Command::choice(OptionHelp const& help, std::vector<std::string> const& choices,
                               std::optional<std::string>& value) const {
    option(help, [&value](std::string const& text) { value = text; })
        .check([choices](std::string const& text) -> std::string {
            return std::ranges::find(choices, text) != choices.end()
                       ? ""
                       : in_quotes(text) + " is not one of " + joined(choices, ", ");
        })
        ->type_name(joined(choices, "|"));
    return *this;
}

Command const& Command::language(std::string_view text, Language& value) const {
    std::vector<std::string> tags;
    for (Language const language : all_languages()) {
        tags.emplace_back(tag(language));
    }
    option({.name = "--language", .value = "", .text = text},
           [&value](std::string const& chosen) { value = *language_of_tag(chosen); })
        .check([tags](std::string const& chosen) -> std::string {
            return language_of_tag(chosen)
                       ? ""
                       : in_quotes(chosen) + " is not one of " + joined(tags, ", ");
        })
        ->type_name(joined(tags, "|"));
    return *this;
}

Command const& Command::configurable() const {
    for (CLI::Option* const option : app_->get_options()) {
        std::string const name = option->get_name();
        if (name.starts_with("--") && name != "--help") {
            option->envname(environment_name(name.substr(2)));
        }
    }
    // expand_configuration() has read it by then.
    app_->add_option("--config", "a file with options, \"name = value\" on a line")
        ->type_name("FILE");
    return *this;
}

void Command::runs(Action action) const {
    app_->callback([chosen = chosen_, action = std::move(action)] { *chosen = action; });
}

CommandLine::CommandLine(std::string_view summary, std::string_view details)
    : app_(std::make_unique<CLI::App>(std::string(summary), "kontingent")) {
    lay_out_help(*app_); // which the commands inherit
    app_->footer(std::string(details));
}

CommandLine::~CommandLine() = default;

Command CommandLine::command(CommandHelp const& help) {
    return Command(*app_, chosen_).subcommand(help);
}

void CommandLine::version(std::string line, std::string details) {
    // Flags take effect in the order in which they are added.
    CLI::Option* const verbose =
        app_->add_flag("--verbose", is_verbose_, "with --version, list what is in it");
    verbose->needs(app_->add_flag_callback(
        "--version",
        [this, line = std::move(line), details = std::move(details)] {
            throw CLI::CallForVersion(is_verbose_ ? details : line, CLI::ExitCodes::Success);
        },
        "print the program's version"));
}

ExitCode CommandLine::run(std::span<std::string_view const> words, Streams streams) {
    if (words.empty()) {
        streams.err << app_->help();
        return ExitCode::wrong_usage;
    }
    words_ = words;
    auto const expanded = expand_configuration(words);
    if (!expanded) {
        streams.err << "kontingent: " << expanded.error() << '\n';
        return ExitCode::wrong_usage;
    }
    try {
        auto const reversed = *expanded | std::views::reverse;
        app_->parse(std::vector<std::string>(reversed.begin(), reversed.end()));
    } catch (CLI::CallForHelp const&) {
        streams.out << app_->help();
        return ExitCode::done;
    } catch (CLI::CallForVersion const& version) {
        streams.out << version.what();
        return ExitCode::done;
    } catch (CLI::RequiredError const&) {
        return refuse(error_of_missing(*app_), streams);
    } catch (CLI::ExtrasError const&) {
        return refuse(error_of_extras(*app_).value_or(UsageError{*app_, "too many words"}),
                      streams);
    } catch (CLI::ArgumentMismatch const&) {
        return refuse(error_of_mismatch(*app_, words.back()), streams);
    } catch (CLI::ParseError const& error) {
        // A ValidationError is our own sentence behind the option's name; nothing else is left that
        // our options could raise.
        return refuse({innermost(*app_), error.what()}, streams);
    }
    return chosen_(streams);
}

ExitCode wrong_usage(std::string_view command, std::string_view sentence, Streams streams) {
    streams.err << command << ": " << sentence << "\nTry '" << command << " --help'.\n";
    return ExitCode::wrong_usage;
}

} // namespace kontingent::cli
