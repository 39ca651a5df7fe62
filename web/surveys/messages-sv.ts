/** Messages of surveys, in Swedish. */
export const surveySv = {
  felt: {
    title: 'Upplevd trygghet',
    lead: 'Vad de boende har svarat i undersökningar. Det är något annat än antalet anmälningar.',
    share: (percent: string, margin: string, what: string, survey: string, answers: string) =>
      `${percent} %${margin} ${what}, enligt ${survey}${answers}.`,
    margin: (points: string) => ` (± ${points})`,
    answers: (count: string) => ` (${count} svar)`,
    wave: (source: string, wave: string) => `${source} ${wave}`,
    tooFew: (what: string, survey: string) =>
      `För få svar i ${survey} för att säga hur många som ${what}. Det behövs minst 30.`,
    before: (percent: string, margin: string, wave: string) =>
      `Förra gången, ${wave}: ${percent} %${margin}.`,
    same: 'Skillnaden är för liten för att avgöra om något har ändrats.',
    changed: 'Skillnaden är större än felmarginalen.',
    groups: 'Så svarade olika grupper',
    group: 'Grupp',
    share2: 'Andel',
    few: 'för få svar',
    none: 'Ingen undersökning är publicerad för området. Det säger inget om hur tryggt det känns.',
    unknownIndicator: (code: string) => `svarade ja på frågan ”${code}”`,
  },
}

/** The shape of these messages in every language. */
export type SurveyMessages = typeof surveySv
