#include "documents/pdf/flow.hpp"

#include <utility>

namespace kontingent::documents::pdf {
namespace {

class Paginator {
public:
    Paginator(std::vector<Unit> const& units, Frame first, Frame later)
        : units_(units), frame_(first), later_(later), next_top_(first.top) {}

    std::vector<PlacedPage> run() {
        std::size_t begin = 0;
        while (begin < units_.size()) {
            std::size_t end = begin + 1;
            while (end < units_.size() && units_[end - 1].keeps_next) {
                ++end;
            }
            if (units_[begin].starts_page) {
                start_page();
            }
            place_group(begin, end);
            begin = end;
        }
        return std::move(pages_);
    }

private:
    Length header_height(Unit const& unit) const {
        return unit.header ? units_[*unit.header].height : 0;
    }

    Length height_of(std::size_t begin, std::size_t end, bool is_at_top) const {
        Length height = is_at_top ? header_height(units_[begin]) : units_[begin].space_before;
        for (std::size_t i = begin; i < end; ++i) {
            height += units_[i].height + (i == begin ? 0 : units_[i].space_before);
        }
        return height;
    }

    bool is_at_top() const { return pages_.back().empty(); }

    bool fits(std::size_t begin, std::size_t end) const {
        return next_top_ + height_of(begin, end, is_at_top()) <= frame_.bottom;
    }

    void place_group(std::size_t begin, std::size_t end) {
        if (!fits(begin, end) && height_of(begin, end, true) <= later_.height()) {
            start_page();
        }
        for (std::size_t i = begin; i < end; ++i) {
            if (!fits(i, i + 1)) {
                start_page();
            }
            place(i);
        }
    }

    void start_page() {
        // An empty later page would not be any higher; the first one may be.
        if (is_at_top() && pages_.size() > 1) {
            return;
        }
        pages_.emplace_back();
        frame_ = later_;
        next_top_ = later_.top;
    }

    void place(std::size_t index) {
        Unit const& unit = units_[index];
        if (!is_at_top()) {
            next_top_ += unit.space_before;
        } else if (unit.header) {
            put(*unit.header);
        }
        put(index);
    }

    void put(std::size_t index) {
        pages_.back().push_back({index, next_top_});
        next_top_ += units_[index].height;
    }

    std::vector<Unit> const& units_;
    Frame frame_, later_;
    Length next_top_;
    std::vector<PlacedPage> pages_{1};
};

// How many of the characters fit; at least one.
std::size_t fitting(std::u32string_view characters, Weight weight, Length size, Length width) {
    std::size_t count = 1;
    while (count < characters.size() &&
           width_of(characters.substr(0, count + 1), weight, size) <= width) {
        ++count;
    }
    return count;
}

} // namespace

std::vector<PlacedPage> paginate(std::vector<Unit> const& units, Frame first, Frame later) {
    return Paginator(units, first, later).run();
}

std::vector<std::string> broken_lines(std::string_view text, Weight weight, Length size,
                                      Length width) {
    std::u32string const characters = characters_of(text);
    std::u32string_view rest = characters;
    std::vector<std::string> lines;
    while (!rest.empty()) {
        std::size_t end = fitting(rest, weight, size, width);
        std::size_t next = end;
        if (end < rest.size()) {
            std::size_t const space = rest.rfind(U' ', end);
            std::size_t const hyphen = rest.substr(0, end).rfind(U'-');
            if (space != std::u32string_view::npos && space > 0) {
                end = space;
                next = rest.find_first_not_of(U' ', space);
                next = next == std::u32string_view::npos ? rest.size() : next;
            }
            if (hyphen != std::u32string_view::npos && hyphen > 0 &&
                (space == std::u32string_view::npos || hyphen > space)) {
                end = next = hyphen + 1;
            }
        }
        lines.push_back(utf8_of(rest.substr(0, end)));
        rest.remove_prefix(next);
    }
    if (lines.empty()) {
        lines.emplace_back();
    }
    return lines;
}

} // namespace kontingent::documents::pdf
