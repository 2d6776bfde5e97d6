// Options of `serve` from the command line, the environment and a file; secrets from files; what
// SIGHUP reads again; and the metrics.
#include "endpoint/base/digest.hpp"
#include "endpoint/notify/webhook.hpp"
#include "endpoint/serve.hpp"
#include "tests/endpoint/program.hpp"
#include "tests/endpoint/receivers.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <unistd.h>

namespace kontingent::endpoint {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view secret_text = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

// Of the programs that are started while it lives.
class Variable {
public:
    Variable(char const* name, std::string const& value) : name_(name) {
        ::setenv(name, value.c_str(), 1);
    }

    ~Variable() { ::unsetenv(name_); }

    Variable(Variable const&) = delete;
    Variable& operator=(Variable const&) = delete;

private:
    char const* name_;
};

// Half a minute is a guard against hanging, no measure.
template <class Condition>
bool wait_for(Condition const& condition) {
    for (int i = 0; i < 1500 && !condition(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return condition();
}

bool logs(Program const& program, std::string_view part) {
    return wait_for([&] { return read_file(program.log_file()).find(part) != std::string::npos; });
}

bool accepts_origin(Program const& program, std::string const& origin) {
    RawAnswer const answer =
        fetch(program.port(), "OPTIONS", "/requests", "Origin: " + origin + "\r\n");
    return answer.status == 204;
}

RawAnswer post(Program const& program, nlohmann::json const& request, std::string const& key) {
    return fetch(program.port(), "POST", "/requests",
                 "Content-Type: application/json\r\nIdempotency-Key: " + key + "\r\n",
                 request.dump());
}

std::string last_quote(std::string const& store) {
    Store reading(store, {}, StoreAccess::read);
    std::string quote;
    auto const visited =
        reading.for_each({}, [&](StoredRequest const& stored) { quote = stored.quote; });
    REQUIRE(visited.has_value());
    return quote;
}

} // namespace

TEST_CASE("configuration: the command line goes before the environment, and that before the file") {
    struct Row {
        std::string_view name;
        std::string in_words;
        std::string in_environment;
        std::string in_file;
        std::string accepted;
        std::string refused;
    };

    std::string const words = "https://words.example";
    std::string const environment = "https://environment.example";
    std::string const file = "https://file.example";
    Row const rows[] = {
        {"none", "", "", "", "http://localhost", file},
        {"file", "", "", file, file, environment},
        {"environment", "", environment, "", environment, file},
        {"environment and file", "", environment, file, environment, file},
        {"words and file", words, "", file, words, file},
        {"all", words, environment, file, words, environment},
        {"a list in the file", "", "", environment + "," + file, file, words},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        FreshStore const fresh(FreshStore::Kind::sqlite);
        TemporaryFolder const folder;
        folder.write("serve.conf", row.in_file.empty() ? std::string("# nothing is set here\n")
                                                       : "allow-origin=\"" + row.in_file + "\"\n");
        std::vector<std::string> options{"--config", (folder.path() / "serve.conf").string()};
        if (!row.in_words.empty()) {
            options.push_back("--allow-origin=" + row.in_words);
        }
        std::unique_ptr<Variable> variable;
        if (!row.in_environment.empty()) {
            variable = std::make_unique<Variable>("KONTINGENT_ALLOW_ORIGIN", row.in_environment);
        }
        Program program(fresh.address(), options);
        program.start();
        CHECK(accepts_origin(program, row.accepted));
        CHECK_FALSE(accepts_origin(program, row.refused));
        CHECK(program.stop() == 0);
    }
}

TEST_CASE("configuration: a file that cannot be used ends the start and is named") {
    struct Row {
        std::string_view name;
        std::string text;
        std::string sentence;
    };

    for (Row const& row :
         {Row{"missing", "", "cannot be read"}, Row{"unknown option", "nonsense=1\n", "--nonsense"},
          Row{"section", "[mail]\nfrom=a@b.example\n", "sections as [mail]"},
          Row{"wrong value", "allow-origin=nowhere\n", "--allow-origin"}}) {
        CAPTURE(row.name);
        FreshStore const fresh(FreshStore::Kind::sqlite);
        TemporaryFolder const folder;
        if (!row.text.empty()) {
            folder.write("serve.conf", row.text);
        }
        Program const program(fresh.address(),
                              {"--config", (folder.path() / "serve.conf").string()});
        CHECK(run_program(program.words(), program.log_file()) != 0);
        std::string const said = read_file(program.log_file());
        CAPTURE(said);
        CHECK(said.find(row.sentence) != std::string::npos);
        CHECK_FALSE(fs::exists(fresh.address()));
    }
}

TEST_CASE("configuration: the webhook's secret comes from a file or the environment") {
    for (bool const is_in_file : {true, false}) {
        CAPTURE(is_in_file);
        FreshStore const fresh(FreshStore::Kind::sqlite);
        TemporaryFolder const folder;
        folder.write("secret", std::string(secret_text) + "\n");
        Receiver receiver;
        std::vector<std::string> options{"--webhook", receiver.url()};
        std::unique_ptr<Variable> variable;
        if (is_in_file) {
            options.push_back("--webhook-secret-file=" + (folder.path() / "secret").string());
        } else {
            variable =
                std::make_unique<Variable>("KONTINGENT_WEBHOOK_SECRET", std::string(secret_text));
        }
        Program program(fresh.address(), options);
        program.start();
        CHECK(post(program, question_request(), "with-a-secret").status == 201);
        REQUIRE(wait_for([&] { return !receiver.requests().empty(); }));
        Request const told = receiver.requests().front();
        std::string const bytes =
            from_base64(secret_text.substr(std::string_view("whsec_").size())).value_or("");
        std::string const id(told.header("webhook-id").value_or(""));
        std::string const time(told.header("webhook-timestamp").value_or("0"));
        CHECK(told.header("webhook-signature") ==
              webhook_signature(bytes, id, std::stoll(time), told.body));
        CHECK(program.stop() == 0);
        CHECK(read_file(program.log_file()).find("MDEy") == std::string::npos);
    }
}

TEST_CASE("configuration: a secret's file that cannot be read ends the start") {
    for (char const* option : {"--webhook-secret-file", "--smtp-password-file"}) {
        CAPTURE(option);
        FreshStore const fresh(FreshStore::Kind::sqlite);
        Program const program(fresh.address(), {option, "/nowhere/secret"});
        CHECK(run_program(program.words(), program.log_file()) == 1);
        CHECK(read_file(program.log_file()).find("/nowhere/secret") != std::string::npos);
    }
}

TEST_CASE("metrics are served at their own address alone, and nowhere unless it is given") {
    CHECK(ServeOptions{}.metrics.empty());
    FreshStore const fresh(FreshStore::Kind::sqlite);
    ReservedPort const reserved;
    std::uint16_t const port = reserved.number();
    {
        Program without(fresh.address());
        without.start();
        CHECK(fetch(without.port(), "GET", "/metrics").status == 404);
        CHECK_FALSE(RawClient(port).is_connected());
        CHECK(without.stop() == 0);
    }
    Program program(fresh.address(), {"--metrics", "127.0.0.1:" + std::to_string(port)});
    program.start();
    CHECK(fetch(program.port(), "GET", "/metrics").status == 404);
    REQUIRE(post(program, question_request(), "to-be-counted").status == 201);
    REQUIRE(post(program, question_request(), "to-be-counted").status == 200);
    RawAnswer const metrics = fetch(port, "GET", "/metrics");
    CHECK(metrics.status == 200);
    CHECK(metrics.header("content-type").value_or("").starts_with("text/plain; version=0.0.4"));
    CHECK(metrics.body.find("\nkontingent_requests_stored_total 1\n") != std::string::npos);
    CHECK(metrics.body.find("\nkontingent_requests_repeated_total 1\n") != std::string::npos);
    CHECK(fetch(port, "GET", "/").status == 404);
    CHECK(fetch(port, "GET", "/requests").status == 404);
    CHECK(program.stop() == 0);
}

TEST_CASE("SIGHUP reads the options' file again, and keeps the old ones where it has errors") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TemporaryFolder const folder;
    folder.write("serve.conf", "allow-origin=\"https://before.example\"\n");
    Program program(fresh.address(), {"--config", (folder.path() / "serve.conf").string()});
    program.start();
    CHECK(accepts_origin(program, "https://before.example"));
    folder.write("serve.conf", "allow-origin=\"https://after.example\"\n");
    CHECK(accepts_origin(program, "https://before.example"));
    program.process().signal(SIGHUP);
    REQUIRE(logs(program, "\"reloaded\""));
    CHECK(accepts_origin(program, "https://after.example"));
    CHECK_FALSE(accepts_origin(program, "https://before.example"));
    folder.write("serve.conf", "allow-origin=\"nowhere\"\n");
    program.process().signal(SIGHUP);
    REQUIRE(logs(program, "\"reload_refused\""));
    CHECK(accepts_origin(program, "https://after.example"));
    CHECK(post(program, question_request(), "after-reloading").status == 201);
    CHECK(program.stop() == 0);
}

TEST_CASE("SIGHUP reads the catalogue again, also where its size and time are the same") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TemporaryFolder const folder;
    std::string const id = sample_catalogue().id;
    std::string text = read_file(sample_catalogue_file());
    folder.write("catalogue.json", text);
    fs::path const file = folder.path() / "catalogue.json";
    auto const written_at = fs::last_write_time(file);
    Program program(fresh.address(), {"--catalogue", file.string()});
    program.start();
    REQUIRE(post(program, package_request(), "before-reloading").status == 201);
    CHECK(last_quote(fresh.address()).find(id) != std::string::npos);

    std::string changed_id = id;
    changed_id.back() = changed_id.back() == 'x' ? 'y' : 'x';
    text.replace(text.find(id), id.size(), changed_id);
    folder.write("catalogue.json", text);
    fs::last_write_time(file, written_at);
    program.process().signal(SIGHUP);
    REQUIRE(logs(program, "\"reloaded\""));
    REQUIRE(post(program, package_request(), "after-reloading").status == 201);
    CHECK(last_quote(fresh.address()).find(changed_id) != std::string::npos);

    folder.write("catalogue.json", "{}");
    program.process().signal(SIGHUP);
    REQUIRE(logs(program, "\"reload_refused\""));
    CHECK(post(program, package_request(), "after-a-refusal").status == 201);
    CHECK(last_quote(fresh.address()).find(changed_id) != std::string::npos);
    CHECK(program.stop() == 0);
}

} // namespace kontingent::endpoint
