/** Words of consultations and of what is laid before a board, in Swedish. */
export const boardCasesSv = {
  consultations: {
    title: 'Samråd',
    none: 'Inget samråd är antecknat här.',
    add: 'Anteckna ett samråd',
    who: 'Med vem?',
    suggestions: ['Pensionärsrådet', 'Funktionshinderrådet', 'Förvaltningsgruppen', 'Parterna på platsen'],
    heldOn: 'Vilken dag?',
    said: 'Vad sades? Som grupp, utan namn.',
    outcome: 'Vad blev det? Lämna tomt tills det är känt.',
    states: { open: 'Ska följas upp', 'followed-up': 'Uppföljt' },
    outcomeIs: 'Vad det blev:',
  },
  cases: {
    title: 'Tjänsteutlåtanden och svar på remisser',
    lead: 'Skriv det som bara ni kan skriva. Resten står redan i underlaget ovan.',
    none: 'Inget ärende är påbörjat här.',
    add: 'Börja på ett ärende',
    save: 'Spara utkast',
    edit: 'Skriv vidare',
    form: 'Vad ska skrivas?',
    forms: { statement: 'Tjänsteutlåtande', 'referral-answer': 'Svar på remiss' },
    caseTitle: 'Ärendets rubrik',
    board: 'Till vilken nämnd?',
    caseNumber: 'Diarienummer',
    referredBy: 'Vem har skickat remissen?',
    dueOn: 'Svar senast',
    proposal: 'Förslag till beslut',
    summary: 'Sammanfattning',
    background: 'Bakgrund',
    matter: 'Ärendet',
    views: 'Synpunkter och förslag',
    equality: 'Jämställdhetsanalys',
    attachments: 'Bilagor (en på varje rad, högst 20)',
    state: 'Läge',
    stateChoices: { draft: 'Utkast', filed: 'Lämna in' },
    fileHint:
      'Det som lämnats in ändras inte mer, inte heller det som hämtas från platsen: handlingen blir som den är i dag.',
    states: { draft: 'Utkast', filed: 'Inlämnat' },
    late: 'Försenat',
    due: (day: string) => `svar senast ${day}`,
    filedOn: (day: string) => `inlämnat ${day}, med uppgifterna från den dagen`,
    from: (who: string) => `remiss från ${who}`,
  },
}

/** The same words in another language. */
export type BoardCaseMessages = typeof boardCasesSv
