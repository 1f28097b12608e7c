// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/ledger.hpp"

#include "base/ensure.hpp"
#include "base/sm3.hpp"
#include "ledger/rules/leaf.hpp"
#include "ledger/service/salts.hpp"
#include "ledger/store/events.hpp"
#include "ledger/store/nodes.hpp"

namespace ankao::ledger {
namespace {

constexpr std::int64_t k_batch = 1000;

bool is_digest_or_empty(const std::string& text) { return text.empty() || digest_from_hex(text).has_value(); }

void ensure_complete(const Event& event) {
  ensure(!event.actor.account.empty(), "a ledger event without an actor");
  ensure(event.action.find('.') != std::string::npos, "a ledger action is noun.verb, not " + event.action);
  ensure(event.subject.find(':') != std::string::npos, "a ledger subject is kind:id, not " + event.subject);
  ensure(is_digest_or_empty(event.before) && is_digest_or_empty(event.after), "before and after are SM3 in hexadecimal or empty");
}

/// The complete subtrees at the right edge that `more` leaves will join: for one leaf, those of the trailing ones of the size.
std::vector<Node> edge(std::int64_t size, std::size_t more) {
  std::vector<Node> all = nodes_of({0, size});
  if (more > 1) return all;
  std::vector<Node> out;
  for (int level = 0; ((size >> level) & 1) != 0; ++level) out.push_back({level, (size >> level) - 1});
  return out;
}

Growing continued(db::Transaction& transaction, std::int64_t size, std::size_t more) {
  const auto known = nodes(transaction, edge(size, more));
  return Growing(size, [known](const Node& node) {
    const auto found = known.find(node);
    ensure(found != known.end(), "the ledger's tree has a hole: run `ankao ledger check`");
    return found->second;
  });
}

void grow(db::Transaction& transaction, Growing& tree, const std::vector<StoredEvent>& events) {
  std::vector<std::pair<Node, Digest>> made;
  made.reserve(2 * events.size());
  for (const StoredEvent& stored : events)
    tree.add(leaf_hash(leaf_bytes(stored.number, stored.event, stored.salt)), [&](const Node& node, const Digest& hash) { made.emplace_back(node, hash); });
  insert_nodes(transaction, made);
}

} // namespace

std::int64_t prepare(db::Transaction& transaction) {
  if (tree_size(transaction) > 0) return 0;
  Growing tree;
  for (;;) {
    std::vector<StoredEvent> events = events_from(transaction, tree.size() + 1, k_batch);
    if (events.empty()) return tree.size();
    for (std::size_t i = 0; i < events.size(); ++i) {
      ensure(events[i].number == tree.size() + 1 + static_cast<std::int64_t>(i), "the events of an older database have no gap");
      events[i].salt = fresh_salt();
      transaction.execute("UPDATE ledger_event SET salt = $2 WHERE number = $1", {events[i].number, db::Bytes{events[i].salt}});
    }
    grow(transaction, tree, events);
  }
}

// Write transactions follow each other (db.hpp), so the size seen here is the last one committed: no gap, no double.
std::int64_t append_many(db::Transaction& transaction, const std::vector<Event>& events) {
  for (const Event& event : events) ensure_complete(event);
  std::int64_t size = tree_size(transaction);
  if (size == 0) size = prepare(transaction);
  if (events.empty()) return size + 1;
  std::vector<StoredEvent> stored;
  stored.reserve(events.size());
  for (const Event& event : events) stored.push_back({size + 1 + static_cast<std::int64_t>(stored.size()), event, fresh_salt()});
  Growing tree = continued(transaction, size, events.size());
  insert_events(transaction, stored);
  grow(transaction, tree, stored);
  return size + 1;
}

std::int64_t append(db::Transaction& transaction, const Event& event) { return append_many(transaction, {event}); }

std::vector<Written> time_line(db::Transaction& transaction, const std::string& subject) {
  const auto rows = transaction.query("SELECT * FROM ledger_event WHERE subject = $1 ORDER BY number", {subject});
  std::vector<Written> out;
  out.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    StoredEvent one = read_event(rows, i);
    out.push_back({one.number, std::move(one.event)});
  }
  return out;
}

} // namespace ankao::ledger
