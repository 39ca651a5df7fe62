/** The rules that fields of schemas are worded by, in Swedish. What stands before them in a text stays. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/is not known here$/, 'är inte känt här'],
  [/is required$/, 'krävs'],
  [/must come before the file$/, 'måste komma före filen'],
  [/must be called file$/, 'måste heta file'],
  [/must be sent as a file, with a name$/, 'måste skickas som en fil, med ett namn'],
  [/must be multipart\/form-data (\(.+\))$/, 'måste vara multipart/form-data $1'],
  [/must come once$/, 'får bara anges en gång'],
  [/a text of 1 to (\d+) characters$/, 'en text på 1 till $1 tecken'],
  [/at most (\d+) characters$/, 'högst $1 tecken'],
  [/must hold no control characters$/, 'får inte ha styrtecken'],
  [/must not be blank$/, 'får inte vara tomt'],
  [/a whole number from (\S+) to (\S+)$/, 'ett heltal från $1 till $2'],
  [/a number from (\S+) to (\S+)$/, 'ett tal från $1 till $2'],
  [/a date such as (\S+)$/, 'ett datum, till exempel $1'],
  [/true or false$/, 'true eller false'],
  [/must not be before (\w+)$/, 'får inte vara före $1'],
  [/is one of (.+)$/, 'är något av $1'],
  [/one of (.+)$/, 'något av $1'],
  [/is an EPSG code, for example (\S+)$/, 'är en EPSG-kod, till exempel $1'],
  [/x and y are named together$/, 'x och y namnges tillsammans'],
  [
    /position is named instead of x and y, not beside them$/,
    'position namnges i stället för x och y, inte bredvid dem',
  ],
  [
    /a category column is named, or defaults\.category is$/,
    'en kolumn för typ namnges, eller defaults.category',
  ],
  [
    /is the id of a known source, or declares one (\(.+\))$/,
    'är id för en känd källa, eller beskriver en $1',
  ],
  [/is one character$/, 'är ett tecken'],
  [/is a time zone, for example (\S+)$/, 'är en tidszon, till exempel $1'],
  [/is a time of day, for example (\S+)$/, 'är en tid på dygnet, till exempel $1'],
  [/names values without control characters$/, 'namnger värden utan styrtecken'],
  [/names texts without control characters$/, 'namnger texter utan styrtecken'],
  [
    /is 1 to 63 of a–z, 0–9, dot, hyphen, underscore, and begins with a letter or digit$/,
    'är 1 till 63 av a–z, 0–9, punkt, bindestreck, understreck, och börjar med bokstav eller siffra',
  ],
  [
    /1 to 64 letters, digits, dots, dashes or underscores$/,
    '1 till 64 bokstäver, siffror, punkter, bindestreck eller understreck',
  ],
  [/is a property of the layer$/, 'är en egenskap hos lagret'],
  [/startHour and endHour must differ$/, 'startHour och endHour måste skilja sig'],
  [/a bearing$/, 'en riktning i grader'],
  [/(\d+) ≤ bearing < (\d+)$/, '$1 ≤ riktning < $2'],
  [/0 < angle ≤ 360$/, '0 < vinkel ≤ 360'],
  [/0 < range ≤ 1000$/, '0 < räckvidd ≤ 1000'],
  [/at most (\d+) properties$/, 'högst $1 egenskaper'],
  [/a position \[longitude, latitude\]$/, 'en plats [longitud, latitud]'],
  [
    /longitude −180 to 180 and latitude −90 to 90, in this order$/,
    'longitud −180 till 180 och latitud −90 till 90, i den ordningen',
  ],
  [/a ring of positions$/, 'en ring av platser'],
  [/a ring has at least 4 positions$/, 'en ring har minst 4 platser: den första upprepas sist'],
  [/a ring ends where it begins$/, 'en ring slutar där den börjar'],
  [/a list of rings$/, 'en lista av ringar'],
  [/at least one ring$/, 'minst en ring'],
  [/at most (\d+) vertices$/, 'högst $1 hörn: förenkla gränsen'],
  [/a list of polygons$/, 'en lista av polygoner'],
  [/at least one polygon$/, 'minst en polygon'],
  [/a Polygon or MultiPolygon$/, 'en Polygon eller MultiPolygon'],
  [/a number$/, 'ett tal'],
  [/at most (\d+) windows$/, 'högst $1 fönster'],
]

/** A rule in Swedish; as it is where it has not been put into it. */
export function ruleInSwedish(rule: string): string {
  const found = RULES.find(([form]) => form.test(rule))
  return found === undefined ? rule : rule.replace(found[0], found[1])
}
