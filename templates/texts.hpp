// The texts of the pages in one language: a JSON object of strings, which take arguments in single
// braces. A text that depends on a number is an object of its plural forms, {"one": …, "other": …}.
// What is missing or cannot be filled is a problem, with its place.
#pragma once

#include "core/base/plural.hpp"
#include "core/json/reader.hpp"
#include "templates/problems.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::templates {

// {name} in a text, and what takes its place.
using TextArguments = std::map<std::string_view, std::string, std::less<>>;

// "months.few"
std::string form_key(std::string_view key, Plural form);

class Texts {
public:
    // Nothing where the file is no object of strings and plural forms. `problems` must outlive the
    // texts.
    static std::optional<Texts> parse(std::string file, std::string_view json, Problems& problems);

    std::vector<std::string> keys() const;

    // Takes the place of a text; without effect where there is none of this key.
    void replace(std::string_view key, std::string text);

    // Arguments that every text takes.
    void set_common(TextArguments arguments) { common_ = std::move(arguments); }

    // The text, filled in one pass: what an argument brings is not looked through again. Empty
    // where it is missing.
    std::string text(std::string_view key, TextArguments const& arguments = {}) const;
    // The form of KEY for a number, with {n} as `number` says.
    std::string counted(std::string_view key, Plural form, std::string number) const;

private:
    struct Entry {
        std::string text;
        json::Place place;
    };

    Texts(std::string file, Problems& problems) : file_(std::move(file)), problems_(&problems) {}

    bool take(json::Document const& document, json::Value const& member, std::string key);
    void report_argument(std::string_view key, Entry const& entry, std::string_view name) const;

    std::string file_;
    Problems* problems_;
    std::map<std::string, Entry, std::less<>> entries_;
    TextArguments common_;
};

} // namespace kontingent::templates
