// Arabic: the same tree as English, in its own words.
import { adding } from './adding'
import { claims } from './claims'
import { core } from './core'
import { disagreements } from './disagreements'
import { editions } from './editions'
import { guide } from './guide'
import { history } from './history'
import { keys } from './keys'
import { print } from './print'
import { questions } from './questions'
import { read } from './read'
import { sheet } from './sheet'
import { shell } from './shell'
import { sources } from './sources'
import { words } from './words'

export const ar = {
  shell,
  read,
  adding,
  words,
  core,
  keys,
  guide,
  print,
  desk: { claims, questions, disagreements, editions, sheet, history, sources },
}
