// Every string on screen, in one place: one file a part of the window. Glossary words only.
import { desk } from './messages/desk'
import { read } from './messages/read'
import { shell } from './messages/shell'
import { words } from './messages/words'

export const messages = { shell, read, words, desk }
