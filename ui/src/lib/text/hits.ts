// Words found within a text: for bold type in lists.

export interface Part {
  text: string
  hit: boolean
}

/** Cuts a text where any of the words stands; without words, or where none stands, it is one part. */
export function parts(text: string, words: string): Part[] {
  const sought = words.split(/\s+/).filter(Boolean)
  if (sought.length === 0) return [{ text, hit: false }]
  const pattern = new RegExp(`(${sought.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu')
  return text
    .split(pattern)
    .map((part, at) => ({ text: part, hit: at % 2 === 1 }))
    .filter((part) => part.text !== '')
}

/** A cut of at most `most` characters with the first hit near its start. */
export function cutAround(text: string, words: string, most = 90): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const first = words.split(/\s+/)[0]?.toLowerCase() ?? ''
  const hit = Math.max(0, line.toLowerCase().indexOf(first))
  const from = hit < most / 2 ? 0 : line.indexOf(' ', hit - most / 3) + 1
  const cut = line.slice(from, from + most)
  return `${from > 0 ? '…' : ''}${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))}…`
}
