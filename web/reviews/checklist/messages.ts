import { createMessages } from '../../i18n/messages.ts'
import { checklistEn } from './messages-en.ts'
import { type ChecklistMessages, checklistSv } from './messages-sv.ts'

export const checklistMessages = createMessages<ChecklistMessages>({ sv: checklistSv, en: checklistEn })
