// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/export.hpp"

#include "ledger/rules/leaf.hpp"
#include "ledger/store/checkpoints.hpp"
#include "ledger/store/events.hpp"
#include "ledger/store/nodes.hpp"

namespace ankao::ledger {
namespace {

constexpr std::int64_t k_batch = 5000;
constexpr std::string_view k_head = "ankao-ledger-export 1\n";

std::string number_bytes(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i));
  return out;
}

void put_text(std::string& out, std::string_view text) {
  out += number_bytes(text.size(), 4);
  out += text;
}

void put_checkpoint(std::string& out, const Checkpoint& checkpoint) {
  out += 'C';
  put_text(out, checkpoint.text());
  put_text(out, checkpoint.signature);
}

} // namespace

std::int64_t export_log(db::Transaction& transaction, const SealKey& key, const Write& write) {
  write(std::string(k_head) + "K" + key.point());
  const std::int64_t size = tree_size(transaction);
  for (std::int64_t first = 1; first <= size; first += k_batch) {
    const std::int64_t last = std::min(size, first + k_batch - 1);
    const auto rows = transaction.query("SELECT * FROM ledger_event WHERE number BETWEEN $1 AND $2 ORDER BY number", {first, last});
    const auto leaves = transaction.query("SELECT position, hash FROM ledger_node WHERE level = 0 AND position BETWEEN $1 AND $2 ORDER BY position", {first - 1, last - 1});
    const auto sealed = checkpoints_after(transaction, first - 1, k_batch);
    std::string out;
    std::size_t row = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
      const std::int64_t number = leaves.integer(i, "position") + 1;
      if (row < rows.size() && rows.integer(row, "number") == number) {
        const StoredEvent stored = read_event(rows, row++);
        out += 'E';
        put_text(out, leaf_bytes(number, stored.event, stored.salt));
      } else {
        out += 'H';
        out += leaves.bytes(i, "hash");
      }
      while (next < sealed.size() && sealed[next].size == number) put_checkpoint(out, sealed[next++]);
    }
    write(out);
  }
  write("Z" + number_bytes(static_cast<std::uint64_t>(size), 8));
  return size;
}

} // namespace ankao::ledger
