import { createMessages } from '../i18n/messages.ts'
import { reviewEn } from './messages-en.ts'
import { type ReviewMessages, reviewSv } from './messages-sv.ts'

export const reviewMessages = createMessages<ReviewMessages>({ sv: reviewSv, en: reviewEn })
