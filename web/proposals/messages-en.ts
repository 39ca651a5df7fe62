import type { ProposalMessages } from './messages-sv.ts'

/** The words of a proposal in English. */
export const proposalEn: ProposalMessages = {
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
    upload: 'Choose a GeoJSON file',
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
    fileInvalid: 'The file holds no area that can be read (GeoJSON Polygon or MultiPolygon in WGS 84).',
    fileTooLarge: 'The file is larger than 1 MB.',
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
    changed: 'The area has changed since it was checked.',
    saveTitle: 'Name of the proposal',
    save: 'Save and open a review',
    review: 'Open a review of the proposal',
    savedTitle: 'Proposals in the city',
    saved: 'The review is saved.',
    openReview: 'Open the review',
  },
}
