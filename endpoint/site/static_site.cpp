#include "endpoint/site/static_site.hpp"

#include "core/base/ascii.hpp"
#include "endpoint/http/media_type.hpp"
#include "endpoint/http/negotiation.hpp"
#include "endpoint/http/problem.hpp"

namespace kontingent::endpoint {
namespace {

// A header's policy may say what a <meta> element may not.
std::string with_frame_ancestors(std::string policy) {
    while (!policy.empty() && (policy.back() == ';' || policy.back() == ' ')) {
        policy.pop_back();
    }
    return policy + "; frame-ancestors 'none'";
}

constexpr std::string_view fallback_policy =
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'";

constexpr std::string_view not_found_page =
    "<!DOCTYPE html>\n<html lang=\"de\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
    "content=\"width=device-width\"><title>Nicht gefunden</title></head>\n<body>\n<h1>Diese Seite "
    "gibt es nicht.</h1>\n"
    "<p lang=\"en\">This page does not exist.</p>\n</body>\n</html>\n";

bool wants_html(Request const& request) {
    return request.header_list("Accept").find("text/html") != std::string::npos;
}

std::string percent_encode(std::string_view segment) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (char const c : segment) {
        auto const code = static_cast<unsigned char>(c);
        bool const is_plain = ascii::is_letter(c) || ascii::is_digit(c) || c == '-' || c == '_' ||
                              c == '.' || c == '~';
        if (is_plain) {
            text += c;
        } else {
            text += {'%', digits[code >> 4], digits[code & 15]};
        }
    }
    return text;
}

} // namespace

std::string StaticSite::default_policy() {
    auto const page = files_.file("index.html");
    return with_frame_ancestors(page && !page->policy.empty() ? page->policy
                                                              : std::string(fallback_policy));
}

Response StaticSite::answer(Request const& request) {
    if (request.method != "GET" && request.method != "HEAD") {
        Response refusal = problem(405, "Files of the site are read with GET or HEAD.");
        refusal.headers.push_back({"Allow", "GET, HEAD"});
        return refusal;
    }
    auto const target = parse_target(request.path);
    if (!target) {
        if (target.error() == TargetError::malformed) {
            return problem(400, "The address is malformed.");
        }
        return not_found(request);
    }
    SiteAnswer const found = files_.find(*target);
    if (auto const* file = std::get_if<FoundFile>(&found)) {
        return deliver(request, *file);
    }
    if (std::holds_alternative<Unavailable>(found)) {
        Response busy = problem(503, "The file cannot be read just now. Please try again.");
        busy.headers.push_back({"Retry-After", "5"});
        return busy;
    }
    if (auto const* folder = std::get_if<FolderWithoutSlash>(&found)) {
        // Relative, so that it holds below any path a proxy puts the site under.
        Response redirect = text_response(301, "text/plain; charset=utf-8", "");
        redirect.headers.push_back(
            {"Location", percent_encode(folder->last_segment) + "/" +
                             (request.query.empty() ? "" : "?" + request.query)});
        return redirect;
    }
    return not_found(request);
}

Response StaticSite::deliver(Request const& request, FoundFile const& found) {
    std::string const file_name = found.name.substr(found.name.rfind('/') + 1);
    auto const compressed = files_.file(found.name + ".br");
    bool const is_compressed =
        compressed && accepts_coding(request.header_list("Accept-Encoding"), "br");
    SiteFile const& chosen = is_compressed ? *compressed : *found.file;

    Response response{
        .status = 200, .headers = {}, .body = chosen.body, .log_path = "/" + found.name};
    response.headers.push_back({"ETag", chosen.etag});
    response.headers.push_back({"Cache-Control", is_fingerprinted(file_name)
                                                     ? "public, max-age=31536000, immutable"
                                                     : "no-cache"});
    if (compressed) {
        response.headers.push_back({"Vary", "Accept-Encoding"});
    }
    if (!found.file->policy.empty()) {
        response.headers.push_back(
            {"Content-Security-Policy", with_frame_ancestors(found.file->policy)});
    }
    if (matches_etag(request.header_list("If-None-Match"), chosen.etag)) {
        response.status = 304;
        response.body = std::make_shared<std::string const>();
        return response;
    }
    response.headers.push_back({"Content-Type", std::string(media_type(file_name))});
    if (is_compressed) {
        response.headers.push_back({"Content-Encoding", "br"});
    }
    return response;
}

Response StaticSite::not_found(Request const& request) {
    if (!wants_html(request)) {
        return problem(404, "There is nothing at this address.");
    }
    auto const own = files_.file("404.html");
    return text_response(404, "text/html; charset=utf-8",
                         own ? *own->body : std::string(not_found_page));
}

} // namespace kontingent::endpoint
