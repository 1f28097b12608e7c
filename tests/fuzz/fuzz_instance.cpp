// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, the reader either refuses with a place, or gives an instance that its own writer and reader agree on.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "draw/files/canonical.hpp"
#include "draw/files/files.hpp"
#include "draw_check/support/text.hpp"

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

} // namespace

/// The corpus starts from a whole instance, so that the fuzzer need not find the format by chance.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t limit);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t limit, unsigned seed) {
  static const std::string start = ankao::draw::write_instance(ankao::draw::testing::full_world().instance);
  if ((size < 2 || seed % 64 == 0) && start.size() <= limit) {
    start.copy(reinterpret_cast<char*>(data), start.size());
    size = start.size();
  }
  return LLVMFuzzerMutate(data, size, limit);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = ankao::draw::read_instance(bytes);
  if (!read.ok()) {
    must(!read.problem().id.empty());
    return 0;
  }
  const auto canonical = ankao::draw::canonical_json(read->canonical);
  must(canonical.ok() && *canonical == read->canonical);
  const std::string written = ankao::draw::write_instance(read->instance);
  const auto again = ankao::draw::read_instance(written);
  must(again.ok() && ankao::draw::write_instance(again->instance) == written);
  return 0;
}
