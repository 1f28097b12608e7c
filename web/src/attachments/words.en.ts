// SPDX-License-Identifier: Apache-2.0
export default {
  title: 'Files', none: 'No files yet', onTheirWay: 'On their way', choose: 'Choose files', camera: 'Take a photo', drop: 'Several at once, or drop them here',
  pause: 'Pause', resume: 'Go on', giveUp: 'Give up', clear: 'Clear', withdraw: 'Withdraw', withdrawn: 'Withdrawn', download: 'Download original', openPage: 'Open PDF in a new page', locate: 'Show the whole place', proof: 'Proof in the ledger',
  person: 'Added by', received: 'Received', captured: "Device's time", taken: 'Taken', cameraName: 'Camera', software: 'Software', devicePlace: 'Where the telephone stood', digest: 'Digest on the spot', digestSame: 'the same as the telephone computed', tooLarge: '{name} has {size}; a {kind} may have {limit}. It was not added', noKind: '{name} is no file that can be added ({allowed}). It was not added', record: 'Record a video', place: 'Place', shape: 'Pixels', type: 'Type', scanned: 'Virus check',
  drawing: 'The preview is being drawn…', notDrawn: 'The picture cannot be drawn; download the original', originalShut: 'This account sees the preview, not the original', infected: 'The file is infected ({virus}) and kept apart; nobody can open it',
  way: { preparing: 'computing its digest', waiting: 'Waiting', sending: 'Sending', paused: 'Paused', refused: 'Not taken' },
  scan: { clean: 'No virus found', unchecked: 'Not scanned', infected: 'Infected' },
  ask: { withdraw: 'Withdraw the file', locate: 'Show the whole place' }, effect: { withdraw: 'It leaves the record; reason and time stay in the list, the content is kept for its term', locate: 'Who looked, when and why goes to the ledger' }, done: { withdraw: 'The file was withdrawn' },
  storage: {
    title: 'File storage', lead: 'Space taken by files, contents that no record names, and the last check.', check: 'Check now', asked: 'The check has begun; its outcome appears here', files: 'Files', withdrawn: 'Withdrawn', open_uploads: 'On their way', unchecked: 'Not scanned', infected: 'Kept apart', contents: 'Contents',
    orphans: 'Named by no record', bytes: 'Files together', disk: 'On disk', scanner: 'Virus scanner', scannerOn: 'connected', scannerOff: 'not set up (ANKAO_CLAMD)', last: 'Last check', never: 'Not checked yet', sound: 'All sound', faulty: 'Faults found', read: '{count} sound', altered: 'Altered', missing: 'Missing',
  },
}
