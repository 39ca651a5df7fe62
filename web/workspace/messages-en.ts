import type { WorkspaceMessages } from './messages-sv.ts'

/** Messages of the map of staff, in English. */
export const workspaceEn: WorkspaceMessages = {
  map: {
    label: 'Map. Move with the arrow keys, zoom with plus and minus. Enter selects the cell at the centre.',
    loading: 'The map is loading',
    unsupported: 'The map cannot be shown in this browser (no WebGL). The table has the same data.',
    showTable: 'Show the table',
    refused: 'This selection is not shown. Choose another period.',
    tilesFailed: 'Part of the map could not be loaded.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    wholeCity: 'Show the whole city',
    measure: 'Measure distance and area',
    measureHint: 'Click on the map to measure. Enter sets a point at the centre.',
    measured: (length, area) => (area === null ? length : `${length}, area ${area}`),
    measureBack: 'Undo the point',
    measureEnd: 'Stop measuring',
    print: 'Print the map',
    picture: 'The map as it was shown, with legend, sources and address below.',
    pictureWidth: (kilometres) => `North is up. The picture is ${kilometres} km wide.`,
    attribution: 'Show or hide whose the base map is',
    howToMend: (command: string) => `To add them: ${command}`,
    scale: { feet: 'ft', meters: 'm', kilometers: 'km', miles: 'mi', nauticalMiles: 'nm' },
  },
}
