#include "cli/command.hpp"
#include "endpoint/serve.hpp"

#include <cstdlib>
#include <memory>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    .name = "serve",
    .summary = "Serve the site and accept requests",
    .details = R"(Serves the assembled site, accepts requests at /requests, and prints its address.
Runs until it is interrupted, and then finishes what is running.

Secrets come from the environment, where other users of the machine cannot read them:
KONTINGENT_WEBHOOK_SECRET, KONTINGENT_SMTP_USER and KONTINGENT_SMTP_PASSWORD.)"};

constexpr unsigned rate_max = 100'000;

std::string environment(char const* name) {
    char const* value = std::getenv(name);
    return value != nullptr ? value : "";
}

struct Options {
    std::string site;
    std::string catalogue;
    endpoint::ServeOptions serve;
    std::optional<std::string> webhook;
    std::optional<std::string> mail_server;
    std::string mail_from;
    std::string mail_to;
};

ExitCode run(Options const& options, Streams streams) {
    endpoint::ServeOptions serve = options.serve;
    serve.site = options.site;
    serve.catalogue = options.catalogue;
    if (options.webhook) {
        serve.webhook = {.url = *options.webhook,
                         .secret = environment("KONTINGENT_WEBHOOK_SECRET")};
    }
    if (options.mail_server) {
        serve.mail = {.server = *options.mail_server,
                      .user = environment("KONTINGENT_SMTP_USER"),
                      .password = environment("KONTINGENT_SMTP_PASSWORD"),
                      .from = options.mail_from,
                      .to = options.mail_to};
    }
    streams.out.flush();
    return static_cast<ExitCode>(endpoint::serve(serve));
}

void add_site_options(Command const& command, Options& options) {
    endpoint::ServeOptions& serve = options.serve;
    serve.store = "requests.sqlite";
    command
        .required({.name = "--site", .value = "DIR", .text = "the assembled site (build/site)"},
                  options.site)
        .optional({.name = "--listen",
                   .value = "HOST:PORT",
                   .text = "where to listen, 127.0.0.1:8080 unless given; an IPv6 host is\n"
                           "written in brackets, and port 0 takes a free one"},
                  serve.listen)
        .optional({.name = "--store",
                   .value = "STORE",
                   .text = "where requests are kept: a SQLite file or postgresql://…;\n"
                           "requests.sqlite in this folder unless given"},
                  serve.store)
        .optional({.name = "--catalogue",
                   .value = "FILE",
                   .text = "the catalogue that requests are checked against;\n"
                           "the site's own unless given"},
                  options.catalogue)
        .list({.name = "--allow-origin",
               .value = "LIST",
               .text = "origins of other sites whose pages may send requests,\n"
                       "separated by commas"},
              serve.allowed_origins)
        .list({.name = "--trust-proxy",
               .value = "LIST",
               .text = "addresses of our own proxies, whose X-Forwarded-For names\n"
                       "the sender, separated by commas"},
              serve.trusted_proxies)
        .number({.name = "--rate",
                 .value = "NUMBER",
                 .text = "requests a minute from one address, 30 unless given;\n"
                         "0 is no limit"},
                rate_max, serve.requests_per_minute);
}

void add_notification_options(Command const& command, Options& options) {
    command
        .optional({.name = "--webhook",
                   .value = "URL",
                   .text = "receives each new request, signed as Standard Webhooks\n"
                           "describes"},
                  options.webhook)
        .optional({.name = "--mail-server",
                   .value = "URL",
                   .text = "smtp://HOST:PORT or smtps://…; sends an e-mail for each\n"
                           "new request"},
                  options.mail_server)
        .optional({.name = "--mail-from", .value = "ADDRESS", .text = "sender of these e-mails"},
                  options.mail_from)
        .optional({.name = "--mail-to", .value = "ADDRESS", .text = "who receives these e-mails"},
                  options.mail_to);
}

} // namespace

void add_serve(CommandLine& program) {
    auto const options = std::make_shared<Options>();
    Command const command = program.command(help);
    add_site_options(command, *options);
    add_notification_options(command, *options);
    command.runs([options](Streams streams) { return run(*options, streams); });
}

} // namespace kontingent::cli
