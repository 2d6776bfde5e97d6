#include "tests/endpoint/receivers.hpp"

#include <array>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kontingent::endpoint {

namespace {

void say(int socket, std::string_view text) {
    ::send(socket, text.data(), text.size(), MSG_NOSIGNAL);
}

} // namespace

MailReceiver::MailReceiver() {
    auto const listener = open_listener({.host = "127.0.0.1", .port = 0});
    REQUIRE(listener.has_value());
    listener_ = *listener;
    thread_ = std::thread([this] { run(); });
}

MailReceiver::~MailReceiver() {
    is_stopping_ = true;
    thread_.join();
    ::close(listener_.socket);
}

void MailReceiver::run() {
    while (!is_stopping_) {
        pollfd waiting{.fd = listener_.socket, .events = POLLIN, .revents = 0};
        if (::poll(&waiting, 1, 50) > 0) {
            int const socket = ::accept(listener_.socket, nullptr, nullptr);
            talk(socket);
            ::close(socket);
        }
    }
}

void MailReceiver::talk(int socket) {
    say(socket, "220 test\r\n");
    std::string buffer;
    std::string mail;
    bool is_data = false;
    std::array<char, 4096> bytes{};
    for (ssize_t count = 0; (count = ::recv(socket, bytes.data(), bytes.size(), 0)) > 0;) {
        buffer.append(bytes.data(), static_cast<std::size_t>(count));
        for (auto end = buffer.find("\r\n"); end != std::string::npos; end = buffer.find("\r\n")) {
            std::string const line = buffer.substr(0, end);
            buffer.erase(0, end + 2);
            if (is_data && line != ".") {
                mail += line + "\r\n";
            } else if (is_data) {
                is_data = false;
                std::scoped_lock const lock(mutex_);
                mails_.push_back(mail);
                say(socket, "250 taken\r\n");
            } else if (line == "DATA") {
                is_data = true;
                say(socket, "354 go on\r\n");
            } else if (line == "QUIT") {
                say(socket, "221 bye\r\n");
                return;
            } else {
                mail += line.starts_with("EHLO") ? "" : line + "\r\n";
                say(socket, "250 fine\r\n");
            }
        }
    }
}

} // namespace kontingent::endpoint
