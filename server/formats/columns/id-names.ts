import { messagesOf } from './column-names.ts'

const STRONG =
  /^(?:(?:record|crime|incident|event|case|offen[cs]e|report|händelse|ärende|brotts?|anmälans?|anmälnings?|source|external|unique|global|row|feature|post|löp)?(?: event)?(?: unique)? ?(?:id|uid|guid|uuid|identifier|identifierare|nr|nummer|number|no|num)|k ?nr|k ?nummer|(?:police )?dnr|diarie ?(?:nr|nummer)?|ccn|dr no|cmplnt num|(?:incident|case|report) id key|complaint (?:no|num|number)|rms(?: cdw)? id|go number|referens(?:nr|nummer)?|reference(?: number| no)?|ref(?: no| nr)?)$/
/** Numbers that a program gives anew when it writes a file. */
const RENUMBERED =
  /^(?:object ?id|fid|ogc ?fid|gid|oid|row ?(?:id|nr|number|no)|index|löp ?nr|löpnummer)( 1)?$/
/** Ids of something else than the row. */
const FOREIGN =
  /area|district|distrikt|beat|ward|stadsdel|kommun|municip|precinct|station|user|officer|vehicle|person|victim|offender|suspect|location|loc|place|address|zon|zone|street|kategori|categor|typ|code|kod|lsoa|oseb|phone|telefon|gatu|hus|house|post(nr|nummer)/

/** True for a column that is called as an id. */
export function isIdName(name: string): boolean {
  const words = ownWordsOf(name)
  if (RENUMBERED.test(words)) return true
  return !FOREIGN.test(words) && (STRONG.test(words) || / (id|uid|guid|uuid)$/.test(words))
}

/** True for numbers that a program may give anew when it writes the next file. */
export function isRenumbered(name: string): boolean {
  return RENUMBERED.test(ownWordsOf(name))
}

/** The words of a name without the path by which a JSON file reaches it. */
function ownWordsOf(name: string): string {
  return messagesOf(name.slice(name.lastIndexOf('.') + 1))
}
