// SPDX-License-Identifier: Apache-2.0
#include "attachments/words/attachment.hpp"
#include "base/ensure.hpp"

namespace ankao::attachments {
namespace {

constexpr const char* k_uploads[] = {"open", "finished", "cancelled", "abandoned"};
constexpr const char* k_scans[] = {"unchecked", "clean", "infected"};
constexpr const char* k_looks[] = {"none", "waiting", "done", "failed"};

template <class State, std::size_t N>
State state_in(const char* const (&words)[N], const std::string& word) {
  for (std::size_t i = 0; i < N; ++i)
    if (word == words[i]) return static_cast<State>(i);
  ensure(false, "a state of a file: " + word);
  return {};
}

} // namespace

const char* word_of(UploadState state) { return k_uploads[static_cast<std::size_t>(state)]; }
const char* word_of(Scan scan) { return k_scans[static_cast<std::size_t>(scan)]; }
const char* word_of(Look look) { return k_looks[static_cast<std::size_t>(look)]; }
UploadState upload_state_of(const std::string& word) { return state_in<UploadState>(k_uploads, word); }
Scan scan_of(const std::string& word) { return state_in<Scan>(k_scans, word); }
Look look_of(const std::string& word) { return state_in<Look>(k_looks, word); }

} // namespace ankao::attachments
