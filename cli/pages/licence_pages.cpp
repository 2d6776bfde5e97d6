#include "cli/pages/licence_pages.hpp"

#include "core/json/check.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace kontingent::cli {
namespace {

constexpr std::size_t bytes_max = 16U << 20U;
constexpr json::Bounds work_count{1, 1'000};
constexpr json::Bounds paragraph_count{1, 10'000};
constexpr std::int64_t name_length_max = 200;
constexpr std::int64_t paragraph_length_max = 100'000;

std::string text_of(json::Checker& checker, json::Value const* value, std::int64_t length_max) {
    return std::string(checker.text(value, length_max).value_or(""));
}

templates::Object work_of(json::Checker& checker, json::Value const& value) {
    json::Members const members(checker, &value,
                                {{"name"}, {"version"}, {"licence"}, {"paragraphs"}});
    templates::Object work;
    for (std::string_view const name : {"name", "version", "licence"}) {
        work.emplace(name, text_of(checker, members[name], name_length_max));
    }
    templates::List paragraphs;
    if (json::Value const* list = members["paragraphs"]; checker.list(list, paragraph_count)) {
        for (json::Value const& paragraph : checker.document().items(*list)) {
            paragraphs.push_back({{"line", text_of(checker, &paragraph, paragraph_length_max)}});
        }
    }
    work.emplace("paragraphs", std::move(paragraphs));
    return work;
}

} // namespace

std::optional<templates::List> read_licences(std::string const& file, std::string_view json,
                                             Report& report) {
    auto const document = json::read(json, bytes_max);
    if (!document) {
        report.add(file, document.error());
        return std::nullopt;
    }
    json::Checker checker(*document);
    templates::List works;
    if (checker.list(&document->root(), work_count)) {
        for (json::Value const& value : document->items(document->root())) {
            works.push_back(work_of(checker, value));
        }
    }
    if (checker.has_errors()) {
        report.add(file, checker.take_errors());
        return std::nullopt;
    }
    return works;
}

} // namespace kontingent::cli
