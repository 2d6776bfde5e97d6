// How many requests a second the endpoint takes, and how long one takes, beside the store's own
// limit (bare inserts of the same row with the same durability) and beside other servers of the
// same work, in the same run. Not a test: `script/bench requests`.
//
//   endpoint_bench STORE [--clients N] [--rounds N] [--milliseconds N] [--beside NAME=PORT]
//   endpoint_bench --fill STORE N     stores that many requests first
#include "endpoint/application.hpp"
#include "endpoint/base/digest.hpp"
#include "endpoint/base/log_writer.hpp"
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
#include <fcntl.h>
#include <functional>
#include <memory>
#include <mutex>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <span>
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

struct Options {
    std::string store;
    int clients = 8;
    // Contestants take turns in short rounds, so that all of them meet the same moments of a
    // machine that does other work, too.
    int rounds = 15;
    std::chrono::milliseconds duration{1000};
    std::vector<std::pair<std::string, std::uint16_t>> beside; // name and port
};

struct Result {
    double a_second = 0;
    double p50_milliseconds = 0;
    double p99_milliseconds = 0;
    std::size_t failed = 0;
};

// Makes for each client what sends one request; false is a failure.
using MakeClient = std::function<std::function<bool()>(int client)>;

struct Contestant {
    std::string name;
    MakeClient make_client;
    std::vector<Result> results; // one a round
};

// Never used before, in this or in an earlier run.
std::string new_key() {
    static std::string const run = random_hex(8);
    static std::atomic<std::uint64_t> count = 0;
    return run + "-" + std::to_string(++count);
}

double value_at(std::vector<double> values, double part) {
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

Result measure(Options const& options, MakeClient const& make_client) {
    std::vector<std::vector<double>> times(static_cast<std::size_t>(options.clients));
    std::atomic<std::size_t> failed = 0;
    std::vector<std::thread> threads;
    auto const begin = Clock::now();
    for (int client = 0; client < options.clients; ++client) {
        threads.emplace_back([&, client] {
            auto const once = make_client(client);
            while (Clock::now() - begin < options.duration) {
                auto const start = Clock::now();
                if (once()) {
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
    return {.a_second = static_cast<double>(all.size()) / seconds,
            .p50_milliseconds = value_at(all, 0.5),
            .p99_milliseconds = value_at(all, 0.99),
            .failed = failed};
}

// Inserts into the store itself, through as many connections as the endpoint uses.
class BareInserts {
public:
    explicit BareInserts(std::string const& store) : connections_(kind_of(store).connections) {
        for (Connection& connection : connections_) {
            auto opened = open_database(store, StoreAccess::write);
            connection.database = opened ? std::move(*opened) : nullptr;
        }
    }

    bool insert(int client) {
        // Keys are hashes, so each row goes to another place of the index.
        std::string const hash = to_hex(sha256(new_key()));
        Connection& connection =
            connections_[static_cast<std::size_t>(client) % connections_.size()];
        std::scoped_lock const lock(connection.mutex);
        return connection.database &&
               connection.database
                   ->run("INSERT INTO requests (reference, key_hash, body_hash, received_at, kind, "
                         "language, email, request, answer) VALUES ($1, $2, $3, $4, 'question', "
                         "'de', $5, $6, $7)",
                         {hash.substr(0, 13), hash, std::string(64, 'b'),
                          std::string("2026-11-23T10:00:00.000Z"),
                          std::string("kaethe@beispiel.example"), std::string(body),
                          std::string(100, 'a')})
                   .has_value();
    }

private:
    struct Connection {
        std::mutex mutex;
        std::unique_ptr<Database> database;
    };

    std::vector<Connection> connections_;
};

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

    bool post(std::string const& key) const {
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

MakeClient clients_of(std::uint16_t port) {
    return [port](int) {
        auto const connection = std::make_shared<KeptConnection>(port);
        return [connection] { return connection->post(new_key()); };
    };
}

// The endpoint as `serve` runs it, log included.
class Endpoint {
public:
    explicit Endpoint(std::string const& address)
        : store_(address, {}),
          housekeeping_(store_),
          route_({.site = {},
                  .catalogue = KONTINGENT_SAMPLE_CATALOGUE,
                  .allowed_origins = {},
                  .trusted_proxies = {},
                  .requests_per_minute = 0},
                 store_),
          application_("/nonexistent", &route_) {
        if (auto const listener = open_listener({.host = "127.0.0.1", .port = 0})) {
            auto server = Server::start(*listener, ServerLimits{}, application_);
            server_ = server ? std::move(*server) : nullptr;
        }
    }

    std::uint16_t port() const { return server_ ? server_->port() : 0; }

private:
    Store store_;
    Housekeeping housekeeping_;
    RequestRoute route_;
    Application application_;
    std::unique_ptr<Server> server_;
};

bool fill(std::string const& address, std::int64_t count) {
    Store migrated(address, {});
    auto const database = open_database(address, StoreAccess::create_if_new);
    if (!migrated.check() || !database) {
        return false;
    }
    std::string const random((*database)->dialect().random_text);
    constexpr std::int64_t batch = 2'000; // within the time that a statement has
    for (std::int64_t stored = 0; stored < count; stored += batch) {
        auto const done = (*database)->run(
            "WITH RECURSIVE numbers (n) AS (SELECT $1 + 1 UNION ALL SELECT n + 1 FROM numbers "
            "WHERE n < $2) INSERT INTO requests (reference, key_hash, body_hash, received_at, "
            "kind, language, email, request, answer) SELECT 'K-' || substr(" +
                random + ", 1, 12), " + random + " || " + random + ", " + random + " || " + random +
                ", '2026-11-23T10:00:00.000Z', 'question', 'de', 'kunde' || n || "
                "'@beispiel.example', $3, $4 FROM numbers",
            {stored, std::min(stored + batch, count), std::string(body), std::string(100, 'a')});
        if (!done) {
            std::fprintf(stderr, "%s\n", done.error().sentence.c_str());
            return false;
        }
    }
    return true;
}

double median_of(Contestant const& contestant, double Result::* figure) {
    std::vector<double> values;
    for (Result const& result : contestant.results) {
        values.push_back(result.*figure);
    }
    return value_at(values, 0.5);
}

double median_ratio(Contestant const& one, Contestant const& other, double Result::* figure) {
    std::vector<double> ratios;
    for (std::size_t round = 0; round < one.results.size(); ++round) {
        if (other.results[round].*figure > 0) {
            ratios.push_back(one.results[round].*figure / (other.results[round].*figure));
        }
    }
    return value_at(ratios, 0.5);
}

// The endpoint is the second contestant; what it is compared with comes before and after it.
void print(std::span<Contestant const> contestants) {
    for (Contestant const& contestant : contestants) {
        std::size_t failed = 0;
        for (Result const& result : contestant.results) {
            failed += result.failed;
        }
        std::printf("  %-22s %9.0f a second   p50 %7.2f ms   p99 %7.2f ms   failed %zu\n",
                    contestant.name.c_str(), median_of(contestant, &Result::a_second),
                    median_of(contestant, &Result::p50_milliseconds),
                    median_of(contestant, &Result::p99_milliseconds), failed);
    }
    Contestant const& endpoint = contestants[1];
    for (Contestant const& other : contestants) {
        if (&other != &endpoint) {
            std::printf("  endpoint to %s: %.2f times as many a second, p99 %.2f times as long\n",
                        other.name.c_str(), median_ratio(endpoint, other, &Result::a_second),
                        median_ratio(endpoint, other, &Result::p99_milliseconds));
        }
    }
}

void run(Options const& options) {
    Endpoint const endpoint(options.store);
    auto const bare = std::make_shared<BareInserts>(options.store);
    std::vector<Contestant> contestants{
        {"bare inserts",
         [bare](int client) { return [bare, client] { return bare->insert(client); }; },
         {}},
        {"endpoint", clients_of(endpoint.port()), {}}};
    for (auto const& [name, port] : options.beside) {
        contestants.push_back({name, clients_of(port), {}});
    }
    for (Contestant const& contestant : contestants) {
        static_cast<void>(measure(options, contestant.make_client)); // to warm up
    }
    for (int round = 0; round < options.rounds; ++round) {
        for (Contestant& contestant : contestants) {
            contestant.results.push_back(measure(options, contestant.make_client));
        }
    }
    std::printf("%s, %d clients, medians of %d rounds of %lld ms\n",
                std::string(kind_of(options.store).name).c_str(), options.clients, options.rounds,
                static_cast<long long>(options.duration.count()));
    print(contestants);
}

Options read_options(std::vector<std::string> const& words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string const& word = words[i];
        std::string const value = i + 1 < words.size() ? words[i + 1] : "";
        if (!word.starts_with("--")) {
            options.store = word;
            continue;
        }
        ++i;
        if (word == "--clients") {
            options.clients = std::max(1, std::atoi(value.c_str()));
        } else if (word == "--rounds") {
            options.rounds = std::max(1, std::atoi(value.c_str()));
        } else if (word == "--milliseconds") {
            options.duration = std::chrono::milliseconds(std::atoi(value.c_str()));
        } else if (auto const equals = value.find('='); word == "--beside") {
            options.beside.emplace_back(
                value.substr(0, equals),
                static_cast<std::uint16_t>(std::atoi(value.substr(equals + 1).c_str())));
        }
    }
    return options;
}

} // namespace

int main(int count, char** arguments) {
    std::vector<std::string> const words(arguments + 1, arguments + count);
    if (words.size() == 3 && words[0] == "--fill") {
        return fill(words[1], std::atoll(words[2].c_str())) ? 0 : 1;
    }
    Options const options = read_options(words);
    if (options.store.empty()) {
        std::fputs("usage: endpoint_bench STORE [--clients N] [--rounds N] [--milliseconds N] "
                   "[--beside NAME=PORT] | --fill STORE N\n",
                   stderr);
        return 2;
    }
    // The log is written, but nobody reads it here.
    LogWriter writer(::open("/dev/null", O_WRONLY | O_CLOEXEC));
    set_log_writer(&writer);
    run(options);
    set_log_writer(nullptr);
    return 0;
}
