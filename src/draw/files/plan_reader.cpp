// SPDX-License-Identifier: Apache-2.0
#include <limits>

#include "draw/files/canonical.hpp"
#include "draw/files/files.hpp"
#include "draw/files/format.hpp"
#include "draw/files/reader.hpp"

namespace ankao::draw {
namespace {

class PlanReader {
public:
  explicit PlanReader(std::string_view canonical)
      : in_(canonical) {}

  Result<Plan> run() {
    check_format(in_, k_plan_format);
    in_.record({{"format", Need::Required, [&] { in_.text(); }},
                {"instance_sm3", Need::Required, [&] { out_.instance_sm3 = digest(); }},
                {"seed", Need::Required, [&] { out_.seed = digest(); }},
                {"engine", Need::Required, [&] { out_.engine = in_.text(); }},
                {"sessions", Need::Required, [&] { in_.array([&](std::size_t) { out_.sessions.push_back(session()); }); }},
                {"unplaced", Need::Required, [&] { in_.array([&](std::size_t) { out_.unplaced.push_back(unplaced()); }); }},
                {"exceptions", Need::Required, [&] { in_.array([&](std::size_t) { out_.exceptions.push_back(exception()); }); }},
                {"levels", Need::Required, [&] { levels(out_.levels); }}});
    if (in_.refused()) return in_.problem();
    return std::move(out_);
  }

private:
  /// 64 lower-case hexadecimal digits.
  std::string digest() {
    const std::string text = in_.text();
    const bool lower = text.find_first_of("ABCDEF") == std::string::npos;
    if (!lower || !digest_from_hex(text)) in_.refuse("draw.file.bad_digest", {{"found", Pointer::shorten(text, 80)}});
    return text;
  }

  Session session() {
    Session out;
    in_.record({{"room", Need::Required, [&] { out.room = in_.id(); }},
                {"site", Need::Required, [&] { out.site = in_.id(); }},
                {"subject", Need::Required, [&] { out.subject = in_.id(); }},
                {"date", Need::Required, [&] { out.date = to_string(in_.date()); }},
                {"slot", Need::Required, [&] { out.slot = in_.text(); }},
                {"seats", Need::Required, [&] { in_.array([&](std::size_t) { out.seats.push_back(seats()); }); }}});
    return out;
  }

  Seats seats() {
    Seats out;
    in_.record(
        {{"batch", Need::Required, [&] { out.batch = in_.id(); }}, {"candidates", Need::Required, [&] { out.candidates = in_.count(); }}});
    return out;
  }

  Unplaced unplaced() {
    Unplaced out;
    in_.record({{"batch", Need::Required, [&] { out.batch = in_.id(); }},
                {"candidates", Need::Required, [&] { out.candidates = in_.count(); }},
                {"because", Need::Required, [&] { in_.array([&](std::size_t) { out.because.push_back(because()); }); }}});
    return out;
  }

  Because because() {
    Because out;
    in_.record({{"site", Need::Required, [&] { out.site = in_.id(); }}, {"rule", Need::Required, [&] { out.rule = in_.id(); }}});
    return out;
  }

  Exception exception() {
    Exception out;
    in_.record({{"institution", Need::Required, [&] { out.institution = in_.id(); }},
                {"site", Need::Required, [&] { out.site = in_.id(); }},
                {"subject", Need::Required, [&] { out.subject = in_.id(); }},
                {"visits", Need::Required, [&] { out.visits = in_.count(); }}});
    return out;
  }

  void levels(Levels& out) {
    const auto level = [this](std::int64_t& value) {
      return [this, &value] { value = in_.integer(0, std::numeric_limits<std::int64_t>::max()); };
    };
    in_.record({{"U", Need::Required, level(out.unplaced)},
                {"E", Need::Required, level(out.exceptions)},
                {"X", Need::Required, level(out.beyond_offer)},
                {"J", Need::Required, level(out.envy)},
                {"V", Need::Required, level(out.vacant)},
                {"Q", Need::Required, level(out.quality)}});
  }

  Reader in_;
  Plan out_;
};

} // namespace

Result<Plan> read_plan(std::string_view bytes) {
  const auto canonical = canonical_json(bytes);
  if (!canonical) return canonical.problem();
  return PlanReader(*canonical).run();
}

} // namespace ankao::draw
