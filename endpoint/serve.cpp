#include "endpoint/serve.hpp"

#include "endpoint/application.hpp"
#include "endpoint/base/log.hpp"
#include "endpoint/base/log_writer.hpp"
#include "endpoint/base/metrics.hpp"
#include "endpoint/http/listener.hpp"
#include "endpoint/http/origin.hpp"
#include "endpoint/http/problem.hpp"
#include "endpoint/http/server.hpp"
#include "endpoint/notify/notifier.hpp"
#include "endpoint/requests/catalogue_source.hpp"
#include "endpoint/requests/request_route.hpp"
#include "endpoint/store/housekeeping.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

namespace kontingent::endpoint {
namespace {

namespace fs = std::filesystem;

using Channels = std::vector<std::unique_ptr<Channel>>;
template <class Value>
using OrSentence = std::expected<Value, std::string>;

int fail(std::string const& sentence) {
    std::fprintf(stderr, "kontingent serve: %s\n", sentence.c_str());
    return 1;
}

// Blocked before any thread starts, so that all of them inherit it and only sigwait() takes them.
sigset_t block_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (int const number : {SIGINT, SIGTERM, SIGHUP}) {
        sigaddset(&signals, number);
    }
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // A client that hangs up is an error of its write, not of the program.
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

RequestRouteOptions route_options(ServeOptions const& options) {
    return {.site = options.site,
            .catalogue =
                options.catalogue.empty() ? options.site / "catalogue.json" : options.catalogue,
            .allowed_origins = options.allowed_origins,
            .trusted_proxies = options.trusted_proxies,
            .requests_per_minute = options.requests_per_minute};
}

bool is_within(fs::path const& file, fs::path const& folder) {
    std::error_code error;
    fs::path const inner = fs::weakly_canonical(file, error);
    fs::path const outer = fs::weakly_canonical(folder, error);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first ==
           outer.end();
}

OrSentence<void> check_options(ServeOptions const& options) {
    std::error_code error;
    if (!fs::is_directory(options.site, error)) {
        return std::unexpected("the site's folder " + options.site.string() + " does not exist");
    }
    if (!fs::exists(options.site / "index.html", error)) {
        return std::unexpected(options.site.string() + " holds no index.html: it is no site");
    }
    for (std::string const& text : options.allowed_origins) {
        if (auto const origin = parse_origin(text); !origin) {
            return std::unexpected("--allow-origin: " + origin.error());
        }
    }
    for (std::string const& text : options.trusted_proxies) {
        if (auto const network = Network::parse(text); !network) {
            return std::unexpected("--trust-proxy: " + network.error());
        }
    }
    if (options.store.empty()) {
        return {};
    }
    if (auto const named = check_store_name(options.store); !named) {
        return named;
    }
    if (kind_of(options.store).is_file && is_within(options.store, options.site)) {
        return std::unexpected(
            std::string("the store is inside the site's folder, whose files everybody may read"));
    }
    return {};
}

OrSentence<Channels> make_channels(ServeOptions const& options) {
    Channels channels;
    if (options.webhook) {
        auto webhook = make_webhook(*options.webhook);
        if (!webhook) {
            return std::unexpected(webhook.error());
        }
        channels.push_back(std::move(*webhook));
    }
    if (options.mail) {
        MailOptions mail_options = *options.mail;
        auto const source = std::make_shared<CatalogueSource>(route_options(options).catalogue);
        mail_options.catalogue = [source] { return source->current(); };
        auto mail = make_mail(mail_options);
        if (!mail) {
            return std::unexpected(mail.error());
        }
        channels.push_back(std::move(*mail));
    }
    return channels;
}

std::vector<std::string> names_of(Channels const& channels) {
    std::vector<std::string> names;
    for (auto const& channel : channels) {
        names.emplace_back(channel->name());
    }
    return names;
}

OrSentence<std::unique_ptr<Store>> open_store(ServeOptions const& options,
                                              Channels const& channels) {
    auto store = std::make_unique<Store>(options.store, names_of(channels),
                                         options.may_create_store ? StoreAccess::create
                                                                  : StoreAccess::create_if_new);
    auto checked = store->check();
    if (checked) {
        checked = store->check_integrity();
    }
    if (!checked && (checked.error().is_lasting || kind_of(options.store).is_file)) {
        return std::unexpected(checked.error().sentence);
    }
    if (!checked) {
        log({.level = LogLevel::error,
             .event = "store_unavailable",
             .values = {{"reason", checked.error().sentence}}});
    }
    return store;
}

// Counts for Prometheus, on an address that no proxy forwards to.
class MetricsPage : public RequestHandler {
public:
    Response answer(Request const& request) override {
        if (request.path != "/metrics") {
            return problem(404, "The metrics are at /metrics.");
        }
        return text_response(200, "text/plain; version=0.0.4; charset=utf-8", metrics().text());
    }

    Response refusal(std::uint16_t status, std::string_view detail, Request const&) override {
        return problem(status, detail);
    }

    bool may_wait(Request const&) const override { return false; }
};

// All that runs between start and end, in the order it is made.
struct Running {
    std::unique_ptr<Store> store;
    std::shared_ptr<RequestRoute> requests;
    std::unique_ptr<Housekeeping> housekeeping;
    std::vector<std::unique_ptr<Notifier>> notifiers;
    std::unique_ptr<Application> application;
    std::unique_ptr<Server> server;
    MetricsPage metrics_page;
    std::unique_ptr<Server> metrics_server;

    ~Running() {
        for (auto const& notifier : notifiers) {
            notifier->stop(); // all at once, so that their last attempts end together
        }
        server.reset();
    }

    void notify_through(Channels channels) {
        notifiers.clear();
        for (auto& channel : channels) {
            notifiers.push_back(std::make_unique<Notifier>(*store, std::move(channel)));
        }
    }
};

OrSentence<Listener> listen(std::string const& text) {
    auto const address = parse_listen_address(text);
    if (!address) {
        return std::unexpected(address.error());
    }
    return open_listener(*address);
}

OrSentence<void> start_requests(ServeOptions const& options, Running& running) {
    auto channels = make_channels(options);
    if (!channels) {
        return std::unexpected(channels.error());
    }
    if (options.store.empty()) {
        return {};
    }
    running.requests = nullptr;
    auto store = open_store(options, *channels);
    if (!store) {
        return std::unexpected(store.error());
    }
    running.store = std::move(*store);
    running.requests = std::make_shared<RequestRoute>(route_options(options), *running.store);
    if (!running.requests->has_catalogue()) {
        return std::unexpected("the catalogue " + route_options(options).catalogue.string() +
                               " is missing or has errors; 'kontingent check' lists them");
    }
    running.housekeeping = std::make_unique<Housekeeping>(*running.store);
    running.notify_through(std::move(*channels));
    return {};
}

OrSentence<void> start_servers(ServeOptions const& options, Listener const& listener,
                               Running& running) {
    ServerLimits limits;
    Application const* const application = running.application.get();
    limits.is_shared_peer = [application](std::string const& peer) {
        return application->is_trusted_proxy(peer);
    };
    auto server = Server::start(listener, limits, *running.application);
    if (!server) {
        return std::unexpected(server.error());
    }
    running.server = std::move(*server);
    if (options.metrics.empty()) {
        return {};
    }
    auto const metrics_listener = listen(options.metrics);
    if (!metrics_listener) {
        return std::unexpected("--metrics: " + metrics_listener.error());
    }
    auto metrics_server = Server::start(*metrics_listener, ServerLimits{}, running.metrics_page);
    if (!metrics_server) {
        return std::unexpected(metrics_server.error());
    }
    running.metrics_server = std::move(*metrics_server);
    return {};
}

// What changes at SIGHUP: catalogue, origins, proxies, rate, and who is notified. Site, store and
// addresses stay.
void reload(ServeOptions const& options, Running& running) {
    auto const checked = check_options(options);
    auto channels = make_channels(options);
    if (!checked || !channels || running.store == nullptr) {
        log({.level = LogLevel::error,
             .event = "reload_refused",
             .values = {{"reason", !checked    ? checked.error()
                                   : !channels ? channels.error()
                                               : std::string("there is no store")}}});
        return;
    }
    auto requests = std::make_shared<RequestRoute>(route_options(options), *running.store);
    if (!requests->has_catalogue()) {
        log({.level = LogLevel::error,
             .event = "reload_refused",
             .values = {{"reason", "the catalogue has errors"}}});
        return;
    }
    running.store->deliver_to(names_of(*channels));
    running.notify_through(std::move(*channels));
    running.application->use(requests);
    running.requests = std::move(requests);
    log({.event = "reloaded", .values = {}});
}

void run_until_stopped(sigset_t const& signals, ServeOptions const& options, Running& running) {
    int signal = 0;
    while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) {
        if (auto const again = options.read_again ? options.read_again() : options) {
            reload(*again, running);
        } else {
            log({.level = LogLevel::error,
                 .event = "reload_refused",
                 .values = {{"reason", "the options have errors"}}});
        }
    }
}

} // namespace

int serve(ServeOptions const& options) {
    if (auto const checked = check_options(options); !checked) {
        return fail(checked.error());
    }
    auto const listener = listen(options.listen);
    if (!listener) {
        return fail(listener.error());
    }
    sigset_t const signals = block_signals();
    LogWriter writer(STDERR_FILENO);
    {
        Running running;
        if (auto const started = start_requests(options, running); !started) {
            return fail(started.error());
        }
        running.application = std::make_unique<Application>(options.site);
        running.application->use(running.requests);
        if (auto const started = start_servers(options, *listener, running); !started) {
            return fail(started.error());
        }
        set_log_writer(&writer);
        std::printf("Kontingent listens on %s\n",
                    url_of(*parse_listen_address(options.listen), running.server->port()).c_str());
        std::fflush(stdout);
        log({.event = "started", .values = {{"port", std::int64_t{running.server->port()}}}});
        run_until_stopped(signals, options, running);
        log({.event = "stopping", .values = {}});
    }
    log({.event = "stopped", .values = {}});
    set_log_writer(nullptr);
    return 0;
}

} // namespace kontingent::endpoint
