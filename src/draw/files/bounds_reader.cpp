// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <unordered_map>

#include "base/sm3.hpp"
#include "draw/files/bounds_file.hpp"
#include "draw/files/canonical.hpp"
#include "draw/files/format.hpp"
#include "draw/files/reader.hpp"

namespace ankao::draw {
namespace {

constexpr std::int64_t k_most_count = std::numeric_limits<std::int64_t>::max();

class Known {
public:
  template <class Things>
  Known(std::string kind, const Things& things)
      : kind_(std::move(kind)) {
    for (std::size_t i = 0; i < things.size(); ++i) places_.emplace(things[i].id, static_cast<int>(i));
  }

  int find(Reader& in, const std::string& id) const {
    const auto found = places_.find(id);
    if (found == places_.end()) in.refuse("draw.file.unknown_reference", {{"kind", kind_}, {"id", Pointer::shorten(id, 64)}});
    return found == places_.end() ? 0 : found->second;
  }

private:
  std::string kind_;
  std::unordered_map<std::string, int> places_;
};

class BoundsReader {
public:
  BoundsReader(std::string_view canonical, const Instance& instance)
      : in_(canonical)
      , instance_(instance)
      , batches_("batch", instance.batches)
      , subjects_("subject", instance.subjects)
      , institutions_("institution", instance.institutions)
      , sites_("site", instance.sites)
      , rooms_("room", instance.rooms) {}

  Result<Bounds> run() {
    check_format(in_, k_bounds_format);
    in_.record({{"format", Need::Required, [&] { in_.text(); }},
                {"instance_sm3", Need::Required, [&] { out_.instance_sm3 = digest(); }},
                {"plan_sm3", Need::Required, [&] { out_.plan_sm3 = digest(); }},
                {"levels", Need::Required, [&] { levels(); }},
                {"certificates", Need::Required, [&] { certificates(); }}});
    if (in_.refused()) return in_.problem();
    return std::move(out_);
  }

private:
  std::string digest() {
    const std::string text = in_.text();
    const bool lower = text.find_first_of("ABCDEF") == std::string::npos;
    if (!lower || !digest_from_hex(text)) in_.refuse("draw.file.bad_digest", {{"found", Pointer::shorten(text, 80)}});
    return text;
  }

  void levels() {
    const auto level = [this](std::size_t i) {
      return [this, i] {
        if (!in_.null()) out_.levels[i] = in_.integer(0, k_most_count);
      };
    };
    in_.record({{"U", Need::Required, level(0)},
                {"E", Need::Required, level(1)},
                {"X", Need::Required, level(2)},
                {"J", Need::Required, level(3)},
                {"V", Need::Required, level(4)},
                {"Q", Need::Required, level(5)}});
  }

  void certificates() {
    in_.record({{"U", Need::Required, [&] { in_.array([&](std::size_t) { shortage(); }); }},
                {"shared", Need::Optional, [&] { in_.array([&](std::size_t) { shared(); }); }},
                {"E", Need::Required, [&] { in_.array([&](std::size_t) { exception(); }); }},
                {"X", Need::Required, [&] { optional_prices(out_.beyond); }},
                {"V", Need::Required, [&] { vacancy(); }},
                {"Q", Need::Required, [&] { optional_prices(out_.quality); }}});
  }

  int subject() { return subjects_.find(in_, in_.id()); }

  void shortage() {
    SubjectShortage s;
    in_.record({{"subject", Need::Required, [&] { s.subject = subject(); }},
                {"unplaced", Need::Required, [&] { s.unplaced = in_.integer(0, k_most_count); }},
                {"prices", Need::Required, [&] { s.prices = prices(); }}});
    out_.shortages.push_back(std::move(s));
  }

  void shared() {
    SharedRooms s;
    in_.record({{"subjects", Need::Required, [&] { in_.array([&](std::size_t) { s.subjects.push_back(subject()); }); }},
                {"rooms", Need::Required, [&] { in_.array([&](std::size_t) { s.rooms.push_back(shared_room()); }); }},
                {"prices", Need::Required, [&] { slot_prices(s); }}});
    out_.shared.push_back(std::move(s));
  }

  SharedRoom shared_room() {
    SharedRoom r;
    in_.record({{"room", Need::Required, [&] { r.room = rooms_.find(in_, in_.id()); }},
                {"from", Need::Required, [&] { r.from = in_.date(); }},
                {"to", Need::Required, [&] { r.to = in_.date(); }}});
    return r;
  }

  void slot_prices(SharedRooms& s) {
    if (in_.null()) return;
    s.prices.emplace();
    in_.array([&](std::size_t) { s.prices->push_back(in_.integer(0, k_most_price)); });
  }

  void exception() {
    NeededExceptions e;
    in_.record({{"institution", Need::Required, [&] { e.institution = institutions_.find(in_, in_.id()); }},
                {"subject", Need::Required, [&] { e.subject = subject(); }},
                {"exceptions", Need::Required, [&] { e.exceptions = in_.integer(0, k_most_count); }}});
    out_.exceptions.push_back(e);
  }

  void vacancy() {
    in_.record({{"tables", Need::Required, [&] { in_.array([&](std::size_t) { table(); }); }},
                {"prices", Need::Required, [&] { optional_prices(out_.vacancy); }}});
  }

  void table() {
    CoinTable c;
    in_.record({{"subject", Need::Required, [&] { c.subject = subject(); }},
                {"least", Need::Required, [&] { in_.array([&](std::size_t) { c.least.push_back(in_.count()); }); }}});
    out_.coins.push_back(std::move(c));
  }

  void optional_prices(std::optional<Prices>& out) {
    if (!in_.null()) out = prices();
  }

  Prices prices() {
    Prices p;
    p.batch.assign(instance_.batches.size(), 0);
    p.session.assign(instance_.subjects.size(), 0);
    const auto amount = [this] { return in_.integer(0, k_most_price); };
    in_.record({{"scale", Need::Required, [&] { p.scale = in_.integer(1, k_most_scale); }},
                {"batches", Need::Required, [&] { in_.table([&](const std::string& id) { batch_price(p, id); }); }},
                {"sessions", Need::Required, [&] { in_.table([&](const std::string& id) { session_price(p, id); }); }},
                {"visits", Need::Required, [&] { in_.array([&](std::size_t) { visit_price(p); }); }},
                {"beyond", Need::Required, [&] { p.beyond = amount(); }},
                {"vacancy", Need::Required, [&] { p.vacancy = amount(); }},
                {"tangent", Need::Required, [&] { in_.array([&](std::size_t) { tangent(p); }); }}});
    return p;
  }

  void batch_price(Prices& p, const std::string& id) {
    const int b = batches_.find(in_, id);
    const std::int64_t price = in_.integer(-k_most_price, k_most_price);
    if (!in_.refused()) p.batch[static_cast<std::size_t>(b)] = price;
  }

  void session_price(Prices& p, const std::string& id) {
    const int s = subjects_.find(in_, id);
    const std::int64_t price = in_.integer(0, k_most_price);
    if (!in_.refused()) p.session[static_cast<std::size_t>(s)] = price;
  }

  void visit_price(Prices& p) {
    std::array<int, 3> key{};
    std::int64_t price = 0;
    in_.record({{"institution", Need::Required, [&] { key[0] = institutions_.find(in_, in_.id()); }},
                {"site", Need::Required, [&] { key[1] = sites_.find(in_, in_.id()); }},
                {"subject", Need::Required, [&] { key[2] = subject(); }},
                {"price", Need::Required, [&] { price = in_.integer(0, k_most_price); }}});
    if (!in_.refused() && !p.visit.emplace(key, price).second) in_.refuse("draw.file.doubled_id", {{"kind", "visit"}, {"id", "-"}});
  }

  void tangent(Prices& p) {
    std::pair<int, int> key;
    std::int64_t count = 0;
    in_.record({{"subject", Need::Required, [&] { key.first = subject(); }},
                {"site", Need::Required, [&] { key.second = sites_.find(in_, in_.id()); }},
                {"sessions", Need::Required, [&] { count = in_.integer(0, k_most_price); }}});
    if (!in_.refused() && !p.tangent.emplace(key, count).second) in_.refuse("draw.file.doubled_id", {{"kind", "tangent"}, {"id", "-"}});
  }

  Reader in_;
  const Instance& instance_;
  Known batches_, subjects_, institutions_, sites_, rooms_;
  Bounds out_;
};

} // namespace

Result<Bounds> read_bounds(std::string_view bytes, const Instance& instance) {
  const auto canonical = canonical_json(bytes);
  if (!canonical) return canonical.problem();
  return BoundsReader(*canonical, instance).run();
}

} // namespace ankao::draw
