// SPDX-License-Identifier: Apache-2.0
#include "planning/store/rows.hpp"

#include "base/ensure.hpp"
#include "db/columns.hpp"
#include "db/conditions.hpp"

namespace ankao::planning {

namespace {

/// PostgreSQL takes 65,535 parameters, SQLite 32,766: whoever asks for more at once asks in parts.
constexpr std::size_t k_part = 5000;

db::Conditions of_plan(PlanKey key) {
  db::Conditions where;
  where.add("month = ? AND version = ?", {to_string(key.month), std::int64_t{key.version}});
  return where;
}

int whole(const db::Rows& rows, std::size_t row, std::string_view column) { return static_cast<int>(rows.integer(row, column)); }

Date date_in(const db::Rows& rows, std::size_t row, std::string_view column) {
  const auto date = parse_date(rows.text(row, column));
  ensure(date.has_value(), "a stored date is a date");
  return *date;
}

BatchRow batch_in(const db::Rows& rows, std::size_t row) {
  BatchRow batch;
  batch.id = rows.text(row, "id");
  batch.class_id = rows.text(row, "class");
  batch.institution = rows.text(row, "institution");
  batch.institution_name = rows.text(row, "institution_name");
  batch.subject = rows.text(row, "subject");
  batch.subject_name = rows.text(row, "subject_name");
  batch.kind = booking_kind(rows.text(row, "kind")).value_or(BookingKind::Regular);
  batch.own_school = rows.integer(row, "own_school") != 0;
  batch.started = date_in(rows, row, "started");
  batch.completed = date_in(rows, row, "completed");
  batch.not_before = db::day_in(rows, row, "not_before");
  batch.finish_by = db::day_in(rows, row, "finish_by");
  batch.carried = whole(rows, row, "carried");
  batch.candidates = whole(rows, row, "candidates");
  batch.placed = whole(rows, row, "placed");
  batch.state = rows.text(row, "state");
  batch.waiver = rows.text(row, "waiver");
  batch.first_date = rows.text(row, "first_date");
  batch.distance_m = rows.integer(row, "distance_m");
  batch.because = rows.text(row, "because");
  return batch;
}

SessionRow session_in(const db::Rows& rows, std::size_t row) {
  return {rows.text(row, "id"),          rows.text(row, "date"),      rows.text(row, "slot"),         whole(rows, row, "slot_place"),
          rows.text(row, "site"),        rows.text(row, "site_name"), rows.text(row, "district"),     rows.text(row, "room"),
          rows.text(row, "room_name"),   rows.text(row, "subject"),   rows.text(row, "subject_name"), whole(rows, row, "seats"),
          whole(rows, row, "candidates")};
}

/// `column IN ($n, ...)` for part of `ids`.
std::string in_list(std::string_view column, const std::vector<std::string>& ids, std::size_t from, db::Values& values) {
  std::string sql;
  for (std::size_t i = from; i < std::min(ids.size(), from + k_part); ++i) {
    values.push_back(ids[i]);
    sql += (sql.empty() ? "$" : ", $") + std::to_string(values.size());
  }
  return std::string(column) + " IN (" + sql + ")";
}

db::Conditions conditions(PlanKey key, const SessionFilter& filter) {
  db::Conditions where = of_plan(key);
  where.equals("site", filter.site).equals("subject", filter.subject).equals("district", filter.district);
  where.equals("date", filter.date).equals("slot", filter.slot).contains_words("search", filter.q);
  if (!filter.institution.empty())
    where.add("EXISTS (SELECT 1 FROM planning_seat s WHERE s.month = planning_session.month AND s.version = planning_session.version AND "
              "s.session = planning_session.id AND s.institution = ?)",
              {filter.institution});
  return where;
}

} // namespace

void put_parties(db::Transaction& transaction, PlanKey key, const std::vector<PartyRow>& parties) {
  std::vector<db::Values> rows;
  for (const auto& p : parties)
    rows.push_back({to_string(key.month), std::int64_t{key.version}, p.kind, p.id, p.name, p.district, p.place.longitude_e6,
                    p.place.latitude_e6, std::int64_t{p.marked}, std::int64_t{p.public_base}});
  transaction.insert_many("planning_party",
                          {"month", "version", "kind", "id", "name", "district", "longitude_e6", "latitude_e6", "marked", "public_base"},
                          rows);
}

void put_batches(db::Transaction& transaction, PlanKey key, const std::vector<BatchRow>& batches) {
  std::vector<db::Values> rows;
  for (const auto& b : batches)
    rows.push_back(
        {to_string(key.month),
         std::int64_t{key.version},
         b.id,
         b.class_id,
         b.institution,
         b.institution_name,
         b.subject,
         b.subject_name,
         std::string(name_of(b.kind)),
         std::int64_t{b.own_school},
         to_string(b.started),
         to_string(b.completed),
         db::day(b.not_before),
         db::day(b.finish_by),
         std::int64_t{b.carried},
         std::int64_t{b.candidates},
         std::int64_t{b.placed},
         b.state,
         b.waiver,
         b.first_date,
         b.distance_m,
         b.because,
         db::lower_case(b.id + " " + b.class_id + " " + b.institution + " " + b.institution_name + " " + b.subject + " " + b.subject_name)});
  transaction.insert_many("planning_batch",
                          {"month",  "version",    "id",      "class",      "institution", "institution_name", "subject", "subject_name",
                           "kind",   "own_school", "started", "completed",  "not_before",  "finish_by",        "carried", "candidates",
                           "placed", "state",      "waiver",  "first_date", "distance_m",  "because",          "search"},
                          rows);
}

void place_batches(db::Transaction& transaction, PlanKey key, const std::vector<BatchRow>& batches) {
  for (const auto& b : batches)
    transaction.execute(
        "UPDATE planning_batch SET placed = $1, state = $2, first_date = $3, distance_m = $4, because = $5 "
        "WHERE month = $6 AND version = $7 AND id = $8",
        {std::int64_t{b.placed}, b.state, b.first_date, b.distance_m, b.because, to_string(key.month), std::int64_t{key.version}, b.id});
}

void put_sessions(db::Transaction& transaction, PlanKey key, const std::vector<SessionRow>& sessions, const std::vector<SeatRow>& seats) {
  const db::Values plan{to_string(key.month), std::int64_t{key.version}};
  transaction.execute("DELETE FROM planning_session WHERE month = $1 AND version = $2", plan);
  transaction.execute("DELETE FROM planning_seat WHERE month = $1 AND version = $2", plan);
  std::map<std::string, std::string> parties;
  for (const auto& seat : seats) parties[seat.session] += " " + seat.batch + " " + seat.institution;
  std::vector<db::Values> rows;
  for (const auto& s : sessions)
    rows.push_back({plan[0], plan[1], s.id, s.date, s.slot, std::int64_t{s.slot_place}, s.site, s.site_name, s.district, s.room,
                    s.room_name, s.subject, s.subject_name, std::int64_t{s.seats}, std::int64_t{s.candidates},
                    db::lower_case(s.site + " " + s.site_name + " " + s.room + " " + s.room_name + " " + s.subject_name + parties[s.id])});
  transaction.insert_many("planning_session",
                          {"month", "version", "id", "date", "slot", "slot_place", "site", "site_name", "district", "room", "room_name",
                           "subject", "subject_name", "seats", "candidates", "search"},
                          rows);
  rows.clear();
  for (const auto& s : seats)
    rows.push_back({plan[0], plan[1], s.session, s.batch, s.institution, std::int64_t{s.candidates}, s.distance_m});
  transaction.insert_many("planning_seat", {"month", "version", "session", "batch", "institution", "candidates", "distance_m"}, rows);
}

std::map<std::string, PartyRow> parties(db::Transaction& transaction, PlanKey key, const std::string& kind) {
  db::Conditions where = of_plan(key);
  where.equals("kind", kind);
  const auto rows = transaction.query("SELECT * FROM planning_party" + where.text(), where.values());
  std::map<std::string, PartyRow> found;
  for (std::size_t row = 0; row < rows.size(); ++row)
    found[rows.text(row, "id")] = {kind,
                                   rows.text(row, "id"),
                                   rows.text(row, "name"),
                                   rows.text(row, "district"),
                                   {rows.integer(row, "longitude_e6"), rows.integer(row, "latitude_e6")},
                                   rows.integer(row, "marked") != 0,
                                   rows.integer(row, "public_base") != 0};
  return found;
}

SessionList list_sessions(db::Transaction& transaction, PlanKey key, const SessionFilter& filter) {
  db::Conditions where = conditions(key, filter);
  SessionList list;
  const auto sums = transaction.query(
      "SELECT COUNT(*) AS total, CAST(COALESCE(SUM(candidates), 0) AS BIGINT) AS candidates FROM planning_session" + where.text(),
      where.values());
  list.total = sums.integer(0, "total");
  list.candidates = sums.integer(0, "candidates");
  const std::string sql = "SELECT * FROM planning_session" + where.text() + " ORDER BY " + filter.order;
  const auto rows = transaction.query(sql + where.page(filter.limit, filter.offset), where.values());
  for (std::size_t row = 0; row < rows.size(); ++row) list.items.push_back(session_in(rows, row));
  return list;
}

BatchList list_batches(db::Transaction& transaction, PlanKey key, const BatchFilter& filter) {
  db::Conditions where = of_plan(key);
  where.equals("institution", filter.institution).equals("subject", filter.subject).equals("kind", filter.kind).equals("state", filter.state);
  where.equals("waiver", filter.waiver).contains_words("search", filter.q);
  BatchList list;
  const auto sums = transaction.query("SELECT COUNT(*) AS total, CAST(COALESCE(SUM(candidates), 0) AS BIGINT) AS candidates, "
                                      "CAST(COALESCE(SUM(placed), 0) AS BIGINT) AS placed FROM planning_batch" +
                                          where.text(),
                                      where.values());
  list.total = sums.integer(0, "total");
  list.candidates = sums.integer(0, "candidates");
  list.placed = sums.integer(0, "placed");
  const std::string sql = "SELECT * FROM planning_batch" + where.text() + " ORDER BY " + filter.order;
  const auto rows = transaction.query(sql + where.page(filter.limit, filter.offset), where.values());
  for (std::size_t row = 0; row < rows.size(); ++row) list.items.push_back(batch_in(rows, row));
  return list;
}

std::optional<BatchRow> find_batch(db::Transaction& transaction, PlanKey key, const std::string& id) {
  auto found = batches_by_id(transaction, key, {id});
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

std::vector<BatchRow> batches_by_id(db::Transaction& transaction, PlanKey key, const std::vector<std::string>& ids) {
  std::vector<BatchRow> found;
  for (std::size_t from = 0; from < ids.size(); from += k_part) {
    db::Values values{to_string(key.month), std::int64_t{key.version}};
    const auto list = in_list("id", ids, from, values);
    const auto rows =
        transaction.query("SELECT * FROM planning_batch WHERE month = $1 AND version = $2 AND " + list + " ORDER BY id", values);
    for (std::size_t row = 0; row < rows.size(); ++row) found.push_back(batch_in(rows, row));
  }
  return found;
}

std::vector<SeatRow> seats_of_sessions(db::Transaction& transaction, PlanKey key, const std::vector<std::string>& sessions) {
  std::vector<SeatRow> found;
  for (std::size_t from = 0; from < sessions.size(); from += k_part) {
    db::Values values{to_string(key.month), std::int64_t{key.version}};
    const auto list = in_list("session", sessions, from, values);
    const auto rows =
        transaction.query("SELECT * FROM planning_seat WHERE month = $1 AND version = $2 AND " + list + " ORDER BY session, batch", values);
    for (std::size_t row = 0; row < rows.size(); ++row)
      found.push_back({rows.text(row, "session"), rows.text(row, "batch"), rows.text(row, "institution"), whole(rows, row, "candidates"),
                       rows.integer(row, "distance_m")});
  }
  return found;
}

std::vector<PlaceRow> places_of_batches(db::Transaction& transaction, PlanKey key, const std::vector<std::string>& batches) {
  std::vector<PlaceRow> found;
  for (std::size_t from = 0; from < batches.size(); from += k_part) {
    db::Values values{to_string(key.month), std::int64_t{key.version}};
    const auto list = in_list("seat.batch", batches, from, values);
    const auto rows = transaction.query(
        "SELECT seat.batch AS batch, seat.institution AS institution, seat.candidates AS taken, seat.distance_m AS distance_m, session.* "
        "FROM planning_seat seat JOIN planning_session session ON session.month = seat.month AND session.version = seat.version AND "
        "session.id = seat.session WHERE seat.month = $1 AND seat.version = $2 AND " +
            list + " ORDER BY seat.batch, session.date, session.slot_place, session.id",
        values);
    for (std::size_t row = 0; row < rows.size(); ++row)
      found.push_back({{rows.text(row, "id"), rows.text(row, "batch"), rows.text(row, "institution"), whole(rows, row, "taken"),
                        rows.integer(row, "distance_m")},
                       session_in(rows, row)});
  }
  return found;
}

std::vector<CellRow> calendar(db::Transaction& transaction, PlanKey key, const SessionFilter& filter) {
  const db::Conditions where = conditions(key, filter);
  const auto rows = transaction.query("SELECT date, slot, COUNT(*) AS sessions, CAST(SUM(seats) AS BIGINT) AS seats, "
                                      "CAST(SUM(candidates) AS BIGINT) AS candidates FROM planning_session" +
                                          where.text() + " GROUP BY date, slot ORDER BY date, slot",
                                      where.values());
  std::vector<CellRow> cells;
  for (std::size_t row = 0; row < rows.size(); ++row)
    cells.push_back({rows.text(row, "date"), rows.text(row, "slot"), rows.integer(row, "sessions"), rows.integer(row, "seats"),
                     rows.integer(row, "candidates")});
  return cells;
}

} // namespace ankao::planning
