import { describe, expect, it } from 'vitest'
import { CodePoints, countPoints } from './offsets'

// text, code points, then pairs of (code point, UTF-16 unit) counted by hand.
const fixture: [string, string, number, [number, number][]][] = [
  ['empty', '', 0, [[0, 0]]],
  [
    'plain',
    'a road',
    6,
    [
      [0, 0],
      [2, 2],
      [6, 6],
    ],
  ],
  [
    'emoji',
    'a🚢b',
    3,
    [
      [0, 0],
      [1, 1],
      [2, 3],
      [3, 4],
    ],
  ],
  [
    'emoji at both ends',
    '🚢x🚢',
    3,
    [
      [0, 0],
      [1, 2],
      [2, 3],
      [3, 5],
    ],
  ],
  [
    'two emoji in a row',
    '🚢🚢c',
    3,
    [
      [1, 2],
      [2, 4],
      [3, 5],
    ],
  ],
  [
    'family of joined emoji',
    '👩‍👧!',
    4,
    [
      [1, 2],
      [2, 3],
      [3, 5],
      [4, 6],
    ],
  ],
  [
    'combining marks stay two',
    'e\u0301a',
    3,
    [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
  ],
  [
    'right to left',
    'تجارت 💰 ۸۰۰',
    11,
    [
      [6, 6],
      [7, 8],
      [8, 9],
      [11, 12],
    ],
  ],
  [
    'CRLF counts two',
    'a\r\n🚢b',
    5,
    [
      [1, 1],
      [3, 3],
      [4, 5],
      [5, 6],
    ],
  ],
  [
    'zero width and bidi controls',
    'a\u200b\u202eb',
    4,
    [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ],
  ],
]

describe('code points and UTF-16 units', () => {
  for (const [name, text, length, pairs] of fixture) {
    it(name, () => {
      const points = new CodePoints(text)
      expect(points.length).toBe(length)
      expect(countPoints(text)).toBe(length)
      for (const [point, unit] of pairs) {
        expect(points.toUnit(point)).toBe(unit)
        expect(points.toPoint(unit)).toBe(point)
      }
    })
    it(`${name}: there and back`, () => {
      const points = new CodePoints(text)
      const letters = [...text]
      for (let at = 0; at <= length; at++) {
        expect(points.toPoint(points.toUnit(at))).toBe(at)
        expect(points.slice(0, at)).toBe(letters.slice(0, at).join(''))
      }
    })
  }

  it('takes a unit inside a pair for its start', () => {
    expect(new CodePoints('a🚢b').toPoint(2)).toBe(1)
    expect(new CodePoints('🚢🚢').toPoint(3)).toBe(1)
  })

  it('holds places outside the text to its ends', () => {
    const points = new CodePoints('a🚢')
    expect([points.toUnit(-5), points.toUnit(99), points.toPoint(99), points.slice(1, 99)]).toEqual([0, 3, 2, '🚢'])
  })

  it('does not take a lone surrogate for a pair', () => {
    const points = new CodePoints('a\ud83d b')
    expect([points.length, points.toUnit(2), points.toPoint(2)]).toEqual([4, 2, 2])
  })
})
