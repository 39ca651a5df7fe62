/** Messages of the map of staff, in Swedish. */
export const workspaceSv = {
  map: {
    label: 'Karta. Flytta med piltangenterna, zooma med plus och minus. Enter väljer rutan i mitten.',
    loading: 'Kartan hämtas',
    unsupported:
      'Kartan kan inte visas i den här webbläsaren (WebGL saknas). Tabellen visar samma uppgifter.',
    showTable: 'Visa tabellen',
    refused: 'Det här urvalet visas inte. Välj en annan period.',
    tilesFailed: 'En del av kartan kunde inte hämtas.',
    zoomIn: 'Zooma in',
    zoomOut: 'Zooma ut',
    wholeCity: 'Visa hela staden',
    measure: 'Mät avstånd och yta',
    measureHint: 'Klicka på kartan för att mäta. Enter sätter en punkt i mitten.',
    measured: (length: string, area: string | null) => (area === null ? length : `${length}, yta ${area}`),
    measureBack: 'Ångra punkten',
    measureEnd: 'Sluta mäta',
    print: 'Skriv ut kartan',
    picture: 'Kartan som den visades, med teckenförklaring, källor och adress nedanför.',
    pictureWidth: (kilometres: string) => `Norr är uppåt. Bilden är ${kilometres} km bred.`,
    attribution: 'Visa eller dölj vems bakgrundskartan är',
    howToMend: (command: string) => `Så fyller du på: ${command}`,
    scale: { feet: 'fot', meters: 'm', kilometers: 'km', miles: 'miles', nauticalMiles: 'M' },
  },
}

/** The shape of these messages in every language. */
export type WorkspaceMessages = typeof workspaceSv
