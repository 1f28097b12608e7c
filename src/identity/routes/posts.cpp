// SPDX-License-Identifier: Apache-2.0
#include "identity/routes/posts.hpp"

#include "api/endpoints.hpp"
#include "db/use_case.hpp"
#include "identity/routes/lists.hpp"
#include "identity/routes/views.hpp"
#include "identity/service/identity.hpp"
#include "identity/store/store.hpp"
#include "lists/routes/add.hpp"

namespace ankao::identity {
namespace {

using api::Call;
using api::None;
using api::Verb;

Result<dto::AccountItem> shown(Identity& identity, const Call& call, const std::string& id) {
  return item_of(*identity.account(id), identity.roles(), call.language);
}

void add_posts(api::Endpoints& endpoints, Identity& identity) {
  endpoints.add<dto::PostForm, dto::AccountItem>(
      {.verb = Verb::Post,
       .path = "/api/accounts/{id}/post",
       .operation = "account.post",
       .summary = "Give an account another role or scope",
       .clauses = {},
       .permission = "account.create"},
      [&identity](const Call& call, const dto::PostForm& form) -> Result<dto::AccountItem> {
        const auto done =
            identity.change_post(call.caller.actor(), form.id, {form.role, form.scope_id.value_or(""), form.reason}, call.now);
        if (!done.ok()) return done.problem();
        return shown(identity, call, form.id);
      });
  endpoints.add<dto::LeaveForm, dto::AccountItem>({.verb = Verb::Post,
                                                   .path = "/api/accounts/{id}/leave",
                                                   .operation = "account.leave",
                                                   .summary = "The person of an account has left",
                                                   .clauses = {},
                                                   .permission = "account.disable"},
                                                  [&identity](const Call& call, const dto::LeaveForm& form) -> Result<dto::AccountItem> {
                                                    const auto done = identity.leave(call.caller.actor(), form.id, form.reason, call.now);
                                                    if (!done.ok()) return done.problem();
                                                    return shown(identity, call, form.id);
                                                  });
  endpoints.add<dto::AccountId, std::vector<dto::PostItem>>(
      {.verb = Verb::Get,
       .path = "/api/accounts/{id}/posts",
       .operation = "account.posts",
       .summary = "The posts an account has held",
       .clauses = {},
       .permission = "account.list"},
      [&identity](const Call& call, const dto::AccountId& input) -> Result<std::vector<dto::PostItem>> {
        std::vector<dto::PostItem> out;
        for (const Post& post : identity.posts(input.id)) {
          const Role* role = identity.roles().find(post.role);
          out.push_back({post.since, post.role, role == nullptr ? post.role : name_of(*role, call.language), post.scope_id, post.by, post.reason});
        }
        return out;
      });
}

Result<dto::OnlinePage> online(Identity& identity, const Call& call, const dto::OnlineQuery& query, const lists::Window& window) {
  const SessionLimits& limits = identity.settings().session;
  const store::OnlineFilter filter{Instant{call.now.ms - limits.absolute_ms}, Instant{call.now.ms - limits.idle_ms}, query.account, window.offset, window.limit, window.order};
  return db::look(identity.database(), [&](db::Transaction& transaction) -> Result<dto::OnlinePage> {
    dto::OnlinePage out{store::count_online(transaction, filter), query.page, query.size, {}};
    for (const Session& one : store::list_online(transaction, filter)) out.items.push_back({one.id, one.account, one.created_at, one.seen_at, one.peer, one.agent});
    return out;
  });
}

} // namespace

void add_post_routes(api::Endpoints& endpoints, Identity& identity) {
  add_posts(endpoints, identity);
  lists::add<dto::AttemptsQuery, dto::AttemptsPage>(
      endpoints, identity.database(), attempt_list(),
      {.verb = Verb::Get, .path = "/api/sign-ins", .operation = "session.attempts", .summary = "Every attempt to sign in", .permission = "session.list_all"}, "session.attempts_export",
      [&identity](const Call&, const dto::AttemptsQuery& query, const lists::Window& window) -> Result<dto::AttemptsPage> {
        const AttemptPage page = identity.attempts({query.account, query.outcome, window.offset, window.limit, window.order});
        dto::AttemptsPage out{page.total, query.page, query.size, {}};
        for (const SignInAttempt& one : page.attempts) out.items.push_back({one.id, one.at, one.account, one.outcome, one.peer, one.agent});
        return out;
      });
  lists::add<dto::OnlineQuery, dto::OnlinePage>(
      endpoints, identity.database(), online_list(),
      {.verb = Verb::Get, .path = "/api/online", .operation = "session.list_all", .summary = "Everybody's live sessions"}, "session.online_export",
      [&identity](const Call& call, const dto::OnlineQuery& query, const lists::Window& window) { return online(identity, call, query, window); });
  endpoints.add<dto::SessionId, None>(
      {.verb = Verb::Delete, .path = "/api/online/{id}", .operation = "session.end_any", .summary = "End anybody's session", .clauses = {}},
      [&identity](const Call& call, const dto::SessionId& input) -> Result<None> {
        if (const auto ended = identity.end_session(call.caller.actor(), input.id, call.now); !ended.ok()) return ended.problem();
        return None{};
      });
}

} // namespace ankao::identity
