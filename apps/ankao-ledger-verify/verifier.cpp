// SPDX-License-Identifier: Apache-2.0
#include "verifier.hpp"

#include <botan/ec_group.h>
#include <botan/exceptn.h>
#include <botan/hash.h>
#include <botan/pubkey.h>
#include <botan/sm2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace ankao_ledger_verify {
namespace {

using Hash = std::array<std::uint8_t, 32>;
constexpr std::string_view k_head = "ankao-ledger-export 1\n";
constexpr std::size_t k_point = 65;
constexpr std::size_t k_text_limit = 1 << 24;

struct Fault {
  std::string what;
};

const std::uint8_t* bytes_at(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

std::string hex(const std::uint8_t* bytes, std::size_t count) {
  static const char digits[] = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += digits[bytes[i] >> 4];
    out += digits[bytes[i] & 15];
  }
  return out;
}

constexpr std::size_t k_room = 1 << 20;

/// The parts of a record that lies in memory.
class Parts {
public:
  explicit Parts(std::string_view bytes)
      : rest_(bytes) {}
  std::string_view take(std::size_t count) {
    if (count > rest_.size()) throw Fault{"an event is shorter than its parts"};
    const auto out = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return out;
  }
  std::uint64_t number(std::size_t bytes) { return number_of(take(bytes)); }
  std::string_view text() { return take(static_cast<std::size_t>(number(4))); }
  bool ended() const { return rest_.empty(); }
  static std::uint64_t number_of(std::string_view bytes) {
    std::uint64_t out = 0;
    for (const char c : bytes) out = (out << 8) | static_cast<std::uint8_t>(c);
    return out;
  }

private:
  std::string_view rest_;
};

/// The file through a window; what take() gives stands until the next take().
class Reader {
public:
  explicit Reader(const Source& source)
      : source_(source) {}
  std::string_view take(std::size_t count) {
    if (end_ - begin_ < count) fill(count);
    begin_ += count;
    at_ += count;
    return {window_.data() + begin_ - count, count};
  }
  std::uint64_t number(std::size_t bytes) { return Parts::number_of(take(bytes)); }
  std::string_view text() {
    const std::uint64_t size = number(4);
    if (size > k_text_limit) throw Fault{"a record is longer than any can be"};
    return take(static_cast<std::size_t>(size));
  }
  bool ended() {
    if (begin_ == end_) read();
    return begin_ == end_;
  }
  std::uint64_t at() const { return at_; }

private:
  void fill(std::size_t count) {
    std::copy(window_.begin() + static_cast<std::ptrdiff_t>(begin_), window_.begin() + static_cast<std::ptrdiff_t>(end_), window_.begin());
    end_ -= begin_;
    begin_ = 0;
    while (end_ < count)
      if (!read()) throw Fault{"the file ends too early"};
  }
  /// Room is made as bytes come, not as a length in the file promises.
  bool read() {
    if (begin_ == end_) begin_ = end_ = 0;
    if (end_ == window_.size()) window_.resize(window_.size() + k_room);
    const std::size_t got = source_(window_.data() + end_, window_.size() - end_);
    end_ += got;
    return got > 0;
  }
  const Source& source_;
  std::vector<char> window_ = std::vector<char>(k_room);
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t at_ = 0;
};

/// The right edge of the tree of RFC 9162: roots of complete subtrees, largest first.
class Tree {
public:
  Hash leaf(std::string_view bytes) {
    blocks += (bytes.size() + 1 + 9 + 63) / 64;
    sm3_->update(std::uint8_t{0});
    sm3_->update(bytes_at(bytes), bytes.size());
    return finish();
  }
  void add(Hash hash) {
    for (std::uint64_t rest = size; (rest & 1) != 0; rest >>= 1) {
      hash = node(edge_.back(), hash);
      edge_.pop_back();
    }
    edge_.push_back(hash);
    ++size;
  }
  Hash root() {
    if (edge_.empty()) return finish();
    Hash out = edge_.back();
    for (std::size_t i = edge_.size() - 1; i-- > 0;) out = node(edge_[i], out);
    return out;
  }
  std::uint64_t size = 0;
  std::uint64_t blocks = 0;

private:
  Hash finish() {
    Hash out{};
    sm3_->final(out.data());
    return out;
  }
  Hash node(const Hash& left, const Hash& right) {
    blocks += 2;
    std::array<std::uint8_t, 65> all{};
    all[0] = 1;
    std::copy(left.begin(), left.end(), all.begin() + 1);
    std::copy(right.begin(), right.end(), all.begin() + 33);
    sm3_->update(all.data(), all.size());
    return finish();
  }
  std::unique_ptr<Botan::HashFunction> sm3_ = Botan::HashFunction::create_or_throw("SM3");
  std::vector<Hash> edge_;
};

bool signature_holds(std::string_view point, std::string_view text, std::string_view signature) {
  try {
    const Botan::EC_Group group("sm2p256v1");
    const Botan::SM2_PublicKey key(group, group.OS2ECP(bytes_at(point), point.size()));
    Botan::PK_Verifier verifier(key, "1234567812345678,SM3", Botan::DER_SEQUENCE);
    return verifier.verify_message(bytes_at(text), text.size(), bytes_at(signature), signature.size());
  } catch (const Botan::Exception&) {
    return false;
  }
}

class Verification {
public:
  Verification(const Source& source, const Expected& expected)
      : reader_(source)
      , expected_(expected) {}

  Outcome run() {
    try {
      read_head();
      while (read_record()) {
      }
      out_.good = true;
    } catch (const Fault& fault) {
      out_.fault = fault.what;
    }
    out_.event = tree_.size + (out_.good ? 0 : 1);
    out_.offset = out_.good ? reader_.at() : record_;
    out_.events = tree_.size;
    const Hash root = tree_.root();
    out_.root = hex(root.data(), root.size());
    out_.blocks = tree_.blocks;
    return out_;
  }

private:
  void read_head() {
    if (reader_.take(k_head.size()) != k_head) throw Fault{"this is no export of the log"};
    if (reader_.take(1) != "K") throw Fault{"the public key is missing"};
    point_ = reader_.take(k_point);
    if (!expected_.point.empty() && point_ != expected_.point) throw Fault{"the public key is not the one expected"};
    const auto sm3 = Botan::HashFunction::create_or_throw("SM3");
    const auto id = sm3->process(bytes_at(point_), point_.size());
    origin_ = "ankao-ledger/" + hex(id.data(), 8);
  }

  bool read_record() {
    record_ = reader_.at();
    switch (reader_.take(1)[0]) {
    case 'E':
      read_event();
      return true;
    case 'H': {
      Hash hash{};
      const auto bytes = reader_.take(hash.size());
      std::copy(bytes.begin(), bytes.end(), hash.begin());
      ++out_.expired;
      pass(hash);
      return true;
    }
    case 'C':
      read_checkpoint();
      return true;
    case 'Z':
      if (reader_.number(8) != tree_.size) throw Fault{"events are missing at the end or too many stand there"};
      if (!reader_.ended()) throw Fault{"something stands after the end"};
      for (const auto& [size, root] : expected_.roots)
        if (size > tree_.size) throw Fault{"a checkpoint noted earlier covers " + std::to_string(size) + " events, the file has fewer"};
      return false;
    default:
      throw Fault{"a record of unknown kind"};
    }
  }

  void read_event() {
    const auto bytes = reader_.text();
    Parts event(bytes);
    if (event.number(1) != 1) throw Fault{"the event is of an unknown format"};
    if (event.number(8) != tree_.size + 1) throw Fault{"the event's number is not the next one: an event is missing, doubled or moved"};
    event.take(8 + 32);
    for (int i = 0; i < 6; ++i) event.text();
    for (int i = 0; i < 2; ++i)
      if (const auto digest = event.text(); !digest.empty() && digest.size() != 32) throw Fault{"a digest of the event has another length"};
    for (int i = 0; i < 2; ++i) event.text();
    if (!event.ended()) throw Fault{"the event is longer than its parts"};
    pass(tree_.leaf(bytes));
  }

  void pass(const Hash& leaf) {
    tree_.add(leaf);
    const auto noted = expected_.roots.find(tree_.size);
    if (noted == expected_.roots.end()) return;
    const Hash root = tree_.root();
    if (hex(root.data(), root.size()) != noted->second) throw Fault{"the root differs from a checkpoint noted earlier: an event up to " + std::to_string(tree_.size) + " was changed"};
  }

  void read_checkpoint() {
    const std::string text(reader_.text());
    const std::string_view signature = reader_.text();
    const Hash root = tree_.root();
    const std::string start = origin_ + "\n" + std::to_string(tree_.size) + "\n";
    const std::string stated = hex(root.data(), root.size());
    if (text.rfind(start, 0) != 0) throw Fault{"a checkpoint of another log or another size"};
    if (text.compare(start.size(), stated.size() + 1, stated + "\n") != 0)
      throw Fault{"the root is not the one signed: an event from " + std::to_string(out_.signed_to + 1) + " to " + std::to_string(tree_.size) + " was changed"};
    if (!signature_holds(point_, text, signature)) throw Fault{"the signature of a checkpoint does not hold"};
    out_.signed_to = tree_.size;
    ++out_.checkpoints;
  }

  Reader reader_;
  const Expected& expected_;
  Outcome out_;
  Tree tree_;
  std::string point_;
  std::string origin_;
  std::uint64_t record_ = 0;
};

} // namespace

Outcome verify(const Source& source, const Expected& expected) { return Verification(source, expected).run(); }

Outcome verify(std::string_view file, const Expected& expected) {
  const Source source = [&file](char* into, std::size_t room) {
    const std::size_t count = file.copy(into, room);
    file.remove_prefix(count);
    return count;
  };
  return verify(source, expected);
}

} // namespace ankao_ledger_verify
