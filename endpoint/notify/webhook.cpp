#include "endpoint/notify/webhook.hpp"

#include "endpoint/base/digest.hpp"
#include "endpoint/notify/transfer.hpp"

#include <nlohmann/json.hpp>

namespace kontingent::endpoint {

namespace {

constexpr std::string_view secret_prefix = "whsec_";
constexpr std::size_t secret_bytes_min = 24;
constexpr std::size_t secret_bytes_max = 64;
// Standard Webhooks would stop for good. Here nothing is lost: one attempt a day, until the host
// names another receiver.
constexpr long status_gone = 410;
constexpr std::chrono::hours pause_where_gone{24};

class Webhook : public Channel {
public:
    Webhook(std::string url, std::string secret_bytes)
        : url_(std::move(url)), secret_bytes_(std::move(secret_bytes)) {}

    std::string_view name() const override { return "webhook"; }

    Delivery deliver(Notification const& notification) override {
        std::string const id = "msg_" + notification.about.reference;
        std::int64_t const timestamp = unix_milliseconds_now() / 1000;
        std::string const payload = webhook_payload(notification.about);
        auto const reply =
            send_http({.url = url_,
                       .headers = {{"Content-Type", "application/json"},
                                   {"webhook-id", id},
                                   {"webhook-timestamp", std::to_string(timestamp)},
                                   {"webhook-signature",
                                    webhook_signature(secret_bytes_, id, timestamp, payload)}},
                       .body = payload});
        if (!reply) {
            return {.is_done = false, .reason = reply.error(), .retry_after = std::nullopt};
        }
        Delivery delivery{.is_done = reply->status >= 200 && reply->status < 300,
                          .reason = "status " + std::to_string(reply->status),
                          .retry_after = std::nullopt};
        if (reply->status == status_gone) {
            delivery.retry_after = pause_where_gone;
        } else if (reply->retry_after_seconds) {
            delivery.retry_after = std::chrono::seconds(*reply->retry_after_seconds);
        }
        return delivery;
    }

private:
    std::string const url_;
    std::string const secret_bytes_;
};

} // namespace

std::expected<std::unique_ptr<Channel>, std::string> make_webhook(WebhookOptions const& options) {
    // The sentences do not repeat the address: it may hold a password.
    auto const host = url_host(options.url, {"https", "http"});
    if (!host) {
        return std::unexpected("the webhook's address " + host.error());
    }
    if (!equals_ignoring_case(options.url.substr(0, 6), "https:") && !is_loopback(*host) &&
        !options.may_be_plaintext) {
        return std::unexpected(
            std::string("the webhook's address begins with http://, which everybody on the way "
                        "can read: use https://, or say --webhook-plaintext"));
    }
    std::string_view const secret = options.secret;
    auto const bytes = secret.starts_with(secret_prefix)
                           ? from_base64(secret.substr(secret_prefix.size()))
                           : std::nullopt;
    if (!bytes || bytes->size() < secret_bytes_min || bytes->size() > secret_bytes_max) {
        return std::unexpected(std::string("the webhook's secret (KONTINGENT_WEBHOOK_SECRET) must "
                                           "be whsec_ and the base64 of 24 to 64 bytes"));
    }
    return std::make_unique<Webhook>(options.url, *bytes);
}

std::string webhook_payload(StoredRequest const& stored) {
    using nlohmann::ordered_json;
    ordered_json payload;
    payload["type"] = "request.received";
    payload["timestamp"] = stored.received_at;
    ordered_json& data = payload["data"];
    data["reference"] = stored.reference;
    data["kind"] = stored.kind;
    data["price"] = stored.price.empty() ? ordered_json(nullptr) : ordered_json(stored.price);
    data["request"] = ordered_json::parse(stored.request, nullptr, false);
    data["quote"] = nullptr;
    if (!stored.quote.empty()) {
        // Lines and months are in the store; the receiver needs the totals.
        ordered_json const quote = ordered_json::parse(stored.quote, nullptr, false);
        data["quote"] = ordered_json::object();
        for (char const* name :
             {"catalogue", "package", "term_months", "currency", "net", "vat", "gross"}) {
            data["quote"][name] = quote.value(name, ordered_json(nullptr));
        }
    }
    return payload.dump();
}

std::string webhook_signature(std::string_view secret_bytes, std::string_view id,
                              std::int64_t timestamp_seconds, std::string_view payload) {
    std::string const content =
        std::string(id) + "." + std::to_string(timestamp_seconds) + "." + std::string(payload);
    Sha256 const digest = hmac_sha256(secret_bytes, content);
    return "v1," + to_base64(std::string(digest.begin(), digest.end()));
}

} // namespace kontingent::endpoint
