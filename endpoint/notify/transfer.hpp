// One transfer by libcurl, with the limits every one of ours has: twenty seconds, no redirects,
// only the protocols named.
#pragma once

#include "endpoint/http/http.hpp"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
    bool may_be_plaintext = false;
    std::string from; // plain addresses
    std::string to;
    Headers headers;  // ASCII
    std::string text; // UTF-8
};

std::expected<void, std::string> send_mail(Mail const& mail);

// The host of a URL of one of the schemes; the error completes "the address …" without repeating
// it.
std::expected<std::string, std::string> url_host(std::string const& url,
                                                 std::vector<std::string> const& schemes);
// localhost, 127.0.0.0/8, ::1.
bool is_loopback(std::string_view host);

} // namespace kontingent::endpoint
