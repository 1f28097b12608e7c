// SPDX-License-Identifier: Apache-2.0
// Looks at one content from outside, confined: `ankao-look type | picture PIXELS SMALL LARGE`, content on stdin, report on stdout.
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>

#include <unistd.h>

#include "look/inside/confine.hpp"
#include "look/inside/sniff.hpp"
#include "look/inside/picture.hpp"
#include "look/report.hpp"

namespace {

constexpr std::size_t k_largest = std::size_t{256} << 20;
constexpr std::size_t k_block = 1 << 20;

bool read_all(std::string& bytes) {
  std::string block(k_block, '\0');
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0;
    if (bytes.size() + static_cast<std::size_t>(got) > k_largest) return false;
    bytes.append(block, 0, static_cast<std::size_t>(got));
  }
}

bool write_all(const std::string& bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t wrote = ::write(STDOUT_FILENO, bytes.data() + done, bytes.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return false;
    done += static_cast<std::size_t>(wrote);
  }
  return true;
}

int number(const char* text) { return static_cast<int>(std::strtol(text, nullptr, 10)); }

int run(int argc, char** argv) {
  using namespace ankao::look;
  const bool picture = argc == 5 && std::strcmp(argv[1], "picture") == 0;
  if (!picture && !(argc == 2 && std::strcmp(argv[1], "type") == 0)) return 2;
  Sniffer sniffer; // reads its table of types before files are out of reach
  if (!confine()) return 3;
  std::string bytes;
  if (!read_all(bytes)) return 4;
  Found found;
  found.type = sniffer.type_of(bytes);
  if (picture) draw(bytes, {std::strtoll(argv[2], nullptr, 10), number(argv[3]), number(argv[4])}, found);
  return write_all(write_report(found)) ? 0 : 5;
}

} // namespace

int main(int argc, char** argv) {
  int code = 1;
  try {
    code = run(argc, argv);
  } catch (const std::exception&) {
  }
  ::_exit(code); // nothing is left to tidy, and the exit handlers of libraries need calls that are closed now
}
