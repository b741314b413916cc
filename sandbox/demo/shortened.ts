/** At most so many characters: a long name keeps its beginning and its end. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text)
  if (characters.length <= most) return text
  const end = Math.min(12, Math.floor(most / 3))
  return `${characters.slice(0, most - end - 1).join('')}…${characters.slice(-end).join('')}`
}

/** Filled with blanks to so many characters, as people count them. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - Array.from(text).length))
}
