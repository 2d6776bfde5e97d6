// How new requests become rows, several at a time. Each row is stored, or the database had its key
// or its reference already; explain_refusal() says which.
#pragma once

#include "endpoint/store/store.hpp"

#include <expected>
#include <string>
#include <vector>

namespace kontingent::endpoint {

// Which of the requests were stored, in their order. Durable when it returns; with an error nothing
// was stored. Each stored request leaves a notification for each channel.
std::expected<std::vector<bool>, StoreError>
insert_requests(Database& database, std::vector<NewRequest const*> const& requests,
                std::vector<std::string> const& channels);

// What a request that was not stored met.
std::expected<Insertion, StoreError> explain_refusal(Database& database, NewRequest const& request);

std::expected<std::optional<KnownKey>, StoreError>
find_known(Database& database, std::string const& key_hash, std::string const& body_hash);

} // namespace kontingent::endpoint
