// What the fake desktop makes of files, by their names.
import type { Failure, Warning } from '../types'

/** What opens the locked files of the fake desktop. */
export const PASSWORD = 'harbour'

/** Why a file cannot be added; `null` where it can. */
export const refusal = (name: string): Failure | null =>
  name.startsWith('scan')
    ? {
        code: 'import',
        message: `“${name}” could not be imported: there is no text in it: its pages are pictures of text, as a scanner makes them: let a program recognise the text (OCR) and import what it gives.`,
      }
    : null

/** What is told of a file that was added. */
export const toldOfFile = (name: string): Warning[] =>
  name.startsWith('lies')
    ? [
        {
          place: 'file name',
          message: `The name “${name}” promises a PDF file, but it holds a web page and was read as such.`,
        },
        { place: 'picture 3', message: 'A picture was left out: the text does not say what it shows.' },
      ]
    : []
