// An e-mail to sales by SMTP for each new request.
#pragma once

#include "endpoint/notify/channel.hpp"

#include <expected>
#include <memory>

namespace kontingent::endpoint {

struct MailOptions {
    std::string server; // "smtp://mail.example.org:587", "smtps://…"
    std::string user;   // empty: no login
    std::string password;
    std::string from;
    std::string to;
    bool may_be_plaintext = false; // smtp:// without TLS where the server offers none
};

// The error is a sentence for the person who started the program.
std::expected<std::unique_ptr<Channel>, std::string> make_mail(MailOptions const& options);

// What the e-mail says, in UTF-8. Nothing the sender typed gets into a header, except a checked
// address to reply to.
std::string mail_text(StoredRequest const& stored);

} // namespace kontingent::endpoint
