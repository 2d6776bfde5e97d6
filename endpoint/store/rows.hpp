// Between rows of the database and the store's values.
#pragma once

#include "endpoint/store/store.hpp"

namespace kontingent::endpoint {

inline constexpr std::string_view request_columns =
    "r.reference, r.received_at, r.kind, r.language, r.price, r.erased_at, r.request, r.quote";

inline StoredRequest stored_request(SqlRow const& row, std::size_t first) {
    return {.reference = row[first].text,
            .received_at = row[first + 1].text,
            .kind = row[first + 2].text,
            .language = row[first + 3].text,
            .price = row[first + 4].text,
            .erased_at = row[first + 5].text,
            .request = row[first + 6].text,
            .quote = row[first + 7].text};
}

inline std::expected<void, StoreError>
without_rows(std::expected<SqlRows, StoreError> const& rows) {
    if (!rows) {
        return std::unexpected(rows.error());
    }
    return {};
}

} // namespace kontingent::endpoint
