#include "endpoint/serve.hpp"

#include "endpoint/application.hpp"
#include "endpoint/base/log.hpp"
#include "endpoint/http/listener.hpp"
#include "endpoint/http/server.hpp"
#include "endpoint/notify/notifier.hpp"
#include "endpoint/requests/request_route.hpp"

#include <csignal>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace kontingent::endpoint {
namespace {

int fail(std::string const& sentence) {
    std::fprintf(stderr, "kontingent serve: %s\n", sentence.c_str());
    return 1;
}

// Blocked before any thread starts, so that all of them inherit it and only wait_for_signal() takes
// them.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // A client that hangs up is an error of its write, not of the program.
    std::signal(SIGPIPE, SIG_IGN);
    // A file that may not grow is a full disk: the store's to tell.
    std::signal(SIGXFSZ, SIG_IGN);
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

using Channels = std::vector<std::unique_ptr<Channel>>;

std::expected<Channels, std::string> make_channels(ServeOptions const& options) {
    Channels channels;
    if (options.webhook) {
        auto webhook = make_webhook(*options.webhook);
        if (!webhook) {
            return std::unexpected(webhook.error());
        }
        channels.push_back(std::move(*webhook));
    }
    if (options.mail) {
        auto mail = make_mail(*options.mail);
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

} // namespace

int serve(ServeOptions const& options) {
    std::error_code error;
    if (!std::filesystem::is_directory(options.site, error)) {
        return fail("the site's folder " + options.site.string() + " does not exist");
    }
    auto const address = parse_listen_address(options.listen);
    if (!address) {
        return fail(address.error());
    }
    auto const listener = open_listener(*address);
    if (!listener) {
        return fail(listener.error());
    }

    sigset_t const signals = block_stop_signals();
    auto channels = make_channels(options);
    if (!channels) {
        return fail(channels.error());
    }
    std::unique_ptr<Store> store;
    std::unique_ptr<RequestRoute> requests;
    std::vector<std::unique_ptr<Notifier>> notifiers;
    if (!options.store.empty()) {
        store = std::make_unique<Store>(options.store, names_of(*channels));
        if (auto const checked = store->check(); !checked) {
            log({.level = LogLevel::error,
                 .event = "store_away",
                 .values = {{"reason", checked.error().sentence}}});
        }
        requests = std::make_unique<RequestRoute>(route_options(options), *store);
        for (auto& channel : *channels) {
            notifiers.push_back(std::make_unique<Notifier>(*store, std::move(channel)));
        }
    }
    Application application(options.site, requests.get());
    auto server = Server::start(*listener, ServerLimits{}, application);
    if (!server) {
        return fail(server.error());
    }
    std::printf("Kontingent listens on %s\n", url_of(*address, (*server)->port()).c_str());
    std::fflush(stdout);
    log({.event = "started", .values = {{"port", std::int64_t{(*server)->port()}}}});

    int signal = 0;
    sigwait(&signals, &signal);
    log({.event = "stopping", .values = {}});
    server->reset();
    log({.event = "stopped", .values = {}});
    return 0;
}

} // namespace kontingent::endpoint
