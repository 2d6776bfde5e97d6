// Between Beast's messages and ours. Private to the server.
#pragma once

#include "endpoint/http/http.hpp"

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

// A body that several answers share, as those of one file do. Boost.Beast prescribes the names.
// NOLINTBEGIN(readability-identifier-naming)
struct SharedBody {
    using value_type = std::shared_ptr<std::string const>;

    static std::uint64_t size(value_type const& body) { return body->size(); }

    class writer {
    public:
        using const_buffers_type = boost::asio::const_buffer;

        template <bool is_request, class Fields>
        writer(boost::beast::http::header<is_request, Fields> const&, value_type const& body)
            : body_(body) {}

        void init(boost::system::error_code& error) { error = {}; }

        boost::optional<std::pair<const_buffers_type, bool>> get(boost::system::error_code& error) {
            error = {};
            return {{const_buffers_type(body_->data(), body_->size()), false}};
        }

    private:
        value_type const& body_;
    };
};

// NOLINTEND(readability-identifier-naming)

// Method, path, query and headers. The absolute form of a target becomes a path and the Host it
// names (RFC 9112 3.2.2).
void read_head(boost::beast::http::request_header<boost::beast::http::fields> const& head,
               Request& request);

// With Date and Content-Length.
boost::beast::http::response<SharedBody> message_of(Response const& response);

// Why a head that could be read may not be answered: it has no Host (in version 11, which is
// HTTP/1.1), or two readings of where its body ends.
std::optional<std::string_view> head_error(Request const& request, unsigned version);

bool expects_continue(Request const& request);

// Methods that are not known are whatever somebody typed, which no log keeps.
std::string method_for_log(std::string_view method);

} // namespace kontingent::endpoint
