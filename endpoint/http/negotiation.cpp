#include "endpoint/http/negotiation.hpp"

#include "endpoint/http/http.hpp"

#include <optional>
#include <utility>

namespace kontingent::endpoint {
namespace {

// Thousandths: "1", "0", "0.5", at most three decimals, nothing above 1.
std::optional<int> parse_weight(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) {
        return std::nullopt;
    }
    int thousandths = (text[0] - '0') * 1000;
    if (text.size() > 1 && text[1] != '.') {
        return std::nullopt;
    }
    int place = 100;
    for (std::size_t i = 2; i < text.size(); ++i, place /= 10) {
        if (text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        thousandths += (text[i] - '0') * place;
    }
    if (thousandths > 1000) {
        return std::nullopt;
    }
    return thousandths;
}

// Cuts the part before the first comma off the list.
std::string_view next_member(std::string_view& list) {
    auto const comma = list.find(',');
    auto const member = trim(list.substr(0, comma));
    list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    return member;
}

std::pair<std::string_view, int> coding_and_weight(std::string_view member) {
    auto const semicolon = member.find(';');
    if (semicolon == std::string_view::npos) {
        return {member, 1000};
    }
    auto const name = trim(member.substr(0, semicolon));
    auto const parameter = trim(member.substr(semicolon + 1));
    if (parameter.size() < 2 || (parameter[0] != 'q' && parameter[0] != 'Q') ||
        parameter[1] != '=') {
        return {name, 0};
    }
    return {name, parse_weight(parameter.substr(2)).value_or(0)};
}

} // namespace

bool accepts_coding(std::string_view accept_encoding, std::string_view coding) {
    std::optional<int> wanted;
    std::optional<int> plain;
    std::optional<int> any;
    while (!accept_encoding.empty()) {
        auto const [name, weight] = coding_and_weight(next_member(accept_encoding));
        if (equals_ignoring_case(name, coding)) {
            wanted = weight;
        } else if (equals_ignoring_case(name, "identity")) {
            plain = weight;
        } else if (name == "*") {
            any = weight;
        }
    }
    int const weight = wanted.value_or(any.value_or(0));
    // Not named, the plain file is always acceptable, but nobody asked for it.
    return weight > 0 && weight >= plain.value_or(0);
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
    if (trim(if_none_match) == "*") {
        return true;
    }
    while (!if_none_match.empty()) {
        auto member = next_member(if_none_match);
        if (member.starts_with("W/")) {
            member.remove_prefix(2);
        }
        if (member == etag) {
            return true;
        }
    }
    return false;
}

} // namespace kontingent::endpoint
