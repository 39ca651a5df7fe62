import type { CommandHelp } from '../command.ts'

export const SURVEYS_HELP: CommandHelp = {
  summary: {
    sv: 'Läs in siffror ur trygghetsundersökningar från CSV',
    en: 'Import figures of surveys of felt safety from CSV',
  },
  help: {
    sv: `Användning: lagesbild surveys import FIL.csv [--json]

Tar in en fils siffror, alla eller inga. De är andelar som undersökningens ägare har publicerat, per stadsdel; de visas
bredvid det som är anmält och blandas aldrig med det. Varje omgång av en fråga som filen har ersätter det som var lagrat
av den omgången.

Kolumner, med komma eller semikolon:
  indicator  vad som frågades: safe-outdoors-at-night, avoided-a-place, eller ägarens egna ord
  wave       när det frågades, till exempel 2025
  area       namn eller nummer på en stadsdel
  group      vilka som svarade: all, women, men, young, elderly, eller ägarens egna ord
  percent    0–100
  margin     halva bredden av 95-procentsintervallet, procentenheter; får vara tom
  answers    hur många som svarade; får vara tom
  source     vem som frågade, och i vilken undersökning
  published  dagen då det publicerades; kolumnen får utelämnas

  --json     utfallet som ett JSON-objekt

Slutkoder: 0 klart, 1 felet ligger i filen, 2 i anropet, 3 i systemet.`,
    en: `Usage: lagesbild surveys import FILE.csv [--json]

Takes the figures of a file in, all of them or none. They are shares that the survey's owner has published, by district;
they are shown beside what is reported and never mixed with it. Each wave of an indicator that the file holds replaces
what was stored of that wave.

Columns, with commas or semicolons:
  indicator  what was asked: safe-outdoors-at-night, avoided-a-place, or the owner's own words
  wave       when it was asked, for example 2025
  area       name or number of a district
  group      who answered: all, women, men, young, elderly, or the owner's own words
  percent    0-100
  margin     half the width of the 95 % interval, percentage points; may be empty
  answers    how many answered; may be empty
  source     who asked, and in which survey
  published  the day on which it was published; the column may be left out

  --json     the outcome as one JSON object

Exit codes: 0 done, 1 the file is at fault, 2 the call is, 3 the system.`,
  },
}
