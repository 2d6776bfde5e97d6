#include "cli/command_line.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace kontingent;
using namespace kontingent::cli;

namespace {

// "catalogue=c format=json file=f", or what is said on standard error, with the exit code.
struct Outcome {
    std::string text;
    int exit_code;
};

struct Values {
    std::string catalogue;
    std::string format = "text";
    std::vector<std::string> origins;
    unsigned rate = 30;
    Language language = german;
    std::string file;
};

void add_sell(CommandLine& program, Values& values) {
    program.command({.name = "sell", .summary = "sell a package", .details = "Sells it."})
        .required({.name = "--catalogue", .value = "FILE", .text = "the catalogue"},
                  values.catalogue)
        .choice({.name = "--format", .value = "", .text = "the format"}, {"text", "json"},
                values.format)
        .list({.name = "--origins", .value = "LIST", .text = "the origins"}, values.origins)
        .number({.name = "--rate", .value = "NUMBER", .text = "the rate"}, 100, values.rate)
        .language("the language", values.language)
        .file({.name = "SCENARIO", .value = "", .text = "the scenario"}, values.file)
        .runs([&values](Streams streams) {
            streams.out << "catalogue=" << values.catalogue << " format=" << values.format
                        << " file=" << values.file << " rate=" << values.rate
                        << " language=" << tag(values.language);
            for (std::string const& origin : values.origins) {
                streams.out << " origin=" << origin;
            }
            return ExitCode::done;
        });
}

Outcome outcome(std::vector<std::string_view> words) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Values values;
    CommandLine program("A program.", "The end.");
    add_sell(program, values);
    ExitCode const code = program.run(words, {in, out, err});
    return {out.str() + err.str(), static_cast<int>(code)};
}

} // namespace

TEST_CASE("a command line that is understood") {
    struct Row {
        char const* name;
        std::vector<std::string_view> words; // after "sell"
        char const* text;
    };

    Row const rows[] = {
        {"option, value, file", {"--catalogue", "c", "f"}, "catalogue=c format=text file=f"},
        {"file first", {"f", "--catalogue", "c"}, "catalogue=c format=text file=f"},
        {"equals sign", {"--catalogue=c", "--format=json", "f"}, "catalogue=c format=json file=f"},
        {"equals sign in a value", {"--catalogue=a=b", "f"}, "catalogue=a=b format=text file=f"},
        {"standard input as value", {"--catalogue", "-", "f"}, "catalogue=- format=text file=f"},
        {"standard input as file", {"--catalogue", "c", "-"}, "catalogue=c format=text file=-"},
        {"file named like a command", {"--catalogue", "c", "sell"}, "file=sell"},
        {"after -- all are files", {"--catalogue", "c", "--", "--format"}, "file=--format"},
        {"file named --help", {"--catalogue", "c", "--", "--help"}, "file=--help"},
        {"defaults", {"--catalogue", "c", "f"}, "rate=30 language=de"},
        {"least number", {"--catalogue", "c", "f", "--rate", "0"}, "rate=0"},
        {"greatest number", {"--catalogue", "c", "f", "--rate", "100"}, "rate=100"},
        {"language", {"--catalogue", "c", "f", "--language", "en"}, "language=en"},
        {"list", {"--origins", "a,b", "--catalogue", "c", "f"}, "origin=a origin=b"},
        {"list, then file", {"--catalogue", "c", "--origins", "a", "f"}, "file=f"},
        {"list twice",
         {"--origins", "a", "--origins=b", "--catalogue", "c", "f"},
         "origin=a origin=b"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        std::vector<std::string_view> words{"sell"};
        words.insert(words.end(), row.words.begin(), row.words.end());
        Outcome const result = outcome(words);
        CAPTURE(result.text);
        CHECK(result.exit_code == 0);
        CHECK(result.text.find(row.text) != std::string::npos);
    }
}

TEST_CASE("wrong usage is one sentence, and where to read more") {
    struct Row {
        char const* name;
        std::vector<std::string_view> words; // after "sell"
        char const* sentence;
    };

    Row const rows[] = {
        {"unknown option", {"--colour", "f"}, "unknown option '--colour'"},
        {"unknown option with value", {"--colour=red", "f"}, "unknown option '--colour'"},
        {"unknown short option", {"-x", "f"}, "unknown option '-x'"},
        {"no value at the end", {"f", "--catalogue"}, "--catalogue: a value is missing"},
        {"equals sign and nothing", {"f", "--catalogue="}, "--catalogue: a value is missing"},
        {"an option as value", {"--catalogue", "--format", "f"}, "--catalogue: a value is missing"},
        {"-- as value", {"--catalogue", "--", "f"}, "--catalogue: a value is missing"},
        {"empty value", {"--catalogue", "", "f"}, "--catalogue: a value is missing"},
        {"not among the choices", {"--format", "xml"}, "--format: 'xml' is not one of text, json"},
        {"unknown language", {"--language", "xx"}, "--language: 'xx' is not one of en, "},
        {"number too large",
         {"--rate", "101"},
         "--rate: '101' is not a whole number from 0 to 100"},
        {"number below zero", {"--rate=-1"}, "--rate: '-1' is not a whole number from 0 to 100"},
        {"no number", {"--rate", "1x"}, "--rate: '1x' is not a whole number from 0 to 100"},
        {"number beyond all bounds",
         {"--rate", "99999999999999999999"},
         "is not a whole number from 0 to 100"},
        {"twice",
         {"--catalogue", "a", "--catalogue=b", "f"},
         "option '--catalogue' is given twice"},
        {"missing option", {"f"}, "option '--catalogue' is missing"},
        {"missing file", {"--catalogue", "c"}, "SCENARIO is missing"},
        {"too many files", {"--catalogue", "c", "f", "g"}, "unexpected argument 'g'"},
        {"nothing", {}, "option '--catalogue' is missing"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        std::vector<std::string_view> words{"sell"};
        words.insert(words.end(), row.words.begin(), row.words.end());
        Outcome const result = outcome(words);
        CHECK(result.exit_code == 2);
        CHECK(result.text.find("kontingent sell: ") == 0);
        CHECK(result.text.find(row.sentence) != std::string::npos);
        CHECK(result.text.find("\nTry 'kontingent sell --help'.\n") != std::string::npos);
    }
    CHECK(outcome({"buy"}).text == "kontingent: unknown command 'buy'\nTry 'kontingent --help'.\n");
}

TEST_CASE("help lists every option with its value, and whether it is required") {
    struct Row {
        char const* name;
        std::vector<std::string_view> words;
        std::vector<char const*> parts;
    };

    Row const rows[] = {
        {"of the program",
         {"--help"},
         {"A program.", "Usage: kontingent", "sell ", "sell a package", "The end."}},
        {"of a command",
         {"sell", "--help"},
         {"sell a package", "Usage: kontingent sell [OPTION…] SCENARIO",
          "--catalogue FILE (required)", "the catalogue", "--format text|json", "--language en|",
          "--rate NUMBER", "Sells it."}},
        {"beside other errors", {"sell", "--nonsense", "--help"}, {"Usage: kontingent sell"}},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Outcome const result = outcome(row.words);
        CAPTURE(result.text);
        CHECK(result.exit_code == 0);
        for (char const* part : row.parts) {
            CAPTURE(part);
            CHECK(result.text.find(part) != std::string::npos);
        }
    }
}
