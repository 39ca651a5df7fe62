import { STATUS_NAMES } from '../../server/board-reports/messages.ts'

/** Words of the page of papers in Swedish. */
export const papersSv = {
  papers: {
    title: 'Underlag',
    lead: 'Det som ändå ska skrivas, ur det som redan är antecknat. Det som saknas står med namn.',
    area: 'Område',
    audience: 'För vilka?',
    audiences: {
      authorities: 'Myndigheterna',
      parties: 'Alla parter',
      public: 'Alla, även stadens sida',
    },
    kinds: {
      'situation-picture': 'Lägesbild',
      'action-plan': 'Åtgärdsplan',
      'grant-application': 'Ansökan om trygghetsmedel',
      'board-report': 'Underlag till verksamhetsplan, tertialrapport och bokslut',
      minutes: 'Minnesanteckningar',
    },
    about: {
      'situation-picture': 'Kartläggning, övrig information och analys, enligt lag (2023:196).',
      'action-plan': 'Mål, åtgärder med ägare, tid och beslut, åtaganden och uppföljning.',
      'grant-application': 'Vad, varför, kostnad nu och efteråt, och hur det följs upp.',
      'board-report': 'Läget för varje mål och aktivitet på uppföljningsdagen, som det lämnades in.',
      minutes: 'Närvarande, beslut, vad som är kvar och nästa möte.',
    },
    item: { 'grant-application': 'Åtgärd', 'board-report': 'Tillfälle', minutes: 'Möte' },
    noItem: {
      'grant-application': 'Ingen åtgärd är antecknad här än.',
      'board-report': 'Inget underlag är påbörjat. Gör det nedan.',
      minutes: 'Inget möte är planerat här än.',
    },
    open: 'Öppna',
    openPaper: (kind: string) => `Öppna: ${kind}`,
    word: 'Hämta som Word',
    wordPaper: (kind: string) => `Hämta som Word: ${kind}`,
    complete: 'Inget saknas.',
    lacks: (count: number) => (count === 1 ? 'En sak saknas' : `${count} saker saknas`),
    draft: 'utkast',
    report: 'Skriv underlag till en uppföljningsdag',
    occasion: 'Tillfälle',
    occasions: {
      vp: 'Verksamhetsplan (VP)',
      t1: 'Tertialrapport 1 (30 april)',
      t2: 'Tertialrapport 2 (31 augusti)',
      vb: 'Verksamhetsberättelse (31 december)',
    },
    year: 'År',
    board: 'Nämnd',
    entries: 'Läget för varje mål och aktivitet',
    status: 'Läge',
    choose: 'Välj',
    statuses: STATUS_NAMES.sv,
    sentence: 'En mening om det',
    nothingToReport: 'Området har inga mål och inga beslutade åtgärder att berätta om.',
    saveDraft: 'Spara utkast',
    file: 'Lämna in',
    filed: 'Inlämnat. Det ändras inte mer.',
    saved: 'Sparat.',
    fileHint: 'Det som lämnats in ändras inte mer.',
    steering: 'Mål med kod i ledningssystemet (ILS)',
    steeringAbout: 'Alla områden, med vad som senast lämnades in om varje mål.',
    csv: 'Hämta som CSV',
    noPlaces: 'Inget område är upplagt än.',
  },
}

/** The same words in another language. */
export type PapersMessages = typeof papersSv
