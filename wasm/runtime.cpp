// Parts of the C library that ImGui names but the portal never needs, in the few bytes that
// suffice. The linker takes these in place of the libraries' own.
#include <__verbose_abort>
#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <string_view>

// What the C++ library would print before it gives up: there is no console. The trap alone reaches
// the page, which shows its failure message.
_LIBCPP_BEGIN_NAMESPACE_STD
[[noreturn]] _LIBCPP_OVERRIDABLE_FUNC_VIS void __libcpp_verbose_abort(char const*, ...) noexcept {
    __builtin_trap();
}

_LIBCPP_END_NAMESPACE_STD

namespace {

class Output {
public:
    Output(char* to, std::size_t room) : to_(to), room_(room) {}

    void put(std::string_view text) {
        for (char const c : text) {
            if (length_ + 1 < room_) {
                to_[length_] = c;
            }
            ++length_;
        }
    }

    int finish() {
        if (room_ > 0) {
            to_[length_ < room_ ? length_ : room_ - 1] = '\0';
        }
        return static_cast<int>(length_);
    }

private:
    char* to_;
    std::size_t room_;
    std::size_t length_ = 0;
};

void put_number(Output& out, unsigned number, unsigned base) {
    char digits[16];
    char* first = digits + sizeof digits;
    do {
        *--first = "0123456789ABCDEF"[number % base];
        number /= base;
    } while (number != 0);
    out.put({first, digits + sizeof digits});
}

void put_number(Output& out, int number) {
    if (number < 0) {
        out.put("-");
    }
    put_number(out, number < 0 ? 0U - static_cast<unsigned>(number) : static_cast<unsigned>(number),
               10);
}

} // namespace

// %s, %d, %i, %u, %x, %X and %c, without widths and precisions: enough for the names ImGui gives to
// windows.
extern "C" int vsnprintf(char* to, std::size_t room, char const* format, std::va_list arguments) {
    Output out(to, room);
    for (; *format != '\0'; ++format) {
        if (*format != '%') {
            out.put({format, 1});
            continue;
        }
        format += 1 + std::strspn(format + 1, "0123456789.+-l");
        if (*format == 's') {
            out.put(va_arg(arguments, char const*));
        } else if (*format == 'd' || *format == 'i') {
            put_number(out, va_arg(arguments, int));
        } else if (*format == 'u') {
            put_number(out, va_arg(arguments, unsigned), 10);
        } else if (*format == 'x' || *format == 'X') {
            put_number(out, va_arg(arguments, unsigned), 16);
        } else if (*format == 'c') {
            char const c = static_cast<char>(va_arg(arguments, int));
            out.put({&c, 1});
        } else if (*format == 'f') {
            put_number(out, static_cast<int>(va_arg(arguments, double)));
        } else if (*format == '\0') {
            break;
        } else {
            out.put({format, 1});
        }
    }
    return out.finish();
}

// ImGui reads its settings file and typed numbers with it; the portal has neither.
extern "C" int sscanf(char const*, char const*, ...) {
    return 0;
}

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

// The JSON reader asks of a decimal number where it ends and whether it is finite, and keeps no
// value: prices and hours are whole numbers. So the last digits may be off. The library's own scan,
// exact to the last bit and in three widths, is 6 KB of the module (brotli 11).
extern "C" double strtod(char const* text, char** end) {
    constexpr double enough_digits = 1e200;
    constexpr int beyond_any_exponent = 100'000;
    char const* at = text;
    bool const is_negative = *at == '-';
    at += is_negative ? 1 : 0;
    double value = 0;
    int exponent = 0;
    bool is_fraction = false;
    for (; is_digit(*at) || (*at == '.' && !is_fraction); ++at) {
        if (*at == '.') {
            is_fraction = true;
        } else if (value < enough_digits) {
            value = value * 10 + (*at - '0');
            exponent -= is_fraction ? 1 : 0;
        } else {
            exponent += is_fraction ? 0 : 1;
        }
    }
    if (*at == 'e' || *at == 'E') {
        ++at;
        bool const is_small = *at == '-';
        at += *at == '-' || *at == '+' ? 1 : 0;
        int written = 0;
        for (; is_digit(*at); ++at) {
            written = written < beyond_any_exponent ? written * 10 + (*at - '0') : written;
        }
        exponent += is_small ? -written : written;
    }
    for (; exponent > 0 && value > 0 && value - value == 0; --exponent) {
        value *= 10;
    }
    for (; exponent < 0 && value > 0; ++exponent) {
        value /= 10;
    }
    if (end != nullptr) {
        *end = const_cast<char*>(at);
    }
    return is_negative ? -value : value;
}

extern "C" float strtof(char const* text, char** end) {
    return static_cast<float>(strtod(text, end));
}

extern "C" long double strtold(char const* text, char** end) {
    return static_cast<long double>(strtod(text, end));
}

// ImGui's arcs and circles. The library's functions reduce angles of any size exactly, with tables;
// drawn angles are a few turns at most.
namespace {

constexpr double pi = 3.14159265358979323846;

double sine(double angle) {
    double const half_turns = std::floor(angle / pi + 0.5);
    double const rest = angle - half_turns * pi;
    // Taylor's series: at most 7e-10 off within a quarter turn.
    double sum = 1;
    for (int factor = 12; factor > 0; factor -= 2) {
        sum = 1 - rest * rest / (factor * (factor + 1)) * sum;
    }
    return static_cast<int>(half_turns) % 2 == 0 ? rest * sum : -rest * sum;
}

} // namespace

extern "C" float sinf(float angle) {
    return static_cast<float>(sine(static_cast<double>(angle)));
}

extern "C" float cosf(float angle) {
    return static_cast<float>(sine(static_cast<double>(angle) + pi / 2));
}

// Abramowitz and Stegun, 4.4.46: at most 2e-8 off.
extern "C" float acosf(float cosine) {
    constexpr double coefficients[] = {-0.0012624911, 0.0066700901, -0.0170881256, 0.0308918810,
                                       -0.0501743046, 0.0889789874, -0.2145988016, 1.5707963050};
    double const size = std::fabs(static_cast<double>(cosine));
    double sum = 0;
    for (double const coefficient : coefficients) {
        sum = sum * size + coefficient;
    }
    double const angle = std::sqrt(1 - size) * sum;
    return static_cast<float>(cosine < 0 ? pi - angle : angle);
}

// ImGui sorts a handful of windows and rectangles: insertion is enough.
extern "C" void qsort(void* items, std::size_t count, std::size_t size,
                      int (*compare)(void const*, void const*)) {
    char* const first = static_cast<char*>(items);
    for (std::size_t placed = 1; placed < count; ++placed) {
        for (char* at = first + placed * size; at > first && compare(at - size, at) > 0;
             at -= size) {
            std::swap_ranges(at - size, at, at);
        }
    }
}
