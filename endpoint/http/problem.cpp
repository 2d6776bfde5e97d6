#include "endpoint/http/problem.hpp"

#include <nlohmann/json.hpp>

namespace kontingent::endpoint {

std::string_view status_phrase(std::uint16_t status) {
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 301:
        return "Moved Permanently";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Error";
    }
}

Response problem(std::uint16_t status, std::string_view detail) {
    nlohmann::ordered_json body;
    body["type"] = "about:blank";
    body["title"] = status_phrase(status);
    body["status"] = status;
    body["detail"] = detail;
    return text_response(status, "application/problem+json", body.dump() + "\n");
}

} // namespace kontingent::endpoint
