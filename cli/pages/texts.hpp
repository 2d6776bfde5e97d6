// The words of one page: a flat JSON object of strings whose texts take arguments in single braces.
// What is missing or cannot be filled goes into the report, with its place.
#pragma once

#include "cli/report.hpp"
#include "core/json/reader.hpp"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::cli {

// {name} in a text, and what stands there instead.
using TextArguments = std::map<std::string_view, std::string, std::less<>>;

class Texts {
public:
    // Nothing where the file is no flat object of strings; the report says why.
    static std::optional<Texts> parse(std::string file, std::string_view json, Report& report);

    // Arguments that every text takes.
    void set_common(TextArguments arguments) { common_ = std::move(arguments); }

    // The text, filled in one pass: what an argument brings is not looked through again. Empty
    // where it is missing.
    std::string text(std::string_view key, TextArguments const& arguments = {}) const;
    // KEY.one for exactly 1, else KEY.other, with {n} as `number` says.
    std::string counted(std::string_view key, std::int64_t count, std::string number) const;

private:
    struct Entry {
        std::string text;
        json::Place place;
    };

    Texts(std::string file, Report& report) : file_(std::move(file)), report_(&report) {}

    void report_argument(std::string_view key, Entry const& entry, std::string_view name) const;

    std::string file_;
    Report* report_;
    std::map<std::string, Entry, std::less<>> entries_;
    TextArguments common_;
};

} // namespace kontingent::cli
