// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, the plan's reader refuses or reads, and checker and explanations come to an end without fault.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "draw/check/check.hpp"
#include "draw/explain/explain.hpp"
#include "draw/files/files.hpp"
#include "draw_check/support/text.hpp"

namespace {

const ankao::draw::testing::World& world() {
  static const auto w = ankao::draw::testing::full_world();
  return w;
}

} // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t limit);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t limit, unsigned seed) {
  static const std::string start = ankao::draw::write_plan(world().plan);
  if ((size < 2 || seed % 64 == 0) && start.size() <= limit) {
    start.copy(reinterpret_cast<char*>(data), start.size());
    size = start.size();
  }
  return LLVMFuzzerMutate(data, size, limit);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto plan = ankao::draw::read_plan({reinterpret_cast<const char*>(data), size});
  if (!plan.ok()) return 0;
  const auto report = ankao::draw::check(world().instance, world().digest, *plan);
  if (report.lawful() && plan->levels != report.levels) std::abort();
  for (const auto& batch : world().instance.batches)
    if (!ankao::draw::explain(world().instance, *plan, batch.id).ok()) std::abort();
  if (ankao::draw::write_plan(*plan).empty()) std::abort();
  return 0;
}
