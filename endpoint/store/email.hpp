// E-mail addresses and references as they are compared.
#pragma once

#include <string>
#include <string_view>

namespace kontingent::endpoint {

// The same for addresses that differ in case or Unicode form alone: NFC, case folded.
std::string comparable_email(std::string_view email);

// References are written in capitals.
std::string comparable_reference(std::string_view reference);

} // namespace kontingent::endpoint
