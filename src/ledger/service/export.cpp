// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/export.hpp"

#include <stdlib.h>

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>

#include "base/sm3.hpp"
#include "ledger/rules/leaf.hpp"
#include "ledger/service/ledger.hpp"
#include "ledger/store/checkpoints.hpp"
#include "ledger/store/events.hpp"
#include "ledger/store/nodes.hpp"

namespace ankao::ledger {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t k_batch = 5000;
constexpr const char* k_folder = "ledger-exports";
constexpr std::int64_t k_kept_ms = 3'600'000;
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

/// A file that is being sent may lose its name: it stays as long as it is open.
void remove_old(const fs::path& place, Instant now) {
  for (const auto& one : fs::directory_iterator(place)) {
    const std::string name = one.path().filename().string();
    std::int64_t made = 0;
    std::from_chars(name.data(), name.data() + name.size(), made);
    std::error_code ignored;
    if (made < now.ms - k_kept_ms) fs::remove(one.path(), ignored);
  }
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

std::string export_to(db::Database& database, const SealKey& key, const std::string& folder, const Actor& actor, Instant now) {
  const auto place = folder.empty() ? fs::temp_directory_path() / k_folder : fs::path(folder) / k_folder;
  fs::create_directories(place);
  remove_old(place, now);
  std::string path = (place / (std::to_string(now.ms) + "-XXXXXX")).string();
  const int handle = ::mkstemp(path.data()); // 0600
  Sm3 sm3;
  bool written = handle >= 0;
  if (written) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(::fdopen(handle, "wb"), &std::fclose);
    const auto transaction = database.begin(db::Mode::Read);
    export_log(*transaction, key, [&](std::string_view part) {
      sm3.update(part);
      written = written && std::fwrite(part.data(), 1, part.size(), file.get()) == part.size();
    });
    written = written && std::fflush(file.get()) == 0;
  }
  if (!written) throw std::runtime_error("无法写入台账导出文件，请检查磁盘 · the export of the log cannot be written, check the disk: " + path);
  const std::string digest = to_hex(sm3.digest());
  database.write([&](db::Transaction& transaction) { append(transaction, {actor, now, "ledger.export", "ledger_export:" + to_string(date_of(now)), "", digest, "P-2.4f", ""}); });
  return path;
}

} // namespace ankao::ledger
