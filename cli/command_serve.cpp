#include "cli/command.hpp"
#include "endpoint/serve.hpp"

#include <charconv>
#include <cstdlib>
#include <ostream>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    "serve", R"(usage: kontingent serve --site DIR [--listen HOST:PORT] [--store STORE] …

Serves the assembled site, takes requests at /requests, and prints its address.
Runs until it is interrupted, and finishes what is running.

  --site DIR            the assembled site (build/site)
  --listen HOST:PORT    where to listen, 127.0.0.1:8080 unless given; an IPv6
                        host stands in brackets, and port 0 takes a free one
  --store STORE         where requests are kept: a SQLite file or postgresql://…;
                        requests.sqlite in this folder unless given
  --catalogue FILE      what requests are checked against; the site's own unless
                        given
  --allow-origin LIST   origins of other sites whose pages may send requests,
                        separated by commas
  --trust-proxy LIST    addresses of our own proxies, whose X-Forwarded-For says
                        who sent
  --rate NUMBER         requests a minute of one address, 30 unless given; 0 is
                        no limit
  --webhook URL         told of each new request, signed as Standard Webhooks
                        has it with the secret in KONTINGENT_WEBHOOK_SECRET
  --mail-server URL     smtp://HOST:PORT or smtps://…, sends an e-mail for each;
                        login by KONTINGENT_SMTP_USER, KONTINGENT_SMTP_PASSWORD
  --mail-from ADDRESS   --mail-to ADDRESS
)"};

constexpr unsigned rate_max = 100'000;

Option optional(std::string_view name) {
    return {.name = name, .need = Need::optional, .choices = {}};
}

std::vector<std::string> list_of(std::optional<std::string_view> text) {
    std::vector<std::string> list;
    std::string_view rest = text.value_or("");
    while (!rest.empty()) {
        auto const comma = rest.find(',');
        if (comma != 0) {
            list.emplace_back(rest.substr(0, comma));
        }
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
    }
    return list;
}

std::string environment(char const* name) {
    char const* value = std::getenv(name);
    return value != nullptr ? value : "";
}

std::optional<unsigned> rate_of(std::string_view text) {
    unsigned rate = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), rate);
    if (error != std::errc{} || end != text.data() + text.size() || rate > rate_max) {
        return std::nullopt;
    }
    return rate;
}

} // namespace

ExitCode run_serve(Words words, Streams streams) {
    Syntax const syntax{.options = {{.name = "--site", .need = Need::required, .choices = {}},
                                    optional("--listen"),
                                    optional("--store"),
                                    optional("--catalogue"),
                                    optional("--allow-origin"),
                                    optional("--trust-proxy"),
                                    optional("--rate"),
                                    optional("--webhook"),
                                    optional("--mail-server"),
                                    optional("--mail-from"),
                                    optional("--mail-to")},
                        .file_count = 0};
    auto const parsed = arguments_of(help, syntax, words, streams);
    if (auto const* code = std::get_if<ExitCode>(&parsed)) {
        return *code;
    }
    auto const& arguments = std::get<Arguments>(parsed);
    auto const rate = rate_of(arguments.option("--rate").value_or("30"));
    if (!rate) {
        streams.err << "kontingent serve: --rate takes a whole number up to " << rate_max << '\n';
        return ExitCode::wrong_usage;
    }
    endpoint::ServeOptions options;
    options.site = arguments.required("--site");
    options.listen = arguments.option("--listen").value_or(options.listen);
    options.store = arguments.option("--store").value_or("requests.sqlite");
    options.catalogue = arguments.option("--catalogue").value_or("");
    options.allowed_origins = list_of(arguments.option("--allow-origin"));
    options.trusted_proxies = list_of(arguments.option("--trust-proxy"));
    options.requests_per_minute = *rate;
    // Secrets are not written where every user of the machine can read them.
    if (auto const url = arguments.option("--webhook")) {
        options.webhook = {.url = std::string(*url),
                           .secret = environment("KONTINGENT_WEBHOOK_SECRET")};
    }
    if (auto const server = arguments.option("--mail-server")) {
        options.mail = {.server = std::string(*server),
                        .user = environment("KONTINGENT_SMTP_USER"),
                        .password = environment("KONTINGENT_SMTP_PASSWORD"),
                        .from = std::string(arguments.option("--mail-from").value_or("")),
                        .to = std::string(arguments.option("--mail-to").value_or(""))};
    }
    streams.out.flush();
    return static_cast<ExitCode>(endpoint::serve(options));
}

} // namespace kontingent::cli
