// The part of the portal's code that comparing offers does without: an offer's details,
// explanations, the request, past hours. The browser loads it when it is needed
// (wasm/deferred.mjs); elsewhere it is there from the start. Functions that may be called only when
// it is loaded take a DeferredCode, so a call that has not asked does not compile. The browser's
// build divides the module at exactly these functions (cmake/split_module.mjs).
#pragma once

#include <cstdint>
#include <optional>

// For the definition of a function that takes a DeferredCode: where it were inlined there would be
// nothing to divide at.
#define KONTINGENT_DEFERRED [[gnu::noinline]]

namespace kontingent::ui {

// The numbers are those of wasm/deferred.mjs.
enum class DeferredState : std::uint8_t { absent, loading, failed, loaded };

class DeferredCode {
    DeferredCode() = default;
    friend std::optional<DeferredCode> deferred_code(DeferredState state);
};

// Permission to call it; none while it is not loaded.
inline std::optional<DeferredCode> deferred_code(DeferredState state) {
    return state == DeferredState::loaded ? std::optional{DeferredCode{}} : std::nullopt;
}

} // namespace kontingent::ui
