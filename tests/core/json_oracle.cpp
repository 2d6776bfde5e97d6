#include "tests/core/json_oracle.hpp"

#include "core/json_reader.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>

namespace kontingent::tests {
namespace {

constexpr std::size_t bytes_max = 1u << 20;
constexpr int id_of_number_out_of_range = 406;
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();

std::string with_length(std::string_view characters) {
    return std::to_string(characters.size()) + ":" + std::string(characters);
}

void tell(json::Document const& document, json::Value const& value, std::string& told) {
    using enum json::Kind;
    switch (value.kind) {
    case null:
        told += "null ";
        return;
    case boolean:
        told += value.is_true ? "true " : "false ";
        return;
    case integer:
        told += std::to_string(value.integer) + " ";
        return;
    case decimal:
        told += "decimal ";
        return;
    case text:
        told += with_length(value.text) + " ";
        return;
    case list:
    case object:
        break;
    }
    bool const is_object = value.kind == object;
    told += is_object ? "{ " : "[ ";
    for (json::Value const& item : document.items(value)) {
        if (is_object) {
            told += "name " + with_length(item.key) + " ";
        }
        tell(document, item, told);
    }
    told += is_object ? "} " : "] ";
}

// The interface is the library's.
class Listener final : public nlohmann::json_sax<nlohmann::json> {
public:
    std::string told;
    std::int32_t depth_seen = 0;
    int error_id = 0;

    bool null() override { return tell("null"); }

    bool boolean(bool is_true) override { return tell(is_true ? "true" : "false"); }

    bool number_integer(number_integer_t number) override { return tell(std::to_string(number)); }

    bool number_unsigned(number_unsigned_t number) override {
        return tell(std::to_string(number > static_cast<std::uint64_t>(highest)
                                       ? highest
                                       : static_cast<std::int64_t>(number)));
    }

    bool number_float(number_float_t, string_t const& token) override {
        if (token.find_first_of(".eE") != string_t::npos) {
            return tell("decimal");
        }
        return tell(std::to_string(token.front() == '-' ? lowest : highest));
    }

    bool string(string_t& characters) override { return tell(with_length(characters)); }

    bool binary(binary_t&) override { return false; }

    bool key(string_t& name) override { return tell("name " + with_length(name)); }

    bool start_object(std::size_t) override { return open("{"); }

    bool start_array(std::size_t) override { return open("["); }

    bool end_object() override { return close("}"); }

    bool end_array() override { return close("]"); }

    bool parse_error(std::size_t, std::string const&,
                     nlohmann::json::exception const& error) override {
        error_id = error.id;
        return false;
    }

private:
    bool tell(std::string const& event) {
        told += event + " ";
        return true;
    }

    bool open(char const* bracket) {
        depth_seen = std::max(depth_seen, ++depth_);
        return tell(bracket);
    }

    bool close(char const* bracket) {
        --depth_;
        return tell(bracket);
    }

    std::int32_t depth_ = 0;
};

} // namespace

std::string told_by_core(std::string_view text) {
    auto const document = json::read(text, bytes_max);
    if (!document) {
        return "refused";
    }
    std::string told;
    tell(*document, document->root(), told);
    return told;
}

std::optional<std::string> told_by_library(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) {
        return std::nullopt;
    }
    Listener listener;
    bool const is_json = nlohmann::json::sax_parse(text.begin(), text.end(), &listener);
    if (listener.depth_seen > json::depth_max || listener.error_id == id_of_number_out_of_range) {
        return std::nullopt;
    }
    return is_json ? listener.told : "refused";
}

} // namespace kontingent::tests
