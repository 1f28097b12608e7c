// SPDX-License-Identifier: Apache-2.0
// Questions, witnesses and signatures of a visit. Each carries an id of its device and counts once, however often it is sent; the same id
// with other contents is refused (inspection.client_taken).
#pragma once

#include <string>

#include "base/result.hpp"
#include "blobs/blobs.hpp"
#include "db/db.hpp"
#include "inspection/words/record.hpp"
#include "ledger/words/event.hpp"
#include "vault/reseal.hpp"
#include "vault/vault.hpp"

namespace ankao::inspection {

/// What these use cases stand on; all outlive it. `files` hold the drawn signatures, sealed.
struct RecordRoom {
  db::Database& database;
  const vault::Vault& vault;
  const blobs::Store& files;
};

/// Where the identity numbers of witnesses stand sealed.
vault::Column witness_column();

/// Problems of open_visit, client_invalid, client_taken and those of check().
Result<Question> ask(const RecordRoom& room, const ledger::Actor& actor, Instant now, const Viewer& viewer, const std::string& visit, Question question);

struct WitnessForm {
  std::string client, name, post, unit;
  std::string number; ///< the resident identity number, checked by GB 11643
  Stamp stamp;
};
/// Also the problems of NationalId::read.
Result<Witness> add_witness(const RecordRoom& room, const ledger::Actor& actor, Instant now, const Viewer& viewer, const std::string& visit, const WitnessForm& form);

struct SignatureForm {
  Signature signature; ///< as the device made it
  std::string ink;     ///< what was drawn; not of a refusal
};
/// Also inspection.ink_form, ink_empty, witness_unknown, answers_conflict: nobody signs two answers at once.
Result<Signature> add_signature(const RecordRoom& room, const ledger::Actor& actor, Instant now, const Viewer& viewer, const std::string& visit, const SignatureForm& form);

struct DrawnSignature {
  Signature signature;
  std::string png; ///< "" of a refusal
};
/// The last one of each person with its picture; one whose picture cannot be read shows none.
std::vector<DrawnSignature> standing_signatures_of(db::Transaction& transaction, const blobs::Store& files, const std::string& visit);

/// The drawn picture (PNG) of a signature that the viewer may see.
Result<std::string> signature_picture(const RecordRoom& room, const Viewer& viewer, const std::string& visit, const std::string& id);

} // namespace ankao::inspection
