// SPDX-License-Identifier: Apache-2.0
// The sending side of text/event-stream, apart from the socket.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace ankao::http {

/// "event: name\ndata: line\ndata: line\n\n"; line ends inside a name are dropped.
std::string event_text(std::string_view event, std::string_view data);

/// What producer and connection share: text on its way, and who has gone. `wake` is called (from the producer's thread) whenever
/// the connection has something to look at; it must not run the connection's code itself.
class EventQueue {
public:
  explicit EventQueue(std::function<void()> wake)
      : wake_(std::move(wake)) {}
  bool push(std::string text);
  void end();         ///< by the producer
  void client_gone(); ///< by the connection
  struct Pending {
    std::string text;
    bool ended = false;
    bool overflowed = false;
  };
  Pending take();

private:
  std::function<void()> wake_;
  std::mutex mutex_;
  std::string text_;
  bool ended_ = false, gone_ = false, overflowed_ = false;
};

/// The producer's end; letting go of it ends the stream.
class QueuedStream : public EventStream {
public:
  explicit QueuedStream(std::shared_ptr<EventQueue> queue)
      : queue_(std::move(queue)) {}
  ~QueuedStream() override { queue_->end(); }
  bool send(std::string_view event, std::string_view data) override { return queue_->push(event_text(event, data)); }
  void close() override { queue_->end(); }

private:
  std::shared_ptr<EventQueue> queue_;
};

} // namespace ankao::http
