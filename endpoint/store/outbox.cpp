// The notifications that are still to be delivered. A wait is a duration by the database's clock:
// replicas whose own clocks differ agree, and where the clock was set back, the wait, which then
// seems to begin in the future, is over.
#include "endpoint/store/email.hpp"
#include "endpoint/store/rows.hpp"
#include "endpoint/store/schema.hpp"
#include "endpoint/store/store.hpp"

namespace kontingent::endpoint {
namespace {

// Clocks are often corrected by less than this.
constexpr std::string_view slack_milliseconds = "120000";

std::string is_due(Dialect const& dialect) {
    std::string const now(dialect.now_milliseconds);
    return "(due_at <= " + now + " OR due_at - pause_ms > " + now + " + " +
           std::string(slack_milliseconds) + ")";
}

} // namespace

std::expected<std::optional<Notification>, StoreError>
Store::claim_notification(std::string const& channel, std::chrono::milliseconds lease) {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    Dialect const& dialect = (*database)->dialect();
    std::string const sql = "UPDATE notifications SET attempts = attempts + 1, pause_ms = $1, "
                            "due_at = " +
                            std::string(dialect.now_milliseconds) +
                            " + $1 WHERE id = (SELECT id FROM notifications WHERE channel = $2 "
                            "AND " +
                            is_due(dialect) + " ORDER BY due_at LIMIT 1" +
                            std::string(dialect.skip_locked) + ") AND " + schema_is_known() +
                            " RETURNING id, channel, attempts, request_id";
    auto const claimed = (*database)->run(sql, {std::int64_t{lease.count()}, channel});
    if (!claimed) {
        return std::unexpected(claimed.error());
    }
    if (claimed->empty()) {
        return std::nullopt;
    }
    SqlRow const& row = claimed->front();
    auto const about = (*database)->run(
        "SELECT " + std::string(request_columns) + " FROM requests r WHERE r.id = $1", {row[3]});
    if (!about) {
        return std::unexpected(about.error());
    }
    // Erased in this very moment: there is nothing left to deliver.
    if (about->empty() || stored_request(about->front(), 0).request.empty()) {
        return std::nullopt;
    }
    return Notification{.id = row[0].number,
                        .channel = row[1].text,
                        .attempts = row[2].number,
                        .about = stored_request(about->front(), 0)};
}

std::expected<void, StoreError> Store::finish_notification(std::int64_t id) {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    return without_rows((*database)->run("DELETE FROM notifications WHERE id = $1", {id}));
}

std::expected<void, StoreError> Store::postpone_notification(std::int64_t id,
                                                             std::chrono::milliseconds pause,
                                                             std::string const& reason) {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    return without_rows((*database)->run("UPDATE notifications SET pause_ms = $1, due_at = " +
                                             std::string((*database)->dialect().now_milliseconds) +
                                             " + $1, last_error = $2 WHERE id = $3",
                                         {std::int64_t{pause.count()}, reason, id}));
}

std::expected<std::vector<WaitingNotification>, StoreError> Store::waiting_notifications() {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    std::string const now((*database)->dialect().now_milliseconds);
    // A store that is read as it is may be of a version before the third.
    auto const version = schema_version(**database);
    if (!version) {
        return std::unexpected(version.error());
    }
    std::string const reason = *version >= 3 ? "n.last_error" : "NULL";
    auto const rows = (*database)->run(
        "SELECT r.reference, n.channel, " + reason + ", n.attempts, n.due_at - " + now +
        " FROM notifications n JOIN requests r ON r.id = n.request_id ORDER BY n.due_at, n.id");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::vector<WaitingNotification> waiting;
    for (SqlRow const& row : *rows) {
        waiting.push_back({.reference = row[0].text,
                           .channel = row[1].text,
                           .last_error = row[2].text,
                           .attempts = row[3].number,
                           .due_in_milliseconds = row[4].number});
    }
    return waiting;
}

std::expected<std::int64_t, StoreError> Store::retry_notifications(std::string const& reference) {
    auto const database = pool_.acquire();
    if (!database) {
        return std::unexpected(database.error());
    }
    auto const retried = (*database)->run(
        "UPDATE notifications SET pause_ms = 0, due_at = " +
            std::string((*database)->dialect().now_milliseconds) +
            " WHERE $1 = '' OR request_id IN (SELECT id FROM requests WHERE upper(reference) = $1) "
            "RETURNING id",
        {comparable_reference(reference)});
    if (!retried) {
        return std::unexpected(retried.error());
    }
    return std::ssize(*retried);
}

} // namespace kontingent::endpoint
