#include "endpoint/notify/mail.hpp"

#include "core/request/request_fields.hpp"
#include "core/request/work_fields.hpp"
#include "endpoint/notify/transfer.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace kontingent::endpoint {

namespace {

using nlohmann::json;

bool is_plain_address(std::string_view text) {
    return text.find('@') != std::string_view::npos && std::ranges::all_of(text, [](char c) {
               return c > ' ' && c < 0x7f && c != '<' && c != '>' && c != ',';
           });
}

std::string text_in(json const& document, std::string const& pointer) {
    json::json_pointer const place(pointer);
    return document.contains(place) && document[place].is_string()
               ? document[place].get<std::string>()
               : std::string{};
}

Headers headers_of(StoredRequest const& stored, MailOptions const& options) {
    std::string const domain = options.from.substr(options.from.find('@') + 1);
    Headers headers{
        {"From", "<" + options.from + ">"},
        {"To", "<" + options.to + ">"},
        {"Subject", "Kontingent: " + stored.kind + " " + stored.reference},
        {"Date", internet_date(unix_milliseconds_now() / 1000, "+0000")},
        {"Message-ID", "<" + stored.reference + "@" + domain + ">"},
        {"Auto-Submitted", "auto-generated"},
    };
    // Checked when the request was taken, and once more: here it would become a header.
    json const request = json::parse(stored.request, nullptr, false);
    if (std::string const sender = text_in(request, "/contact/email"); is_plain_address(sender)) {
        headers.push_back({"Reply-To", "<" + sender + ">"});
    }
    return headers;
}

class MailChannel : public Channel {
public:
    explicit MailChannel(MailOptions options) : options_(std::move(options)) {}

    std::string_view name() const override { return "mail"; }

    Delivery deliver(Notification const& notification) override {
        auto const sent = send_mail({.server = options_.server,
                                     .user = options_.user,
                                     .password = options_.password,
                                     .may_be_plaintext = options_.may_be_plaintext,
                                     .from = options_.from,
                                     .to = options_.to,
                                     .headers = headers_of(notification.about, options_),
                                     .text = mail_text(notification.about)});
        return {.is_done = sent.has_value(),
                .reason = sent ? "" : sent.error(),
                .retry_after = std::nullopt};
    }

private:
    MailOptions const options_;
};

} // namespace

std::expected<std::unique_ptr<Channel>, std::string> make_mail(MailOptions const& options) {
    if (auto const host = url_host(options.server, {"smtps", "smtp"}); !host) {
        return std::unexpected("the mail server's address " + host.error());
    }
    if (!is_plain_address(options.from) || !is_plain_address(options.to)) {
        return std::unexpected(
            std::string("mail needs a plain address to send from, and one to send to"));
    }
    return std::make_unique<MailChannel>(options);
}

std::string mail_text(StoredRequest const& stored) {
    json const request = json::parse(stored.request, nullptr, false);
    std::string text = stored.reference + " · " + stored.received_at + " · " + stored.kind + "\n\n";
    auto const add = [&](std::string_view name, std::string const& value) {
        if (!value.empty()) {
            text += std::string(name) + ": " + value + "\n";
        }
    };
    std::string long_texts;
    for (RequestField const& field : request_fields) {
        std::string const value = text_in(request, pointer_of(field));
        if (field.format == FieldFormat::text) {
            long_texts += "\n" + value + "\n";
        } else {
            add(field.name, value);
        }
    }
    add("package", text_in(request, "/scenario/package"));
    json const scenario = request.value("scenario", json::object());
    for (std::string_view const name : work_members) {
        if (auto const member = scenario.find(name); member != scenario.end()) {
            add(name, member->dump());
        }
    }
    if (!stored.price.empty()) {
        text += "price: " + stored.price + "\n";
    }
    return text + long_texts + "\n--\nkontingent requests show " + stored.reference + "\n";
}

} // namespace kontingent::endpoint
