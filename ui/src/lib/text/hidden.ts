// Characters a reader cannot see and that can deceive: bidi controls, zero-width and other format characters.
// They are kept as they are and shown by a sign, whose full name is in the messages; where a script needs them (joiners in
// Arabic, Indic, emoji) they stay unseen.

const SIGNS: Record<number, string> = {
  0x00ad: 'SHY',
  0x061c: 'ALM',
  0x180e: 'MVS',
  0x200b: 'ZWSP',
  0x200c: 'ZWNJ',
  0x200d: 'ZWJ',
  0x200e: 'LRM',
  0x200f: 'RLM',
  0x202a: 'LRE',
  0x202b: 'RLE',
  0x202c: 'PDF',
  0x202d: 'LRO',
  0x202e: 'RLO',
  0x2060: 'WJ',
  0x2066: 'LRI',
  0x2067: 'RLI',
  0x2068: 'FSI',
  0x2069: 'PDI',
  0xfeff: 'BOM',
}

const HIDDEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Mongolian}\p{Extended_Pictographic}]|\ufe0f/u

/** A soft hyphen parts a word where a line may break: it is shown, and deceives nobody. */
export const HARMLESS = 'SHY'

/** How Unicode numbers a character. */
export const numbered = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** UTF-16 places of the characters to be shown, with their signs. */
export function hiddenIn(text: string): { at: number; sign: string }[] {
  const found: { at: number; sign: string }[] = []
  for (const match of text.matchAll(HIDDEN)) {
    const code = match[0].charCodeAt(0)
    if ((code === 0x200c || code === 0x200d) && joins(text, match.index)) continue
    found.push({ at: match.index, sign: SIGNS[code] ?? numbered(match[0]) })
  }
  return found
}

function joins(text: string, at: number): boolean {
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ''
  return JOINED.test(before)
}

/** The same text with hidden characters written out, for places where no offsets count: titles, cards, lists. */
export function visible(text: string): string {
  let out = ''
  let from = 0
  for (const { at, sign } of hiddenIn(text)) {
    out += `${text.slice(from, at)}⟨${sign}⟩`
    from = at + 1
  }
  return out + text.slice(from)
}
