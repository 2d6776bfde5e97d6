// An e-mail to sales by SMTP for each new request, in the first language of the catalogue: the
// seller reads it. It says in which language the visitor wrote.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "endpoint/base/request_words.hpp"
#include "endpoint/notify/channel.hpp"

#include <expected>
#include <functional>
#include <memory>
#include <string>

namespace kontingent::endpoint {

struct MailOptions {
    std::string server; // "smtp://mail.example.org:587", "smtps://…"
    std::string user;   // empty: no login
    std::string password;
    std::string from;
    std::string to;
    bool may_be_plaintext = false; // smtp:// without TLS where the server offers none
    // The one requests are checked against: its first language is the seller's, and it names what
    // a request asks for. Without one a mail is in English and has the ids.
    std::function<std::shared_ptr<Catalogue const>()> catalogue = {};
};

// The error is a sentence for the person who started the program.
std::expected<std::unique_ptr<Channel>, std::string> make_mail(MailOptions const& options);

// Nothing the sender typed gets into a header, except a checked address to reply to. RFC 2047 where
// it is not ASCII.
std::string mail_subject(StoredRequest const& stored, RequestWords const& words);
// What the e-mail says, in UTF-8.
std::string mail_text(StoredRequest const& stored, RequestWords const& words,
                      Catalogue const* catalogue);

} // namespace kontingent::endpoint
