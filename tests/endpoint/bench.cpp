// How many requests a second the endpoint takes on each store, beside the store's own limit: bare
// inserts of the same row with the same durability, in the same run. Not a test:
// `script/bench requests`.
//
//   endpoint_bench STORE… [--seconds N] [--clients N]      STORE: an empty folder's SQLite file, or
//   postgresql://…
#include "endpoint/application.hpp"
#include "endpoint/http/server.hpp"
#include "endpoint/requests/request_route.hpp"
#include "endpoint/store/housekeeping.hpp"
#include "endpoint/store/store.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <mutex>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

using namespace kontingent::endpoint;
using Clock = std::chrono::steady_clock;

constexpr std::string_view body =
    R"({"format":1,"kind":"question","language":"de","contact":{"name":"Käthe Groß",)"
    R"("email":"kaethe@beispiel.example"},"message":"Übernehmen Sie auch ältere Shops?",)"
    R"("consent":true})";

// Bare inserts and requests take turns, so that neither has the younger file or the quieter disk to
// itself.
constexpr int rounds = 3;

struct Result {
    double a_second = 0;
    double p50_milliseconds = 0;
    double p99_milliseconds = 0;
    std::size_t failed = 0;
};

// Each client calls `once` again and again with its own number and a count; false is a failure.
Result measure(int clients, std::chrono::seconds duration,
               std::function<std::function<bool(int)>(int)> const& make_client) {
    std::vector<std::vector<double>> times(static_cast<std::size_t>(clients));
    std::atomic<std::size_t> failed = 0;
    std::vector<std::thread> threads;
    auto const begin = Clock::now();
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            auto const once = make_client(client);
            for (int count = 0; Clock::now() - begin < duration; ++count) {
                auto const start = Clock::now();
                if (once(count)) {
                    times[static_cast<std::size_t>(client)].push_back(
                        std::chrono::duration<double, std::milli>(Clock::now() - start).count());
                } else {
                    ++failed;
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    double const seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    std::vector<double> all;
    for (auto const& one : times) {
        all.insert(all.end(), one.begin(), one.end());
    }
    std::ranges::sort(all);
    auto const at = [&](double part) {
        return all.empty()
                   ? 0.0
                   : all[static_cast<std::size_t>(part * static_cast<double>(all.size() - 1))];
    };
    return {.a_second = static_cast<double>(all.size()) / seconds,
            .p50_milliseconds = at(0.5),
            .p99_milliseconds = at(0.99),
            .failed = failed};
}

// Of the store itself, through as many connections as the endpoint uses, and by as many threads.
Result measure_inserts(std::string const& address, int clients, std::chrono::seconds duration,
                       int round) {
    struct Connection {
        std::mutex mutex;
        std::unique_ptr<Database> database;
    };

    Store migrated(address, {});
    static_cast<void>(migrated.check());
    std::vector<Connection> connections(is_postgresql(address) ? 8 : 1);
    for (Connection& connection : connections) {
        auto opened = open_database(address, StoreAccess::create_if_new);
        connection.database = opened ? std::move(*opened) : nullptr;
    }
    return measure(clients, duration, [&](int client) {
        return [&, client](int count) {
            Connection& connection =
                connections[static_cast<std::size_t>(client) % connections.size()];
            std::string const name = "bare-" + std::to_string(round) + "-" +
                                     std::to_string(client) + "-" + std::to_string(count);
            std::scoped_lock const lock(connection.mutex);
            return connection.database &&
                   connection.database
                       ->run(
                           "INSERT INTO requests (reference, key_hash, body_hash, received_at, "
                           "kind, language, email, "
                           "request, answer) VALUES ($1, $2, $3, $4, 'question', 'de', $5, $6, $7)",
                           {name, name, std::string(64, 'b'),
                            std::string("2026-11-23T10:00:00.000Z"),
                            std::string("kaethe@beispiel.example"), std::string(body),
                            std::string(100, 'a')})
                       .has_value();
        };
    });
}

class KeptConnection {
public:
    explicit KeptConnection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        // A refused connection shows in the first answer.
        static_cast<void>(
            ::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof(address)));
        int const on = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    }

    ~KeptConnection() { ::close(socket_); }

    KeptConnection(KeptConnection const&) = delete;
    KeptConnection& operator=(KeptConnection const&) = delete;

    bool post(std::string const& key) {
        std::string const text = "POST /requests HTTP/1.1\r\nHost: a\r\nContent-Type: "
                                 "application/json\r\nIdempotency-Key: " +
                                 key + "\r\nContent-Length: " + std::to_string(body.size()) +
                                 "\r\n\r\n" + std::string(body);
        if (::send(socket_, text.data(), text.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(text.size())) {
            return false;
        }
        std::string answer;
        std::array<char, 4096> bytes{};
        while (!answer.ends_with("}\n")) { // every answer is one JSON object on one line
            ssize_t const count = ::recv(socket_, bytes.data(), bytes.size(), 0);
            if (count <= 0) {
                return false;
            }
            answer.append(bytes.data(), static_cast<std::size_t>(count));
        }
        return answer.starts_with("HTTP/1.1 201");
    }

private:
    int socket_;
};

Result measure_requests(std::string const& address, int clients, std::chrono::seconds duration,
                        int round) {
    Store store(address, {});
    Housekeeping const housekeeping(store);
    RequestRoute route({.site = {},
                        .catalogue = KONTINGENT_SAMPLE_CATALOGUE,
                        .allowed_origins = {},
                        .trusted_proxies = {},
                        .requests_per_minute = 0},
                       store);
    Application application("/nonexistent", &route);
    auto const listener = open_listener({.host = "127.0.0.1", .port = 0});
    auto const server = listener ? Server::start(*listener, ServerLimits{}, application)
                                 : std::expected<std::unique_ptr<Server>, std::string>(
                                       std::unexpected(listener.error()));
    if (!server) {
        std::fprintf(stderr, "%s\n", server.error().c_str());
        return {};
    }
    return measure(clients, duration, [&](int client) {
        auto const connection = std::make_shared<KeptConnection>((*server)->port());
        return [=](int count) {
            return connection->post("bench-" + std::to_string(round) + "-" +
                                    std::to_string(client) + "-" + std::to_string(count));
        };
    });
}

void print(char const* what, Result const& result) {
    std::printf("  %-22s %9.0f a second   p50 %7.2f ms   p99 %7.2f ms   failed %zu\n", what,
                result.a_second, result.p50_milliseconds, result.p99_milliseconds, result.failed);
}

} // namespace

int main(int count, char** words) {
    std::vector<std::string> stores;
    std::chrono::seconds duration(5);
    int clients = 8;
    for (int i = 1; i < count; ++i) {
        std::string const word = words[i];
        if (word == "--seconds" && i + 1 < count) {
            duration = std::chrono::seconds(std::atoi(words[++i]));
        } else if (word == "--clients" && i + 1 < count) {
            clients = std::atoi(words[++i]);
        } else {
            stores.push_back(word);
        }
    }
    // The log is the program's, not what is measured; but it is written all the same.
    static_cast<void>(std::freopen("/dev/null", "w", stderr));
    for (std::string const& address : stores) {
        std::printf("%s, %d clients, %lld s each\n",
                    is_postgresql(address) ? "PostgreSQL" : "SQLite", clients,
                    static_cast<long long>(duration.count()));
        static_cast<void>(
            measure_inserts(address, clients, std::chrono::seconds(2), 0)); // to warm up
        double bare_sum = 0;
        double requests_sum = 0;
        for (int round = 1; round <= rounds; ++round) {
            Result const bare = measure_inserts(address, clients, duration, round);
            Result const requests = measure_requests(address, clients, duration, round);
            print("bare inserts", bare);
            print("requests over HTTP", requests);
            bare_sum += bare.a_second;
            requests_sum += requests.a_second;
        }
        std::printf("  requests reach %.0f %% of bare inserts\n",
                    bare_sum > 0 ? 100 * requests_sum / bare_sum : 0);
    }
    return stores.empty() ? 2 : 0;
}
