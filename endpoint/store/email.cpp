#include "endpoint/store/email.hpp"

#include "core/base/ascii.hpp"
#include "endpoint/http/http.hpp"

#include <algorithm>
#include <cstdlib>
#include <utf8proc.h>

namespace kontingent::endpoint {

std::string comparable_email(std::string_view email) {
    std::string_view const plain = trim(email);
    utf8proc_uint8_t* mapped = nullptr;
    auto const options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    auto const length =
        ::utf8proc_map(reinterpret_cast<utf8proc_uint8_t const*>(plain.data()),
                       static_cast<utf8proc_ssize_t>(plain.size()), &mapped, options);
    if (length < 0) {
        return ascii::to_lower(plain); // no UTF-8: no request has it
    }
    std::string const text(reinterpret_cast<char const*>(mapped), static_cast<std::size_t>(length));
    std::free(mapped);
    return text;
}

std::string comparable_reference(std::string_view reference) {
    std::string text(trim(reference));
    std::ranges::transform(text, text.begin(), [](char c) { return ascii::to_upper(c); });
    return text;
}

} // namespace kontingent::endpoint
