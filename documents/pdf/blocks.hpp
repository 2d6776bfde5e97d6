// What a document's body is made of: headings, paragraphs, lists and tables, as units of a flow.
#pragma once

#include "documents/pdf/flow.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kontingent::documents::pdf {

struct Column {
    std::string head;
    bool is_amount = false; // to the right, and never broken
};

struct TableRow {
    std::vector<std::string> cells; // as many as there are columns
    Weight weight = Weight::regular;
};

class Blocks {
public:
    explicit Blocks(Length width) : width_(width) {}

    void space(Length height) { space_ += height; }

    void start_page() { starts_page_ = true; }

    // Stays with what follows it.
    void heading(std::string_view text, Style const& style);
    // Of its lines at least two stay together.
    void paragraph(std::string_view text, Style const& style);
    // In two columns where every entry fits into one line of half the width.
    void list(std::vector<std::string> const& entries, Style const& style);
    // Its first column takes what the others leave. A short table stays together, of a longer one
    // the first and the last rows. The columns are as wide as in a table of `measured`, which
    // contains the rows.
    void table(std::vector<Column> const& columns, std::vector<TableRow> const& rows,
               std::vector<TableRow> const& measured);

    std::vector<Unit> const& units() const { return units_; }

private:
    struct Grid;

    void add(Unit unit);
    void add_lines(std::vector<std::string> const& lines, Length x, Style const& style);
    void list_in_columns(std::vector<std::string> const& entries, Style const& style);

    Length width_;
    Length space_ = 0;
    bool starts_page_ = false;
    std::vector<Unit> units_;
};

} // namespace kontingent::documents::pdf
