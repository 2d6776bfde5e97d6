// docs/catalogue.md: every example is a catalogue, together with the members of the first one.
// Native only: it reads the page.
#include "core/catalogue/catalogue.hpp"
#include "tests/core/catalogue_text.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace kontingent;

namespace {

using Members = std::map<std::string, std::string>; // values as they are written, by name

// Of JSON without braces around it and without brackets in texts.
Members members_of(std::string_view text) {
    Members members;
    int depth = 0;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        char const byte = at < text.size() ? text[at] : ',';
        depth += byte == '{' || byte == '[' ? 1 : byte == '}' || byte == ']' ? -1 : 0;
        if (byte != ',' || depth > 0) {
            continue;
        }
        std::string_view const member = text.substr(start, at - start);
        auto const name = member.find('"') + 1;
        auto const name_end = member.find('"', name);
        members[std::string(member.substr(name, name_end - name))] =
            member.substr(member.find(':', name_end) + 1);
        start = at + 1;
    }
    return members;
}

std::vector<Members> examples() {
    std::ifstream stream(KONTINGENT_SOURCE_DIR "/docs/catalogue.md", std::ios::binary);
    std::string const page{std::istreambuf_iterator<char>(stream), {}};
    std::vector<Members> found;
    constexpr std::string_view begin = "```json\n";
    for (auto at = page.find(begin); at != std::string::npos; at = page.find(begin, at)) {
        at += begin.size();
        auto const end = page.find("```", at);
        REQUIRE(end != std::string::npos);
        found.push_back(members_of(std::string_view(page).substr(at, end - at)));
        at = end + 3;
    }
    return found;
}

} // namespace

TEST_CASE("the examples of docs/catalogue.md have no error") {
    auto const all = examples();
    REQUIRE(all.size() > 10);
    for (std::size_t i = 0; i < all.size(); ++i) {
        CAPTURE(i);
        Members members = all[i];
        members.insert(all[0].begin(), all[0].end());
        if (members.contains("unit")) {
            members.erase("billing_increment_minutes");
        }
        std::string text;
        for (auto const& [name, value] : members) {
            text += (text.empty() ? "{\"" : ", \"") + name + "\":" + value;
        }
        auto const catalogue = parse_catalogue(text + "}");
        CHECK((catalogue ? "" : tests::lines_of(catalogue.error())) == "");
    }
}
