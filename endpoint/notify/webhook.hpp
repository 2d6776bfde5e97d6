// A webhook as the Standard Webhooks specification has it: signed, with an id that stays the same
// over all attempts.
#pragma once

#include "endpoint/notify/channel.hpp"

#include <cstdint>
#include <expected>
#include <memory>

namespace kontingent::endpoint {

struct WebhookOptions {
    std::string url;
    std::string secret;            // "whsec_" and base64 of 24 to 64 bytes
    bool may_be_plaintext = false; // http:// also to other machines than this one
};

// The error is a sentence for the person who started the program.
std::expected<std::unique_ptr<Channel>, std::string> make_webhook(WebhookOptions const& options);

// {"type":"request.received","timestamp":…,"data":{…}}
std::string webhook_payload(StoredRequest const& stored);

// "v1,…": base64 of the HMAC-SHA256 of "id.timestamp.payload" under the secret's bytes.
std::string webhook_signature(std::string_view secret_bytes, std::string_view id,
                              std::int64_t timestamp_seconds, std::string_view payload);

} // namespace kontingent::endpoint
