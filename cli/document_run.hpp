// One run of a command of `documents`: its options, the store under its lock, the catalogue, and
// where errors go.
#pragma once

#include "cli/catalogue_file.hpp"
#include "cli/document_input.hpp"
#include "cli/document_store.hpp"
#include "cli/environment.hpp"
#include "cli/program.hpp"
#include "cli/report.hpp"
#include "core/document/steps.hpp"

#include <functional>
#include <optional>
#include <string>

namespace kontingent::cli {

inline constexpr unsigned all_basis_points = 10'000;

struct DocumentOptions {
    std::string store;
    std::string catalogue;
    std::string file_or_id;
    std::string by;
    std::string at;
    std::string prefix = "A";
    std::string way = "email";
    std::string on;
    std::string name;
    std::string reason;
    std::string digest;
    DocumentForm form;
    unsigned from = 0;
    unsigned discount_max = all_basis_points; // then there is no limit
    Language language = language_of_environment();
};

class DocumentRun {
public:
    using Work = std::function<bool(DocumentRun&)>;

    DocumentRun(DocumentOptions const& options, Streams streams)
        : options_(options), streams_(streams), report_(options.language) {}

    ExitCode operator()(Work const& work);

    DocumentOptions const& options() const { return options_; }

    Streams const& streams() const { return streams_; }

    Report& report() { return report_; }

    DocumentStore const& store() const { return *store_; }

    CatalogueFile const& catalogue() const { return *catalogue_; }

    documents::Current current() const { return {catalogue_->catalogue, *logo_}; }

    // Reports the sentence under what the command line names; always false.
    bool fail(std::string const& sentence);
    bool fail(Refusal const& refusal);

    std::optional<QuoteDocument> stored(std::string const& id);
    bool keep(QuoteDocument const& document);
    // The next document, kept; or why there is none.
    bool keep(NextDocument const& next);

    // When and by whom; nothing where the time is none.
    std::optional<Step> step();
    std::int32_t version_of(QuoteDocument const& document) const;

private:
    bool open();

    DocumentOptions const& options_;
    Streams streams_;
    Report report_;
    std::optional<CatalogueFile> catalogue_;
    std::optional<std::string> logo_;
    std::optional<DocumentStore> store_;
};

} // namespace kontingent::cli
