// SPDX-License-Identifier: Apache-2.0
// Whatever the bytes, the reader of bounds refuses or reads, and the verifier comes to an end and never takes a claim above the plan.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "draw/bounds/bounds.hpp"
#include "draw/bounds/verify.hpp"
#include "draw/files/bounds_file.hpp"
#include "draw_check/support/text.hpp"

namespace {

const ankao::draw::testing::World& world() {
  static const auto w = ankao::draw::testing::full_world();
  return w;
}

std::string good() {
  auto bounds = ankao::draw::prove_bounds(world().instance, world().plan);
  bounds.plan_sm3 = bounds.instance_sm3;
  const auto& rooms = world().instance.rooms;
  for (int r = 0; r < static_cast<int>(rooms.size()) && bounds.shared.empty(); ++r)
    if (rooms[static_cast<std::size_t>(r)].exclusive) {
      const ankao::Date first = world().instance.calendar.dates.front();
      bounds.shared = {{{0}, {{r, first, first + 3}, {r, first + 4, first + 30}}, std::nullopt}, {{1}, {{r, first, first}}, std::vector<std::int64_t>{7}}};
    }
  return ankao::draw::write_bounds(world().instance, bounds);
}

} // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t limit);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t limit, unsigned seed) {
  static const std::string start = good();
  if ((size < 2 || seed % 64 == 0) && start.size() <= limit) {
    start.copy(reinterpret_cast<char*>(data), start.size());
    size = start.size();
  }
  return LLVMFuzzerMutate(data, size, limit);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bounds = ankao::draw::read_bounds({reinterpret_cast<const char*>(data), size}, world().instance);
  if (!bounds.ok()) return 0;
  if (!ankao::draw::verify_bounds(world().instance, world().plan, *bounds).empty()) return 0;
  for (std::size_t level = 0; level < 6; ++level)
    if (bounds->levels[level].value_or(0) > world().plan.levels.values()[level]) std::abort();
  if (ankao::draw::write_bounds(world().instance, *bounds).empty()) std::abort();
  return 0;
}
