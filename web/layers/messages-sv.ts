/** Messages of the layers over the map and of what lies in them, in Swedish. */
export const layerSv = {
  layers: {
    title: 'Lager',
    words: 'Vad är en trygghetskamera, en ordningsvakt, ett fokusområde?',
    names: {
      areas: 'Stadsdelar',
      'focus-areas': 'Fokusområden',
      'patrol-zones': 'Ordningsvakter, tillståndsområden',
      cameras: 'Trygghetskameror',
      'camera-views': 'Kamerors nominella synfält',
      proposals: 'Förslag',
      incidents: 'Enskilda händelser',
    },
    one: {
      areas: 'Stadsdel',
      'focus-areas': 'Fokusområde',
      'patrol-zones': 'Ordningsvakter',
      cameras: 'Trygghetskamera',
      'camera-views': 'Nominellt synfält',
      proposals: 'Förslag',
      incidents: 'Händelse',
    },
    precisions: { address: 'känd på adressen', street: 'känd på gatan' } as Readonly<Record<string, string>>,
    standsFor: (count: string) => `står för ${count} händelser`,
    notes: {
      areas: '',
      'focus-areas': '',
      'patrol-zones': 'Var vakter får arbeta. Närvaro är inte mätt.',
      cameras: '',
      'camera-views': 'Utan hänsyn till hus och träd.',
      proposals: '',
      incidents: 'Samma urval som rutorna. Visas inzoomat.',
    },
  },
}

/** The shape of these messages in every language. */
export type LayerMessages = typeof layerSv
