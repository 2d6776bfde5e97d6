// A request and an answer as plain values, so that everything behind the connection handling is a
// function from one to the other and is tested without a socket.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::endpoint {

struct Header {
    std::string name;
    std::string value;
};

using Headers = std::vector<Header>;

// ASCII only, as header names are compared.
bool equals_ignoring_case(std::string_view a, std::string_view b);
std::string_view trim(std::string_view text);

struct Request {
    std::string method;
    std::string path;  // as sent, still percent-encoded, without the query
    std::string query; // as sent, without the question mark
    Headers headers;
    std::string body;
    std::string peer; // the address it came from; for rate limits only, never logged or stored

    // The first header of that name.
    std::optional<std::string_view> header(std::string_view name) const;
    // Every header of that name, joined by commas, as RFC 9110 5.3 allows for lists.
    std::string header_list(std::string_view name) const;
    std::size_t count(std::string_view name) const;
};

struct Response {
    std::uint16_t status = 200;
    Headers headers;
    std::shared_ptr<std::string const> body = std::make_shared<std::string const>();
    std::string log_path; // what the log calls the place: never text of the visitor's own
};

Response text_response(std::uint16_t status, std::string_view media_type, std::string body);

} // namespace kontingent::endpoint
