#include "endpoint/notify/transfer.hpp"

#include "endpoint/http/address.hpp"

#include <algorithm>
#include <curl/curl.h>
#include <memory>
#include <mutex>

namespace kontingent::endpoint {

namespace {

using Handle = std::unique_ptr<CURL, decltype(&::curl_easy_cleanup)>;
using Mime = std::unique_ptr<curl_mime, decltype(&::curl_mime_free)>;
using List = std::unique_ptr<curl_slist, decltype(&::curl_slist_free_all)>;

constexpr long connect_seconds_max = 5;
constexpr long seconds_max = 20;

std::size_t ignore_bytes(char*, std::size_t size, std::size_t count, void*) {
    return size * count;
}

Handle new_handle(char const* protocols) {
    static std::once_flag once;
    std::call_once(once, [] { ::curl_global_init(CURL_GLOBAL_DEFAULT); });
    Handle handle(::curl_easy_init(), &::curl_easy_cleanup);
    if (handle) {
        ::curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
        ::curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT, connect_seconds_max);
        ::curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, seconds_max);
        ::curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, protocols);
        ::curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, &ignore_bytes);
    }
    return handle;
}

void append(List& list, std::string const& text) {
    curl_slist* const longer = ::curl_slist_append(list.get(), text.c_str());
    if (longer != nullptr) {
        static_cast<void>(list.release());
        list.reset(longer);
    }
}

List list_of(Headers const& headers) {
    List list(nullptr, &::curl_slist_free_all);
    for (Header const& header : headers) {
        append(list, header.name + ": " + header.value);
    }
    return list;
}

// Base64 keeps any line of the text from meaning something to a mail server.
Mime mime_of(CURL* handle, std::string const& text) {
    Mime mime(::curl_mime_init(handle), &::curl_mime_free);
    curl_mimepart* const part = mime ? ::curl_mime_addpart(mime.get()) : nullptr;
    if (part == nullptr || ::curl_mime_data(part, text.data(), text.size()) != CURLE_OK ||
        ::curl_mime_type(part, "text/plain; charset=utf-8") != CURLE_OK ||
        ::curl_mime_encoder(part, "base64") != CURLE_OK) {
        mime.reset();
    }
    return mime;
}

} // namespace

std::expected<HttpReply, std::string> send_http(HttpPost const& post) {
    Handle const handle = new_handle("http,https");
    if (!handle) {
        return std::unexpected(std::string("libcurl cannot start"));
    }
    List headers = list_of(post.headers);
    append(headers, "Expect:"); // no waiting for a 100
    ::curl_easy_setopt(handle.get(), CURLOPT_URL, post.url.c_str());
    ::curl_easy_setopt(handle.get(), CURLOPT_POST, 1L);
    ::curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, post.body.data());
    ::curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                       static_cast<curl_off_t>(post.body.size()));
    ::curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    ::curl_easy_setopt(handle.get(), CURLOPT_USERAGENT, "kontingent");
    CURLcode const code = ::curl_easy_perform(handle.get());
    if (code != CURLE_OK) {
        return std::unexpected(std::string(::curl_easy_strerror(code)));
    }
    HttpReply reply;
    ::curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &reply.status);
    curl_off_t retry_after = 0;
    ::curl_easy_getinfo(handle.get(), CURLINFO_RETRY_AFTER, &retry_after);
    if (retry_after > 0) {
        reply.retry_after_seconds = static_cast<long>(retry_after);
    }
    return reply;
}

std::expected<void, std::string> send_mail(Mail const& mail) {
    Handle const handle = new_handle("smtp,smtps");
    if (!handle) {
        return std::unexpected(std::string("libcurl cannot start"));
    }
    List recipients(nullptr, &::curl_slist_free_all);
    append(recipients, "<" + mail.to + ">");
    std::string const sender = "<" + mail.from + ">";
    List const headers = list_of(mail.headers);
    Mime const mime = mime_of(handle.get(), mail.text);
    if (!mime) {
        return std::unexpected(std::string("libcurl cannot make the message"));
    }
    ::curl_easy_setopt(handle.get(), CURLOPT_URL, mail.server.c_str());
    ::curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, sender.c_str());
    ::curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
    ::curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    ::curl_easy_setopt(handle.get(), CURLOPT_MIMEPOST, mime.get());
    // Requests and passwords go over an encrypted connection, unless the host says otherwise.
    ::curl_easy_setopt(handle.get(), CURLOPT_USE_SSL,
                       static_cast<long>(mail.may_be_plaintext && mail.user.empty()
                                             ? CURLUSESSL_TRY
                                             : CURLUSESSL_ALL));
    if (!mail.user.empty()) {
        ::curl_easy_setopt(handle.get(), CURLOPT_USERNAME, mail.user.c_str());
        ::curl_easy_setopt(handle.get(), CURLOPT_PASSWORD, mail.password.c_str());
    }
    CURLcode const code = ::curl_easy_perform(handle.get());
    if (code != CURLE_OK) {
        return std::unexpected(std::string(::curl_easy_strerror(code)));
    }
    return {};
}

std::expected<std::string, std::string> url_host(std::string const& url,
                                                 std::vector<std::string> const& schemes) {
    std::unique_ptr<CURLU, decltype(&::curl_url_cleanup)> const parsed(::curl_url(),
                                                                       &::curl_url_cleanup);
    auto const part = [&](CURLUPart which) {
        char* text = nullptr;
        std::string value;
        if (::curl_url_get(parsed.get(), which, &text, 0) == CURLUE_OK) {
            value = text;
        }
        ::curl_free(text);
        return value;
    };
    std::string known;
    for (std::string const& scheme : schemes) {
        known += (known.empty() ? "" : " or ") + scheme + "://";
    }
    if (::curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) !=
            CURLUE_OK ||
        std::ranges::find(schemes, part(CURLUPART_SCHEME)) == schemes.end()) {
        return std::unexpected("must begin with " + known);
    }
    std::string host = part(CURLUPART_HOST);
    if (host.empty()) {
        return std::unexpected(std::string("names no host"));
    }
    return host;
}

bool is_loopback(std::string_view host) {
    auto const address = parse_address(host);
    return equals_ignoring_case(host, "localhost") || (address && address->is_loopback());
}

} // namespace kontingent::endpoint
