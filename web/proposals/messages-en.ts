import type { ProposalMessages } from './messages-sv.ts'

/** The words of a proposal in English. */
export const proposalEn: ProposalMessages = {
  alternatives: {
    title: 'Compare two alternatives',
    with: 'Compare with the proposal',
    compare: 'Compare',
    thisArea: 'The area here',
    group: 'Group',
    perHectare: (count) => `${count} per hectare`,
    ratio: 'A by B per hectare (95 %)',
    scaled: 'The interval is widened: incidents come in clusters.',
    method:
      'Over the same time, the site with its nearest cells. The ratio is exact, for each group by itself; where the interval holds 1 it cannot be said that either has more. Visitor numbers are not included, and the groups are not added up to a grade.',
    shared: (cells) =>
      `The areas have ${cells} cells in common, so the same incidents are counted in both. No difference is tested; the figures stand next to each other.`,
    findings: 'The same findings side by side',
  },
  proposal: {
    title: 'Check a proposal',
    lead: 'Draw the area or upload a file. You learn what is known about the place, and how certain that is.',
    draw: 'Draw on the map',
    drawing: 'Click the corners on the map. Click the first corner or press Enter to finish. Esc cancels.',
    editHint: 'Drag a corner to move it. Drag a midpoint to add a corner.',
    cancel: 'Cancel',
    undo: 'Undo',
    redo: 'Redo',
    remove: 'Remove the area',
    upload: 'Choose a file',
    drop: 'or drop a file here',
    coordinates: 'Type coordinates',
    coordinatesHint:
      'At least three corners, in order round the area. Latitude and longitude in degrees (WGS 84).',
    latitude: 'Latitude',
    longitude: 'Longitude',
    corner: (number) => `Corner ${number}`,
    addCorner: 'Add a corner',
    removeCorner: (number) => `Remove corner ${number}`,
    useCoordinates: 'Use the coordinates',
    coordinatesInvalid:
      'Each corner needs a latitude between −90 and 90 and a longitude between −180 and 180.',
    formats:
      'GeoPackage, Shapefile (zip), DXF, MapInfo (zip), GML, KML, FlatGeobuf or GeoJSON. The file is not kept.',
    readingFile: 'Reading the file …',
    fileTooLarge: 'The file is larger than 16 MB. Save the area of the proposal alone in a file of its own.',
    fileTitle: (name) => `Out of the file ${name}`,
    chooseLayer: 'The file has several layers. Which one has the area?',
    chooseCrs: 'Where does the area lie?',
    crsHint:
      'The file does not say which coordinate system it is in. This is where each would put it, the likeliest first.',
    otherCrs: 'Or another system, by its EPSG number (SWEREF 99 18 00 is 3011)',
    otherCrsRule: 'Four to six digits',
    exchangedCrs: 'northing first',
    useChoice: 'Use it',
    severalParts: (parts) => `The file has ${parts} outlines. Choose those that are the proposal.`,
    unusedParts: (features) => `${features} features are no outlines and are not used.`,
    chooseParts: 'Outlines',
    unnamedPart: (feature) => `Outline ${feature}`,
    repairedPart: 'outline repaired',
    useParts: 'Use the chosen outlines',
    useAllParts: 'Use all',
    fileRefused: (detail) => ({
      'invalid-geometry':
        'The file holds no area that can be used: it has to be an outline, in or near the city.',
      'invalid-file': `The file cannot be read. ${detail}`,
      'too-large':
        'The file is too large, or has more outlines than a proposal can have. Save the area of the proposal alone in a file of its own.',
    }),
    refused: {
      forbidden:
        'The area, or a part of it, is smaller than 1 hectare. Areas that small are checked by analysts only.',
      'too-large': 'The area is larger than 5 km² or has too many corners. Check one part at a time.',
      'invalid-geometry':
        'The area cannot be used. It must lie in or near the city, have at least three corners and not cross itself. Check too that latitude and longitude have not been swapped.',
    },
    check: 'Check the area',
    checkAgain: 'Check again',
    checking: 'Counting in the area …',
    stale: 'The figures below are of the outline before the change. The new ones are being counted …',
    saveTitle: 'Name of the proposal',
    save: 'Save and open a review',
    review: 'Open a review of the proposal',
    savedTitle: 'Proposals in the city',
    saved: 'The review is saved.',
    openReview: 'Open the review',
  },
}
