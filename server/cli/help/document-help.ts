import type { CommandHelp } from '../command.ts'
import { PAPER_KINDS } from '../../papers/index.ts'

export const DOCUMENT_HELP: CommandHelp = {
  summary: {
    sv: 'Skriv ett dokument om en plats eller stadsdel som Word-fil',
    en: 'Write a paper of a place or district as a Word file',
  },
  help: {
    sv: `Användning: lagesbild document SLAG --place NAMN --output FIL.docx [--item ID] [--audience A] [--lang sv|en]

Gör ett dokument av det som är antecknat om en plats eller stadsdel, och säger vad som saknas i det. SLAG är ett av
${PAPER_KINDS.join(', ')}.

  --place      platsens eller stadsdelens namn
  --item       åtgärden för grant-application, rapporten för board-report, mötet för minutes, ärendet för statement och
               referral-answer
  --audience   för vem det är: authorities, parties eller public; det som är för färre utelämnas (om inget anges:
               parties, och för ett ärende dem som ärendet är för)
  --lang       dokumentets språk: sv (om inget anges) eller en
  --output     dit filen skrivs
  --json       dokumentet som ett JSON-objekt på terminalen i stället för en fil`,
    en: `Usage: lagesbild document KIND --place NAME --output FILE.docx [--item ID] [--audience A] [--lang sv|en]

Makes a paper from what is noted of a place or district, and says what is missing in it. KIND is one of
${PAPER_KINDS.join(', ')}.

  --place      name of the place or district
  --item       the measure of a grant-application, the report of a board-report, the meeting of minutes, the case of a
               statement or referral-answer
  --audience   for whom it is: authorities, parties or public; what is for fewer is left out (default: parties, and of
               a case whom the case is for)
  --lang       language of the paper: sv (default) or en
  --output     where the file is written
  --json       the paper as one JSON object on the terminal instead of a file`,
  },
}
