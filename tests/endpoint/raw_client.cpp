#include "tests/endpoint/raw_client.hpp"

#include "core/base/ascii.hpp"
#include "endpoint/http/http.hpp"

#include <arpa/inet.h>
#include <array>
#include <cstdlib>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kontingent::endpoint {

namespace {

constexpr int patience_milliseconds = 30'000;

} // namespace

std::optional<std::string> RawAnswer::header(std::string_view name) const {
    for (auto const& [known, value] : headers) {
        if (known == name) {
            return value;
        }
    }
    return std::nullopt;
}

RawClient::RawClient(std::uint16_t port)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof(address)) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
}

RawClient::~RawClient() {
    if (socket_ >= 0) {
        ::close(socket_);
    }
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        ssize_t const count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void RawClient::finish_sending() {
    ::shutdown(socket_, SHUT_WR);
}

bool RawClient::fill() {
    if (!is_connected()) {
        return false; // poll would wait for nothing
    }
    pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
    if (::poll(&waiting, 1, patience_milliseconds) <= 0) {
        return false;
    }
    std::array<char, 65536> bytes{};
    ssize_t const count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count <= 0) {
        return false;
    }
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

RawAnswer RawClient::read_answer(std::string_view method) {
    RawAnswer answer;
    auto end = buffer_.find("\r\n\r\n");
    while (end == std::string::npos) {
        if (!fill()) {
            return answer;
        }
        end = buffer_.find("\r\n\r\n");
    }
    std::string_view head(buffer_.data(), end);
    answer.status = std::atoi(std::string(head.substr(9, 3)).c_str());
    for (auto line = head.find("\r\n"); line != std::string_view::npos; line = head.find("\r\n")) {
        head.remove_prefix(line + 2);
        std::string_view const text = head.substr(0, head.find("\r\n"));
        auto const colon = text.find(':');
        answer.headers.emplace_back(ascii::to_lower(text.substr(0, colon)),
                                    std::string(trim(text.substr(colon + 1))));
    }
    buffer_.erase(0, end + 4);
    bool const has_body = method != "HEAD" && answer.status != 304 && answer.status != 204;
    auto const length =
        has_body ? std::strtoull(answer.header("content-length").value_or("0").c_str(), nullptr, 10)
                 : 0;
    while (buffer_.size() < length && fill()) {
    }
    answer.body = buffer_.substr(0, length);
    buffer_.erase(0, length);
    return answer;
}

bool RawClient::wait_for_continue() {
    while (buffer_.find("\r\n\r\n") == std::string::npos) {
        if (!fill()) {
            return false;
        }
    }
    bool const is_continue = buffer_.starts_with("HTTP/1.1 100 ");
    buffer_.erase(0, buffer_.find("\r\n\r\n") + 4);
    return is_continue;
}

bool RawClient::wait_until_closed() {
    pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
    std::array<char, 4096> bytes{};
    while (::poll(&waiting, 1, patience_milliseconds) > 0) {
        if (::recv(socket_, bytes.data(), bytes.size(), 0) <= 0) {
            return true;
        }
    }
    return false;
}

RawAnswer fetch(std::uint16_t port, std::string_view method, std::string_view path,
                std::string_view header_lines, std::string_view body) {
    RawClient client(port);
    std::string text = std::string(method) + " " + std::string(path) +
                       " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" +
                       std::string(header_lines);
    if (!body.empty()) {
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    }
    text += "\r\n";
    text += body;
    client.send(text);
    return client.read_answer(method);
}

} // namespace kontingent::endpoint
