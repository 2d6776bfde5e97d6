// Receivers of webhooks and mail, of the test's own: they fail as the test says.
#pragma once

#include "endpoint/http/listener.hpp"
#include "endpoint/http/server.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace kontingent::endpoint {

// Collects what it is sent; answers as the test says.
class Receiver : public RequestHandler {
public:
    explicit Receiver(std::uint16_t port = 0) {
        auto const listener = open_listener({.host = "127.0.0.1", .port = port});
        REQUIRE(listener.has_value());
        auto server = Server::start(*listener, ServerLimits{}, *this);
        REQUIRE(server.has_value());
        server_ = std::move(*server);
    }

    Response answer(Request const& request) override {
        std::scoped_lock const lock(mutex_);
        requests_.push_back(request);
        Response response = text_response(
            std::ssize(requests_) <= failures ? failure_status.load() : 204, "text/plain", "");
        if (!retry_after.empty()) {
            response.headers.push_back({"Retry-After", retry_after});
        }
        return response;
    }

    Response refusal(std::uint16_t status, std::string_view, Request const&) override {
        return text_response(status, "text/plain", "");
    }

    std::vector<Request> requests() {
        std::scoped_lock const lock(mutex_);
        return requests_;
    }

    std::string url() const {
        return "http://127.0.0.1:" + std::to_string(server_->port()) + "/hook";
    }

    std::uint16_t port() const { return server_->port(); }

    std::atomic<std::ptrdiff_t> failures = 0; // of the first so many
    std::atomic<std::uint16_t> failure_status = 500;
    std::string retry_after; // set before anything is sent

private:
    std::mutex mutex_;
    std::vector<Request> requests_;
    std::unique_ptr<Server> server_;
};

// As much of SMTP as a sender needs. Takes one mail after another.
class MailReceiver {
public:
    MailReceiver();
    ~MailReceiver();
    MailReceiver(MailReceiver const&) = delete;
    MailReceiver& operator=(MailReceiver const&) = delete;

    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(listener_.port); }

    std::vector<std::string> mails() {
        std::scoped_lock const lock(mutex_);
        return mails_;
    }

private:
    void run();
    void talk(int socket);

    Listener listener_;
    std::atomic<bool> is_stopping_ = false;
    std::mutex mutex_;
    std::vector<std::string> mails_;
    std::thread thread_;
};

} // namespace kontingent::endpoint
