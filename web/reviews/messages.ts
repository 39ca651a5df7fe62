import { createMessages } from '../i18n/messages.ts'
import { reviewEn } from './messages-en.ts'
import { type ReviewWords, reviewSv } from './messages-sv.ts'

export const reviewMessages = createMessages<ReviewWords>({ sv: reviewSv, en: reviewEn })
