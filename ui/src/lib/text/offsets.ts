// Code points ↔ UTF-16: the one place in the window that converts. The wire, the database and every offset shown count
// Unicode code points; JavaScript strings and DOM ranges count UTF-16 units. They differ by one for every character
// beyond U+FFFF, so knowing where those stand is enough.

/** Most texts have none: asked of the whole text at once, this is soon answered. */
const BEYOND = /[\ud800-\udbff]/

/** Where the characters beyond U+FFFF stand, counted in code points. */
function astral(text: string): number[] {
  const found: number[] = []
  if (!BEYOND.test(text)) return found
  for (let unit = 0; unit < text.length; unit++) {
    const code = text.charCodeAt(unit)
    if (code < 0xd800 || code > 0xdbff) continue
    const low = text.charCodeAt(unit + 1)
    if (low < 0xdc00 || low > 0xdfff || Number.isNaN(low)) continue
    found.push(unit - found.length)
    unit++
  }
  return found
}

/** How many members of a sorted list pass, where those that pass come first. */
function passing(list: number[], passes: (member: number, at: number) => boolean): number {
  let from = 0
  let to = list.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (passes(list[middle] ?? 0, middle)) from = middle + 1
    else to = middle
  }
  return from
}

/** A text whose places are asked for in code points. */
export class CodePoints {
  readonly text: string
  /** Length in code points. */
  readonly length: number
  #astral: number[]

  constructor(text: string) {
    this.text = text
    this.#astral = astral(text)
    this.length = text.length - this.#astral.length
  }

  /** The UTF-16 unit at which a code point starts. Places outside the text are held to its ends. */
  toUnit(point: number): number {
    const held = Math.min(Math.max(0, point), this.length)
    return held + passing(this.#astral, (place) => place < held)
  }

  /** The code point at a UTF-16 unit; a unit in the middle of a pair counts as the pair's start. */
  toPoint(unit: number): number {
    const held = Math.min(Math.max(0, unit), this.text.length)
    return held - passing(this.#astral, (place, before) => place + before + 1 < held) - (this.#splits(held) ? 1 : 0)
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.toUnit(start), this.toUnit(end))
  }

  #splits(unit: number): boolean {
    const before = this.text.charCodeAt(unit - 1)
    const at = this.text.charCodeAt(unit)
    return before >= 0xd800 && before <= 0xdbff && at >= 0xdc00 && at <= 0xdfff
  }
}

/** Code points in a short string. */
export function countPoints(text: string): number {
  return text.length - astral(text).length
}
