// What the C++ library would print before it gives up. There is no console to print to: the trap alone
// reaches the page, which shows its failure message. Saves the formatted output that comes with the text.
#include <__verbose_abort>

_LIBCPP_BEGIN_NAMESPACE_STD
[[noreturn]] _LIBCPP_OVERRIDABLE_FUNC_VIS void __libcpp_verbose_abort(const char*, ...) noexcept { __builtin_trap(); }
_LIBCPP_END_NAMESPACE_STD
