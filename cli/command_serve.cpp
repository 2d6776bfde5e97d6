#include "cli/command.hpp"
#include "endpoint/serve.hpp"

#include <ostream>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{"serve", R"(usage: kontingent serve --site DIR [--listen HOST:PORT]

Serves the assembled site until it is interrupted, and prints its address.

  --site DIR           the assembled site (build/site)
  --listen HOST:PORT   where to listen, 127.0.0.1:8080 unless given; an IPv6
                       host stands in brackets, and port 0 takes a free one
)"};

} // namespace

ExitCode run_serve(Words words, Streams streams) {
    Syntax const syntax{.options = {{.name = "--site", .need = Need::required, .choices = {}},
                                    {.name = "--listen", .need = Need::optional, .choices = {}}},
                        .file_count = 0};
    auto const parsed = arguments_of(help, syntax, words, streams);
    if (auto const* code = std::get_if<ExitCode>(&parsed)) {
        return *code;
    }
    auto const& arguments = std::get<Arguments>(parsed);
    endpoint::ServeOptions options{.site = *arguments.option("--site")};
    if (auto const listen = arguments.option("--listen")) {
        options.listen = *listen;
    }
    streams.out.flush();
    return static_cast<ExitCode>(endpoint::serve(options));
}

} // namespace kontingent::cli
