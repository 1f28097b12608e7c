// SPDX-License-Identifier: Apache-2.0
#include "draw/engine/output.hpp"

#include <algorithm>
#include <tuple>

#include "base/ensure.hpp"

#include "draw/engine/board.hpp"

namespace ankao::draw {
namespace {

Session to_session(const Model& model, const Sitting& sitting) {
  const Instance& in = model.instance;
  const Room& room = at(in.rooms, sitting.room);
  Session session{room.id,
                  at(in.sites, room.site).id,
                  at(in.subjects, sitting.subject).id,
                  to_string(model.date_of(sitting.time)),
                  at(in.calendar.slots, sitting.time % model.slots_per_day),
                  {}};
  for (const Share& share : sitting.seats) session.seats.push_back({at(in.batches, share.batch).id, share.candidates});
  std::sort(session.seats.begin(), session.seats.end(), [](const Seats& a, const Seats& b) { return a.batch < b.batch; });
  return session;
}

std::vector<Session> to_sessions(const Model& model, Seating seating) {
  const Instance& in = model.instance;
  std::sort(seating.begin(), seating.end(), [&](const Sitting& a, const Sitting& b) {
    return std::tie(a.time, at(in.rooms, a.room).id, at(in.subjects, a.subject).id) <
           std::tie(b.time, at(in.rooms, b.room).id, at(in.subjects, b.subject).id);
  });
  std::vector<Session> sessions;
  for (const Sitting& sitting : seating) sessions.push_back(to_session(model, sitting));
  return sessions;
}

/// The rules that barred the batch from a site: those of the times when it was ready to sit, else R4 or R5.
Barriers barred_from(const Model& model, const Board& board, int batch, int site) {
  Barriers ready = 0, not_ready = 0;
  for (int room : at(model.instance.sites, site).rooms) {
    if (model.seats(room, at(model.instance.batches, batch).subject) == 0) continue;
    const int share = std::min(board.left(batch), std::max(1, model.smallest_share(batch, room)));
    for (int t = 0; t < model.times; ++t) {
      if (!at(at(model.open, room), t)) continue;
      const Barriers found = board.barriers(batch, room, t, share);
      const Barriers unready = found & (barrier(4) | barrier(5));
      (unready ? not_ready : ready) |= unready ? unready : found;
    }
  }
  return ready ? ready : not_ready;
}

std::vector<Unplaced> unplaced_of(const Model& model, const Seating& seating) {
  const Board board(model, seating);
  const Instance& in = model.instance;
  std::vector<Unplaced> all;
  for (int b = 0; b < count_of(in.batches); ++b) {
    if (board.left(b) == 0) continue;
    Unplaced unplaced{at(in.batches, b).id, board.left(b), {}};
    for (const DrawnSite& drawn : at(model.batches, b).order) {
      const Barriers found = barred_from(model, board, b, drawn.site);
      for (int rule = 1; rule <= 10; ++rule)
        if (found & barrier(rule)) unplaced.because.push_back({at(in.sites, drawn.site).id, "R" + std::to_string(rule)});
    }
    std::stable_sort(unplaced.because.begin(), unplaced.because.end(), [](const Because& x, const Because& y) { return x.site < y.site; });
    all.push_back(std::move(unplaced));
  }
  std::sort(all.begin(), all.end(), [](const Unplaced& x, const Unplaced& y) { return x.batch < y.batch; });
  return all;
}

std::vector<Exception> exceptions_of(const Model& model, const Verdict& verdict) {
  const Instance& in = model.instance;
  std::vector<Exception> all;
  for (const Exceeded& exceeded : verdict.exceeded) {
    const VisitKey& key = at(model.visit_keys, exceeded.visit_key);
    all.push_back({at(in.institutions, key.institution).id, at(in.sites, key.site).id, at(in.subjects, key.subject).id, exceeded.visits});
  }
  std::sort(all.begin(), all.end(), [](const Exception& x, const Exception& y) {
    return std::tie(x.institution, x.site, x.subject) < std::tie(y.institution, y.site, y.subject);
  });
  return all;
}

} // namespace

Plan to_plan(const Model& model, const Seating& seating, const Digest& instance_digest, const Seed& seed, std::string engine) {
  const Verdict verdict = judge(model, seating);
  ensure(verdict.lawful(), "the engine made a plan that breaks a rule");
  Plan plan;
  plan.instance_sm3 = to_hex(instance_digest);
  plan.seed = to_hex(seed);
  plan.engine = std::move(engine);
  plan.sessions = to_sessions(model, seating);
  plan.unplaced = unplaced_of(model, seating);
  plan.exceptions = exceptions_of(model, verdict);
  plan.levels = verdict.levels;
  return plan;
}

} // namespace ankao::draw
