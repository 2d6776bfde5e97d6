#include "endpoint/http/server.hpp"

#include "endpoint/base/log.hpp"
#include "endpoint/http/framing.hpp"

#include <microhttpd.h>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <exception>
#include <netinet/in.h>
#include <unistd.h>

namespace kontingent::endpoint {
namespace {

// A body over its limit is still read to this length, so that the client gets to see the refusal.
constexpr std::size_t swallowed_bytes_max = 1024 * 1024;

struct Exchange {
    Request request;
    std::size_t received_bytes = 0;
    bool is_oversized = false;
};

std::string peer_address(MHD_Connection* connection) {
    MHD_ConnectionInfo const* info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (info == nullptr || info->client_addr == nullptr) {
        return {};
    }
    std::array<char, INET6_ADDRSTRLEN> text{};
    sockaddr const* address = info->client_addr;
    void const* bytes = nullptr;
    int family = address->sa_family;
    if (family == AF_INET) {
        bytes = &reinterpret_cast<sockaddr_in const*>(address)->sin_addr;
    }
    if (family == AF_INET6) {
        in6_addr const& whole = reinterpret_cast<sockaddr_in6 const*>(address)->sin6_addr;
        bytes = &whole;
        // A socket of both families sees IPv4 so; --trust-proxy names it as anybody writes it.
        if (IN6_IS_ADDR_V4MAPPED(&whole)) {
            family = AF_INET;
            bytes = &whole.s6_addr[12];
        }
    }
    if (bytes == nullptr) {
        return {};
    }
    return ::inet_ntop(family, bytes, text.data(), text.size()) != nullptr ? text.data()
                                                                           : std::string{};
}

MHD_Result collect_header(void* closure, MHD_ValueKind, char const* name, char const* value) {
    static_cast<Headers*>(closure)->push_back({name, value != nullptr ? value : ""});
    return MHD_YES;
}

void free_body(void* closure) {
    delete static_cast<std::shared_ptr<std::string const>*>(closure);
}

// Others are whatever somebody typed, which no log keeps.
bool is_known_method(std::string_view method) {
    constexpr std::array<std::string_view, 7> known{"GET", "HEAD",   "POST", "OPTIONS",
                                                    "PUT", "DELETE", "PATCH"};
    return std::ranges::find(known, method) != known.end();
}

MHD_Result send(MHD_Connection* connection, Request const& request, Response const& response) {
    log({.event = "request",
         .values = {{"method", is_known_method(request.method) ? request.method : "other"},
                    {"path", response.log_path},
                    {"status", std::int64_t{response.status}}}});
    // The body is shared with the cache of files, so the library borrows it and says when it is
    // done.
    auto keep = std::make_unique<std::shared_ptr<std::string const>>(response.body);
    MHD_Response* out = MHD_create_response_from_buffer_with_free_callback_cls(
        response.body->size(), const_cast<char*>(response.body->data()), &free_body, keep.get());
    if (out == nullptr) {
        return MHD_NO;
    }
    static_cast<void>(keep.release()); // the response owns it now
    for (Header const& header : response.headers) {
        MHD_add_response_header(out, header.name.c_str(), header.value.c_str());
    }
    MHD_Result const result = MHD_queue_response(connection, response.status, out);
    MHD_destroy_response(out);
    return result;
}

// The library would decode the path with all its escapes at once; Target does it segment by
// segment.
std::size_t keep_escapes(void*, MHD_Connection*, char* text) {
    return std::string_view(text).size();
}

void ignore_message(void*, char const*, va_list) {}

} // namespace

struct Server::Callbacks {
    static ConnectionWatch::Handle& handle_of(MHD_Connection* connection) {
        MHD_ConnectionInfo const* info =
            MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
        return *static_cast<ConnectionWatch::Handle*>(info->socket_context);
    }

    static void connection_changed(void* closure, MHD_Connection* connection, void** context,
                                   MHD_ConnectionNotificationCode code) {
        auto& server = *static_cast<Server*>(closure);
        if (code == MHD_CONNECTION_NOTIFY_STARTED) {
            int const socket =
                MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
            *context = new ConnectionWatch::Handle(server.watch_.opened(socket));
        } else if (*context != nullptr) {
            auto* handle = static_cast<ConnectionWatch::Handle*>(*context);
            server.watch_.closed(*handle);
            delete handle;
            *context = nullptr;
        }
    }

    static void request_completed(void* closure, MHD_Connection* connection, void** context,
                                  MHD_RequestTerminationCode) {
        if (*context == nullptr) {
            return;
        }
        delete static_cast<Exchange*>(*context);
        *context = nullptr;
        static_cast<Server*>(closure)->watch_.request_ended(handle_of(connection));
    }

    static MHD_Result begin(Server& server, MHD_Connection* connection, char const* url,
                            char const* method, void** context) {
        auto exchange = std::make_unique<Exchange>();
        Request& request = exchange->request;
        request.method = method;
        request.path = url;
        request.peer = peer_address(connection);
        MHD_get_connection_values(connection, MHD_HEADER_KIND, &collect_header, &request.headers);
        *context = exchange.release();
        server.watch_.request_began(handle_of(connection));
        if (auto const error = framing_error(request)) {
            Response refusal = server.handler_.refusal(400, *error);
            refusal.headers.push_back({"Connection", "close"});
            return send(connection, request, refusal);
        }
        if (declared_body_bytes(request) > swallowed_bytes_max) {
            return send(connection, request,
                        server.handler_.refusal(413, "The body is too large."));
        }
        return MHD_YES;
    }

    static MHD_Result take(Server const& server, Exchange& exchange, std::string_view bytes) {
        exchange.received_bytes += bytes.size();
        if (exchange.received_bytes > swallowed_bytes_max) {
            return MHD_NO;
        }
        exchange.is_oversized = exchange.received_bytes > server.limits_.body_bytes_max;
        if (!exchange.is_oversized) {
            exchange.request.body += bytes;
        }
        return MHD_YES;
    }

    static MHD_Result handle(void* closure, MHD_Connection* connection, char const* url,
                             char const* method, char const*, char const* upload,
                             std::size_t* upload_bytes, void** context) {
        auto& server = *static_cast<Server*>(closure);
        try {
            if (*context == nullptr) {
                return begin(server, connection, url, method, context);
            }
            auto& exchange = *static_cast<Exchange*>(*context);
            if (*upload_bytes > 0) {
                std::string_view const bytes(upload, *upload_bytes);
                *upload_bytes = 0;
                return take(server, exchange, bytes);
            }
            server.watch_.request_received(handle_of(connection));
            Request const& request = exchange.request;
            return send(connection, request,
                        exchange.is_oversized
                            ? server.handler_.refusal(413, "The body is too large.")
                            : server.handler_.answer(request));
        } catch (std::exception const&) {
            // Out of memory, most likely: this connection ends, the others go on.
            log({.level = LogLevel::error, .event = "request_failed", .values = {}});
            return MHD_NO;
        }
    }
};

Server::Server(Listener listener, ServerLimits const& limits, RequestHandler& handler)
    : listener_(listener), limits_(limits), handler_(handler), watch_(limits.watch) {}

std::expected<std::unique_ptr<Server>, std::string>
Server::start(Listener listener, ServerLimits const& limits, RequestHandler& handler) {
    std::unique_ptr<Server> server(new Server(listener, limits, handler));
    server->daemon_ = MHD_start_daemon(
        MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL |
            MHD_USE_ITC,
        0, nullptr, nullptr, &Callbacks::handle, server.get(),                      //
        MHD_OPTION_EXTERNAL_LOGGER, &ignore_message, nullptr,                       //
        MHD_OPTION_LISTEN_SOCKET, listener.socket,                                  //
        MHD_OPTION_CONNECTION_LIMIT, limits.connections_max,                        //
        MHD_OPTION_CONNECTION_TIMEOUT, limits.idle_seconds_max,                     //
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, limits.header_bytes_max,                //
        MHD_OPTION_STRICT_FOR_CLIENT, 1,                                            //
        MHD_OPTION_UNESCAPE_CALLBACK, &keep_escapes, nullptr,                       //
        MHD_OPTION_NOTIFY_CONNECTION, &Callbacks::connection_changed, server.get(), //
        MHD_OPTION_NOTIFY_COMPLETED, &Callbacks::request_completed, server.get(),   //
        MHD_OPTION_END);
    if (server->daemon_ == nullptr) {
        return std::unexpected(std::string("cannot start the HTTP server"));
    }
    return server;
}

Server::~Server() {
    if (daemon_ != nullptr) {
        MHD_quiesce_daemon(daemon_);
        if (!watch_.wait_until_idle(limits_.stop_patience)) {
            log({.level = LogLevel::warning, .event = "requests_broken_off", .values = {}});
        }
        MHD_stop_daemon(daemon_);
    }
    ::close(listener_.socket);
}

} // namespace kontingent::endpoint
