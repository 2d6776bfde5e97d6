// Options from a file: the words of the command line, with those of the file that --config names.
#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::cli {

// "mail-to" is KONTINGENT_MAIL_TO.
std::string environment_name(std::string_view option);

// Options of the file that neither the words nor the environment give are appended. The error is a
// sentence.
std::expected<std::vector<std::string>, std::string>
expand_configuration(std::span<std::string_view const> words);

} // namespace kontingent::cli
