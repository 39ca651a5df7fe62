import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import { auditEn } from './messages-en.ts'
import { type AuditMessages, auditSv } from './messages-sv.ts'

/** The words of the audit log, loaded with its code only. */
export const auditMessages = createMessages<AuditMessages>({ sv: auditSv, en: auditEn })
export const useAuditMessages = () => useMessages(auditMessages)
