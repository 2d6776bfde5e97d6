#include "core/base/ascii.hpp"
#include "documents/pdf/picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace kontingent::documents::pdf {
namespace {

constexpr std::size_t piece_count_max = 20'000;

Point operator+(Point one, Point other) {
    return {one.x + other.x, one.y + other.y};
}

Point operator-(Point one, Point other) {
    return {one.x - other.x, one.y - other.y};
}

Point operator*(double factor, Point point) {
    return {factor * point.x, factor * point.y};
}

double dot(Point one, Point other) {
    return one.x * other.x + one.y * other.y;
}

double cross(Point one, Point other) {
    return one.x * other.y - one.y * other.x;
}

void skip_blanks(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n,"), text.size()));
}

struct Arc {
    Point radii;
    double degrees = 0; // by which the ellipse is turned
    bool is_large = false, is_positive = false;
    Point end;
};

// From the ellipse to the unit circle and back.
struct Ellipse {
    Point radii;
    double cosine = 1, sine = 0;

    Point to_circle(Point point) const {
        return {(cosine * point.x + sine * point.y) / radii.x,
                (cosine * point.y - sine * point.x) / radii.y};
    }

    Point from_circle(Point point) const {
        Point const scaled{point.x * radii.x, point.y * radii.y};
        return {cosine * scaled.x - sine * scaled.y, sine * scaled.x + cosine * scaled.y};
    }
};

class PathReader {
public:
    explicit PathReader(std::string_view data) : rest_(data) {}

    std::optional<std::vector<PathPiece>> run() {
        char command = 0;
        for (skip_blanks(rest_); !rest_.empty(); skip_blanks(rest_)) {
            if (ascii::is_letter(rest_.front())) {
                command = rest_.front();
                rest_.remove_prefix(1);
            } else if (command == 0 || command == 'z' || command == 'Z') {
                return std::nullopt;
            }
            if (pieces_.size() > piece_count_max || !read(command)) {
                return std::nullopt;
            }
            // Further points after a move are lines.
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        }
        return std::move(pieces_);
    }

private:
    bool read(char command) {
        bool const is_relative = command >= 'a';
        Point const origin = is_relative ? at_ : Point{};
        switch (is_relative ? command : static_cast<char>(command + ('a' - 'A'))) {
        case 'm':
            return read_move(origin);
        case 'l':
            return read_line(take_point(origin));
        case 'h':
            return read_line(take_along(origin.x, at_.y, true));
        case 'v':
            return read_line(take_along(origin.y, at_.x, false));
        case 'c':
            return read_curve({take_point(origin), take_point(origin), take_point(origin)});
        case 's':
            return read_curve({reflected('c'), take_point(origin), take_point(origin)});
        case 'q':
            return read_quadratic({take_point(origin), take_point(origin)});
        case 't':
            return read_quadratic({reflected('q'), take_point(origin)});
        case 'a':
            return read_arc(origin);
        case 'z':
            return add({'h', {}}, start_, 'z');
        default:
            return false;
        }
    }

    double take() {
        auto const number = take_number(rest_);
        is_broken_ = is_broken_ || !number;
        return number.value_or(0);
    }

    // Points are taken in braces: in them, unlike in a call, the order is that of the text.
    Point take_point(Point origin) {
        double const x = take();
        double const y = take();
        return origin + Point{x, y};
    }

    Point take_along(double origin, double other, bool is_across) {
        double const place = origin + take();
        return is_across ? Point{place, other} : Point{other, place};
    }

    bool take_flag() {
        skip_blanks(rest_);
        bool const is_flag = !rest_.empty() && (rest_.front() == '0' || rest_.front() == '1');
        is_broken_ = is_broken_ || !is_flag;
        bool const is_set = is_flag && rest_.front() == '1';
        rest_.remove_prefix(is_flag ? 1 : 0);
        return is_set;
    }

    Point reflected(char kind) const { return last_ == kind ? 2 * at_ - control_ : at_; }

    bool add(PathPiece const& piece, Point end, char kind) {
        if (is_broken_ || (pieces_.empty() && piece.operation != 'm')) {
            return false;
        }
        pieces_.push_back(piece);
        at_ = end;
        last_ = kind;
        return true;
    }

    bool read_move(Point origin) {
        Point const to = take_point(origin);
        start_ = to;
        return add({'m', {to}}, to, 'm');
    }

    bool read_line(Point to) { return add({'l', {to}}, to, 'l'); }

    bool read_curve(std::array<Point, 3> const& points) {
        control_ = points[1];
        return add({'c', points}, points[2], 'c');
    }

    bool read_quadratic(std::array<Point, 2> const& points) {
        auto const [control, to] = points;
        control_ = control;
        Point const first = at_ + 2.0 / 3 * (control - at_);
        Point const second = to + 2.0 / 3 * (control - to);
        return add({'c', {first, second, to}}, to, 'q');
    }

    bool read_arc(Point origin) {
        Arc arc;
        arc.radii.x = std::abs(take());
        arc.radii.y = std::abs(take());
        arc.degrees = take();
        arc.is_large = take_flag();
        arc.is_positive = take_flag();
        arc.end = take_point(origin);
        if (arc.radii.x == 0 || arc.radii.y == 0) {
            return read_line(arc.end);
        }
        return !is_broken_ && (dot(arc.end - at_, arc.end - at_) == 0 || add_arc(arc));
    }

    // By quarters of the circle and what is left. Without angles, whose functions differ between
    // machines in their last digit.
    bool add_arc(Arc const& arc) {
        Ellipse ellipse{.radii = arc.radii};
        if (arc.degrees != 0 && arc.radii.x != arc.radii.y) {
            constexpr double half_turn = 180;
            constexpr double pi = 3.14159265358979323846;
            ellipse.cosine = std::cos(arc.degrees * pi / half_turn);
            ellipse.sine = std::sin(arc.degrees * pi / half_turn);
        }
        Point const half = 0.5 * (ellipse.to_circle(arc.end) - ellipse.to_circle(at_));
        double const reach = dot(half, half);
        if (reach > 1) { // too small an ellipse grows
            ellipse.radii = std::sqrt(reach) * ellipse.radii;
        }
        Point const from = ellipse.to_circle(at_);
        Point const to = ellipse.to_circle(arc.end);
        Point const middle = 0.5 * (from + to);
        Point const chord = 0.5 * (to - from);
        double const length = std::max(dot(chord, chord), 1e-12);
        double const away = std::sqrt(std::max(1 / length - 1, 0.0));
        double const side = arc.is_large == arc.is_positive ? -1 : 1;
        Point const centre = middle + side * away * Point{-chord.y, chord.x};
        return add_turn(ellipse, centre,
                        {from - centre, to - centre, arc.is_positive ? 1.0 : -1.0});
    }

    struct Turn {
        Point from, to; // on the unit circle
        double direction = 1;
    };

    bool add_turn(Ellipse const& ellipse, Point centre, Turn turn) {
        constexpr int quarters_max = 4;
        for (int quarter = 0; quarter < quarters_max; ++quarter) {
            bool const is_last =
                turn.direction * cross(turn.from, turn.to) >= 0 && dot(turn.from, turn.to) >= 0;
            Point const next =
                is_last ? turn.to : turn.direction * Point{-turn.from.y, turn.from.x};
            double const tangent_of_half =
                turn.direction * cross(turn.from, next) / (1 + dot(turn.from, next));
            double const tangent_of_quarter =
                tangent_of_half / (1 + std::sqrt(1 + tangent_of_half * tangent_of_half));
            double const reach = turn.direction * 4 / 3 * tangent_of_quarter;
            Point const first = turn.from + reach * Point{-turn.from.y, turn.from.x};
            Point const second = next - reach * Point{-next.y, next.x};
            auto const place = [&](Point point) { return ellipse.from_circle(centre + point); };
            if (!add({'c', {place(first), place(second), place(next)}}, place(next), 'a')) {
                return false;
            }
            if (is_last) {
                return true;
            }
            turn.from = next;
        }
        return true;
    }

    std::string_view rest_;
    std::vector<PathPiece> pieces_;
    Point at_, start_, control_;
    char last_ = 0;
    bool is_broken_ = false;
};

} // namespace

std::optional<double> take_number(std::string_view& text) {
    constexpr int digits_max = 15;
    constexpr int exponent_max = 30;
    skip_blanks(text);
    std::string_view rest = text;
    auto const take_sign = [&rest] {
        bool const is_negative = rest.starts_with('-');
        rest.remove_prefix(is_negative || rest.starts_with('+') ? 1 : 0);
        return is_negative;
    };
    bool const is_negative = take_sign();
    double value = 0;
    int digits = 0;
    int exponent = 0;
    bool is_fraction = false;
    while (!rest.empty() &&
           (ascii::is_digit(rest.front()) || (rest.front() == '.' && !is_fraction))) {
        if (rest.front() == '.') {
            is_fraction = true;
        } else if (++digits <= digits_max) {
            value = value * 10 + (rest.front() - '0');
            exponent -= is_fraction ? 1 : 0;
        } else {
            exponent += is_fraction ? 0 : 1;
        }
        rest.remove_prefix(1);
    }
    if (digits == 0) {
        return std::nullopt;
    }
    if (rest.size() > 1 && (rest.front() == 'e' || rest.front() == 'E')) {
        rest.remove_prefix(1);
        bool const is_small = take_sign();
        int written = 0;
        while (!rest.empty() && ascii::is_digit(rest.front())) {
            written = std::min(written * 10 + (rest.front() - '0'), exponent_max);
            rest.remove_prefix(1);
        }
        exponent += is_small ? -written : written;
    }
    for (; exponent > 0; --exponent) {
        value *= 10;
    }
    double divisor = 1;
    for (; exponent < 0; ++exponent) {
        divisor *= 10;
    }
    text = rest;
    return (is_negative ? -value : value) / divisor;
}

std::optional<std::vector<PathPiece>> read_path(std::string_view data) {
    return PathReader(data).run();
}

} // namespace kontingent::documents::pdf
