import type { CommandHelp } from '../command.ts'

export const CHECK_HELP: CommandHelp = {
  summary: {
    sv: 'Pröva ett förslags område och skriv ut iakttagelserna',
    en: 'Check the footprint of a proposal and print the findings',
  },
  help: {
    sv: `Användning: lagesbild check FIL.geojson [--from DATUM --to DATUM] [--lang sv|en] [--json]

Räknar, jämför och rangordnar det som är lagrat i rutorna på 50 m på och kring en yta, och skriver ut korta iakttagelser.
FIL har en Polygon eller MultiPolygon (eller en Feature eller FeatureCollection med en) i WGS 84, högst 5 km².

  --from, --to   perioden [from, to): datum eller tider, räknad i hela kalendermånader som är slut; annars de tolv
                 senaste med data
  --lang         iakttagelsernas språk: sv (om inget anges) eller en
  --json         hela underlaget med sin SHA-256 som ett JSON-objekt`,
    en: `Usage: lagesbild check FILE.geojson [--from DATE --to DATE] [--lang sv|en] [--json]

Counts, compares and ranks what is stored in the 50 m cells on and round a polygon, and prints short findings. FILE holds a Polygon or
MultiPolygon (or a Feature or FeatureCollection of one) in WGS 84, at most 5 km².

  --from, --to   the period [from, to): dates or times, counted by whole calendar months that have closed; the
                 default is the last twelve with data
  --lang         language of the findings: sv (default) or en
  --json         the whole evidence with its SHA-256 as one JSON object`,
  },
}
