// SPDX-License-Identifier: Apache-2.0
#include "http/server/events.hpp"

#include <algorithm>

#include "http/server.hpp"

namespace ankao::http {

std::string event_text(std::string_view event, std::string_view data) {
  std::string out;
  if (!event.empty()) {
    out += "event: ";
    std::copy_if(event.begin(), event.end(), std::back_inserter(out), [](char c) { return c != '\r' && c != '\n'; });
    out += '\n';
  }
  do {
    const std::size_t end = std::min(data.find_first_of("\r\n"), data.size());
    out += "data: ";
    out += data.substr(0, end);
    out += '\n';
    const bool pair = data.substr(end, 2) == "\r\n";
    data.remove_prefix(std::min(end + (pair ? 2 : 1), data.size()));
  } while (!data.empty());
  return out + "\n";
}

// `wake_` is called under the lock: once client_gone() has returned, nobody touches the connection's executor any more.
bool EventQueue::push(std::string text) {
  const std::lock_guard lock(mutex_);
  if (gone_ || ended_ || overflowed_) return false;
  if (text_.size() + text.size() > k_max_stream_backlog_bytes)
    overflowed_ = true;
  else
    text_ += text;
  wake_();
  return true;
}

void EventQueue::end() {
  const std::lock_guard lock(mutex_);
  if (ended_ || gone_) return;
  ended_ = true;
  wake_();
}

void EventQueue::client_gone() {
  const std::lock_guard lock(mutex_);
  gone_ = true;
  text_.clear();
}

EventQueue::Pending EventQueue::take() {
  const std::lock_guard lock(mutex_);
  Pending out{std::move(text_), ended_, overflowed_};
  text_.clear();
  return out;
}

} // namespace ankao::http
