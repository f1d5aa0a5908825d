// What the core says. Its sentences are written once, in Rust; here they are the shape of every other language.
import { sentences, type Contrast } from '../../types'

/** What two answers are held against one another by. */
const contrast = {
  stances: 'One {one}, the other {other}.',
  values: '{one} and {other} exclude one another.',
  directions: '{one} and {other} go in opposite directions.',
  beginnings: '{one} and {other} exclude one another: the beginnings lie {apart} or more apart.',
  'left-out': 'One names {names}, whom the other leaves out.',
  parties: 'One names {one}, the other {other}.',
} as const satisfies Record<Contrast['by'], string>

/** What a stance does, within a sentence. */
const does = {
  affirms: 'affirms it',
  denies: 'denies it',
  doubts: 'doubts it',
  reports: 'reports it without endorsing it',
} as const

export const core = { ...sentences, contrast, does } as const
