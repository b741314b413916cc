/** Escaped markup; only `html` creates it from values. */
export class Html {
  constructor(readonly markup: string) {}
}

type Printable = Html | string | number | undefined | false | readonly Printable[]

/**
 * A template that escapes its values, unless they are Html. Lists are joined; `undefined` and `false` print
 * nothing. Control and bidirectional-override characters become visible, so that no file name can hide them.
 */
export function html(strings: TemplateStringsArray, ...values: Printable[]): Html {
  return new Html(
    strings.map((text, index) => text + (index < values.length ? print(values[index]) : '')).join(''),
  )
}

function print(value: Printable): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Html) return value.markup
  if (typeof value === 'object') return value.map(print).join('')
  return escapeText(String(value))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (character) =>
      character === '\n' || character === '\t'
        ? character
        : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
}
