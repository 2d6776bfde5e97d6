#include "endpoint/notify/mail.hpp"

#include "core/base/base64.hpp"
#include "core/request/request_fields.hpp"
#include "endpoint/notify/mail_work.hpp"
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

Headers headers_of(StoredRequest const& stored, MailOptions const& options,
                   RequestWords const& words) {
    std::string const domain = options.from.substr(options.from.find('@') + 1);
    Headers headers{
        {"From", "<" + options.from + ">"},
        {"To", "<" + options.to + ">"},
        {"Subject", mail_subject(stored, words)},
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
        auto const catalogue = options_.catalogue ? options_.catalogue() : nullptr;
        RequestWords const words(catalogue ? catalogue->languages.front() : Language{});
        auto const sent =
            send_mail({.server = options_.server,
                       .user = options_.user,
                       .password = options_.password,
                       .may_be_plaintext = options_.may_be_plaintext,
                       .from = options_.from,
                       .to = options_.to,
                       .headers = headers_of(notification.about, options_, words),
                       .text = mail_text(notification.about, words, catalogue.get())});
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

std::string mail_subject(StoredRequest const& stored, RequestWords const& words) {
    std::string const text =
        words.text("subject", {{"reference", stored.reference}, {"kind", words.kind(stored.kind)}});
    auto const is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    // 45 bytes are 60 of base64, and an encoded word has at most 75 characters.
    constexpr std::size_t bytes_max = 45;
    std::string_view rest = text;
    std::string encoded;
    while (!std::ranges::all_of(text, is_ascii) && !rest.empty()) {
        std::size_t size = std::min(bytes_max, rest.size());
        while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0U) == 0x80U) {
            --size;
        }
        encoded += (encoded.empty() ? "=?UTF-8?B?" : " =?UTF-8?B?") +
                   to_base64(rest.substr(0, size)) + "?=";
        rest.remove_prefix(size);
    }
    return encoded.empty() ? text : encoded;
}

std::string mail_text(StoredRequest const& stored, RequestWords const& words,
                      Catalogue const* catalogue) {
    json const request = json::parse(stored.request, nullptr, false);
    std::string text;
    auto const add = [&text](std::string const& label, std::string const& value) {
        if (!value.empty()) {
            text += label + ": " + value + "\n";
        }
    };
    add(words.text("reference"), stored.reference);
    add(words.text("received_at"), stored.received_at);
    add(words.text("kind"), words.kind(stored.kind));
    auto const language = language_of_tag(stored.language);
    add(words.text("language"), language ? std::string(name_of(*language)) : stored.language);
    text += '\n';
    std::string long_texts;
    for (RequestField const& field : request_fields) {
        std::string const value = text_in(request, pointer_of(field));
        if (field.format == FieldFormat::text) {
            long_texts += value.empty() ? "" : "\n" + value + "\n";
        } else {
            add(words.field(field), value);
        }
    }
    text += '\n';
    for (MailLine const& line : work_lines(request, words, catalogue)) {
        add(line.label, line.value);
    }
    add(words.text("price"), words.price(stored.price));
    return text + long_texts + "\n--\n" + words.text("command") + "\nkontingent requests show " +
           stored.reference + "\n";
}

} // namespace kontingent::endpoint
