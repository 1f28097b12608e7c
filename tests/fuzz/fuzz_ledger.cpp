// SPDX-License-Identifier: Apache-2.0
// Bytes of a stranger that meet the log and the vault: an export, a witness file, a signature, sealed text, the numbers of a shard.
// The first byte chooses; an export is changed from a whole one, so that the fuzzer need not find the format by chance.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "base/ensure.hpp"
#include "ledger/files/seal_key.hpp"
#include "ledger/files/witness.hpp"
#include "ledger/rules/leaf.hpp"
#include "ledger/rules/tree.hpp"
#include "ledger/store/shards.hpp"
#include "vault/vault.hpp"
#include "verifier.hpp"

namespace {

using namespace ankao;

std::string number_bytes(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i));
  return out;
}
std::string text_bytes(std::string_view text) { return number_bytes(text.size(), 4) + std::string(text); }

const ledger::SealKey& key() {
  static const ledger::SealKey one("");
  return one;
}

std::string whole_export() {
  std::string out = "ankao-ledger-export 1\nK" + key().point();
  ledger::Growing tree;
  for (std::int64_t n = 1; n <= 5; ++n) {
    const ledger::Event event{{"a", "name", "role", "city"}, Instant{n}, "plan.publish", "plan:1", "", std::string(64, 'a'), "S-2.3", "reason"};
    const std::string leaf = ledger::leaf_bytes(n, event, "0123456789abcdef");
    tree.add(ledger::leaf_hash(leaf), [](const ledger::Node&, const Digest&) {});
    out += n == 2 ? "H" + std::string(reinterpret_cast<const char*>(ledger::leaf_hash(leaf).data()), 32) : "E" + text_bytes(leaf);
    if (n != 3 && n != 5) continue;
    const ledger::Checkpoint sealed{key().origin(), n, tree.root(), Instant{n}, ""};
    out += "C" + text_bytes(sealed.text()) + text_bytes(key().sign(sealed.text()));
  }
  return out + "Z" + number_bytes(5, 8);
}

const std::string& start() {
  static const std::string one = '\0' + whole_export();
  return one;
}

/// What is accepted under our key is what was signed: nobody but us can write another export that holds up to its last checkpoint.
void an_export(std::string_view bytes) {
  const auto outcome = ankao_ledger_verify::verify(bytes, {key().point(), {}});
  ensure(outcome.good || (!outcome.fault.empty() && outcome.offset <= bytes.size()), "a refusal names its place");
  if (outcome.good) ensure(outcome.signed_to == 0 || outcome.signed_to == 3 || outcome.signed_to == 5, "only what was signed is signed");
  std::string_view rest = bytes; // in pieces of three bytes it says the same
  const auto again = ankao_ledger_verify::verify(
      [&rest](char* into, std::size_t room) {
        const std::size_t count = rest.copy(into, std::min<std::size_t>(room, 3));
        rest.remove_prefix(count);
        return count;
      },
      {key().point(), {}});
  ensure(again.good == outcome.good && again.fault == outcome.fault && again.offset == outcome.offset && again.root == outcome.root, "pieces do not matter");
}

void a_witness(std::string_view bytes) {
  static const std::string folder = [] {
    std::string pattern = (std::filesystem::temp_directory_path() / "ankao-fuzz-XXXXXX").string();
    ensure(::mkdtemp(pattern.data()) != nullptr, "a temporary folder");
    return pattern;
  }();
  std::ofstream(folder + "/ledger.witness", std::ios::binary) << bytes;
  const ledger::Witness witness(folder);
  ledger::WitnessLines lines(witness);
  std::int64_t last = 0;
  std::size_t count = 0;
  while (const auto size = lines.next_size()) {
    ensure(*size >= last && *size > 0, "sizes rise");
    ensure(lines.take(*size).has_value(), "the next line is there");
    last = *size;
    ++count;
  }
  ensure((count > 0) == witness.last().has_value(), "there is a last line when there is one");
}

void a_signature(std::string_view bytes) {
  const std::string_view point = bytes.substr(0, 65);
  const std::string_view rest = bytes.substr(point.size());
  (void)ledger::verify_seal(point, "text", rest);
  ensure(!ledger::verify_seal(key().point(), "text", bytes), "nobody else signs with our key");
}

void sealed_text(std::string_view bytes) {
  static const auto vault = vault::Vault::passing();
  const std::string text(bytes);
  (void)vault::Vault::key_of(text);
  ensure(!vault->open("a:1", text).ok(), "what we did not seal does not open");
  const std::string sealed = vault->seal("a:1", text);
  ensure(*vault->open("a:1", sealed) == text && !vault->open("a:2", sealed).ok(), "what was sealed opens with its context only");
}

void numbers(std::string_view bytes) {
  const ledger::Shard shard{"2024-01", "log", Instant{0}, 1, 1, std::string(bytes)};
  (void)shard.ranges();
  (void)shard.digest();
}

} // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t limit);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t limit, unsigned seed) {
  if ((size < 2 || seed % 16 == 0) && start().size() <= limit) {
    start().copy(reinterpret_cast<char*>(data), start().size());
    size = start().size();
  }
  return LLVMFuzzerMutate(data, size, limit);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  void (*const edges[])(std::string_view) = {an_export, a_witness, a_signature, sealed_text, numbers};
  edges[bytes[0] % 5](text);
  return 0;
}
