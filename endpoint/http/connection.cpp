#include "endpoint/http/connection.hpp"

#include "endpoint/base/deadline.hpp"
#include "endpoint/base/log.hpp"
#include "endpoint/base/metrics.hpp"
#include "endpoint/http/framing.hpp"
#include "endpoint/http/message.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <algorithm>
#include <array>
#include <exception>

namespace kontingent::endpoint {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::awaitable;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t read_bytes = 4096;
// What is read, and for how long, of a request that was refused.
constexpr std::size_t drained_bytes_max = 1024 * 1024;
constexpr std::chrono::seconds drain_time{2};
constexpr std::size_t quick_thread_count = 2;
// More wait for a store than it has connections: they share a transaction, or its failure.
constexpr std::size_t waiting_thread_count = 64;

void log_request(Request const& request, Response const& response) {
    log({.event = "request",
         .values = {{"method", method_for_log(request.method)},
                    {"path", response.log_path},
                    {"status", std::int64_t{response.status}}}});
}

} // namespace

void RunningRequests::begin() {
    std::scoped_lock const lock(mutex_);
    ++count_;
}

void RunningRequests::end() {
    {
        std::scoped_lock const lock(mutex_);
        --count_;
    }
    changed_.notify_all();
}

bool RunningRequests::wait_until_none(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, patience, [this] { return count_ == 0; });
}

ServerState::ServerState(ServerLimits server_limits, RequestHandler& request_handler)
    : limits(std::move(server_limits)),
      handler(request_handler),
      quick_threads(quick_thread_count),
      waiting_threads(waiting_thread_count) {}

class Connection::Running {
public:
    explicit Running(Connection& connection) : connection_(connection) {
        connection_.is_request_running_ = true;
        connection_.state_.running.begin();
    }

    ~Running() {
        connection_.is_request_running_ = false;
        connection_.state_.running.end();
    }

    Running(Running const&) = delete;
    Running& operator=(Running const&) = delete;

private:
    Connection& connection_;
};

Connection::Connection(ServerState& state, asio::ip::tcp::socket socket, std::string peer)
    : state_(state), stream_(std::move(socket)), peer_(std::move(peer)) {
    boost::system::error_code ignored;
    stream_.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    state_.connections.insert(this);
    ++state_.connections_by_peer[peer_];
}

Connection::~Connection() {
    state_.connections.erase(this);
    if (auto const count = state_.connections_by_peer.find(peer_); --count->second == 0) {
        state_.connections_by_peer.erase(count);
    }
}

void Connection::close() {
    stream_.close();
}

awaitable<void> Connection::run() {
    // No co_await in a condition: g++ 12 compiles it to a trap.
    bool goes_on = true;
    while (goes_on) {
        goes_on = co_await serve_one();
    }
}

awaitable<void> Connection::refuse(std::uint16_t status, std::string_view detail) {
    Running const running(*this);
    Request head;
    head.peer = peer_;
    co_await refuse_request(status, detail, head);
}

awaitable<bool> Connection::has_more() {
    if (buffer_.size() == 0) {
        stream_.expires_after(state_.limits.idle);
        auto const [error, bytes] =
            co_await stream_.async_read_some(buffer_.prepare(read_bytes), as_result);
        if (error) {
            co_return false;
        }
        buffer_.commit(bytes);
    }
    co_return !state_.is_stopping;
}

// Computes the answer on a thread of its own and comes back to this one with it.
template <class Token>
auto Connection::async_answer(Request const& request, Token const& token) {
    auto const start = [this, &request](auto handler) {
        bool const may_wait = state_.handler.may_wait(request);
        auto& threads = may_wait ? state_.waiting_threads : state_.quick_threads;
        threads.post([this, &request, may_wait, queued_at = Clock::now(),
                      work = asio::make_work_guard(state_.io),
                      handler = std::move(handler)]() mutable {
            auto response =
                std::make_shared<Response>(answer_or_refusal(request, queued_at, may_wait));
            asio::post(state_.io,
                       [handler = std::move(handler), response = std::move(response)]() mutable {
                           std::move(handler)(std::move(response));
                       });
        });
    };
    return asio::async_initiate<Token const, void(std::shared_ptr<Response>)>(start, token);
}

awaitable<bool> Connection::serve_one() {
    bool const is_there = co_await has_more();
    if (!is_there) {
        co_return false;
    }
    Running const running(*this);
    stream_.expires_after(state_.limits.receive);
    Parser parser;
    parser.header_limit(state_.limits.header_bytes_max);
    parser.body_limit(boost::none); // checked by read_body(), where the head is known
    auto const [error, bytes] =
        co_await http::async_read_header(stream_, buffer_, parser, as_result);
    Request request;
    request.peer = peer_;
    if (error) {
        co_await refuse_unreadable(error, request);
        co_return false;
    }
    read_head(parser.get(), request);
    if (auto const doubt = head_error(request, parser.get().version())) {
        co_await refuse_request(400, *doubt, request);
        co_return false;
    }
    bool const is_whole = co_await read_body(parser, request);
    if (!is_whole) {
        co_return false;
    }
    stream_.expires_never(); // an answer takes as long as it takes
    std::shared_ptr<Response> const response = co_await async_answer(request, asio::use_awaitable);
    bool const keeps_alive = parser.keep_alive() && !state_.is_stopping;
    bool const goes_on = co_await write(request, *response, keeps_alive);
    co_return goes_on;
}

awaitable<bool> Connection::read_body(Parser& parser, Request& request) {
    if (declared_body_bytes(request) > state_.limits.body_bytes_max) {
        co_await refuse_request(413, "The body is too large.", request);
        co_return false;
    }
    if (parser.is_done()) {
        co_return true;
    }
    parser.body_limit(state_.limits.body_bytes_max);
    if (expects_continue(request) && buffer_.size() == 0) {
        constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        auto const [error, bytes] = co_await asio::async_write(
            stream_, asio::buffer(go_on.data(), go_on.size()), as_result);
        if (error) {
            co_return false;
        }
    }
    auto const [error, bytes] = co_await http::async_read(stream_, buffer_, parser, as_result);
    if (error) {
        co_await refuse_unreadable(error, request);
        co_return false;
    }
    request.body = std::move(parser.get().body());
    co_return true;
}

Response Connection::answer_or_refusal(Request const& request, Clock::time_point queued_at,
                                       bool may_wait) {
    try {
        if (may_wait && Clock::now() - queued_at > state_.limits.queue) {
            Response busy = state_.handler.refusal(
                503, "The server is busy. Please send the request again.", request);
            busy.headers.push_back({"Retry-After", "5"});
            return busy;
        }
        Deadline const deadline(queued_at + state_.limits.answer);
        return state_.handler.answer(request);
    } catch (std::exception const&) {
        // Out of memory, most likely: this request fails, the others go on.
        log({.level = LogLevel::error, .event = "request_failed", .values = {}});
    }
    return state_.handler.refusal(500, "The request could not be answered.", request);
}

awaitable<bool> Connection::write(Request const& request, Response const& response,
                                  bool keeps_alive) {
    metrics().count_answer(response.status);
    auto message = message_of(response);
    message.keep_alive(keeps_alive);
    http::response_serializer<SharedBody, http::fields> serializer(message);
    bool const is_head_alone = request.method == "HEAD";
    serializer.split(is_head_alone);
    auto const ends_at = Clock::now() + state_.limits.respond;
    while (!serializer.is_done() && !(is_head_alone && serializer.is_header_done())) {
        auto const left =
            std::chrono::duration_cast<std::chrono::milliseconds>(ends_at - Clock::now());
        stream_.expires_after(std::clamp(left, std::chrono::milliseconds(0), state_.limits.idle));
        auto const [error, bytes] = co_await http::async_write_some(stream_, serializer, as_result);
        if (error) {
            keeps_alive = false;
            break;
        }
    }
    log_request(request, response); // the client does not wait for it
    co_return keeps_alive;
}

awaitable<void> Connection::refuse_request(std::uint16_t status, std::string_view detail,
                                           Request const& head) {
    // Named: g++ 12 destroys some temporaries of a co_await expression twice.
    Response const response = state_.handler.refusal(status, detail, head);
    co_await write(head, response, false);
    co_await drain();
}

awaitable<void> Connection::refuse_unreadable(boost::system::error_code error,
                                              Request const& head) {
    if (error == beast::error::timeout) {
        // The stream is closed by now.
        log({.level = LogLevel::warning, .event = "request_timed_out", .values = {}});
        co_return;
    }
    bool const is_of_http =
        error.category() == http::make_error_code(http::error::bad_version).category();
    if (!is_of_http || error == http::error::end_of_stream) {
        co_return;
    }
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
        co_await refuse_request(431, "The head of the request is too large.", head);
    } else if (error == http::error::body_limit) {
        co_await refuse_request(413, "The body is too large.", head);
    } else if (error == http::error::partial_message) {
        co_await refuse_request(400, "The request is incomplete.", head);
    } else {
        co_await refuse_request(400, "The request is malformed.", head);
    }
}

awaitable<void> Connection::drain() {
    boost::system::error_code ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    stream_.expires_after(drain_time);
    std::array<char, 16 * 1024> thrown_away{};
    std::size_t total = 0;
    while (total < drained_bytes_max) {
        auto const [error, bytes] =
            co_await stream_.async_read_some(asio::buffer(thrown_away), as_result);
        if (error) {
            co_return;
        }
        total += bytes;
    }
}

} // namespace kontingent::endpoint
