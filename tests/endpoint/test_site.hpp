// A small site in a folder of its own, and a server on a free port of 127.0.0.1 that serves it.
#pragma once

#include "endpoint/application.hpp"
#include "endpoint/http/server.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

// Made in the system's folder for temporary files, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    std::filesystem::path const& path() const { return path_; }

    void write(std::string_view name, std::string_view text) const;

private:
    std::filesystem::path path_;
};

std::string read_file(std::filesystem::path const& path);

inline constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";

class TestSite {
public:
    explicit TestSite(ServerLimits const& limits = {});

    std::uint16_t port() const { return server_->port(); }

    TemporaryFolder const& folder() const { return folder_; }

    std::filesystem::path site() const { return folder_.path() / "site"; }

    void stop() { server_.reset(); }

private:
    TemporaryFolder folder_;
    std::unique_ptr<Application> application_;
    std::unique_ptr<Server> server_;
};

} // namespace kontingent::endpoint
