#include "cli/document_run.hpp"

#include "cli/logo.hpp"
#include "core/document/document_json.hpp"

#include <variant>

namespace kontingent::cli {

ExitCode DocumentRun::operator()(Work const& work) {
    bool const is_done = open() && work(*this);
    report_.print(streams_.err);
    return is_done && report_.is_empty() ? ExitCode::done : ExitCode::wrong_input;
}

bool DocumentRun::fail(std::string const& sentence) {
    report_.add_line(options_.file_or_id + ": " + sentence);
    return false;
}

bool DocumentRun::fail(Refusal const& refusal) {
    return fail(sentence(refusal, options_.language));
}

std::optional<QuoteDocument> DocumentRun::stored(std::string const& id) {
    if (id.find('/') != std::string::npos || !store_->has(id)) {
        fail(Refusal{RefusalCode::no_document});
        return std::nullopt;
    }
    auto const text = store_->read(id);
    if (!text) {
        report_.add_unreadable(store_->file_of(id).string(), text.error());
        return std::nullopt;
    }
    return read_document(store_->file_of(id).string(), *text, catalogue_->catalogue, report_);
}

bool DocumentRun::keep(QuoteDocument const& document) {
    auto const text = document_to_json(document, catalogue_->catalogue);
    if (!text) {
        report_.add(options_.file_or_id, text.error());
        return false;
    }
    if (auto const reason = store_->write(document.id, *text)) {
        report_.add_unwritable(store_->file_of(document.id).string(), *reason);
        return false;
    }
    return true;
}

bool DocumentRun::keep(NextDocument const& next) {
    if (next) {
        return keep(*next);
    }
    if (auto const* refusal = std::get_if<Refusal>(&next.error())) {
        return fail(*refusal);
    }
    report_.add(options_.file_or_id, std::get<Errors>(next.error()));
    return false;
}

std::optional<Step> DocumentRun::step() {
    auto const at = options_.at.empty() ? now() : parse_instant(options_.at);
    if (!at) {
        fail(
            "--at: " +
            sentence(Error{.code = ErrorCode::bad_format, .pointer = {}, .detail = Wanted::instant},
                     options_.language));
        return std::nullopt;
    }
    return Step{*at, options_.by};
}

std::int32_t DocumentRun::version_of(QuoteDocument const& document) const {
    return options_.form.version == 0 ? document.latest().number
                                      : static_cast<std::int32_t>(options_.form.version);
}

bool DocumentRun::open() {
    catalogue_ = read_catalogue(options_.catalogue, streams_.in, report_);
    if (!catalogue_) {
        return false;
    }
    logo_ = read_logo(options_.catalogue, catalogue_->catalogue.seller, report_);
    if (!logo_) {
        return false;
    }
    auto store = DocumentStore::open(options_.store);
    if (!store) {
        report_.add_unreadable(options_.store, store.error());
        return false;
    }
    store_.emplace(*std::move(store));
    return true;
}

} // namespace kontingent::cli
