// The icon set: 16 × 16, strokes of 1.5, drawn for this window. Each icon is its paths.
export const icons = {
  ne: ['M3 6h10M3 10h10M11 2.5l-6 11'],
  logo: ['M2 4h8M2 8h12M6 12h8'],
  look: ['M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0', 'M10.5 10.5L14 14'],
  check: ['M3 8.5l3.2 3.2L13 4.8'],
  up: ['M4 10l4-4 4 4'],
  down: ['M4 6l4 4 4-4'],
  left: ['M10 4L6 8l4 4'],
  right: ['M6 4l4 4-4 4'],
  plus: ['M8 3v10M3 8h10'],
  close: ['M4 4l8 8M12 4l-8 8'],
  sort: ['M3 4.5h10M3 8h7M3 11.5h4'],
  filter: ['M2.5 4h11M4.5 8h7M6.5 12h3'],
  doc: ['M4 2h5.5L12.5 5v9H4z', 'M9.5 2v3h3'],
  folder: ['M2 4.5h4l1.5 2H14V13H2z'],
  grip: ['M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01'],
  quote: ['M3 11c2 0 3-1.5 3-3.5V5H3v3h3', 'M9 11c2 0 3-1.5 3-3.5V5H9v3h3'],
  go: ['M3 8h10M9 4l4 4-4 4'],
  back: ['M13 8H3M7 4L3 8l4 4'],
  undo: ['M3 6h6.5a3.5 3.5 0 0 1 0 7H6', 'M3 6l3-3M3 6l3 3'],
  redo: ['M13 6H6.5a3.5 3.5 0 0 0 0 7H10', 'M13 6l-3-3M13 6l-3 3'],
  warn: ['M8 2.5L14 13H2Z', 'M8 6.5v3M8 11.3v.01'],
  lock: ['M4 7.5h8V13H4z', 'M5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5'],
  more: ['M4 8v.01M8 8v.01M12 8v.01'],
  edit: ['M3 13l.6-2.8L11 2.8l2.2 2.2-7.4 7.4z'],
  bin: ['M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9'],
  link: ['M6.5 9.5l3-3', 'M7.5 4.5l1.2-1.2a2.8 2.8 0 0 1 4 4L11.5 8.5', 'M8.5 11.5l-1.2 1.2a2.8 2.8 0 0 1-4-4L4.5 7.5'],
  gear: [
    'M8 5.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4',
    'M8 2v2M8 12v2M2 8h2M12 8h2M3.8 3.8l1.4 1.4M10.8 10.8l1.4 1.4M12.2 3.8l-1.4 1.4M5.2 10.8l-1.4 1.4',
  ],
  export: ['M8 10V2.5M5 5.5l3-3 3 3', 'M3 9.5V13.5h10V9.5'],
  menu: ['M2.5 4.5h11M2.5 8h11M2.5 11.5h11'],
  clock: ['M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11', 'M8 5v3l2 1.5'],
  tag: ['M2.5 2.5h5l6 6-5 5-6-6z', 'M5.3 5.3v.01'],
  question: [
    'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11',
    'M6.3 6.5a1.7 1.7 0 1 1 2.4 1.5c-.5.3-.7.6-.7 1.2M8 11.2v.01',
  ],
} as const

export type IconName = keyof typeof icons

/** Icons that point along the line: mirrored where it runs from right to left. */
export const ALONG: ReadonlySet<IconName> = new Set([
  'left',
  'right',
  'go',
  'back',
  'undo',
  'redo',
  'sort',
  'edit',
  'logo',
])
