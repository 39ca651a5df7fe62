/** Why a request is refused, in both languages. */
export const REQUEST_RULES = {
  audience: {
    sv: 'en begäran är bara för myndigheterna',
    en: 'a request is for the authorities alone',
  },
  decided: {
    sv: 'det som är beslutat ändras inte mer: skriv en ny begäran',
    en: 'what was decided no longer changes: write down a new request',
  },
  future: { sv: 'den dagen har inte varit än', en: 'that day is still to come' },
  area: { sv: 'området finns inte på kartan', en: 'there is no such area on the map' },
  order: { sv: 'sista dagen är före den första', en: 'the last day is before the first' },
  years: { sv: 'en siffra gäller högst 20 år', en: 'a figure is of 20 years at most' },
  twice: { sv: 'varje siffra står en gång', en: 'each figure stands once' },
  nothing: {
    sv: 'skriv vad som ska lämnas ut, eller med vilket lagrum det nekas',
    en: 'say what is to be given out, or the statute by which it is refused',
  },
  unprepared: {
    sv: 'en person bereder en begäran innan en annan beslutar',
    en: 'one person prepares a request before another decides it',
  },
  key: {
    sv: 'en begäran beslutas av en person, inte av en nyckel',
    en: 'a request is decided by a person, not by a key',
  },
  same: {
    sv: 'en annan beslutar än den som senast beredde: be en kollega',
    en: 'another person decides than the one who prepared it last: ask a colleague',
  },
  unattacked: {
    sv: 'se först vad siffrorna skulle röja, som begäran är nu, och besluta sedan',
    en: 'see first what the figures would disclose, as the request is now, and decide then',
  },
  disclosedSince: {
    sv: 'något har publicerats eller lämnats ut sedan du såg vad siffrorna skulle röja: pröva dem igen, och besluta sedan',
    en: 'something was published or given out since you saw what the figures would disclose: try them again, and decide then',
  },
  borderMoved: {
    sv: 'en gräns på kartan har flyttats sedan du såg vad siffrorna skulle röja: pröva dem igen, och besluta sedan',
    en: 'a border on the map moved since you saw what the figures would disclose: try them again, and decide then',
  },
  changed: {
    sv: 'den beslutas som den bereddes: spara ändringen först, så beslutar en annan sedan',
    en: 'it is decided as it was prepared: save the change first, then another person decides',
  },
  refusalGives: {
    sv: 'ett avslag lämnar inte ut något: välj ”utlämnat i delar”, eller ta bort det som står',
    en: 'a refusal gives nothing out: choose given in part, or remove what is there',
  },
  givesNothing: { sv: 'skriv vad som lämnas ut', en: 'say what is given out' },
  refusesNothing: {
    sv: 'när allt lämnas ut nekas inget: ta bort lagrummet, eller välj ”utlämnat i delar”',
    en: 'where everything is given nothing is refused: remove the statute, or choose given in part',
  },
  statute: {
    sv: 'skriv lagrummet som det nekas med',
    en: 'the statute by which it is refused is needed',
  },
  appeal: {
    sv: 'skriv hur beslutet överklagas',
    en: 'how the refusal is appealed is needed',
  },
} as const
