import type { Statement } from './statement-sv.ts'

/** The accessibility statement in English. */
export const statementEn: Statement = {
  title: 'Accessibility statement',
  lead: 'The city answers for this service. Everybody should be able to read it: with a screen reader, a keyboard, magnification, or without seeing the map. This says how well it meets the Swedish act on accessibility of digital public services (2018:1937, EN 301 549, WCAG 2.1 AA), and where it does not.',
  sections: [
    {
      heading: 'How accessible the service is',
      text: [
        'The service partly conforms. The shortcomings below are known.',
        'The figures of the map are on the same page as text or a table. The page can be used from the keyboard. An area can be typed as coordinates instead of being drawn.',
      ],
    },
    {
      heading: 'Known shortcomings',
      text: [
        'To a screen reader the map is a picture: what it shows is read in the table and on the page of the area, not in the map (1.1.1, 1.3.1).',
        'On the map the lightest steps of the colour differ little from the ground. Borders and the figures in the table say the same (1.4.11).',
        'Layers that staff switch on in their map (cameras, guards, focus areas) have no table of their own (1.1.1).',
        'Files for download (CSV, GeoJSON) are not adapted for reading aloud.',
      ],
    },
    {
      heading: 'How it was tried',
      text: [
        'The supplier tries every change automatically with axe-core against WCAG 2.1 A and AA, from the keyboard and on a narrow screen. That does not find every fault. Nobody from outside has reviewed it yet, and it has not been tried with users of assistive technology.',
      ],
    },
    {
      heading: 'Tell us when something does not work',
      text: ['Turn to the city, which shall answer and help you to get the content in a way that works.'],
    },
  ],
  supervision: 'If the answer does not satisfy you, you can',
  supervisor: 'report it to the Agency for Digital Government (Digg)',
}
