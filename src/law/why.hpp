// SPDX-License-Identifier: Apache-2.0
// One shape for every answer to 为什么: the decision in a sentence, the rules it follows with their clauses quoted, the facts, the count
// of days where there is one, what would have changed it, and the ledger's event that proves it. Every capability fills it for its own
// decisions; the web shows all of them in one panel.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace ankao::law {

struct WhySaid {
  std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(WhySaid, (), (zh, en))

/// A sentence of the notice. Text and document are empty for an id that law/clauses.yaml does not quote: nothing is made up.
struct WhyClause {
  std::string id;
  std::string text;
  WhySaid document;
  std::string date; ///< of the document
};
BOOST_DESCRIBE_STRUCT(WhyClause, (), (id, text, document, date))

struct WhyRule {
  std::string id;    ///< "R6", "exam_booking", "planning.booking_late"
  WhySaid title;     ///< may be empty
  std::string since; ///< the day from which this version of the rule holds; may be empty
  std::vector<WhyClause> clauses;
};
BOOST_DESCRIBE_STRUCT(WhyRule, (), (id, title, since, clauses))

enum class WhyKind { Text, Day, Instant, Distance };
BOOST_DESCRIBE_ENUM(WhyKind, Text, Day, Instant, Distance)

struct WhyFact {
  WhySaid name;
  WhySaid value; ///< both the same for names, days and numbers
  WhyKind kind = WhyKind::Text;
  std::string link; ///< a page of the web app; may be empty
};
BOOST_DESCRIBE_STRUCT(WhyFact, (), (name, value, kind, link))

/// One day of a count in working days.
struct WhyDay {
  std::string date;
  std::string kind;    ///< work, rest, worked_weekend, weekend
  std::string holiday; ///< its name
  int number = 0;      ///< 1 for the first day that counts; 0 for a day that does not
  bool starts = false; ///< the day of the event
};
BOOST_DESCRIBE_STRUCT(WhyDay, (), (date, kind, holiday, number, starts))

/// Something anybody can compute again.
struct WhyProof {
  WhySaid name;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(WhyProof, (), (name, text))

struct Why {
  WhySaid decision;
  std::vector<WhyRule> rules;
  std::vector<WhyFact> facts;
  std::vector<WhyDay> days;
  std::vector<WhySaid> changes; ///< what would have changed it
  std::vector<WhyProof> proofs;
  std::int64_t event = 0; ///< number of the ledger's event; 0: none
};
BOOST_DESCRIBE_STRUCT(Why, (), (decision, rules, facts, days, changes, proofs, event))

WhyFact fact(WhySaid name, std::string value, WhyKind kind = WhyKind::Text, std::string link = "");
/// Each id once, in the order given.
std::vector<WhyClause> quoted(const std::vector<std::string>& ids);
/// The rule of the draw, "R6".
WhyRule draw_rule(const std::string& id);
/// A refusal: title, clauses, details as facts, the remedy as what would have changed it. Its id stands in the catalogue.
Why why_of(const Problem& problem);

} // namespace ankao::law
