// Webhook and e-mail, told to receivers that fail, have gone, or are not there.
#include "endpoint/base/digest.hpp"
#include "endpoint/notify/mail.hpp"
#include "endpoint/notify/notifier.hpp"
#include "endpoint/notify/webhook.hpp"
#include "tests/endpoint/receivers.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <thread>
#include <unistd.h>

namespace kontingent::endpoint {

using nlohmann::json;

namespace {

constexpr std::string_view secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
constexpr std::string_view secret_bytes = "012345678901234567890123";

constexpr NotifierPace quick{.look = std::chrono::milliseconds(20),
                             .lease = std::chrono::milliseconds(60'000),
                             .pause_factor = 0.0001};

std::unique_ptr<Channel> webhook_to(std::string const& url) {
    auto webhook = make_webhook({.url = url, .secret = std::string(secret)});
    REQUIRE(webhook.has_value());
    return std::move(*webhook);
}

// Half a minute is a guard against hanging, no measure.
template <class Condition>
bool wait_for(Condition const& condition) {
    for (int i = 0; i < 3000; ++i) {
        if (condition()) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

// The only part of the message.
std::string text_of_mail(std::string const& mail) {
    auto const of_headers = mail.find("\r\n\r\n");
    auto const of_part = mail.find("\r\n\r\n", of_headers + 4);
    std::string encoded = mail.substr(of_part + 4, mail.find("\r\n--", of_part) - of_part - 4);
    std::erase(encoded, '\r');
    std::erase(encoded, '\n');
    return from_base64(encoded).value_or("");
}

void tells_by_webhook(FreshStore const& fresh) {
    TestEndpoint endpoint(fresh.address(), {}, {"webhook"});
    Receiver receiver;
    receiver.failures = 2;
    Notifier const notifier(endpoint.store(), webhook_to(receiver.url()), quick);
    std::string const reference =
        json::parse(endpoint.post(package_request().dump(), "told-by-webhook").body)
            .value("reference", "");
    REQUIRE(wait_for([&] { return receiver.requests().size() >= 3; }));
    std::set<std::string> ids;
    for (Request const& request : receiver.requests()) {
        std::string const id(request.header("webhook-id").value_or(""));
        ids.insert(id);
        std::string const timestamp(request.header("webhook-timestamp").value_or("0"));
        CHECK(request.header("webhook-signature") ==
              webhook_signature(secret_bytes, id, std::stoll(timestamp), request.body));
        json const payload = json::parse(request.body);
        CHECK(payload["type"] == "request.received");
        CHECK(payload["data"]["reference"] == reference);
        CHECK(payload["data"]["request"] == package_request());
        CHECK(payload["data"]["quote"]["gross"] == package_request()["quoted"]["gross"]);
    }
    CHECK(ids.size() == 1);
    // Delivered, it is not sent again.
    auto const is_forgotten = [&] {
        auto const left = endpoint.store().waiting_notifications();
        return left.has_value() && left->empty();
    };
    CHECK(wait_for(is_forgotten));
}

void waits_for_a_dead_receiver(FreshStore const& fresh) {
    TestEndpoint endpoint(fresh.address(), {}, {"webhook"});
    std::uint16_t port = 0;
    {
        Receiver const gone;
        port = gone.port();
    }
    Notifier const notifier(endpoint.store(),
                            webhook_to("http://127.0.0.1:" + std::to_string(port) + "/"), quick);
    for (int i = 0; i < 5; ++i) {
        CHECK(
            endpoint.post(question_request().dump(), "dead-receiver-" + std::to_string(i)).status ==
            201);
    }
    Receiver returned(port);
    CHECK(wait_for([&] {
        std::set<std::string> ids;
        for (Request const& request : returned.requests()) {
            ids.emplace(request.header("webhook-id").value_or(""));
        }
        return ids.size() == 5;
    }));
}

void tells_nothing_of_what_was_just_erased(FreshStore const& fresh) {
    TestEndpoint endpoint(fresh.address(), {}, {"webhook"});
    REQUIRE(endpoint.post(question_request().dump(), "just-erased").status == 201);
    // As where another program erases between a claim and its reading.
    auto const other = open_database(fresh.address(), StoreAccess::create_if_new);
    REQUIRE(other.has_value());
    REQUIRE((*other)->run("UPDATE requests SET request = NULL").has_value());
    auto const claimed = endpoint.store().claim_notification("webhook", std::chrono::seconds(60));
    REQUIRE(claimed.has_value());
    CHECK_FALSE(claimed->has_value());
}

} // namespace

TEST_CASE("a webhook is told of a request, again until it takes it") {
    on_each_store(tells_by_webhook);
}

TEST_CASE("a dead receiver loses nothing and slows nothing") {
    on_each_store(waits_for_a_dead_receiver);
}

TEST_CASE("what a receiver answers decides when it is asked again") {
    struct Row {
        std::string_view name;
        std::uint16_t status;
        std::string_view retry_after;
        bool is_done;
        std::optional<std::chrono::seconds> pause;
    };

    using std::chrono::hours;
    using std::chrono::seconds;
    constexpr std::array rows{
        Row{"taken", 200, "", true, std::nullopt},
        Row{"taken, with nothing to say", 204, "", true, std::nullopt},
        Row{"elsewhere: no redirect is followed", 302, "", false, std::nullopt},
        Row{"not found", 404, "", false, std::nullopt},
        Row{"gone: once a day", 410, "", false, hours(24)},
        Row{"gone, whatever else it asks for", 410, "5", false, hours(24)},
        Row{"too many", 429, "120", false, seconds(120)},
        Row{"broken", 500, "", false, std::nullopt},
        Row{"away for a while", 503, "7", false, seconds(7)},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Receiver receiver;
        receiver.failures = 1;
        receiver.failure_status = row.status;
        receiver.retry_after = row.retry_after;
        Notification notification;
        notification.about.reference = "K-00000-00000";
        notification.about.request = "{}";
        Delivery const delivery = webhook_to(receiver.url())->deliver(notification);
        CHECK(delivery.is_done == row.is_done);
        CHECK(delivery.retry_after == row.pause);
        CHECK(receiver.requests().size() == 1);
    }
}

TEST_CASE("nobody is told of what was erased in this very moment") {
    on_each_store(tells_nothing_of_what_was_just_erased);
}

TEST_CASE("two endpoints on one store tell of each request once") {
    FreshStore const fresh(FreshStore::Kind::postgresql);
    if (!fresh.is_there()) {
        return;
    }
    TestEndpoint one(fresh.address(), {}, {"webhook"});
    TestEndpoint other(fresh.address(), {}, {"webhook"});
    Receiver receiver;
    Notifier const first(one.store(), webhook_to(receiver.url()), quick);
    Notifier const second(other.store(), webhook_to(receiver.url()), quick);
    for (int i = 0; i < 20; ++i) {
        TestEndpoint const& endpoint = i % 2 == 0 ? one : other;
        CHECK(
            endpoint.post(question_request().dump(), "shared-store-" + std::to_string(i)).status ==
            201);
    }
    // The same key at the other endpoint is the same request.
    CHECK(other.post(question_request().dump(), "shared-store-0").status == 200);
    CHECK(wait_for([&] { return receiver.requests().size() >= 20; }));
    CHECK(receiver.requests().size() == 20);
    CHECK(one.stored().size() == 20);
}

TEST_CASE("an e-mail tells of a request, with nothing typed in its headers") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address(), {}, {"mail"});
    MailReceiver receiver;
    auto mail = make_mail({.server = receiver.url(),
                           .user = "",
                           .password = "",
                           .from = "web@agency.example",
                           .to = "sales@agency.example",
                           .may_be_plaintext = true});
    REQUIRE(mail.has_value());
    Notifier const notifier(endpoint.store(), std::move(*mail), quick);
    json request = question_request();
    request["message"] = ".\r\nSubject: forged\nZweite Zeile";
    std::string const reference =
        json::parse(endpoint.post(request.dump(), "told-by-mail").body).value("reference", "");
    REQUIRE(wait_for([&] { return !receiver.mails().empty(); }));
    std::string const text = receiver.mails().front();
    CHECK(text.find("MAIL FROM:<web@agency.example>") != std::string::npos);
    CHECK(text.find("RCPT TO:<sales@agency.example>") != std::string::npos);
    CHECK(text.find("Subject: New request " + reference + ": Question\r\n") != std::string::npos);
    CHECK(text.find("Reply-To: <Kaethe@Beispiel.example>\r\n") != std::string::npos);
    CHECK(text.find("forged") == std::string::npos);
    CHECK(text.find("Auto-Submitted: auto-generated\r\n") != std::string::npos);
    CHECK(text.find("Content-Type: text/plain; charset=utf-8\r\n") != std::string::npos);
    std::string const decoded = text_of_mail(text);
    CHECK(decoded.find("Käthe Groß") != std::string::npos);
    CHECK(decoded.find(".\r\nSubject: forged\nZweite Zeile") != std::string::npos);
}

TEST_CASE("a webhook's signature is that of the specification's example") {
    // https://github.com/standard-webhooks/standard-webhooks, its libraries' common test vector
    auto const bytes = from_base64("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    REQUIRE(bytes.has_value());
    CHECK(webhook_signature(*bytes, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
                            "{\"test\": 2432232314}") ==
          "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST_CASE("a receiver that hangs delays no other") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address(), {}, {"webhook", "mail"});
    // Takes connections and never answers.
    auto const silent = open_listener({.host = "127.0.0.1", .port = 0});
    REQUIRE(silent.has_value());
    MailReceiver receiver;
    {
        Notifier const hanging(endpoint.store(),
                               webhook_to("http://127.0.0.1:" + std::to_string(silent->port) + "/"),
                               quick);
        auto mail = make_mail({.server = receiver.url(),
                               .user = "",
                               .password = "",
                               .from = "web@agency.example",
                               .to = "sales@agency.example",
                               .may_be_plaintext = true});
        REQUIRE(mail.has_value());
        Notifier const working(endpoint.store(), std::move(*mail), quick);
        for (int i = 0; i < 3; ++i) {
            CHECK(endpoint.post(question_request().dump(), "hanging-" + std::to_string(i)).status ==
                  201);
        }
        CHECK(wait_for([&] { return receiver.mails().size() == 3; }));
        ::close(silent->socket); // the attempt that hangs ends with it
    }
}

TEST_CASE("an e-mail goes without TLS only where that is allowed") {
    MailReceiver receiver;
    Notification notification;
    notification.about.reference = "K-00000-00000";
    notification.about.request = "{}";
    MailOptions options{.server = receiver.url(),
                        .user = "",
                        .password = "",
                        .from = "web@agency.example",
                        .to = "sales@agency.example"};
    CHECK_FALSE((*make_mail(options))->deliver(notification).is_done);
    CHECK(receiver.mails().empty());
    options.may_be_plaintext = true;
    CHECK((*make_mail(options))->deliver(notification).is_done);
}

TEST_CASE("a webhook goes without TLS only to this machine, or where that is allowed") {
    struct Row {
        std::string_view url;
        bool is_taken;
        bool is_taken_in_plaintext;
    };

    constexpr std::array rows{
        Row{"https://a.example/hook", true, true},
        Row{"HTTPS://a.example/hook", true, true},
        Row{"http://127.0.0.1:9/", true, true},
        Row{"http://localhost/", true, true},
        Row{"http://[::1]/", true, true},
        Row{"http://a.example/", false, true},
        Row{"http://127.0.0.1.a.example/", false, true},
        Row{"http://localhost.a.example/", false, true},
        Row{"ftp://127.0.0.1/", false, false},
        Row{"a.example/hook", false, false},
        Row{"https://", false, false},
    };
    for (Row const& row : rows) {
        CAPTURE(row.url);
        WebhookOptions options{.url = std::string(row.url), .secret = std::string(secret)};
        CHECK(make_webhook(options).has_value() == row.is_taken);
        options.may_be_plaintext = true;
        CHECK(make_webhook(options).has_value() == row.is_taken_in_plaintext);
    }
    auto const refused =
        make_webhook({.url = "ftp://user:tell-tale@a.example/", .secret = std::string(secret)});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().find("tell-tale") == std::string::npos);
}

TEST_CASE("pauses grow to a day and stay there") {
    std::int64_t last = 0;
    for (std::int64_t attempts = 1; attempts <= 9; ++attempts) {
        auto const pause = pause_after(attempts, 0).count();
        CHECK(pause > last);
        last = pause;
    }
    CHECK(pause_after(1, 0) == std::chrono::seconds(5));
    CHECK(pause_after(1'000'000, 0) == std::chrono::hours(24));
    CHECK(pause_after(1, 999).count() <= 5500);
}

TEST_CASE("wrong addresses and secrets are said at the start") {
    for (std::string const text : {"", "secret", "whsec_", "whsec_!!!!", "whsec_c2hvcnQ="}) {
        CAPTURE(text);
        CHECK_FALSE(make_webhook({.url = "https://a.example/", .secret = text}).has_value());
    }
    CHECK_FALSE(
        make_webhook({.url = "ftp://a.example/", .secret = std::string(secret)}).has_value());
    MailOptions const good{.server = "smtp://a.example",
                           .user = "",
                           .password = "",
                           .from = "a@b.example",
                           .to = "c@d.example"};
    CHECK(make_mail(good).has_value());
    for (std::string const text : {"", "a", "a@b.example, c@d.example",
                                   "a@b.example\r\nBcc: x@y.example", "<a@b.example>"}) {
        CAPTURE(text);
        MailOptions wrong = good;
        wrong.to = text;
        CHECK_FALSE(make_mail(wrong).has_value());
    }
    MailOptions wrong = good;
    wrong.server = "http://a.example";
    CHECK_FALSE(make_mail(wrong).has_value());
}

} // namespace kontingent::endpoint
