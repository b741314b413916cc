/**
 * The shape of a JSON value, as a value: a leaf is its type in words (`'string'`, `'number | null'`), an
 * array holds the shape of its elements, and a key that ends in `?` can be absent. `'object'` is any object.
 */
export type JsonShape = string | JsonShape[] | { [key: string]: JsonShape }

/** One dry run more or less: every command that changes something says that it did not. */
export const dryRunShape = { 'dryRun?': 'true' }

/** As TypeScript writes it. */
export function shapeText(shape: JsonShape, indent = ''): string {
  if (typeof shape === 'string') return shape
  if (Array.isArray(shape)) return `${shapeText(shape[0] ?? 'unknown', indent)}[]`
  const lines = Object.entries(shape).map(
    ([key, value]) => `${indent}  ${key}: ${shapeText(value, `${indent}  `)}`,
  )
  return `{\n${lines.join('\n')}\n${indent}}`
}
