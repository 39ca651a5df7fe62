/** Words of agreements and citizens' promises in Swedish. */
export const agreementsSv = {
  agreements: {
    title: 'Överenskommelser och medborgarlöften',
    none: 'Ingen överenskommelse och inget medborgarlöfte gäller här.',
    agreement: (parties: string) => `Samverkansöverenskommelse: ${parties}`,
    states: { proposed: 'Föreslagen', decided: 'Beslutad', ended: 'Avslutad' },
    promiseStates: { proposed: 'Föreslaget', decided: 'Gäller', kept: 'Hållet', 'not-kept': 'Inte hållet' },
    endsIn: (days: string) => `Går ut om ${days} dagar`,
    hasEnded: 'Har gått ut',
    addAgreement: 'Lägg till en överenskommelse',
    addPromise: 'Lägg till ett medborgarlöfte',
    parties: 'Parter (komma emellan, minst två)',
    problemAreas: 'Problemområden (komma emellan)',
    forums: 'Forum (komma emellan)',
    yearlyPlan: 'Plan för året',
    beginsOn: 'Från',
    endsOn: 'Till',
    state: 'Läge',
    board: 'Beslutat av',
    decidedOn: 'Beslutsdag',
    section: '§ i protokollet',
    caseNumber: 'Diarienummer',
    decided: (body: string, day: string, section: number) => `${body} ${day} § ${section}`,
    forums2: (forums: string) => `möts i ${forums}`,
    sentence: 'Vad lovar polisen och staden? En mening.',
    where: 'Var?',
    measures: 'Genom vilka åtgärder?',
    outcome: 'Vad blev det?',
    promiseNote: 'Ett löfte är offentligt från beslutet. Högst tre gäller samtidigt i en stadsdel.',
    promise: 'Medborgarlöfte',
  },
}

/** The same words in another language. */
export type AgreementMessages = typeof agreementsSv
