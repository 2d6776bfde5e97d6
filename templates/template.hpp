// Fills a template in Mustache's syntax: {{name}}, escaped for elements and quoted attributes;
// {{#name}}…{{/name}} for each object of a list, or where a flag is set; {{^name}} where it is not;
// {{>file}} for another template; {{text.KEY}} for a text of the page.
#pragma once

#include "templates/problems.hpp"
#include "templates/texts.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kontingent::templates {

struct Template {
    std::string file; // as errors name it
    std::string text;
};

class Value;
using Object = std::map<std::string, Value, std::less<>>;
using List = std::vector<Object>;

// A value that is made only where a template uses it.
using Make = std::function<Value()>;

class Value {
public:
    Value(std::string text) : value_(std::move(text)) {}

    Value(std::string_view text) : value_(std::string(text)) {}

    Value(char const* text) : value_(std::string(text)) {}

    Value(bool is_set) : value_(is_set) {}

    Value(List list) : value_(std::move(list)) {}

    Value(Make make) : value_(std::move(make)) {}

    std::variant<std::string, bool, List, Make> const& get() const { return value_; }

private:
    std::variant<std::string, bool, List, Make> value_;
};

// The template that {{>name}} stands for; nothing where there is none.
using FindPartial = std::function<std::optional<std::string>(std::string_view name)>;

// What a value brings is not looked through again. A name that is neither in `data` nor a text is a
// problem, with the place where it is first used; so is a section that is not closed, and then the
// result is empty.
std::string render(Template const& page, Object const& data, Texts const& texts, Problems& problems,
                   FindPartial const& find_partial = {});

} // namespace kontingent::templates
