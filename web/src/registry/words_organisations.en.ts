// SPDX-License-Identifier: Apache-2.0
export default {
  title: 'District exam organisations', lead: 'Entered where a district has one: a special inspection takes it in when it starts (Annex 2-1), and its self-inspection report is filled by the district bureau. That of the city takes part by its accounts and is not entered here.',
  none: 'No district exam organisation', noneHint: 'The notice prints none; where a district has one, the city bureau enters it', noneHere: 'None is entered for this district; where there is one, tell the city bureau',
  new: 'Enter an organisation', newTitle: 'Enter a district exam organisation', newLead: 'A district has one at a time; the platform gives the number.', enter: 'Enter', entered: 'District exam organisation entered',
  change: 'Change', changeTitle: 'Change the entry', changed: '{field}: {before} → {after}', saved: 'Change recorded',
  end: 'Record the end', endAgain: 'Correct the last day', endTitle: 'Record the end of {name}', lastDay: 'Last day', ended: 'End recorded', endEffect: 'It stands on its last day; special inspections that start later leave it out, and running ones plan no new visit', endKept: 'Visits, problems and reports stay, and problems are corrected and checked as before', endNext: 'A new organisation can be entered from the day after',
  name: 'Organisation', from: 'Stands from', fromHint: 'inspected in special inspections from this day', until: 'Last day', number: 'Number', contact: 'Contact', telephone: 'Telephone', telephoneHint: 'such as 020-12345678 or a mobile number; masked in lists and exports', districtFixed: 'The district stays: of another district it is another organisation', notEnded: 'not ended', nothing: 'nothing',
  state: { standing: 'standing', coming: 'to come', ended: 'dissolved' },
  step: { enter: 'Entered', change: 'Changed', end: 'End recorded' },
  field: { name: 'Name', address: 'Address', contact: 'Contact', telephone: 'Telephone', from: 'Stands from', until: 'Last day' },
}
