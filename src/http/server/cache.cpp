// SPDX-License-Identifier: Apache-2.0
#include "http/server/cache.hpp"

#include "http/server.hpp"

namespace ankao::http {
namespace {

constexpr std::size_t k_slot_bytes = 512; ///< what a slot costs beside its body, so that empty answers count too

std::size_t cost(const std::string& key, const PreparedPtr& answer) {
  return k_slot_bytes + key.size() + answer->body.size() + answer->fields.size();
}

} // namespace

Cache::FlightPtr Cache::take_off(Slot& slot) {
  slot.flight = std::make_shared<Flight>();
  slot.flight->generation = generation_.load();
  slot.flight->previous = slot.answer;
  return slot.flight;
}

Cache::Lookup Cache::find(const std::string& key, Time now, const std::function<Waiter()>& waiter) {
  const std::lock_guard lock(mutex_);
  Lookup out;
  out.generation = generation_.load();
  const auto found = slots_.find(key);
  if (found == slots_.end()) return out;
  Slot& slot = found->second;
  const bool flying = slot.flight && slot.flight->generation == out.generation;
  const auto age = now - slot.made;
  if (slot.generation == out.generation && age < age_) {
    out.answer = slot.answer;
    if (age > age_ / 2 && !flying) out.flight = take_off(slot);
    return out;
  }
  if (!flying) out.flight = take_off(slot);
  slot.flight->waiters.push_back(waiter());
  out.joined = true;
  return out;
}

void Cache::store(const std::string& key, std::uint64_t generation, const PreparedPtr& answer, Time now) {
  const std::lock_guard lock(mutex_);
  if (!answer->cacheable || generation != generation_.load()) return;
  make_room(cost(key, answer));
  const auto [slot, is_new] = slots_.try_emplace(key);
  if (!is_new) return; // another request was first
  slot->second = {answer, now, generation, nullptr};
  bytes_ += cost(key, answer);
}

void Cache::land(const std::string& key, const FlightPtr& flight, const PreparedPtr& answer, Time now) {
  std::vector<Waiter> waiters;
  const bool good = answer && answer->cacheable;
  {
    const std::lock_guard lock(mutex_);
    waiters.swap(flight->waiters);
    const auto found = slots_.find(key);
    const bool ours = found != slots_.end() && found->second.flight == flight;
    if (ours && good) { // of an old generation it is kept too: it tells that the key is cacheable
      bytes_ = bytes_ - cost(key, found->second.answer) + cost(key, answer);
      found->second = {answer, now, flight->generation, nullptr};
    } else if (ours) {
      bytes_ -= cost(key, found->second.answer);
      slots_.erase(found);
    }
  }
  for (const Waiter& waiter : waiters) waiter(good ? answer : nullptr);
}

void Cache::changed() { generation_.fetch_add(1); }

/// Searches fill the cache with keys that nobody asks for again; forgetting all of them costs one run each.
void Cache::make_room(std::size_t more) {
  if (bytes_ + more <= k_max_cache_bytes) return;
  std::erase_if(slots_, [this](const auto& pair) {
    if (pair.second.flight) return false;
    bytes_ -= cost(pair.first, pair.second.answer);
    return true;
  });
}

} // namespace ankao::http
