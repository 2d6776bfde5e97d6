#include "cli/command.hpp"
#include "endpoint/serve.hpp"

#include <cstdlib>
#include <expected>
#include <fstream>
#include <iterator>
#include <memory>
#include <ostream>
#include <sstream>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    .name = "serve",
    .summary = "Serve the site and accept requests",
    .details = R"(Serves the assembled site, accepts requests at /requests, and prints its address.
Runs until it is interrupted, and then finishes what is running.

Every option may also come from the environment, as KONTINGENT_MAIL_TO for --mail-to, or
from a file named with --config. Secrets come from files or from the environment, where
other users of the machine cannot read them: KONTINGENT_WEBHOOK_SECRET,
KONTINGENT_SMTP_USER and KONTINGENT_SMTP_PASSWORD. SIGHUP reads files and catalogue again.)"};

constexpr unsigned rate_max = 100'000;

struct Options {
    std::string site;
    std::string catalogue;
    endpoint::ServeOptions serve;
    std::optional<std::string> webhook;
    std::string webhook_secret_file;
    bool may_webhook_be_plaintext = false;
    std::optional<std::string> mail_server;
    std::string mail_from;
    std::string mail_to;
    std::string smtp_password_file;
    bool may_mail_be_plaintext = false;
};

std::string environment(char const* name) {
    char const* value = std::getenv(name);
    return value != nullptr ? value : "";
}

// From the file where one is named, else from the environment. The error is a sentence.
std::expected<std::string, std::string> secret(std::string const& file, char const* variable) {
    if (file.empty()) {
        return environment(variable);
    }
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) {
        return std::unexpected("the file " + file + " with a secret cannot be read");
    }
    while (text.ends_with('\n') || text.ends_with('\r')) {
        text.pop_back();
    }
    return text;
}

std::expected<endpoint::ServeOptions, std::string> complete(Options const& options) {
    endpoint::ServeOptions serve = options.serve;
    serve.site = options.site;
    serve.catalogue = options.catalogue;
    auto const webhook_secret = secret(options.webhook_secret_file, "KONTINGENT_WEBHOOK_SECRET");
    auto const password = secret(options.smtp_password_file, "KONTINGENT_SMTP_PASSWORD");
    if (!webhook_secret || !password) {
        return std::unexpected(!webhook_secret ? webhook_secret.error() : password.error());
    }
    if (options.webhook) {
        serve.webhook = {.url = *options.webhook,
                         .secret = *webhook_secret,
                         .may_be_plaintext = options.may_webhook_be_plaintext};
    }
    if (options.mail_server) {
        serve.mail = {.server = *options.mail_server,
                      .user = environment("KONTINGENT_SMTP_USER"),
                      .password = *password,
                      .from = options.mail_from,
                      .to = options.mail_to,
                      .may_be_plaintext = options.may_mail_be_plaintext};
    }
    return serve;
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
        .flag({.name = "--create-store",
               .value = "",
               .text = "make a new store also where this folder has held one before"},
              serve.may_create_store)
        .optional({.name = "--metrics",
                   .value = "HOST:PORT",
                   .text = "where /metrics is served, in Prometheus' format; nowhere\n"
                           "unless given"},
                  serve.metrics)
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
               .text = "addresses and networks of our own proxies, whose\n"
                       "X-Forwarded-For names the sender, separated by commas"},
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
        .optional({.name = "--webhook-secret-file",
                   .value = "FILE",
                   .text = "holds the secret that signs: whsec_ and base64"},
                  options.webhook_secret_file)
        .flag(
            {.name = "--webhook-plaintext", .value = "", .text = "http:// also to another machine"},
            options.may_webhook_be_plaintext)
        .optional({.name = "--mail-server",
                   .value = "URL",
                   .text = "smtp://HOST:PORT or smtps://…; sends an e-mail for each\n"
                           "new request"},
                  options.mail_server)
        .optional({.name = "--mail-from", .value = "ADDRESS", .text = "sender of these e-mails"},
                  options.mail_from)
        .optional({.name = "--mail-to", .value = "ADDRESS", .text = "who receives these e-mails"},
                  options.mail_to)
        .optional({.name = "--smtp-password-file",
                   .value = "FILE",
                   .text = "holds the password of KONTINGENT_SMTP_USER"},
                  options.smtp_password_file)
        .flag({.name = "--mail-plaintext",
               .value = "",
               .text = "e-mail without TLS where the server offers none"},
              options.may_mail_be_plaintext);
}

void add_options(Command const& command, Options& options) {
    add_site_options(command, options);
    add_notification_options(command, options);
    command.configurable();
}

// The same words again, with what the files that they name say now.
std::optional<endpoint::ServeOptions> read_again(CommandLine const& program) {
    auto const options = std::make_shared<Options>();
    std::optional<endpoint::ServeOptions> read;
    CommandLine again("", "");
    Command const command = again.command(help);
    add_options(command, *options);
    command.runs([&](Streams) {
        if (auto completed = complete(*options)) {
            read = std::move(*completed);
        }
        return ExitCode::done;
    });
    std::istringstream no_input;
    std::ostringstream no_output;
    again.run(program.words(), {no_input, no_output, no_output});
    return read;
}

ExitCode run(CommandLine const& program, Options const& options, Streams streams) {
    auto serve = complete(options);
    if (!serve) {
        streams.err << "kontingent serve: " << serve.error() << '\n';
        return ExitCode::wrong_input;
    }
    serve->read_again = [&program] { return read_again(program); };
    streams.out.flush();
    return static_cast<ExitCode>(endpoint::serve(*serve));
}

} // namespace

void add_serve(CommandLine& program) {
    auto const options = std::make_shared<Options>();
    Command const command = program.command(help);
    add_options(command, *options);
    command.runs([options, &program](Streams streams) { return run(program, *options, streams); });
}

} // namespace kontingent::cli
