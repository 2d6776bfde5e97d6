// What the desk keeps, as the page stores it: records of key, revision and value, and steps that
// change several of them in one transaction. Plain values; the page does the storing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui::desk {

struct Record {
    std::int64_t revision = 0;
    std::string value; // JSON
    friend bool operator==(Record const&, Record const&) = default;
};

using Records = std::map<std::string, Record, std::less<>>;

// A record as the page reports it; without a value it was deleted.
struct Reported {
    std::string key;
    std::int64_t revision = 0;
    std::optional<std::string> value;
};

// [{"key","revision","value"}, …]; nothing where the text is no such list.
std::optional<std::vector<Reported>> parse_reported(std::string_view json);
void apply(Records& records, std::vector<Reported> reported);

// What one transaction changes: a value, or none to delete the key.
struct Change {
    std::string key;
    std::optional<std::string> value;
    friend bool operator==(Change const&, Change const&) = default;
};

struct Step {
    std::vector<Change> changes;
    friend bool operator==(Step const&, Step const&) = default;
};

// {"expect":{KEY:REVISION},"put":[{"key","value"}],"delete":[KEY]}: nothing is written where a
// record has another revision than the one known here; 0: it does not exist.
std::string step_to_json(Step const& step, Records const& known);

enum class OutcomeKind : std::uint8_t {
    saved,
    changed_elsewhere, // a record that the step expected has changed in the meantime
    full,
    unavailable,
    newer, // the store was made by a newer version of the desk
    failed,
};

struct Outcome {
    OutcomeKind kind = OutcomeKind::failed;
    std::string detail;                            // of what failed
    std::map<std::string, std::int64_t> revisions; // saved: by key
    std::vector<std::string> keys;                 // changed_elsewhere
};

// What cannot be read has failed.
Outcome parse_outcome(std::string_view json);
// After `saved`: the records as they are now.
void apply(Records& records, Step const& step, Outcome const& outcome);

} // namespace kontingent::ui::desk
