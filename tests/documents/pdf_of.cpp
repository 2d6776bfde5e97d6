// pdf_of CATALOGUE DOCUMENT OUTPUT [LOGO]: the PDF of a quote's latest version, read on 1 January
// 2027, with what changed since the version before it, if there is one. LOGO is the letterhead's
// file for drafts.
#include "core/document/document_reader.hpp"
#include "documents/changes.hpp"
#include "documents/document_pdf.hpp"
#include "documents/wording.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

using namespace kontingent;

namespace {

// None is expected: the texts are the project's own.
class NoProblems final : public templates::Problems {
public:
    void invalid_text(std::string_view, Error const&) override { has_any_ = true; }

    void unknown_argument(templates::Place, std::string_view, std::string_view) override {
        has_any_ = true;
    }

    void unknown_name(templates::Place, std::string_view) override { has_any_ = true; }

    void unclosed(templates::Place) override { has_any_ = true; }

    bool has_any() const { return has_any_; }

private:
    bool has_any_ = false;
};

std::string content_of(char const* file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int fail(Errors const& errors) {
    for (Error const& error : errors) {
        std::fprintf(stderr, "%s\n", sentence(error, Language()).c_str());
    }
    return 1;
}

} // namespace

int main(int count, char** words) {
    if (count < 4 || count > 5) {
        return 2;
    }
    auto const catalogue = parse_catalogue(content_of(words[1]));
    if (!catalogue) {
        return fail(catalogue.error());
    }
    auto const document = parse_document(content_of(words[2]), *catalogue);
    if (!document) {
        return fail(document.error());
    }
    auto const now = parse_instant("2027-01-01T00:00:00Z");
    std::string const logo = count == 5 ? content_of(words[4]) : std::string();
    documents::Current const current{*catalogue, logo};
    auto printable = documents::printable_of(*document, document->latest(), current, *now);
    if (!printable) {
        return fail(printable.error());
    }
    NoProblems problems;
    if (document->versions.size() > 1) {
        Version const& before = document->versions[document->versions.size() - 2];
        auto const earlier = documents::printable_of(*document, before, current, *now);
        auto const texts = documents::document_texts(document->latest().content.language, problems);
        if (!earlier || !texts) {
            return 1;
        }
        printable->changes =
            documents::changes_since(*earlier, before, *printable, document->latest(), *texts);
    }
    std::string const pdf = documents::to_pdf(*printable, problems);
    std::ofstream(words[3], std::ios::binary) << pdf;
    return problems.has_any() ? 1 : 0;
}
