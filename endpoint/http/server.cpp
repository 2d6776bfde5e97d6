#include "endpoint/http/server.hpp"

#include "endpoint/base/log.hpp"
#include "endpoint/base/metrics.hpp"
#include "endpoint/http/connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <fcntl.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace kontingent::endpoint {
namespace {

namespace asio = boost::asio;
using asio::awaitable;
using asio::ip::tcp;

constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
// Refusals of connections too many are short; beyond so many at once they are closed unanswered.
constexpr std::size_t refused_connections_max = 64;
constexpr std::chrono::milliseconds pause_without_descriptors{50};

bool is_out_of_descriptors(boost::system::error_code error) {
    return error == asio::error::no_descriptors ||
           error == boost::system::errc::too_many_files_open_in_system;
}

// A socket of both families sees IPv4 addresses mapped into IPv6; --trust-proxy names them as
// IPv4.
std::string address_of(tcp::socket const& socket) {
    boost::system::error_code error;
    auto const endpoint = socket.remote_endpoint(error);
    if (error) {
        return {};
    }
    auto const address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

// A descriptor kept for the moment when there is no other: closed, it lets one more connection be
// accepted and refused.
class ReserveDescriptor {
public:
    ReserveDescriptor() { take(); }

    ~ReserveDescriptor() { release(); }

    ReserveDescriptor(ReserveDescriptor const&) = delete;
    ReserveDescriptor& operator=(ReserveDescriptor const&) = delete;

    void take() {
        if (number_ < 0) {
            number_ = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        }
    }

    bool release() {
        bool const was_held = number_ >= 0;
        if (was_held) {
            ::close(number_);
        }
        number_ = -1;
        return was_held;
    }

private:
    int number_ = -1;
};

} // namespace

class Server::Loop {
public:
    Loop(ServerLimits const& limits, RequestHandler& handler)
        : state_(limits, handler), acceptor_(state_.io), work_(state_.io.get_executor()) {}

    ~Loop() { stop(); }

    Loop(Loop const&) = delete;
    Loop& operator=(Loop const&) = delete;

    bool start(int socket) {
        sockaddr_storage address{};
        socklen_t length = sizeof(address);
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
        boost::system::error_code error;
        acceptor_.assign(address.ss_family == AF_INET6 ? tcp::v6() : tcp::v4(), socket, error);
        if (error) {
            ::close(socket);
            return false;
        }
        asio::co_spawn(state_.io, accept(), asio::detached);
        thread_ = std::thread([this] { state_.io.run(); });
        return true;
    }

private:
    enum class Admission { served, refused, dropped };

    void stop() {
        if (!thread_.joinable()) {
            return;
        }
        asio::post(state_.io, [this] {
            state_.is_stopping = true;
            boost::system::error_code ignored;
            acceptor_.close(ignored);
            close_connections([](Connection const& connection) { return connection.is_idle(); });
        });
        if (!state_.running.wait_until_none(state_.limits.stop_patience)) {
            log({.level = LogLevel::warning, .event = "requests_broken_off", .values = {}});
        }
        asio::post(state_.io,
                   [this] { close_connections([](Connection const&) { return true; }); });
        state_.quick_threads.join();
        state_.waiting_threads.join();
        work_.reset();
        thread_.join();
    }

    template <class Condition>
    void close_connections(Condition const& condition) {
        // Closing only asks for the end: the set stays as it is meanwhile.
        for (Connection* connection : state_.connections) {
            if (condition(*connection)) {
                connection->close();
            }
        }
    }

    awaitable<void> accept() {
        while (acceptor_.is_open()) {
            tcp::socket socket(state_.io);
            auto const [error] = co_await acceptor_.async_accept(socket, as_result);
            if (is_out_of_descriptors(error)) {
                co_await accept_from_reserve();
            } else if (!error) {
                admit(std::move(socket));
            }
        }
    }

    awaitable<void> accept_from_reserve() {
        log_once_a_minute();
        if (reserve_.release()) {
            tcp::socket socket(state_.io);
            auto const [error] = co_await acceptor_.async_accept(socket, as_result);
            if (!error) {
                spawn(std::move(socket), Admission::refused, [this] { reserve_.take(); });
                co_return;
            }
            reserve_.take();
        }
        asio::steady_timer pause(state_.io, pause_without_descriptors);
        co_await pause.async_wait(as_result);
        reserve_.take();
    }

    void log_once_a_minute() {
        auto const now = std::chrono::steady_clock::now();
        if (now >= logged_until_) {
            logged_until_ = now + std::chrono::minutes(1);
            log({.level = LogLevel::error, .event = "out_of_file_descriptors", .values = {}});
        }
    }

    void admit(tcp::socket socket) {
        Admission const admission = admission_of(address_of(socket));
        if (admission != Admission::served) {
            metrics().count(Counter::connections_refused);
        }
        if (admission != Admission::dropped) {
            spawn(std::move(socket), admission, [] {});
        }
    }

    Admission admission_of(std::string const& peer) const {
        auto const& limits = state_.limits;
        auto const known = state_.connections_by_peer.find(peer);
        std::size_t const of_peer = known == state_.connections_by_peer.end() ? 0 : known->second;
        bool const is_shared = limits.is_shared_peer && limits.is_shared_peer(peer);
        if (state_.connections.size() - state_.refused_connections < limits.connections_max &&
            (is_shared || of_peer < limits.connections_per_address_max)) {
            return Admission::served;
        }
        return state_.refused_connections < refused_connections_max ? Admission::refused
                                                                    : Admission::dropped;
    }

    static awaitable<void> talk(std::shared_ptr<Connection> connection, bool is_refused) {
        if (is_refused) {
            co_await connection->refuse(503, "Too many connections are open. Please try again.");
        } else {
            co_await connection->run();
        }
        connection->close();
    }

    template <class AtEnd>
    void spawn(tcp::socket socket, Admission admission, AtEnd at_end) {
        std::string peer = address_of(socket);
        auto connection = std::make_shared<Connection>(state_, std::move(socket), std::move(peer));
        bool const is_refused = admission == Admission::refused;
        state_.refused_connections += is_refused ? 1 : 0;
        asio::co_spawn(state_.io, talk(std::move(connection), is_refused),
                       [this, is_refused, at_end](std::exception_ptr const&) {
                           state_.refused_connections -= is_refused ? 1 : 0;
                           at_end();
                       });
    }

    ServerState state_;
    tcp::acceptor acceptor_;
    asio::executor_work_guard<asio::io_context::executor_type> work_;
    ReserveDescriptor reserve_;
    std::chrono::steady_clock::time_point logged_until_;
    std::thread thread_;
};

Server::Server(std::uint16_t port, std::unique_ptr<Loop> loop)
    : port_(port), loop_(std::move(loop)) {}

Server::~Server() = default;

std::expected<std::unique_ptr<Server>, std::string>
Server::start(Listener listener, ServerLimits const& limits, RequestHandler& handler) {
    auto loop = std::make_unique<Loop>(limits, handler);
    if (!loop->start(listener.socket)) {
        return std::unexpected(std::string("cannot start the HTTP server"));
    }
    return std::unique_ptr<Server>(new Server(listener.port, std::move(loop)));
}

} // namespace kontingent::endpoint
