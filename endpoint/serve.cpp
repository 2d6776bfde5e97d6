#include "endpoint/serve.hpp"

#include "endpoint/application.hpp"
#include "endpoint/listener.hpp"
#include "endpoint/log.hpp"
#include "endpoint/server.hpp"

#include <csignal>
#include <cstdio>
#include <string>

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
    return signals;
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
    Application application(options.site);
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
