// Choosing keys.
import type { Refusal } from '../../keys'

const refused = {
  system: 'The system keeps this key for itself. Press another one.',
  editing: 'Text fields need this key, to copy, to undo or to move. Press another one.',
  focus: 'This key presses the control that has the focus, or moves to the next one. Press another one.',
  closing: 'Esc leaves what is open. Press another one.',
  moving: 'This key moves in lists and texts. Press it with Alt, or another one.',
  typing: 'This also works while you type, so it needs Ctrl or Alt, or a key like F7.',
} as const satisfies Record<Refusal, string>

export const keys = {
  title: 'Choose keys',
  open: 'Choose keys…',
  hint: 'Your keys are kept on this machine, for every project. A key can do one thing in each view.',
  filter: 'Filter by action or key',
  press: 'Press the keys. Esc leaves it as it is.',
  change: 'for “{action}”: choose another key',
  add: 'Add a key for “{action}”',
  reset: 'Our own key again for “{action}”',
  resetAll: 'Our own keys again',
  remove: 'No key',
  take: 'Take it over',
  conflict: '{keys} is the key of “{action}”.',
  recorded: '{keys}: {action}',
  refused,
} as const
