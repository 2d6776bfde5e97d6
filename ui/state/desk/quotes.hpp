// The quotes among the records, and the rows of the list: what is searched, filtered and sorted.
#pragma once

#include "core/base/error.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/document/amounts.hpp"
#include "core/document/document.hpp"
#include "ui/state/desk/records.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui::desk {

inline constexpr std::string_view quote_prefix = "quote/";

struct StoredQuote {
    std::string key; // "quote/ID"; a second one of the same id: "quote/ID/2"
    std::int64_t revision = 0;
    std::optional<QuoteDocument> document; // none: it cannot be read, for these reasons
    Errors errors;
    std::vector<OfferedAlternative> offered; // of the latest version
};

// As it is kept: what can be computed is left out, so that a draft stays readable when the
// catalogue changes.
std::string kept_json(QuoteDocument const& document, Catalogue const& current);
StoredQuote read_quote(std::string key, Record const& record, Catalogue const& current);
// In the order of their keys.
std::vector<StoredQuote> quotes_of(Records const& records, Catalogue const& current);
std::string key_of(std::string_view id);
// Whether the key says that the quote is the second one of its id (an import differed).
bool is_second(std::string_view key);
bool is_sample(StoredQuote const& quote);
std::string_view sample_owner();

enum class ListColumn : std::uint8_t { number, customer, state, sum, valid_until };
enum class ListOrder : std::uint8_t { rising, falling };

struct ListState {
    std::string search;
    ListColumn column = ListColumn::valid_until;
    ListOrder order = ListOrder::rising;
    std::optional<VersionState> state; // none: all
};

struct ListRow {
    std::size_t quote = 0; // index
    std::string number;    // of a draft that never had one: empty
    std::string customer;
    VersionState state = VersionState::draft;
    bool is_readable = true;
    std::optional<Money> sum; // the fixed part of the first alternative, net
    std::optional<Day> valid_until;
};

// By the chosen column. By validity the quotes that wait for an answer come first, what expires
// soon before the rest; drafts follow, then what is settled.
std::vector<ListRow> rows_of(std::vector<StoredQuote> const& quotes, ListState const& list,
                             Instant now);

} // namespace kontingent::ui::desk
