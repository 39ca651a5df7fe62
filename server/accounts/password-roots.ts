/**
 * Words that passwords are commonly made of, in Swedish and English, unaccented lower case. Our own list: with at
 * least fifteen characters, weak passwords are chains of such words, runs and repetitions, not the shorter entries of
 * lists of leaked passwords.
 */
export const COMMON_ROOTS: readonly string[] = `
  password passord losenord losen hemligt hemlig hemlighet secret letmein welcome valkommen changeme access login
  logga inlogg admin administrator administratör root user guest test testing default temp temporary password1 pass
  passphrase master superuser sysadmin system server internet computer dator skrivbord windows microsoft office
  qwerty qwertz azerty asdf zxcvbn qazwsx
  sommar vinter host hosten varen summer winter autumn spring
  januari februari mars april maj juni juli augusti september oktober november december january february march
  may june july august october
  mandag tisdag onsdag torsdag fredag lordag sondag monday tuesday wednesday thursday friday saturday sunday
  sverige sweden stockholm goteborg malmo uppsala kommun kommunen stad staden polis polisen svensk svenska
  iloveyou jagalskardig alskar alskling love lovely sunshine princess prinsessa dragon drake monkey apa football fotboll
  hockey baseball basketball superman batman starwars pokemon minecraft spiderman shadow ninja mustang ferrari
  hammarby djurgarden malmoff trustno trust whatever freedom frihet flower blomma blommor chocolate choklad cookie
  cheese ost kaffe coffee banan banana orange apple summer2 hejsan hejhej hejsvejs hello hallo godmorgon goddag
  mamma pappa mormor farmor katt hund katten hunden cat dog kitty puppy charlie michael jennifer jordan thomas
  anders johan lars karl erik maria anna karin kristina
  correct horse battery staple correcthorsebatterystaple
  abc abcd abcdef onetwothree ettvatre etttvatre onetwo
`
  .split(/\s+/)
  .filter((word) => word !== '')
  .map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''))
  .toSorted((a, b) => b.length - a.length)

/** Rows of keyboards, digits and alphabets: four and more in a row, in either direction, are a run. */
export const RUNS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyzåäö',
  '01234567890',
  'qwertyuiopå',
  'asdfghjklöä',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
]
