// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, the reader of a draw's record refuses or reads and the
// verification comes to an end.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "draw_bundle/support/redraws.hpp"

namespace {

/// A draw, or a redraw.
const std::string& good(bool redraw) {
  static const std::string texts[] = {ankao::draw::write_bundle(ankao::draw::testing::good_bundle()), ankao::draw::write_bundle(ankao::draw::testing::good_redraw())};
  return texts[redraw ? 1 : 0];
}

} // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t limit);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t limit, unsigned seed) {
  const std::string& start = good(seed % 128 < 64);
  if ((size < 2 || seed % 64 == 0) && start.size() <= limit) {
    start.copy(reinterpret_cast<char*>(data), start.size());
    size = start.size();
  }
  return LLVMFuzzerMutate(data, size, limit);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto bundle = ankao::draw::read_bundle(text);
  if (!bundle.ok()) return 0;
  ankao::draw::VerifyOptions options;
  options.redraw = false;
  ankao::draw::verify_bundle(*bundle, options);
  return 0;
}
