/** Words of the glossary's page in Swedish. */
export const glossarySv = {
  glossary: {
    title: 'Ordlista',
    lead: 'Orden vi använder, vem som svarar för vad, och vilka åtgärder kan vara till för. De här orden förklaras också där de står på sidorna: tryck på ett ord med prickad linje under.',
    search: 'Sök ett ord',
    nothingFound: (query: string) => `Inget ord stämmer med ”${query}”.`,
    kinds: { term: 'Ord', duty: 'Vem svarar för vad', 'target-group': 'Målgrupper' },
    kindLeads: {
      term: 'Programmets ord, i vanlig svenska.',
      duty: 'Nämnder, bolag och andra, och vad var och en tar hand om.',
      'target-group': 'Grupper som behöver något eget, och vad kartan inte visar om dem.',
    },
    afterEffects: 'Vad det lämnar efter sig',
    tools: 'Det som kan göras',
    notOnMap: 'Det kartan inte visar',
    more: 'Mer i ordlistan',
    shipped: 'Följde med produkten.',
    changed: (day: string) => `Ändrad ${day}.`,
    retired: 'Används inte',
    versions: 'Alla versioner',
    version: (number: string, day: string, name: string) => `Version ${number}, ${day}, ${name}`,
    firstVersion: 'Den första, som följde med produkten',
    operations: 'någon i driften',
    add: 'Lägg till ett ord',
    public: 'Det du skriver syns för alla, också utan konto. Tidigare versioner står kvar.',
    kind: 'Slag',
    name: 'På svenska',
    text: 'Förklaring på svenska',
    forms: 'Andra former av ordet (komma emellan)',
    nameEn: 'På engelska',
    textEn: 'Förklaring på engelska',
    formsEn: 'Andra former på engelska (komma emellan)',
    afterEffectsEn: 'Vad det lämnar efter sig, på engelska',
    toolsEn: 'Det som kan göras, på engelska',
    notOnMapEn: 'Det kartan inte visar, på engelska',
    retire: 'Ordet används inte längre',
  },
}

/** The same words in another language. */
export type GlossaryMessages = typeof glossarySv
