// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/draft.hpp"

#include "draw/engine/decoder.hpp"

namespace ankao::draw {
namespace {

/// A batch with fewer times left than this is seated even where seats stay vacant.
constexpr int k_few_times = 16;

} // namespace

Seating drafted(const Compact& compact) {
  Choices choices;
  choices.grid.resize(static_cast<std::size_t>(compact.times));
  choices.beyond.assign(static_cast<std::size_t>(compact.batch_count), 0);
  choices.excused = choices.beyond;
  Decoder decoder(compact, choices);
  Moment moment = decoder.start();
  Record record;
  Seating seating;
  for (int t = 0; t < compact.times; ++t) {
    decoder.draft(t, k_few_times, moment, record);
    for (int i = 0; i < record.count; ++i) {
      const Held& held = at(record.held, i);
      seating.push_back({held.room, t, held.subject, held.seats});
    }
  }
  return seating;
}

} // namespace ankao::draw
