// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/check.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "db/use_case.hpp"
#include "ledger/rules/leaf.hpp"
#include "ledger/rules/tree.hpp"
#include "ledger/service/ledger.hpp"
#include "ledger/store/checkpoints.hpp"
#include "ledger/store/checks.hpp"
#include "ledger/store/events.hpp"
#include "ledger/store/nodes.hpp"
#include "ledger/store/shards.hpp"

namespace ankao::ledger {
namespace {

using Kind = Finding::Kind;
constexpr std::int64_t k_batch = 2000;
constexpr std::int64_t k_page = 1000;
constexpr std::size_t k_compared = 300; ///< so many edited rows are compared with each other, to tell moved from edited

std::int64_t newest_size(db::Transaction& transaction) {
  const auto newest = newest_checkpoint(transaction);
  return newest ? newest->size : 0;
}

/// The checkpoints by size, a page at a time.
class SealedInOrder {
public:
  explicit SealedInOrder(db::Transaction& transaction)
      : transaction_(transaction) {
    read_page();
  }
  /// Asked for rising sizes, none passed over.
  std::optional<Checkpoint> take(std::int64_t size) {
    if (next_ == page_.size() || page_[next_].size != size) return std::nullopt;
    Checkpoint out = std::move(page_[next_++]);
    if (next_ == page_.size()) read_page();
    return out;
  }

private:
  void read_page() {
    page_ = checkpoints_after(transaction_, reached_, k_page);
    next_ = 0;
    if (!page_.empty()) reached_ = page_.back().size;
  }
  db::Transaction& transaction_;
  std::vector<Checkpoint> page_;
  std::size_t next_ = 0;
  std::int64_t reached_ = 0;
};

class Examination {
public:
  Examination(db::Transaction& transaction, const Sealer& sealer)
      : transaction_(transaction)
      , sealer_(sealer)
      , size_(tree_size(transaction))
      , signed_to_(newest_size(transaction))
      , sealed_(transaction)
      , seen_(sealer.witness) {}

  CheckReport run() {
    read_shards();
    read_log();
    tell_moved_rows();
    read_end();
    CheckReport out;
    out.size = size_;
    out.findings = std::move(findings_);
    std::stable_sort(out.findings.begin(), out.findings.end(), [](const Finding& a, const Finding& b) { return a.first < b.first; });
    return out;
  }

private:
  /// Neighbours of one kind are one finding.
  void find(Kind kind, std::int64_t first, std::int64_t last) {
    const auto joins = [&](const Finding& f) { return f.kind == kind && f.last + 1 == first; };
    const auto found = std::find_if(findings_.rbegin(), findings_.rend(), joins);
    if (found != findings_.rend() && kind != Kind::Checkpoint && kind != Kind::Signature)
      found->last = last;
    else
      findings_.push_back({kind, first, last});
  }

  void read_shards() {
    for (const Shard& shard : expired_shards(transaction_)) {
      const auto event = find_event(transaction_, shard.event);
      const bool logged = event && event->event.action == k_expire_action && event->event.after == shard.digest();
      if (!logged) find(Kind::Shard, shard.event, shard.event);
      if (logged)
        for (const auto& [first, last] : shard.ranges()) expired_.emplace_back(first, last);
    }
    std::sort(expired_.begin(), expired_.end());
  }

  /// Asked for rising numbers.
  bool expired(std::int64_t number) {
    while (next_expired_ < expired_.size() && expired_[next_expired_].second < number) ++next_expired_;
    return next_expired_ < expired_.size() && expired_[next_expired_].first <= number;
  }

  void read_log() {
    for (std::int64_t first = 1; first <= size_; first += k_batch) read_part(first, std::min(size_, first + k_batch - 1));
    const auto beyond = transaction_.query("SELECT MIN(number) AS first, MAX(number) AS last FROM ledger_event WHERE number > $1 OR number < 1", {size_});
    if (const auto from = beyond.maybe_integer(0, "first")) find(Kind::Added, *from, beyond.integer(0, "last"));
  }

  void read_part(std::int64_t first, std::int64_t last) {
    const auto rows = transaction_.query("SELECT * FROM ledger_event WHERE number BETWEEN $1 AND $2 ORDER BY number", {first, last});
    const auto kept = transaction_.query("SELECT position, hash FROM ledger_node WHERE level = 0 AND position BETWEEN $1 AND $2", {first - 1, last - 1});
    for (std::size_t i = 0; i < kept.size(); ++i) leaves_[kept.integer(i, "position") + 1] = digest_of_bytes(kept.bytes(i, "hash"));
    std::size_t at = 0;
    made_.clear();
    for (std::int64_t number = first; number <= last; ++number) {
      const bool stands = at < rows.size() && rows.integer(at, "number") == number;
      take(number, stands ? std::optional(read_event(rows, at)) : std::nullopt);
      at += stands ? 1 : 0;
      pass_checkpoint();
    }
    compare_nodes();
    leaves_.clear();
  }

  /// The tree is grown from the leaves as they were logged, so that one edited row does not hide what else is wrong.
  void take(std::int64_t number, std::optional<StoredEvent> row) {
    const auto logged = leaves_.find(number);
    const std::optional<Digest> made = row ? leaf_of(number, *row) : std::nullopt;
    if (logged == leaves_.end()) find(Kind::Node, number, number);
    if (!expired(number) && !row) find(Kind::Deleted, number, number);
    if (row && logged != leaves_.end() && made != logged->second) {
      find(Kind::Edited, number, number);
      if (odd_rows_.size() < k_compared) {
        odd_rows_.push_back(std::move(*row));
        odd_leaves_[number] = logged->second;
      }
    }
    const Digest leaf = logged != leaves_.end() ? logged->second : made.value_or(Digest{});
    tree_.add(leaf, [this](const Node& node, const Digest& hash) { made_.emplace_back(node, hash); });
  }

  /// Nothing when the row holds what no event can hold.
  static std::optional<Digest> leaf_of(std::int64_t number, const StoredEvent& row) {
    const auto fits = [](const std::string& hex) { return hex.empty() || digest_from_hex(hex).has_value(); };
    if (!fits(row.event.before) || !fits(row.event.after)) return std::nullopt;
    return leaf_hash(leaf_bytes(number, row.event, row.salt));
  }

  void compare_nodes() {
    std::vector<Node> wanted;
    for (const auto& [node, hash] : made_)
      if (node.level > 0) wanted.push_back(node);
    const auto kept = nodes(transaction_, wanted);
    for (const auto& [node, hash] : made_) {
      const auto found = kept.find(node);
      if (node.level > 0 && (found == kept.end() || found->second != hash)) find(Kind::Node, (node.position << node.level) + 1, (node.position + 1) << node.level);
    }
  }

  void pass_checkpoint() {
    const std::int64_t size = tree_.size();
    auto sealed = sealed_.take(size);
    auto seen = seen_.take(size);
    if (!sealed && !seen) return;
    const Digest root = tree_.root();
    if (sealed) compare(*sealed, root);
    bool another = false;
    for (; seen; seen = seen_.take(size)) another = another || seen->root != root;
    if (another) find(Kind::Replaced, sealed_to_ + 1, size);
    // The witness is told after the commit, so what it has seen stood in the database.
    if (!sealed && !another) find(Kind::Checkpoint, sealed_to_ + 1, size);
    sealed_to_ = size;
  }

  void compare(const Checkpoint& checkpoint, const Digest& root) {
    if (checkpoint.origin != sealer_.key.origin() || !verify_seal(sealer_.key.point(), checkpoint.text(), checkpoint.signature))
      find(Kind::Signature, checkpoint.size, checkpoint.size);
    if (checkpoint.root != root) find(Kind::Checkpoint, sealed_to_ + 1, checkpoint.size);
  }

  void tell_moved_rows() {
    std::set<std::int64_t> moved;
    for (const StoredEvent& row : odd_rows_)
      for (const auto& [number, leaf] : odd_leaves_)
        if (number != row.number && leaf_of(number, row) == leaf) moved.insert(row.number);
    if (moved.empty()) return;
    const auto edited = findings_;
    findings_.clear();
    for (const Finding& one : edited)
      for (std::int64_t n = one.first; n <= one.last; n = one.kind == Kind::Edited ? n + 1 : one.last + 1)
        find(one.kind == Kind::Edited && moved.contains(n) ? Kind::Reordered : one.kind, one.kind == Kind::Edited ? n : one.first, one.kind == Kind::Edited ? n : one.last);
  }

  void read_end() {
    if (signed_to_ > size_) find(Kind::Truncated, size_ + 1, signed_to_);
    std::int64_t seen_to = 0;
    while (const auto size = seen_.next_size()) {
      seen_to = *size;
      seen_.take(seen_to);
    }
    if (seen_to > std::max(size_, signed_to_)) find(Kind::Older, size_ + 1, seen_to);
  }

  db::Transaction& transaction_;
  const Sealer& sealer_;
  std::int64_t size_;
  std::int64_t signed_to_;
  SealedInOrder sealed_;
  WitnessLines seen_;
  std::int64_t sealed_to_ = 0;
  Growing tree_;
  std::map<std::int64_t, Digest> leaves_;
  std::vector<std::pair<Node, Digest>> made_;
  std::vector<std::pair<std::int64_t, std::int64_t>> expired_; ///< ranges, by their beginning
  std::size_t next_expired_ = 0;
  std::vector<StoredEvent> odd_rows_;
  std::map<std::int64_t, Digest> odd_leaves_;
  std::vector<Finding> findings_;
};

} // namespace

CheckReport examine(db::Transaction& transaction, const Sealer& sealer) { return Examination(transaction, sealer).run(); }

CheckReport check(db::Database& database, const Sealer& sealer, const Actor& actor, Instant now) {
  CheckReport report = db::look(database, [&](db::Transaction& transaction) { return examine(transaction, sealer); });
  report.at = now;
  report.account = actor.account;
  database.write([&](db::Transaction& transaction) {
    report.id = insert_check(transaction, report);
    // A log that lost its end is not written on: its numbers would be given twice.
    const bool cut = std::any_of(report.findings.begin(), report.findings.end(), [](const Finding& f) {
      return f.kind == Kind::Truncated || f.kind == Kind::Older || f.kind == Kind::Replaced || f.kind == Kind::Node || f.kind == Kind::Added;
    });
    if (!cut) append(transaction, {actor, now, "ledger.check", "ledger_check:" + std::to_string(report.id), "", "", "P-2.4f", report.findings.empty() ? "" : "findings: " + std::to_string(report.findings.size())});
  });
  return report;
}

std::optional<CheckReport> last_check(db::Transaction& transaction) { return newest_check(transaction); }

} // namespace ankao::ledger
