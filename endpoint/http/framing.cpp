#include "endpoint/http/framing.hpp"

#include "core/base/ascii.hpp"

#include <algorithm>
#include <charconv>

namespace kontingent::endpoint {
namespace {

bool is_decimal(std::string_view text) {
    return !text.empty() && text.size() <= 18 && std::ranges::all_of(text, ascii::is_digit);
}

} // namespace

std::optional<std::string_view> framing_error(Request const& head) {
    if (head.count("Host") > 1) {
        return "Host is given more than once.";
    }
    if (head.count("Content-Length") > 1) {
        return "Content-Length is given more than once.";
    }
    auto const length = head.header("Content-Length");
    if (length && !is_decimal(*length)) {
        return "Content-Length is not a number.";
    }
    if (auto const coding = head.header("Transfer-Encoding")) {
        if (length) {
            return "Both Content-Length and Transfer-Encoding are given.";
        }
        if (head.count("Transfer-Encoding") > 1 || !equals_ignoring_case(*coding, "chunked")) {
            return "The only transfer coding here is chunked.";
        }
    }
    return std::nullopt;
}

std::size_t declared_body_bytes(Request const& head) {
    auto const length = head.header("Content-Length");
    std::size_t bytes = 0;
    if (length) {
        std::from_chars(length->data(), length->data() + length->size(), bytes);
    }
    return bytes;
}

} // namespace kontingent::endpoint
