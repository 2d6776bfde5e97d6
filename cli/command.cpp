#include "cli/command.hpp"

#include <ostream>

namespace kontingent::cli {

std::variant<Arguments, ExitCode> arguments_of(CommandHelp const& help, Syntax const& syntax,
                                               Words words, Streams streams) {
    auto arguments = Arguments::parse(syntax, words);
    if (!arguments) {
        streams.err << "kontingent " << help.name << ": " << arguments.error()
                    << "\nTry 'kontingent " << help.name << " --help'.\n";
        return ExitCode::wrong_usage;
    }
    if (arguments->wants_help()) {
        streams.out << help.usage;
        return ExitCode::done;
    }
    return *std::move(arguments);
}

Option language_option() {
    return {.name = "--language", .need = Need::optional, .choices = {"de", "en"}};
}

Language language_of(Arguments const& arguments) {
    auto const chosen = arguments.option("--language");
    return chosen ? language_of_tag(*chosen).value_or(Language::german) : Language::german;
}

} // namespace kontingent::cli
