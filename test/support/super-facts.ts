import type { Super, SuperFacts, SuperLine } from '../../quality-control/facts/supers'

/** Facts with one text of a single line, from the second second on. */
export function superFacts(
  text: string,
  { seconds = 8, ...line }: Partial<SuperLine> & { seconds?: number } = {},
): SuperFacts {
  const only: Super = {
    ...{ start: 2, end: 2 + seconds, atSeconds: 2.5 },
    lines: [
      {
        ...{ text, words: text.split(' ').length, x: 0.2, y: 0.85, width: 0.6, height: 0.035 },
        ...{ letterHeight: 31 / 1080, contrast: 12, isOnBlock: false },
        ...line,
      },
    ],
  }
  return { supers: [only], measuredSeconds: 20 }
}
