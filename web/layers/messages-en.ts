import type { LayerMessages } from './messages-sv.ts'

/** Messages of the layers over the map and of what lies in them, in English. */
export const layerEn: LayerMessages = {
  layers: {
    title: 'Layers',
    words: 'What is a safety camera, a guard, a focus area?',
    names: {
      areas: 'Districts',
      'focus-areas': 'Focus areas',
      'patrol-zones': 'Guards, permit areas',
      cameras: 'Safety cameras',
      'camera-views': 'Nominal camera views',
      proposals: 'Proposals',
      incidents: 'Single incidents',
    },
    one: {
      areas: 'District',
      'focus-areas': 'Focus area',
      'patrol-zones': 'Guards',
      cameras: 'Safety camera',
      'camera-views': 'Nominal view',
      proposals: 'Proposal',
      incidents: 'Incident',
    },
    precisions: { address: 'known to the address', street: 'known to the street' },
    standsFor: (count) => `stands for ${count} incidents`,
    notes: {
      areas: '',
      'focus-areas': '',
      'patrol-zones': 'Where guards may work. Presence was not measured.',
      cameras: '',
      'camera-views': 'Buildings and trees are not considered.',
      proposals: '',
      incidents: 'Same selection as the cells. Shown when zoomed in.',
    },
  },
}
