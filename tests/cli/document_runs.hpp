// Runs of the commands of documents, in a folder that is removed afterwards.
#pragma once

#include "tests/cli/files.hpp"
#include "tests/cli/program_run.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kontingent::tests {

std::string sample_catalogue();

class DocumentFolder {
public:
    Folder const& folder() const { return folder_; }

    // `kontingent documents …` with this store, the sample catalogue and English errors.
    ProgramRun run(std::vector<std::string> const& words) const { return run_with(words, {}); }

    ProgramRun run_with(std::vector<std::string> const& words, std::string const& input) const;
    // A step by "sales".
    ProgramRun step(std::vector<std::string> const& words, std::string const& at) const;
    // Puts a document into the store and returns its id.
    std::string put(std::string const& text) const;

private:
    Folder folder_;
};

// A draft of a request for Standard with 12 h in each of twelve months, in English, with 7.5 % off
// the base, valid until 28 March 2027.
std::string draft_of_request();

// The same file, its last version with another package and hours and a day until which it is valid,
// and without what is computed of it.
std::string with_package_of_draft(std::string const& file, std::string_view package, int minutes,
                                  std::string_view valid_until);

} // namespace kontingent::tests
