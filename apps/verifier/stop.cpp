// SPDX-License-Identifier: Apache-2.0
// A broken invariant in the browser: the core's sources throw as everywhere, but this target has no unwinding. A throw tells the page
// what it was and ends the module, so no half-made answer can be taken for a result.
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>
#include <typeinfo>

#include "base/ensure.hpp"

extern "C" __attribute__((import_module("page"), import_name("told"))) void page_told(const char* text, std::size_t length);

extern "C" void* __cxa_allocate_exception(std::size_t size) noexcept { return std::malloc(size); }
extern "C" void __cxa_free_exception(void* thrown) noexcept { std::free(thrown); }

extern "C" [[noreturn]] void __cxa_throw(void* thrown, std::type_info* type, void (*)(void*)) {
  std::string what = "! ";
  what += *type == typeid(ankao::BrokenInvariant) ? static_cast<ankao::BrokenInvariant*>(thrown)->what() : type->name();
  page_told(what.data(), what.size());
  __builtin_trap();
}
