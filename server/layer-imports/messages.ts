import type { Texts } from '../engine/texts.ts'

/** Why a delivery of a register is refused, and what it leaves to say. */
export const DELIVERY_MESSAGES = {
  foreignProperty: (kind: string): Texts => ({
    sv: `är ingen egenskap hos ${kind}`,
    en: `is no property of ${kind}`,
  }),
  bothCoordinates: { sv: 'x och y namnges tillsammans', en: 'x and y are named together' },
  positionAlone: {
    sv: 'position namnges i stället för x och y, inte bredvid dem',
    en: 'position is named instead of x and y, not beside them',
  },
  noColumn: (name: string, columns: string): Texts => ({
    sv: `filen har ingen kolumn ${name}; den har ${columns}`,
    en: `the file has no column ${name}; it has ${columns}`,
  }),
  noGeometry: {
    sv: 'behövs, eller columns.position: filen har ingen egen geometri',
    en: 'is needed, or columns.position: the file has no geometry of its own',
  },
  noPositions: {
    sv: 'filen visar inga platser: ange columns.x och columns.y, eller columns.position',
    en: 'the file shows no positions: name columns.x and columns.y, or columns.position',
  },
  crsNotSaid: (likely: readonly Texts[]): Texts => ({
    sv: `koordinatsystemet är inte angivet. Troligast: ${likely.map(({ sv }) => sv).join(' ')}`,
    en: `the coordinate system is not said. Likeliest: ${likely.map(({ en }) => en).join(' ')}`,
  }),
  notInFile: {
    sv: 'finns inte i filen: säg vad som gäller för alla, eller ange kolumnen',
    en: 'is not in the file: say what holds for all, or name its column',
  },
  severalReadings: (readings: readonly string[]): Texts => ({
    sv: `kan läsas på flera sätt: ${readings.join(' eller ')}`,
    en: `can be read in several ways: ${readings.join(' or ')}`,
  }),
  leftToSay: (field: string, rule: Texts, others: number): Texts => ({
    sv: `Gissningen lämnar något att säga: ${field}: ${rule.sv}${others > 0 ? ` (och ${others} till)` : ''}. En förhandsvisning ger resten av mappningen.`,
    en: `The guess leaves something to say: ${field}: ${rule.en}${others > 0 ? ` (and ${others} more)` : ''}. A preview gives the rest of the mapping.`,
  }),
  noRowUsable: { sv: 'Ingen rad i filen går att använda.', en: 'No row of the file can be used.' },
  manyRows: (max: number): Texts => ({
    sv: `Filen har fler än ${max} rader; ett lager får ha så många: dela upp den.`,
    en: `The file has more than ${max} rows; a layer may hold that many: divide it.`,
  }),
  mappingFirst: { sv: 'måste komma före filen', en: 'must come before the file' },
  mappingJson: { sv: 'måste vara JSON', en: 'must be JSON' },
  laterDeliveries: (
    id: number,
    later: readonly { readonly id: number; readonly fileName: string }[],
  ): Texts => {
    const named = later.map((one) => `${one.id} (${one.fileName})`).join(', ')
    return {
      sv: `Leverans ${id} ångras när de senare av samma register är ångrade, den senaste först: ${named}.`,
      en: `Import ${id} can be undone once those of the same register that came later are undone, the latest first: ${named}.`,
    }
  },
  undoneAlready: (id: number): Texts => ({
    sv: `Leverans ${id} är redan ångrad.`,
    en: `Import ${id} is undone already.`,
  }),
  undone: (id: number, kept: number): Texts => ({
    sv: `Leverans ${id} är ångrad.${kept === 0 ? '' : ` ${kept} objekt har ändrats sedan dess och är kvar som de är.`}`,
    en: `Import ${id} is undone.${kept === 0 ? '' : ` ${kept} features have been changed since and stay as they are.`}`,
  }),
} as const
