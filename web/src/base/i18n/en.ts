// SPDX-License-Identifier: Apache-2.0
import after from '@/planning/after/words.en'
import attachments from '@/attachments/words.en'
import board from '@/board/words.en'
import campaign from '@/inspection/campaign/words.en'
import deadlines from '@/deadlines/words.en'
import documents from '@/documents/words.en'
import enforcement from '@/enforcement/words.en'
import home from '@/home/words.en'
import identity from '@/identity/words.en'
import inspection from '@/inspection/words.en'
import jobs from '@/jobs/words.en'
import ledger from '@/ledger/words.en'
import notices from '@/notices/words.en'
import planning from '@/planning/words.en'
import registry from '@/registry/words.en'
import reporting from '@/reporting/words.en'
import study from '@/study/words.en'

import base from '../words.en'
import type { Shape } from './shape'
import type { words as zh } from './zh'

export const words: Shape<typeof zh> = { ...base, after, attachments, board, campaign, deadlines, documents, enforcement, home, identity, inspection, jobs, ledger, notices, planning, registry, reporting, study }
