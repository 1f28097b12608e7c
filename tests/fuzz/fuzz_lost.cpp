// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, the reader of losses refuses or reads, and the month after the loss is an instance that can be written and read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "draw/files/files.hpp"
#include "draw/files/lost_file.hpp"
#include "draw/rules/losses.hpp"
#include "draw_check/support/text.hpp"

namespace {

const ankao::draw::testing::World& world() {
  static const auto w = ankao::draw::testing::full_world();
  return w;
}

} // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t limit);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t limit, unsigned seed) {
  static const std::string start =
      R"({"format":"ankao-draw-lost/1","sites":[{"site":"S02","from":"2024-03-05","to":"2024-03-06"}],)"
      R"("rooms":[{"room":"S01-1","from":"2024-03-04","to":"2024-03-04"}],"sessions":[{"room":"S03-1","date":"2024-03-06","slot":"am"}],)"
      R"("institutions":[{"institution":"T02","from":"2024-03-01","to":"2024-03-31"}],"batches":[{"batch":"B1","not_before":"2024-03-06"}],"not_before":"2024-03-05"})";
  if ((size < 2 || seed % 64 == 0) && start.size() <= limit) {
    start.copy(reinterpret_cast<char*>(data), start.size());
    size = start.size();
  }
  return LLVMFuzzerMutate(data, size, limit);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto lost = ankao::draw::read_lost({reinterpret_cast<const char*>(data), size}, world().instance);
  if (!lost.ok()) return 0;
  const auto again = ankao::draw::read_lost(ankao::draw::write_lost(*lost, world().instance), world().instance);
  if (!again.ok() || ankao::draw::write_lost(*again, world().instance) != ankao::draw::write_lost(*lost, world().instance)) std::abort();
  if (!ankao::draw::read_instance(ankao::draw::write_instance(ankao::draw::after_loss(world().instance, *lost))).ok()) std::abort();
  return 0;
}
