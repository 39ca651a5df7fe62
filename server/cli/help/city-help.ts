import type { CommandHelp } from '../command.ts'

export const CITY_HELP: CommandHelp = {
  summary: {
    sv: 'Börja en egen stad: inställningar, gränser, första källa, karta',
    en: 'Begin a city of your own: settings, borders, first source, map',
  },
  help: {
    sv: `Användning: lagesbild city init [--study FIL] [FLAGGA…] [--json]

Börjar en egen stad i den mapp som kommandot körs i, och slutar med dess karta: skriver inställningarna till .env, gör
databasen i ordning, läser in stadens gräns och vad som i övrigt anges. Frågar efter det som inte sägs, vid en
terminal. Varje fil läses innan något påbörjas, och en som inte går att använda lämnar inget efter sig. Körs kommandot
igen lägger det till det som är nytt och säger vad som finns.

  --name       vad staden heter, också på varje sida
  --crs        EPSG-kod för dess koordinatsystem: projicerat, i meter (3006); ligger fast från och med nu
  --timezone   dess tidszon (Europe/Stockholm)
  --database   adress till en PostGIS; utan den ligger data under DATA_DIR, i en inbäddad databas
  --data-dir   den mappen (./data)
  --study      fil med stadens gräns: GeoJSON, GeoPackage, Shapefile (ZIP), …
  --water      fil med dess vatten
  --districts  fil med dess stadsdelar
  --base       fil med statistikområden, för öppna siffror
  --study-name, --water-name, --districts-name, --base-name
               för varje fil egenskapen som har namnen
  --residents-property  i statistikområdena; anges den flera gånger läggs egenskaperna ihop
  --base-map   PMTiles-fil i Protomaps schema
  --source     JSON-fil som deklarerar den första källan: id, controller, legalBasis, purpose, retentionDays, …
  --incidents  dess första fil; en förhandsvisning gissar mappningen, och frågar där den inte kan
  --mapping    mappningen för den filen
  --json       utfallet som ett JSON-objekt; frågar inget

Slutkoder: 0 klart, 1 felet ligger i en fil, 2 i anropet, 3 i systemet.`,
    en: `Usage: lagesbild city init [--study FILE] [OPTION…] [--json]

Begins a city of your own in the folder that it is called in, and ends with its map: writes the settings to .env, makes
the database ready, takes the border of the city in and whatever else is named. Asks for what is not said, on a
terminal. Every file is read before anything is begun, and one that cannot be used leaves nothing behind. Called again,
it adds what is new and says what is there.

  --name       what the city is called, on every page too
  --crs        EPSG code of its coordinate system: projected, in metres (3006); fixed from then on
  --timezone   its time zone (Europe/Stockholm)
  --database   address of a PostGIS; without it the data lie under DATA_DIR, in an embedded database
  --data-dir   that folder (./data)
  --study      file with the border of the city: GeoJSON, GeoPackage, Shapefile (ZIP), …
  --water      file of its waters
  --districts  file of its districts
  --base       file of statistical areas, for open figures
  --study-name, --water-name, --districts-name, --base-name
               of each file the property that holds names
  --residents-property  of statistical areas; given more than once the properties are added up
  --base-map   PMTiles file in the schema of Protomaps
  --source     JSON file that declares the first source: id, controller, legalBasis, purpose, retentionDays, …
  --incidents  its first file; a preview guesses the mapping, and asks where it cannot
  --mapping    the mapping of that file
  --json       the outcome as one JSON object; asks nothing

Exit codes: 0 done, 1 a file is at fault, 2 the call is, 3 the system.`,
  },
}
