#include "documents/pdf/units.hpp"

#include <string_view>

namespace kontingent::documents::pdf {

std::string decimal(Length thousandths) {
    constexpr Length thousand = 1'000;
    bool const is_negative = thousandths < 0;
    Length const size = is_negative ? -thousandths : thousandths;
    std::string text = (is_negative ? "-" : "") + std::to_string(size / thousand);
    if (size % thousand != 0) {
        std::string const digits = std::to_string(thousand + size % thousand);
        text += "." + digits.substr(1, digits.find_last_not_of('0'));
    }
    return text;
}

std::string hexadecimal(std::uint32_t value) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    constexpr std::uint32_t five_digits = 0x10000;
    constexpr std::uint32_t six_digits = 0x100000;
    for (unsigned shift = value >= six_digits    ? 24
                          : value >= five_digits ? 20
                                                 : 16;
         shift > 0; shift -= 4) {
        text += digits[(value >> (shift - 4)) & 0xFU];
    }
    return text;
}

} // namespace kontingent::documents::pdf
