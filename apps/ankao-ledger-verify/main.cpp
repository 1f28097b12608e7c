// SPDX-License-Identifier: Apache-2.0
// ankao-ledger-verify FILE [--key HEX] [--seen SIZE:ROOT ...]: exit 0 when the export holds, 1 when it does not, 2 when it cannot be read.
#include <cstdio>
#include <fstream>
#include <string>

#include "verifier.hpp"

namespace {

using ankao_ledger_verify::Expected;

int usage() {
  std::fputs("ankao-ledger-verify FILE [--key HEX] [--seen SIZE:ROOT ...]\n", stderr);
  return 2;
}

std::string raw(const std::string& hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) out += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return out;
}

bool read_options(int argc, char** argv, Expected& expected) {
  for (int i = 2; i < argc; i += 2) {
    if (i + 1 >= argc) return false;
    const std::string name = argv[i];
    const std::string value = argv[i + 1];
    const auto colon = value.find(':');
    if (name == "--key" && value.size() == 130)
      expected.point = raw(value);
    else if (name == "--seen" && colon != std::string::npos && value.size() == colon + 65)
      expected.roots[std::stoull(value.substr(0, colon))] = value.substr(colon + 1);
    else
      return false;
  }
  return true;
}

} // namespace

int main(int argc, char** argv) {
  Expected expected;
  try {
    if (argc < 2 || !read_options(argc, argv, expected)) return usage();
  } catch (const std::exception&) { // a number or a digit that is none
    return usage();
  }
  std::ifstream in(argv[1], std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "无法读取 · cannot be read: %s\n", argv[1]);
    return 2;
  }
  const ankao_ledger_verify::Source source = [&in](char* into, std::size_t room) {
    in.read(into, static_cast<std::streamsize>(room));
    return static_cast<std::size_t>(in.gcount());
  };
  const auto out = ankao_ledger_verify::verify(source, expected);
  if (in.bad()) {
    std::fprintf(stderr, "读取中断 · reading broke off: %s\n", argv[1]);
    return 2;
  }
  const auto number = [](auto n) { return static_cast<unsigned long long>(n); };
  if (!out.good) {
    std::printf("不符 · does not hold: event %llu, byte %llu: %s\n", number(out.event), number(out.offset), out.fault.c_str());
    return 1;
  }
  std::printf("相符 · holds: %llu events (%llu of them hash only), %llu checkpoints, signed up to %llu\nroot %s\n", number(out.events), number(out.expired), number(out.checkpoints),
              number(out.signed_to), out.root.c_str());
  return 0;
}
