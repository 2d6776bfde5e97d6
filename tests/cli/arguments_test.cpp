#include "cli/arguments.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent::cli;

namespace {

Syntax const syntax{
    .options = {{.name = "--catalogue", .need = Need::required, .choices = {}},
                {.name = "--format", .need = Need::optional, .choices = {"text", "json"}}},
    .file_count = 1};

// "catalogue=c format=json file=f", or the error.
std::string parsed(std::vector<std::string_view> words) {
    auto const arguments = Arguments::parse(syntax, words);
    if (!arguments) {
        return arguments.error();
    }
    if (arguments->wants_help()) {
        return "help";
    }
    return "catalogue=" + std::string(arguments->option("--catalogue").value_or("none")) +
           " format=" + std::string(arguments->option("--format").value_or("none")) +
           " file=" + std::string(arguments->file(0));
}

} // namespace

TEST_CASE("arguments") {
    struct Row {
        char const* name;
        std::vector<std::string_view> words;
        char const* parsed;
    };

    Row const rows[] = {
        {"option, value, file", {"--catalogue", "c", "f"}, "catalogue=c format=none file=f"},
        {"file first", {"f", "--catalogue", "c"}, "catalogue=c format=none file=f"},
        {"with equals sign",
         {"--catalogue=c", "--format=json", "f"},
         "catalogue=c format=json file=f"},
        {"equals sign in a value", {"--catalogue=a=b", "f"}, "catalogue=a=b format=none file=f"},
        {"standard input as value", {"--catalogue", "-", "f"}, "catalogue=- format=none file=f"},
        {"standard input as file", {"--catalogue", "c", "-"}, "catalogue=c format=none file=-"},
        {"after -- all are files",
         {"--catalogue", "c", "--", "--format"},
         "catalogue=c format=none file=--format"},
        {"help", {"--help"}, "help"},
        {"help among errors", {"--nonsense", "--help", "--catalogue"}, "help"},
        {"a file named --help",
         {"--catalogue", "c", "--", "--help"},
         "catalogue=c format=none file=--help"},
        {"unknown option", {"--colour", "f"}, "unknown option '--colour'"},
        {"unknown short option", {"-x", "f"}, "unknown option '-x'"},
        {"unknown option with value", {"--colour=red", "f"}, "unknown option '--colour'"},
        {"no value at the end", {"f", "--catalogue"}, "--catalogue needs a value"},
        {"an option is no value", {"--catalogue", "--format", "f"}, "--catalogue needs a value"},
        {"-- is no value", {"--catalogue", "--", "f"}, "--catalogue needs a value"},
        {"empty value", {"--catalogue=", "f"}, "--catalogue needs a value"},
        {"not among the choices",
         {"--format", "xml"},
         "--format must be one of text, json, not 'xml'"},
        {"twice",
         {"--catalogue", "a", "--catalogue=b", "f"},
         "option '--catalogue' is given twice"},
        {"missing option", {"f"}, "option '--catalogue' is missing"},
        {"missing file", {"--catalogue", "c"}, "a file is missing"},
        {"too many files", {"--catalogue", "c", "f", "g"}, "unexpected argument 'g'"},
        {"nothing", {}, "option '--catalogue' is missing"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(parsed(row.words) == row.parsed);
    }
}
