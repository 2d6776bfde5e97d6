#include "core/catalogue/own_texts_reader.hpp"

#include "core/base/ascii.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent {
namespace {

constexpr std::int64_t own_text_count_max = 512;
constexpr std::size_t text_key_length_max = 64;

// As keys of the page's and the portal's texts are written. Which of them there are is not known
// here.
bool is_text_key(std::string_view key) {
    return !key.empty() && key.size() <= text_key_length_max &&
           std::ranges::all_of(key, [](char byte) {
               return ascii::is_lower(byte) || ascii::is_digit(byte) || byte == '_' || byte == '.';
           });
}

} // namespace

std::vector<OwnText> read_own_texts(CatalogueChecker& checker, json::Value const* object) {
    json::Checker& json = checker.json;
    std::vector<OwnText> texts;
    if (!json.is_kind(object, json::Kind::object)) {
        return texts;
    }
    if (object->item_count > own_text_count_max) {
        json.report(ErrorCode::out_of_range, *object,
                    Range{RangeOf::entries, 0, own_text_count_max});
        return texts;
    }
    for (json::Value const& member : json.document().items(*object)) {
        if (!is_text_key(member.key)) {
            json.report_name(ErrorCode::unknown_member, member);
        } else if (std::ranges::find(texts, member.key, &OwnText::key) != texts.end()) {
            json.report_name(ErrorCode::duplicate_member, member);
        } else {
            texts.push_back({std::string(member.key), read_text(checker, &member)});
        }
    }
    return texts;
}

} // namespace kontingent
