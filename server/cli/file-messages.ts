import type { Texts } from '../engine/texts.ts'

/** Why a file that a command names is refused. */
export const FILE_MESSAGES = {
  noFile: (path: string): Texts => ({ sv: `Det finns ingen fil ${path}.`, en: `There is no file ${path}.` }),
  folder: (path: string): Texts => ({
    sv: `${path} är en mapp: namnge en fil i den.`,
    en: `${path} is a folder: name a file in it.`,
  }),
  geodatabase: (path: string): Texts => ({
    sv: `${path} är en fildatabas från Esri (.gdb), en mapp: öppna den i ett GIS (QGIS) och exportera lagret som GeoPackage.`,
    en: `${path} is an Esri file geodatabase (.gdb), a folder: open it in a GIS (QGIS) and export the layer as GeoPackage.`,
  }),
  notPlain: (path: string): Texts => ({
    sv: `${path} är ingen vanlig fil utan ett rör, ett uttag eller en enhet: spara innehållet i en fil och namnge den.`,
    en: `${path} is no ordinary file but a pipe, a socket or a device: save its content in a file and name that.`,
  }),
  notReadable: (path: string): Texts => ({
    sv: `${path} får inte läsas av den som kör kommandot: ge läsrätt till filen (chmod +r) eller kopiera den.`,
    en: `${path} may not be read by whoever runs the command: give read permission (chmod +r) or copy it.`,
  }),
  changed: (path: string): Texts => ({
    sv: `${path} ändrades medan den lästes: vänta tills den är färdigskriven och kör kommandot igen.`,
    en: `${path} changed while it was read: wait until it is written to its end and run the command again.`,
  }),
  notJson: (path: string, why: string): Texts => ({
    sv: `${path} är inte JSON (${why}).`,
    en: `${path} is not JSON: ${why}`,
  }),
  larger: (path: string, megabytes: number): Texts => ({
    sv: `${path} är större än ${megabytes} MB: dela upp den.`,
    en: `${path} is larger than ${megabytes} MB: divide it.`,
  }),
} as const
