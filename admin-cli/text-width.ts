const segmenter = new Intl.Segmenter()

/** East Asian Wide and Fullwidth (Unicode Standard Annex 11), and emoji. */
const wideRanges =
  '\\u1100-\\u115F\\u2E80-\\u303E\\u3041-\\uA4CF\\uAC00-\\uD7A3\\uF900-\\uFAFF\\uFE30-\\uFE6F' +
  '\\uFF00-\\uFF60\\uFFE0-\\uFFE6\\u{20000}-\\u{3FFFD}'
const wide = new RegExp(`^(?:\\p{Emoji_Presentation}|[${wideRanges}])`, 'u')
const zero = /^(?:\p{M}|\p{Cf})/u

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length
  return charactersOf(text).reduce((sum, character) => sum + widthOfCharacter(character), 0)
}

/** At most `width` columns: an ellipsis in the middle, because names differ at both ends. */
export function cutInMiddle(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  const characters = charactersOf(text)
  const headWidth = Math.ceil((width - 1) / 2)
  const head = fitting(characters, headWidth)
  const tail = fitting(characters.reverse(), width - 1 - headWidth).reverse()
  return `${head.join('')}…${tail.join('')}`
}

function fitting(characters: string[], width: number): string[] {
  const kept: string[] = []
  let used = 0
  for (const character of characters) {
    used += widthOfCharacter(character)
    if (used > width) break
    kept.push(character)
  }
  return kept
}

/** As a person counts them: an accent belongs to its letter. */
function charactersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

function widthOfCharacter(character: string): number {
  if (zero.test(character)) return 0
  return wide.test(character) ? 2 : 1
}

/** In lines of at most this width. A word that is longer, such as an address, stays whole. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
