// One connection: reads a request, has it answered, writes the answer, and so on until one side
// ends it. Private to the server; everything here belongs to its one input and output thread.
#pragma once

#include "endpoint/http/server.hpp"
#include "endpoint/http/worker_threads.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace kontingent::endpoint {

class Connection;

// Counts requests that are being read, answered or written, and lets another thread wait for the
// last one.
class RunningRequests {
public:
    void begin();
    void end();
    // False where some still run.
    bool wait_until_none(std::chrono::milliseconds patience);

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t count_ = 0;
};

struct ServerState {
    ServerState(ServerLimits server_limits, RequestHandler& request_handler);

    ServerLimits const limits;
    RequestHandler& handler;
    boost::asio::io_context io{1};
    WorkerThreads quick_threads;
    WorkerThreads waiting_threads;
    std::set<Connection*> connections;
    std::map<std::string, std::size_t> connections_by_peer;
    std::size_t refused_connections = 0;
    RunningRequests running;
    bool is_stopping = false;
};

class Connection : public std::enable_shared_from_this<Connection> {
public:
    // Registers with the state until it is gone.
    Connection(ServerState& state, boost::asio::ip::tcp::socket socket, std::string peer);
    ~Connection();
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    // Ends when the connection does.
    boost::asio::awaitable<void> run();
    // Answers one refusal whatever is sent, and ends.
    boost::asio::awaitable<void> refuse(std::uint16_t status, std::string_view detail);
    void close();

    bool is_idle() const { return !is_request_running_; }

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

    using Clock = std::chrono::steady_clock;

    class Running;
    boost::asio::awaitable<bool> has_more();
    // Whether the connection goes on.
    boost::asio::awaitable<bool> serve_one();
    boost::asio::awaitable<bool> read_body(Parser& parser, Request& request);
    Response answer_or_refusal(Request const& request, Clock::time_point queued_at, bool may_wait);
    template <class Token>
    auto async_answer(Request const& request, Token const& token);
    boost::asio::awaitable<bool> write(Request const& request, Response const& response,
                                       bool keeps_alive);
    boost::asio::awaitable<void> refuse_request(std::uint16_t status, std::string_view detail,
                                                Request const& head);
    boost::asio::awaitable<void> refuse_unreadable(boost::system::error_code error,
                                                   Request const& head);
    // Reads on for a moment, so that the client sees the answer and not a reset connection.
    boost::asio::awaitable<void> drain();

    ServerState& state_;
    boost::beast::tcp_stream stream_;
    boost::beast::flat_buffer buffer_;
    std::string const peer_;
    bool is_request_running_ = false;
};

} // namespace kontingent::endpoint
