// A client that writes exactly the bytes it is given: what no well-behaved HTTP library would send.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kontingent::endpoint {

struct RawAnswer {
    int status = 0; // 0: the connection ended without an answer
    std::vector<std::pair<std::string, std::string>> headers; // names in lower case
    std::string body;

    std::optional<std::string> header(std::string_view name) const;
};

class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(RawClient const&) = delete;
    RawClient& operator=(RawClient const&) = delete;

    bool is_connected() const { return socket_ >= 0; }

    // False where the other side has gone.
    bool send(std::string_view bytes);
    void finish_sending();
    // One answer; the connection may go on. `method` is the request's: HEAD has no body.
    RawAnswer read_answer(std::string_view method = "GET");
    // Reads the interim answer 100.
    bool wait_for_continue();
    // Waits until the other side closes (true), or gives up after half a minute (false): a guard
    // against hanging, no measure.
    bool wait_until_closed();

private:
    bool fill();

    int socket_ = -1;
    std::string buffer_;
};

// A request of one line and these headers, "Host" and "Connection: close" added.
RawAnswer fetch(std::uint16_t port, std::string_view method, std::string_view path,
                std::string_view header_lines = "", std::string_view body = "");

} // namespace kontingent::endpoint
