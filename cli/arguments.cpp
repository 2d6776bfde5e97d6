#include "cli/arguments.hpp"

#include <algorithm>

namespace kontingent::cli {
namespace {

std::string quoted(std::string_view word) {
    return "'" + std::string(word) + "'";
}

std::string listed(std::span<std::string_view const> choices) {
    std::string text;
    for (std::string_view const choice : choices) {
        text += text.empty() ? "" : ", ";
        text += choice;
    }
    return text;
}

// A single "-" is standard input, so it is a file or a value.
bool looks_like_option(std::string_view word) {
    return word.size() > 1 && word.front() == '-';
}

std::expected<Option const*, std::string> find_option(Syntax const& syntax, std::string_view name) {
    auto const option = std::ranges::find(syntax.options, name, &Option::name);
    if (option == syntax.options.end()) {
        return std::unexpected("unknown option " + quoted(name));
    }
    return &*option;
}

std::optional<std::string> error_of_value(Option const& option, std::string_view value) {
    if (value.empty()) {
        return std::string(option.name) + " needs a value";
    }
    if (!option.choices.empty() &&
        std::ranges::find(option.choices, value) == option.choices.end()) {
        return std::string(option.name) + " must be one of " + listed(option.choices) + ", not " +
               quoted(value);
    }
    return std::nullopt;
}

} // namespace

std::expected<Arguments, std::string> Arguments::parse(Syntax const& syntax,
                                                       std::span<std::string_view const> words) {
    Arguments arguments;
    auto const options =
        words.first(static_cast<std::size_t>(std::ranges::find(words, "--") - words.begin()));
    arguments.wants_help_ = std::ranges::find(options, "--help") != options.end();
    if (arguments.wants_help_) {
        return arguments;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i >= options.size() || !looks_like_option(words[i])) {
            if (i != options.size()) {
                arguments.files_.push_back(words[i]);
            }
            continue;
        }
        std::size_t const equals = words[i].find('=');
        std::string_view const name = words[i].substr(0, equals);
        auto const option = find_option(syntax, name);
        if (!option) {
            return std::unexpected(option.error());
        }
        std::string_view value;
        if (equals != std::string_view::npos) {
            value = words[i].substr(equals + 1);
        } else if (i + 1 < options.size() && !looks_like_option(options[i + 1])) {
            value = words[++i];
        }
        if (auto const error = error_of_value(**option, value)) {
            return std::unexpected(*error);
        }
        if (!arguments.options_.emplace(name, value).second) {
            return std::unexpected("option " + quoted(name) + " is given twice");
        }
    }
    for (Option const& option : syntax.options) {
        if (option.need == Need::required && !arguments.option(option.name)) {
            return std::unexpected("option " + quoted(option.name) + " is missing");
        }
    }
    if (arguments.files_.size() > syntax.file_count) {
        return std::unexpected("unexpected argument " +
                               quoted(arguments.files_[syntax.file_count]));
    }
    if (arguments.files_.size() < syntax.file_count) {
        return std::unexpected("a file is missing");
    }
    return arguments;
}

std::optional<std::string_view> Arguments::option(std::string_view name) const {
    auto const found = options_.find(name);
    return found == options_.end() ? std::nullopt : std::optional(found->second);
}

} // namespace kontingent::cli
