/** Titles of the files at the top of a release. */
export const LINK_TITLES: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  'figures.json': { sv: 'Alla uppgifter utan karta', en: 'All figures without a map' },
  'areas.geojson': { sv: 'Områden med uppgifter', en: 'Areas with their figures' },
  'areas.csv': { sv: 'Områden som tabell', en: 'Areas as a table' },
  'statistical.geojson': { sv: 'Statistikområden', en: 'Statistical areas' },
  'statistical.csv': { sv: 'Statistikområden som tabell', en: 'Statistical areas as a table' },
  'hexes.geojson': { sv: 'Rutor om 400 meter', en: 'Cells of 400 metres' },
  'hexes.csv': { sv: 'Rutor som tabell', en: 'Cells as a table' },
  'city.csv': { sv: 'Hela staden som tabell', en: 'The whole city as a table' },
  'felt.csv': { sv: 'Upplevd trygghet som tabell', en: 'Felt safety as a table' },
  'method.sv.html': { sv: 'Så är siffrorna gjorda (svenska)', en: 'How these figures are made (Swedish)' },
  'method.en.html': { sv: 'Så är siffrorna gjorda (engelska)', en: 'How these figures are made (English)' },
  'tiles.json': { sv: 'Kartrutor (TileJSON)', en: 'Map tiles (TileJSON)' },
  'release.pmtiles': { sv: 'Alla kartrutor i en fil (PMTiles)', en: 'All map tiles in one file (PMTiles)' },
}
