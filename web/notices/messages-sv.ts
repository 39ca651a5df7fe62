/** Words of notices in Swedish. */
export const noticesSv = {
  notices: {
    title: 'Information till allmänheten',
    none: 'Ingen information visas eller ligger förberedd.',
    add: 'Skriv information',
    save: 'Spara',
    lead: 'Välj slag av händelse: texten är förberedd, och du fyller i det som står inom [ ]. Det som publiceras syns på stadens sida inom en minut och slutar av sig självt efter sista dagen.',
    event: 'Vad har hänt?',
    chooseEvent: 'Välj slag av händelse',
    area: 'Var?',
    chooseArea: 'Välj plats eller stadsdel',
    heading: 'Rubrik',
    text: 'Text',
    headingEn: 'Rubrik på engelska (kan lämnas)',
    textEn: 'Text på engelska (kan lämnas)',
    source: 'Källa: varifrån vet staden det?',
    agreedWith: 'Avstämt med (komma emellan), till exempel Polisen, fastighetsägaren',
    owner: 'Vem svarar för den?',
    state: 'Vad ska hända?',
    states: { prepared: 'Spara som förberedd', published: 'Publicera på stadens sida', ended: 'Avsluta nu' },
    beginsOn: 'Från och med',
    endsOn: 'Till och med (slutar sedan av sig självt)',
    statuses: { prepared: 'Förberedd', waiting: 'Väntar på sin dag', shown: 'Visas nu', ended: 'Avslutad' },
    from: (source: string) => `källa: ${source}`,
    agreed: (parties: string) => `avstämt med ${parties}`,
    corrected: (moment: string) => `rättad ${moment}`,
    correct: 'Rätta eller avsluta',
    publish: 'Ändra eller publicera',
    correctNote: 'Det du ändrar märks som rättat, med klockslag.',
    earlier: (count: string) => `Avslutade (${count})`,
  },
}

/** The same words in another language. */
export type NoticeMessages = typeof noticesSv
