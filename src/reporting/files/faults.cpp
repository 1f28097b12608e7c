// SPDX-License-Identifier: Apache-2.0
#include "reporting/files/faults.hpp"

#include <map>

namespace ankao::reporting {

Problem own_fault(Problem fault) {
  static const std::map<std::string, std::string> said{{"inspection.checklist_syntax", "reporting.law_syntax"},
                                                       {"inspection.checklist_key_unknown", "reporting.law_key_unknown"},
                                                       {"inspection.checklist_key_missing", "reporting.law_key_missing"},
                                                       {"inspection.checklist_key_doubled", "reporting.law_key_doubled"},
                                                       {"inspection.checklist_value", "reporting.law_value"}};
  fault.id = said.at(fault.id);
  return fault;
}

} // namespace ankao::reporting
