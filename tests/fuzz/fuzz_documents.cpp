// SPDX-License-Identifier: Apache-2.0
// What documents read from outside their own hands: a code that somebody types, sealed facts, the layout of a form, the kinds' data.
#include <cstdlib>
#include <string_view>

#include "documents/files/kinds.hpp"
#include "documents/files/sealed.hpp"
#include "documents/rules/code.hpp"
#include "paper/fill.hpp"
#include "paper/read.hpp"

using namespace ankao;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  switch (data[0] % 4) {
  case 0:
    if (const auto code = documents::read_code(text); code && documents::read_code(documents::printed_code(*code)) != code) std::abort();
    break;
  case 1:
    if (const auto sealed = documents::read_sealed(text); sealed.ok() && documents::sealed_text(*sealed) != text) std::abort();
    break;
  case 2:
    if (const auto form = paper::read_form("fuzz", text); form.ok()) (void)paper::fill(*form, {}, 0).ok();
    break;
  default: {
    const auto half = text.size() / 2;
    (void)documents::read_kinds(text.substr(0, half), text.substr(half)).ok();
  }
  }
  return 0;
}
