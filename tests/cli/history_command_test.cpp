// The command `history`: months from an export, questions with the options that answer them.
#include "tests/cli/files.hpp"
#include "tests/cli/program_run.hpp"

#include <doctest/doctest.h>

using namespace kontingent::tests;

namespace {

constexpr char const* plain_export = "Date,Text,Hours\n2026-03-02,a,1.5\n2026-05-04,b,2.25\n";

} // namespace

TEST_CASE("history writes months and what was read, as text and as JSON") {
    ProgramRun const text = run_program({"history", "-", "--language", "en"}, plain_export);
    CHECK(text.exit_code == 0);
    CHECK(text.err.empty());
    CHECK(text.out ==
          "2026-03  1.5\u00A0h\n2026-05  2.25\u00A0h\n2 rows read\nHours from: Hours\n");
    ProgramRun const json = run_program({"history", "-", "--format", "json"}, plain_export);
    CHECK(json.exit_code == 0);
    CHECK(json.err.empty());
    for (char const* part :
         {R"({"month": "2026-03", "minutes": 90})", R"({"month": "2026-05", "minutes": 135})",
          R"("rows_read": 2)", R"("questions": [])", R"("duration": "Hours")"}) {
        CAPTURE(part);
        CHECK(json.out.find(part) != std::string::npos);
    }
}

TEST_CASE("an open question: exit 1, no month, the choices and the option on standard error") {
    struct Row {
        char const* name;
        char const* bytes;
        char const* option;
        char const* answer;
        char const* month; // with the answer
    };

    Row const rows[] = {
        {"date order", "Date,Hours\n01/02/2026,2\n", "--date-order", "dmy", "2026-02  2\u00A0h\n"},
        {"unit", "Date,Duration\n2026-02-01,600\n", "--unit", "minutes", "2026-02  10\u00A0h\n"},
        {"decimal mark", "Date;Minutes\n2026-02-01;1,125\n", "--decimal-mark", "point",
         "2026-02  18.75\u00A0h\n"},
        {"day length", "Date,Time spent\n2026-02-01,1d 2h\n", "--minutes-a-day", "360",
         "2026-02  8\u00A0h\n"},
        {"duration", "Date,Hours,Effort\n2026-02-01,1.5,2.5\n", "--duration-column", "Effort",
         "2026-02  2.5\u00A0h\n"},
        {"date", "Tag;Datum;Stunden\n2026-02-01;2026-03-01;1,5\n", "--date-column", "Datum",
         "2026-03  1.5\u00A0h\n"},
        {"sums", "Date,Text,Hours\n2026-02-01,a,1.5\n2026-02-01,b,2.5\n2026-02-01,,4\n",
         "--sum-rows", "count", "2026-02  8\u00A0h\n"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        ProgramRun const asked = run_program({"history", "-", "--language", "en"}, row.bytes);
        CHECK(asked.exit_code == 1);
        CHECK(asked.out.find("2026") == std::string::npos);
        CHECK(asked.err.find("(" + std::string{row.option} + ")") != std::string::npos);
        CHECK(asked.err.find("(proposed)") != std::string::npos);
        ProgramRun const json = run_program({"history", "-", "--format", "json"}, row.bytes);
        CHECK(json.exit_code == 1);
        CHECK(json.out.find(R"("months": [])") != std::string::npos);
        CHECK(json.out.find(R"("option": ")" + std::string{row.option} + R"(")") !=
              std::string::npos);
        CAPTURE(asked.err);
        CHECK(asked.err.find("  " + std::string{row.answer}) != std::string::npos);
        ProgramRun const answered =
            run_program({"history", "-", row.option, row.answer, "--language", "en"}, row.bytes);
        CHECK(answered.exit_code == 0);
        CHECK(answered.err.empty());
        CHECK(answered.out.starts_with(row.month));
    }
}

TEST_CASE("history reads a workbook, and the sheet that is named") {
    std::string const file = source_path("tests/core/exports/hard/workbook.xlsx");
    ProgramRun const run = run_program({"history", file, "--language", "en"});
    CHECK(run.exit_code == 0);
    CHECK(run.out.starts_with("2026-03  4.5\u00A0h\n"));
    CHECK(run_program({"history", file, "--sheet", "1"}).exit_code == 0);
    ProgramRun const none = run_program({"history", file, "--sheet", "Nowhere"});
    CHECK(none.exit_code == 1);
    CHECK(none.err.find("'Nowhere'") != std::string::npos);
}

TEST_CASE("history writes a scenario that compare takes; months without an entry have no minutes") {
    Folder const folder;
    std::string const file = (folder / "scenario.json").string();
    CHECK(run_program({"history", "-", "--package", "standard", "--scenario", file}, plain_export)
              .exit_code == 0);
    CHECK(content_of(file).find(R"("usage_minutes": [90, 0, 135])") != std::string::npos);
    CHECK(run_program({"compare", "--catalogue", source_path("tests/golden/catalogue.json"),
                       "--scenario", file})
              .exit_code == 0);

    std::string const later = (folder / "later.json").string();
    CHECK(run_program({"history", "-", "--month-from", "2026-04", "--package", "standard",
                       "--scenario", later},
                      plain_export)
              .exit_code == 0);
    CHECK(content_of(later).find(R"("usage_minutes": [135])") != std::string::npos);

    // Without a package the catalogue's first is taken; one that it does not have is said.
    std::string const catalogue = source_path("tests/golden/catalogue.json");
    std::string const first = (folder / "first.json").string();
    CHECK(run_program({"history", "-", "--catalogue", catalogue, "--scenario", first}, plain_export)
              .exit_code == 0);
    for (char const* command : {"quote", "compare"}) {
        CHECK(run_program({command, "--catalogue", catalogue, "--scenario", first}).exit_code == 0);
    }
    ProgramRun const unknown = run_program(
        {"history", "-", "--catalogue", catalogue, "--package", "gold", "--scenario", first},
        plain_export);
    CHECK(unknown.exit_code == 1);
    CHECK(unknown.err.find("'gold'") != std::string::npos);
    CHECK(run_program({"history", "-", "--catalogue", "-", "--scenario", first}, plain_export)
              .exit_code == 2);

    // A comparison needs no package; a quote says that one is missing.
    std::string const nameless = (folder / "nameless.json").string();
    CHECK(run_program({"history", "-", "--scenario", nameless}, plain_export).exit_code == 0);
    CHECK(content_of(nameless).find("package") == std::string::npos);
    CHECK(run_program({"compare", "--catalogue", catalogue, "--scenario", nameless}).out ==
          run_program({"compare", "--catalogue", catalogue, "--scenario", first}).out);
    ProgramRun const quote =
        run_program({"quote", "--catalogue", catalogue, "--scenario", nameless});
    CHECK(quote.exit_code == 1);
    CHECK(quote.err.find("package") != std::string::npos);

    // Nothing is written while a question is open.
    std::string const open = (folder / "open.json").string();
    CHECK(run_program({"history", "-", "--package", "standard", "--scenario", open},
                      "Date,Hours\n01/02/2026,2\n")
              .exit_code == 1);
    CHECK_FALSE(std::filesystem::exists(open));
}

TEST_CASE("history takes the months from first to last, both included") {
    struct Row {
        char const* from;
        char const* to;
        int months;
        int exit_code;
    };

    for (Row const& row : {Row{"2026-03", "2026-05", 2, 0}, Row{"2026-04", "2026-05", 1, 0},
                           Row{"2026-03", "2026-04", 1, 0}, Row{"2026-06", "2026-07", 0, 1}}) {
        CAPTURE(row.from);
        CAPTURE(row.to);
        ProgramRun const run = run_program(
            {"history", "-", "--month-from", row.from, "--month-to", row.to, "--format", "json"},
            plain_export);
        int months = 0;
        for (std::size_t at = run.out.find("\"month\":"); at != std::string::npos;
             at = run.out.find("\"month\":", at + 1)) {
            ++months;
        }
        CHECK(months == row.months);
        CHECK(run.exit_code == row.exit_code);
    }
}

TEST_CASE("history: what cannot be read is exit 1, wrong usage exit 2") {
    CHECK(run_program({"history", "/nowhere/at/all.csv"}).exit_code == 1);
    ProgramRun const empty = run_program({"history", "-"}, "");
    CHECK(empty.exit_code == 1);
    CHECK(empty.err.find("In der Datei steht keine Zeile mit Daten.") != std::string::npos);
    ProgramRun const unknown =
        run_program({"history", "-", "--duration-column", "x"}, plain_export);
    CHECK(unknown.exit_code == 1);
    CHECK(unknown.err.find("'x'") != std::string::npos);
    CHECK(run_program({"history"}).exit_code == 2);
    CHECK(run_program({"history", "-", "--unit", "weeks"}).exit_code == 2);
    for (char const* month : {"2026-13", "2026-00", "2026-3", "March"}) {
        CAPTURE(month);
        CHECK(run_program({"history", "-", "--month-from", month}, plain_export).exit_code == 2);
    }
}

TEST_CASE("history's help names every option") {
    ProgramRun const run = run_program({"history", "--help"});
    CHECK(run.exit_code == 0);
    for (char const* option :
         {"EXPORT", "--format", "--duration-column", "--date-column", "--date-order", "--unit",
          "--decimal-mark", "--minutes-a-day", "--sum-rows", "--sheet", "--month-from",
          "--month-to", "--package", "--catalogue", "--scenario", "--language"}) {
        CAPTURE(option);
        CHECK(run.out.find(option) != std::string::npos);
    }
}
