/** The words of a proposal in Swedish. */
export const proposalSv = {
  alternatives: {
    title: 'Jämför två alternativ',
    with: 'Jämför med förslaget',
    compare: 'Jämför',
    thisArea: 'Området här',
    group: 'Grupp',
    perHectare: (count: string) => `${count} per hektar`,
    ratio: 'A mot B per hektar (95 %)',
    scaled: 'Intervallet är vidgat: händelserna kommer i klungor.',
    method:
      'Samma tid, platsen med dess närmaste rutor. Kvoten är exakt räknad för varje grupp för sig; rymmer intervallet 1 går det inte att säga att det ena har fler. Antalet besökare är inte inräknat, och grupperna läggs inte ihop till ett betyg.',
    shared: (cells: string) =>
      `Områdena har ${cells} rutor gemensamt, så samma händelser räknas i båda. Därför prövas ingen skillnad; siffrorna står bredvid varandra.`,
    findings: 'Samma iakttagelser sida vid sida',
  },
  proposal: {
    title: 'Pröva ett förslag',
    lead: 'Rita eller hämta in området. Du får veta vad som är känt om platsen, och hur säkert det är.',
    draw: 'Rita i kartan',
    drawing:
      'Klicka ut hörnen i kartan. Klicka på första hörnet eller tryck Enter för att avsluta. Esc avbryter.',
    editHint: 'Dra i hörnen för att ändra. Dra i en mittpunkt för att lägga till ett hörn.',
    cancel: 'Avbryt',
    undo: 'Ångra',
    redo: 'Gör om',
    remove: 'Ta bort området',
    upload: 'Välj fil',
    drop: 'eller släpp en fil här',
    coordinates: 'Skriv koordinater',
    coordinatesHint: 'Minst tre hörn, i ordning runt området. Latitud och longitud i grader (WGS 84).',
    latitude: 'Latitud',
    longitude: 'Longitud',
    corner: (number: string) => `Hörn ${number}`,
    addCorner: 'Lägg till hörn',
    removeCorner: (number: string) => `Ta bort hörn ${number}`,
    useCoordinates: 'Använd koordinaterna',
    coordinatesInvalid:
      'Varje hörn behöver en latitud mellan −90 och 90 och en longitud mellan −180 och 180.',
    formats:
      'GeoPackage, Shape (zip), DXF, MapInfo (zip), GML, KML, FlatGeobuf eller GeoJSON. Filen sparas inte.',
    readingFile: 'Läser filen …',
    fileTooLarge: 'Filen är större än 16 MB. Spara bara förslagets område i en egen fil.',
    fileTitle: (name: string) => `Ur filen ${name}`,
    chooseLayer: 'Filen har flera lager. Vilket har området?',
    chooseCrs: 'Var ligger området?',
    crsHint:
      'Filen säger inte vilket koordinatsystem den är i. Så hamnar den i vart och ett, det troligaste först.',
    otherCrs: 'Eller ett annat system, med sitt EPSG-nummer (SWEREF 99 18 00 är 3011)',
    otherCrsRule: 'Fyra till sex siffror',
    exchangedCrs: 'nordkoordinaten först',
    useChoice: 'Använd',
    severalParts: (parts: string) => `Filen har ${parts} ytor. Välj dem som är förslaget.`,
    unusedParts: (features: string) => `${features} objekt är inga ytor och används inte.`,
    chooseParts: 'Ytor',
    unnamedPart: (feature: string) => `Yta ${feature}`,
    repairedPart: 'gränsen är rättad',
    useParts: 'Använd valda ytor',
    useAllParts: 'Använd alla',
    fileRefused: (detail: string) => ({
      'invalid-geometry':
        'Filen innehåller inget område som går att använda: det ska vara en yta, i eller nära staden.',
      'invalid-file': `Filen går inte att läsa. ${detail}`,
      'too-large':
        'Filen är för stor, eller har fler ytor än ett förslag kan ha. Spara bara förslagets område i en egen fil.',
    }),
    refused: {
      forbidden:
        'Området, eller en del av det, är mindre än 1 hektar. Så små områden prövas bara av analytiker.',
      'too-large': 'Området är större än 5 km² eller har för många hörn. Pröva en del i taget.',
      'invalid-geometry':
        'Området går inte att använda. Det ska ligga i eller nära staden, ha minst tre hörn och inte korsa sig självt. Se också efter att latitud och longitud inte har bytt plats.',
    },
    check: 'Pröva området',
    checkAgain: 'Pröva igen',
    checking: 'Räknar på området …',
    stale: 'Siffrorna nedan gäller gränsen före ändringen. De nya räknas fram …',
    saveTitle: 'Förslagets namn',
    save: 'Spara och öppna granskning',
    review: 'Öppna granskning av förslaget',
    savedTitle: 'Förslag i staden',
    saved: 'Trygghetsgranskningen är sparad.',
    openReview: 'Öppna granskningen',
  },
}

/** The same words in another language. */
export type ProposalMessages = typeof proposalSv
