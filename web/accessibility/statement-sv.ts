/** The accessibility statement in Swedish: heading and paragraphs, in order. */
export const statementSv = {
  title: 'Tillgänglighetsredogörelse',
  lead: 'Staden står bakom den här tjänsten. Alla ska kunna läsa den, också med skärmläsare, tangentbord, förstoring eller utan att kunna se kartan. Här står hur väl den uppfyller lagen om tillgänglighet till digital offentlig service (2018:1937, EN 301 549, WCAG 2.1 AA), och vad som brister.',
  sections: [
    {
      heading: 'Hur tillgänglig tjänsten är',
      text: [
        'Tjänsten är delvis förenlig med kraven. Bristerna nedan är kända.',
        'Siffrorna i kartan finns också som text eller tabell på samma sida. Sidan går att använda med tangentbord. Ett område kan skrivas in som koordinater i stället för att ritas.',
      ],
    },
    {
      heading: 'Kända brister',
      text: [
        'Kartan är en bild för skärmläsare: det som syns i den läses upp i tabellen och i områdets egen sida, inte i kartan (1.1.1, 1.3.1).',
        'På kartan skiljs de ljusaste stegen i färgskalan svagt från marken. Gränser och siffror i tabellen säger detsamma (1.4.11).',
        'Lager som tänds i medarbetarnas karta (kameror, ordningsvakter, fokusområden) har ingen egen tabell (1.1.1).',
        'Filer som hämtas (CSV, GeoJSON) är inte anpassade för uppläsning.',
      ],
    },
    {
      heading: 'Hur den har prövats',
      text: [
        'Leverantören prövar varje ändring automatiskt med axe-core mot WCAG 2.1 A och AA, med tangentbord och på smal skärm. Det finner inte alla fel. Ingen utomstående granskning och inga prov med användare av hjälpmedel är gjorda än.',
      ],
    },
    {
      heading: 'Säg till om något inte fungerar',
      text: [
        'Vänd dig till staden, som ska svara och hjälpa dig att få innehållet på ett sätt som fungerar.',
      ],
    },
  ],
  supervision: 'Är du inte nöjd med svaret kan du',
  supervisor: 'anmäla det till Myndigheten för digital förvaltning (Digg)',
}

/** The statement, the same shape in every language. */
export type Statement = typeof statementSv
