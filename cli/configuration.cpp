#include "cli/configuration.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>

namespace kontingent::cli {
namespace {

std::optional<std::string> file_of(std::span<std::string_view const> words) {
    constexpr std::string_view with_value = "--config=";
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].starts_with(with_value)) {
            return std::string(words[i].substr(with_value.size()));
        }
        if (words[i] == "--config" && i + 1 < words.size()) {
            return std::string(words[i + 1]);
        }
    }
    return std::nullopt;
}

bool is_given(std::span<std::string_view const> words, std::string const& option) {
    return std::getenv(environment_name(option.substr(2)).c_str()) != nullptr ||
           std::ranges::any_of(words, [&](std::string_view word) {
               return word.substr(0, word.find('=')) == option;
           });
}

std::string joined(std::vector<std::string> const& inputs) {
    std::string text;
    for (std::string const& input : inputs) {
        text += (text.empty() ? "" : ",") + input;
    }
    return text;
}

} // namespace

std::string environment_name(std::string_view option) {
    std::string name = "KONTINGENT_";
    for (char const c : option) {
        name += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return name;
}

std::expected<std::vector<std::string>, std::string>
expand_configuration(std::span<std::string_view const> words) {
    std::vector<std::string> expanded(words.begin(), words.end());
    auto const name = file_of(words);
    if (!name) {
        return expanded;
    }
    std::ifstream file(*name);
    if (!file) {
        return std::unexpected("the file " + *name + " of --config cannot be read");
    }
    try {
        for (CLI::ConfigItem const& item : CLI::ConfigBase().from_config(file)) {
            std::string const option = "--" + item.name;
            if (!item.parents.empty()) {
                return std::unexpected(*name + ": sections as [" + item.parents.front() +
                                       "] mean nothing here");
            }
            if (is_given(words, option) || joined(item.inputs) == "false") {
                continue;
            }
            expanded.push_back(joined(item.inputs) == "true" ? option
                                                             : option + "=" + joined(item.inputs));
        }
    } catch (CLI::Error const& error) {
        return std::unexpected(*name + ": " + error.what());
    }
    return expanded;
}

} // namespace kontingent::cli
