// SPDX-License-Identifier: Apache-2.0
import after from '@/planning/after/words.zh'
import attachments from '@/attachments/words.zh'
import board from '@/board/words.zh'
import campaign from '@/inspection/campaign/words.zh'
import deadlines from '@/deadlines/words.zh'
import documents from '@/documents/words.zh'
import enforcement from '@/enforcement/words.zh'
import home from '@/home/words.zh'
import identity from '@/identity/words.zh'
import inspection from '@/inspection/words.zh'
import jobs from '@/jobs/words.zh'
import ledger from '@/ledger/words.zh'
import notices from '@/notices/words.zh'
import planning from '@/planning/words.zh'
import registry from '@/registry/words.zh'
import reporting from '@/reporting/words.zh'
import study from '@/study/words.zh'

import base from '../words.zh'

export const words = { ...base, after, attachments, board, campaign, deadlines, documents, enforcement, home, identity, inspection, jobs, ledger, notices, planning, registry, reporting, study }
