// The program's `serve`: the site and its endpoint, until a signal ends it.
#pragma once

#include "endpoint/notify/mail.hpp"
#include "endpoint/notify/webhook.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kontingent::endpoint {

struct ServeOptions {
    std::filesystem::path site;
    std::string listen = "127.0.0.1:8080"; // HOST:PORT, IPv6 in brackets; port 0 takes a free one
    std::string store;               // a file or postgresql://…; empty: requests are not taken
    bool may_create_store = false;   // also where the folder has held this store before
    std::string metrics;             // HOST:PORT for /metrics; empty: none
    std::filesystem::path catalogue; // empty: the site's own catalogue.json
    std::vector<std::string> allowed_origins;
    std::vector<std::string> trusted_proxies;
    unsigned requests_per_minute = 30; // of one address; 0 is no limit
    std::optional<WebhookOptions> webhook;
    std::optional<MailOptions> mail;
    // Reads the options anew for SIGHUP; nothing where they are wrong, which it has then reported.
    std::function<std::optional<ServeOptions>()> read_again;
};

// Prints the address on standard output when it is ready, then runs until SIGINT or SIGTERM and
// finishes what is running. SIGHUP reads options and catalogue again. Returns the exit code: 0
// after a signal, 1 with a sentence on standard error where it cannot start: a missing or damaged
// site, catalogue or store, or an option that means nothing. Only a PostgreSQL server that cannot
// be reached is waited for.
int serve(ServeOptions const& options);

} // namespace kontingent::endpoint
