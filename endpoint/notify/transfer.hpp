// One transfer by libcurl, with the limits every one of ours has: twenty seconds, no redirects,
// only the protocols named.
#pragma once

#include "endpoint/http/http.hpp"

#include <expected>
#include <optional>
#include <string>

namespace kontingent::endpoint {

struct HttpPost {
    std::string url;
    Headers headers;
    std::string body;
};

struct HttpReply {
    long status = 0;
    std::optional<long> retry_after_seconds;
};

// The error says what went wrong, without the address.
std::expected<HttpReply, std::string> send_http(HttpPost const& post);

struct Mail {
    std::string server; // smtp:// or smtps://
    std::string user;   // empty: no login
    std::string password;
    std::string from; // plain addresses
    std::string to;
    std::string message; // headers and body, lines ended by CR LF
};

std::expected<void, std::string> send_mail(Mail const& mail);

} // namespace kontingent::endpoint
