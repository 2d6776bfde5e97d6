#include "ui/state/desk/quotes.hpp"

#include "core/base/ascii.hpp"
#include "core/document/document_json.hpp"
#include "core/document/document_reader.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kontingent::ui::desk {

namespace {

// Letters beyond ASCII are compared as they are.
std::string lower(std::string_view text) {
    std::string lowered{text};
    for (char& c : lowered) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return lowered;
}

std::string customer_of(Customer const& customer) {
    return customer.company.empty() ? customer.name : customer.company;
}

bool contains(StoredQuote const& quote, ListRow const& row, std::string const& wanted) {
    std::string text = row.number + "\n" + row.customer + "\n" + quote.key;
    if (quote.document) {
        Customer const& customer = quote.document->customer;
        text += "\n" + customer.name + "\n" + customer.city + "\n" + customer.email + "\n" +
                quote.document->latest().content.title + "\n" + quote.document->notes;
    }
    return lower(text).find(wanted) != std::string::npos;
}

ListRow row_of(StoredQuote const& quote, std::size_t index, Instant now) {
    ListRow row{.quote = index, .number = {}, .customer = {}, .sum = {}, .valid_until = {}};
    if (!quote.document) {
        row.is_readable = false;
        row.customer = quote.key.substr(quote_prefix.size());
        return row;
    }
    Version const& latest = quote.document->latest();
    row.number =
        quote.document->number.empty() ? std::string{} : printed_number(*quote.document, latest);
    row.customer = customer_of(quote.document->customer);
    row.state = state_at(latest, now);
    row.valid_until = latest.content.valid_until;
    if (!quote.offered.empty()) {
        row.sum = quote.offered.front().totals.fixed.net;
    }
    return row;
}

int urgency(ListRow const& row) {
    if (row.state == VersionState::issued) {
        return 0;
    }
    return row.state == VersionState::draft ? 1 : 2;
}

// No date comes after any date.
std::int64_t day_of(ListRow const& row) {
    constexpr std::int64_t never = std::int64_t{1} << 40U;
    return row.valid_until ? row.valid_until->number : never;
}

bool is_before(ListRow const& a, ListRow const& b, ListColumn column) {
    switch (column) {
    case ListColumn::number:
        return a.number < b.number;
    case ListColumn::customer:
        return lower(a.customer) < lower(b.customer);
    case ListColumn::state:
        return a.state < b.state;
    case ListColumn::sum:
        return a.sum.value_or(Money{-1}).minor < b.sum.value_or(Money{-1}).minor;
    case ListColumn::valid_until:
        return std::tuple{urgency(a), day_of(a)} < std::tuple{urgency(b), day_of(b)};
    }
    return false;
}

} // namespace

std::string kept_json(QuoteDocument const& document, Catalogue const& current) {
    return document_to_kept_json(document, current);
}

StoredQuote read_quote(std::string key, Record const& record, Catalogue const& current) {
    StoredQuote quote{.key = std::move(key),
                      .revision = record.revision,
                      .document = {},
                      .errors = {},
                      .offered = {}};
    auto document = parse_document(record.value, current);
    if (!document) {
        quote.errors = std::move(document.error());
        return quote;
    }
    Version const& latest = document->latest();
    if (auto offered = alternatives_of(catalogue_of(latest, current), latest.content)) {
        quote.offered = *std::move(offered);
    }
    quote.document = *std::move(document);
    return quote;
}

std::vector<StoredQuote> quotes_of(Records const& records, Catalogue const& current) {
    std::vector<StoredQuote> quotes;
    for (auto const& [key, record] : records) {
        if (key.starts_with(quote_prefix)) {
            quotes.push_back(read_quote(key, record, current));
        }
    }
    return quotes;
}

std::string key_of(std::string_view id) {
    return std::string{quote_prefix} + std::string{id};
}

bool is_second(std::string_view key) {
    return key.find('/', quote_prefix.size()) != std::string_view::npos;
}

std::string_view sample_owner() {
    return "sample";
}

bool is_sample(StoredQuote const& quote) {
    return quote.document && quote.document->owner == sample_owner();
}

std::vector<ListRow> rows_of(std::vector<StoredQuote> const& quotes, ListState const& list,
                             Instant now) {
    std::vector<ListRow> rows;
    std::string const wanted = lower(list.search);
    for (std::size_t index = 0; index < quotes.size(); ++index) {
        ListRow row = row_of(quotes[index], index, now);
        bool const has_state = !list.state || (row.is_readable && row.state == *list.state);
        if (has_state && contains(quotes[index], row, wanted)) {
            rows.push_back(std::move(row));
        }
    }
    std::ranges::sort(rows, [&list](ListRow const& a, ListRow const& b) {
        bool const is_rising = list.order == ListOrder::rising;
        ListRow const& first = is_rising ? a : b;
        ListRow const& second = is_rising ? b : a;
        if (is_before(first, second, list.column)) {
            return true;
        }
        return !is_before(second, first, list.column) && a.quote < b.quote;
    });
    return rows;
}

} // namespace kontingent::ui::desk
